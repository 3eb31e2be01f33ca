-- CreateEnum
CREATE TYPE "date_answer" AS ENUM ('yes', 'if_need_be', 'no');

-- CreateTable
CREATE TABLE "date_search" (
    "cohortId" UUID NOT NULL,
    "workshopId" UUID NOT NULL,
    "openedById" UUID,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "answerUntil" DATE,
    "remindedAt" TIMESTAMPTZ(3),

    CONSTRAINT "date_search_pkey" PRIMARY KEY ("workshopId")
);

-- CreateTable
CREATE TABLE "date_option" (
    "cohortId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "workshopId" UUID NOT NULL,
    "date" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "date_option_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "date_option_answer" (
    "cohortId" UUID NOT NULL,
    "workshopId" UUID NOT NULL,
    "optionId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "answer" "date_answer" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "date_option_answer_pkey" PRIMARY KEY ("optionId","accountId")
);

-- CreateTable
CREATE TABLE "team_blocked_day" (
    "cohortId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "from" DATE NOT NULL,
    "until" DATE NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "team_blocked_day_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "date_search_cohortId_workshopId_key" ON "date_search"("cohortId", "workshopId");

-- CreateIndex
CREATE UNIQUE INDEX "date_option_cohortId_workshopId_id_key" ON "date_option"("cohortId", "workshopId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "date_option_workshopId_date_key" ON "date_option"("workshopId", "date");

-- CreateIndex
CREATE INDEX "date_option_answer_workshopId_idx" ON "date_option_answer"("workshopId");

-- CreateIndex
CREATE INDEX "date_option_answer_accountId_idx" ON "date_option_answer"("accountId");

-- CreateIndex
CREATE INDEX "team_blocked_day_cohortId_until_idx" ON "team_blocked_day"("cohortId", "until");

-- AddForeignKey
ALTER TABLE "date_search" ADD CONSTRAINT "date_search_cohortId_workshopId_fkey" FOREIGN KEY ("cohortId", "workshopId") REFERENCES "workshop"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "date_option" ADD CONSTRAINT "date_option_cohortId_workshopId_fkey" FOREIGN KEY ("cohortId", "workshopId") REFERENCES "date_search"("cohortId", "workshopId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "date_option_answer" ADD CONSTRAINT "date_option_answer_cohortId_workshopId_optionId_fkey" FOREIGN KEY ("cohortId", "workshopId", "optionId") REFERENCES "date_option"("cohortId", "workshopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_blocked_day" ADD CONSTRAINT "team_blocked_day_cohortId_teamId_fkey" FOREIGN KEY ("cohortId", "teamId") REFERENCES "team"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE team_blocked_day ADD CONSTRAINT team_blocked_day_order CHECK ("from" <= "until");

-- ---------------------------------------------------------------- walls

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['date_search', 'date_option', 'date_option_answer', 'team_blocked_day']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_functions ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    PERFORM app.wall_archive(t);
  END LOOP;
  -- Read like the workshop: by the cohort, and by an expert who was invited to it.
  FOREACH t IN ARRAY ARRAY['date_search', 'date_option', 'date_option_answer']
  LOOP
    EXECUTE format('CREATE POLICY cohort_read ON %I FOR SELECT TO werkraum_app
      USING ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[])
             OR "workshopId" = ANY ((SELECT app.my_guest_workshops())::uuid[])
             OR "cohortId" = (SELECT app.system_cohort()))', t);
  END LOOP;
  -- Moderators and the organiser offer days.
  FOREACH t IN ARRAY ARRAY['date_search', 'date_option']
  LOOP
    EXECUTE format('CREATE POLICY staff_write ON %I TO werkraum_app
      USING ("cohortId" = ANY ((SELECT app.my_cohorts_as(''moderator'', ''organiser''))::uuid[]))
      WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as(''moderator'', ''organiser''))::uuid[]))', t);
  END LOOP;
END $$;

GRANT SELECT, INSERT, DELETE ON date_search, date_option TO werkraum_app;
GRANT UPDATE ("answerUntil", "remindedAt") ON date_search TO werkraum_app;

-- Everyone answers for herself or himself.
GRANT SELECT, INSERT, DELETE ON date_option_answer TO werkraum_app;
GRANT UPDATE (answer, at) ON date_option_answer TO werkraum_app;
CREATE POLICY own_write ON date_option_answer TO werkraum_app
  USING ("accountId" = (SELECT app.account_id())
         AND ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[])
              OR "workshopId" = ANY ((SELECT app.my_guest_workshops())::uuid[])))
  WITH CHECK ("accountId" = (SELECT app.account_id())
              AND ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[])
                   OR "workshopId" = ANY ((SELECT app.my_guest_workshops())::uuid[])));

-- A team tells when it cannot come; the cohort reads it.
GRANT SELECT, INSERT, DELETE ON team_blocked_day TO werkraum_app;
CREATE POLICY cohort_read ON team_blocked_day FOR SELECT TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[]));
CREATE POLICY own_team_insert ON team_blocked_day FOR INSERT TO werkraum_app
  WITH CHECK ("teamId" = ANY ((SELECT app.my_teams())::uuid[]));
CREATE POLICY own_team_delete ON team_blocked_day FOR DELETE TO werkraum_app
  USING ("teamId" = ANY ((SELECT app.my_teams())::uuid[]));

SELECT app.name_account('date_search', 'openedById');
SELECT app.name_account('date_option_answer', 'accountId');
SELECT app.name_account('team_blocked_day', 'createdById');

SELECT app.make_queue('workshop.remind');
