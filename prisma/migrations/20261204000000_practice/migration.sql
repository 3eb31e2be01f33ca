-- CreateEnum
CREATE TYPE "practice_rung" AS ENUM ('cohort', 'public');

-- CreateTable
CREATE TABLE "practice" (
    "cohortId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "createdById" UUID,
    "topicId" UUID,
    "content" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedById" UUID,
    "discardedAt" TIMESTAMPTZ(3),

    CONSTRAINT "practice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "practice_revision" (
    "cohortId" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "changedById" UUID,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "practice_revision_pkey" PRIMARY KEY ("practiceId","version")
);

-- CreateTable
CREATE TABLE "practice_release" (
    "cohortId" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "rung" "practice_rung" NOT NULL,
    "teamId" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "fromVersion" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "firstAt" TIMESTAMPTZ(3) NOT NULL,
    "releasedAt" TIMESTAMPTZ(3) NOT NULL,
    "releasedById" UUID,
    "gist" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "townSize" TEXT,
    "costBand" TEXT,
    "evidence" INTEGER,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "language" TEXT NOT NULL,

    CONSTRAINT "practice_release_pkey" PRIMARY KEY ("practiceId","rung")
);

-- CreateIndex
CREATE INDEX "practice_cohortId_teamId_changedAt_idx" ON "practice"("cohortId", "teamId", "changedAt" DESC);

-- CreateIndex
CREATE INDEX "practice_topicId_idx" ON "practice"("topicId");

-- CreateIndex
CREATE UNIQUE INDEX "practice_cohortId_id_key" ON "practice"("cohortId", "id");

-- CreateIndex
CREATE INDEX "practice_release_cohortId_rung_releasedAt_practiceId_idx" ON "practice_release"("cohortId", "rung", "releasedAt" DESC, "practiceId");

-- CreateIndex
CREATE UNIQUE INDEX "practice_release_cohortId_practiceId_rung_key" ON "practice_release"("cohortId", "practiceId", "rung");

-- AddForeignKey
ALTER TABLE "practice" ADD CONSTRAINT "practice_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice" ADD CONSTRAINT "practice_cohortId_teamId_fkey" FOREIGN KEY ("cohortId", "teamId") REFERENCES "team"("cohortId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice" ADD CONSTRAINT "practice_cohortId_topicId_fkey" FOREIGN KEY ("cohortId", "topicId") REFERENCES "topic"("cohortId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_revision" ADD CONSTRAINT "practice_revision_cohortId_practiceId_fkey" FOREIGN KEY ("cohortId", "practiceId") REFERENCES "practice"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_release" ADD CONSTRAINT "practice_release_cohortId_practiceId_fkey" FOREIGN KEY ("cohortId", "practiceId") REFERENCES "practice"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------- walls

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['practice', 'practice_revision', 'practice_release']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_functions ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    PERFORM app.wall_archive(t);
  END LOOP;
END $$;

-- A team's own text is for its people alone: not for moderators, nor for whoever runs the series.
GRANT SELECT, INSERT, DELETE ON practice TO werkraum_app;
GRANT UPDATE (content, version, "changedAt", "changedById", "discardedAt") ON practice TO werkraum_app;
CREATE POLICY team_read ON practice FOR SELECT TO werkraum_app
  USING ("teamId" = ANY ((SELECT app.my_teams())::uuid[]) OR "cohortId" = (SELECT app.system_cohort()));
CREATE POLICY team_write ON practice FOR INSERT TO werkraum_app
  WITH CHECK ("teamId" = ANY ((SELECT app.my_teams())::uuid[])
              AND "cohortId" = ANY ((SELECT app.my_cohorts_as('member'))::uuid[]));
CREATE POLICY team_change ON practice FOR UPDATE TO werkraum_app
  USING ("teamId" = ANY ((SELECT app.my_teams())::uuid[]) OR "cohortId" = (SELECT app.system_cohort()))
  WITH CHECK ("teamId" = ANY ((SELECT app.my_teams())::uuid[]) OR "cohortId" = (SELECT app.system_cohort()));
-- What was put away long ago is cleared by a job.
CREATE POLICY clearing ON practice FOR DELETE TO werkraum_app
  USING ("cohortId" = (SELECT app.system_cohort()) AND "discardedAt" IS NOT NULL);

GRANT SELECT, INSERT, UPDATE, DELETE ON practice_revision TO werkraum_app;
CREATE POLICY team ON practice_revision FOR ALL TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts_as('member'))::uuid[])
         AND EXISTS (SELECT 1 FROM practice p WHERE p.id = "practiceId"))
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('member'))::uuid[])
         AND EXISTS (SELECT 1 FROM practice p WHERE p.id = "practiceId"));

-- What a team has shown, its whole cohort reads; what everyone reads is answered by functions of its own.
GRANT SELECT, INSERT, UPDATE, DELETE ON practice_release TO werkraum_app;
CREATE POLICY cohort_read ON practice_release FOR SELECT TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[]));
CREATE POLICY team_write ON practice_release FOR INSERT TO werkraum_app
  WITH CHECK ("teamId" = ANY ((SELECT app.my_teams())::uuid[]) OR "cohortId" = (SELECT app.system_cohort()));
CREATE POLICY team_change ON practice_release FOR UPDATE TO werkraum_app
  USING ("teamId" = ANY ((SELECT app.my_teams())::uuid[]) OR "cohortId" = (SELECT app.system_cohort()))
  WITH CHECK ("teamId" = ANY ((SELECT app.my_teams())::uuid[]) OR "cohortId" = (SELECT app.system_cohort()));
CREATE POLICY team_delete ON practice_release FOR DELETE TO werkraum_app
  USING ("teamId" = ANY ((SELECT app.my_teams())::uuid[]) OR "cohortId" = (SELECT app.system_cohort()));

-- What a person's own data are found by, beside everything that is listed already.
DO $do$
DECLARE listed text;
BEGIN
  SELECT string_agg(format('(%L, %L, %L)', r.table_name, r.column_name, r.via), ', ') INTO listed FROM (
    SELECT * FROM app.account_references()
    UNION ALL VALUES
      ('practice', 'createdById', 'account'),
      ('practice', 'changedById', 'account'),
      ('practice_revision', 'changedById', 'account'),
      ('practice_release', 'releasedById', 'account')) r;
  EXECUTE format('CREATE OR REPLACE FUNCTION app.account_references()
    RETURNS TABLE (table_name text, column_name text, via text) LANGUAGE sql IMMUTABLE AS $f$ VALUES %s $f$', listed);
END $do$;
