-- CreateTable
CREATE TABLE "agenda_method" (
    "cohortId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL DEFAULT '',
    "minutesFrom" INTEGER NOT NULL,
    "minutesUntil" INTEGER NOT NULL,
    "peopleFrom" INTEGER NOT NULL,
    "peopleUntil" INTEGER,
    "material" TEXT NOT NULL DEFAULT '',
    "steps" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agenda_method_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agenda_template" (
    "cohortId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agenda_template_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "agenda_method_cohortId_name_idx" ON "agenda_method"("cohortId", "name");

-- CreateIndex
CREATE INDEX "agenda_template_cohortId_name_idx" ON "agenda_template"("cohortId", "name");

-- AddForeignKey
ALTER TABLE "agenda_method" ADD CONSTRAINT "agenda_method_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_template" ADD CONSTRAINT "agenda_template_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------- what rows must say

ALTER TABLE agenda_method
  ADD CONSTRAINT agenda_method_minutes CHECK ("minutesFrom" > 0 AND "minutesUntil" >= "minutesFrom"),
  ADD CONSTRAINT agenda_method_people CHECK ("peopleFrom" > 0 AND "peopleUntil" >= "peopleFrom");

-- ---------------------------------------------------------------- walls

-- Both are tools of those who plan.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['agenda_method', 'agenda_template']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_functions ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY moderators ON %I TO werkraum_app
      USING ("cohortId" = ANY ((SELECT app.my_cohorts_as(''moderator''))::uuid[]))
      WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as(''moderator''))::uuid[]))', t);
    PERFORM app.wall_archive(t);
  END LOOP;
END $$;

GRANT SELECT, INSERT, DELETE ON agenda_method TO werkraum_app;
GRANT UPDATE (name, purpose, "minutesFrom", "minutesUntil", "peopleFrom", "peopleUntil", material, steps, version,
              "changedAt") ON agenda_method TO werkraum_app;
GRANT SELECT, INSERT, DELETE ON agenda_template TO werkraum_app;

SELECT app.name_account('agenda_method', 'createdById');
SELECT app.name_account('agenda_template', 'createdById');
