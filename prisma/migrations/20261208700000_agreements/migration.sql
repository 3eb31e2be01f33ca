-- CreateEnum
CREATE TYPE "agreement_state" AS ENUM ('open', 'done', 'dropped');

-- CreateTable
CREATE TABLE "agreement" (
    "cohortId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "dueOn" DATE,
    "workshopId" UUID,
    "itemId" UUID,
    "state" "agreement_state" NOT NULL DEFAULT 'open',
    "why" TEXT NOT NULL DEFAULT '',
    "settledById" UUID,
    "settledAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "remindedSteps" INTEGER NOT NULL DEFAULT 0,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_responsible" (
    "cohortId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "agreementId" UUID NOT NULL,
    "membershipId" UUID,
    "teamId" UUID,

    CONSTRAINT "agreement_responsible_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "agreement_cohortId_state_dueOn_idx" ON "agreement"("cohortId", "state", "dueOn");

-- CreateIndex
CREATE INDEX "agreement_workshopId_idx" ON "agreement"("workshopId");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_cohortId_id_key" ON "agreement"("cohortId", "id");

-- CreateIndex
CREATE INDEX "agreement_responsible_membershipId_idx" ON "agreement_responsible"("membershipId");

-- CreateIndex
CREATE INDEX "agreement_responsible_teamId_idx" ON "agreement_responsible"("teamId");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_responsible_agreementId_membershipId_key" ON "agreement_responsible"("agreementId", "membershipId");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_responsible_agreementId_teamId_key" ON "agreement_responsible"("agreementId", "teamId");

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_cohortId_workshopId_fkey" FOREIGN KEY ("cohortId", "workshopId") REFERENCES "workshop"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_responsible" ADD CONSTRAINT "agreement_responsible_cohortId_agreementId_fkey" FOREIGN KEY ("cohortId", "agreementId") REFERENCES "agreement"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_responsible" ADD CONSTRAINT "agreement_responsible_cohortId_membershipId_fkey" FOREIGN KEY ("cohortId", "membershipId") REFERENCES "membership"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_responsible" ADD CONSTRAINT "agreement_responsible_cohortId_teamId_fkey" FOREIGN KEY ("cohortId", "teamId") REFERENCES "team"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------- what rows must say

ALTER TABLE agreement_responsible
  ADD CONSTRAINT agreement_responsible_one CHECK (num_nonnulls("membershipId", "teamId") = 1);

-- ---------------------------------------------------------------- walls

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['agreement', 'agreement_responsible']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_functions ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    PERFORM app.wall_archive(t);
  END LOOP;
END $$;

-- Moderators change every agreement of their cohorts; members what is up to them or their team, and what
-- they wrote down themselves.
CREATE FUNCTION app.my_agreements() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT coalesce(array_agg(a.id), '{}') FROM agreement a
    WHERE a."cohortId" = ANY (app.my_cohorts_as('moderator'))
       OR (a."cohortId" = ANY (app.my_cohorts_as('member'))
           AND (a."createdById" = app.account_id()
                OR EXISTS (SELECT 1 FROM agreement_responsible r LEFT JOIN membership m ON m.id = r."membershipId"
                            WHERE r."agreementId" = a.id
                              AND (r."teamId" = ANY (app.my_teams())
                                   OR (m."accountId" = app.account_id() AND m."endedAt" IS NULL))))) $$;
REVOKE ALL ON FUNCTION app.my_agreements() FROM PUBLIC;

GRANT SELECT, INSERT ON agreement TO werkraum_app;
GRANT UPDATE (what, "dueOn", state, why, "settledById", "settledAt", version, "remindedSteps", "changedAt")
  ON agreement TO werkraum_app;
CREATE POLICY cohort_read ON agreement FOR SELECT TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[]) OR "cohortId" = (SELECT app.system_cohort()));
CREATE POLICY group_make ON agreement FOR INSERT TO werkraum_app
  WITH CHECK ("createdById" = (SELECT app.account_id())
              AND "cohortId" = ANY ((SELECT app.my_cohorts_as('member', 'moderator'))::uuid[]));
CREATE POLICY responsible_change ON agreement FOR UPDATE TO werkraum_app
  USING (id = ANY ((SELECT app.my_agreements())::uuid[]) OR "cohortId" = (SELECT app.system_cohort()))
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('member', 'moderator'))::uuid[])
              OR "cohortId" = (SELECT app.system_cohort()));

GRANT SELECT, INSERT, DELETE ON agreement_responsible TO werkraum_app;
CREATE POLICY cohort_read ON agreement_responsible FOR SELECT TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[]) OR "cohortId" = (SELECT app.system_cohort()));
CREATE POLICY responsible_name ON agreement_responsible FOR INSERT TO werkraum_app
  WITH CHECK ("agreementId" = ANY ((SELECT app.my_agreements())::uuid[]));
CREATE POLICY responsible_release ON agreement_responsible FOR DELETE TO werkraum_app
  USING ("agreementId" = ANY ((SELECT app.my_agreements())::uuid[]));

SELECT app.name_account('agreement', 'createdById');
SELECT app.name_account('agreement', 'settledById');
SELECT app.name_account('agreement_responsible', 'membershipId', 'membership');

-- Those responsible are reminded on the working day before, and on the day.
SELECT app.make_queue('agreement.remind');
