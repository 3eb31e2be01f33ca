-- AlterTable
ALTER TABLE "practice_revision" ADD COLUMN     "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "practice_file" (
    "cohortId" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "fileId" UUID NOT NULL,

    CONSTRAINT "practice_file_pkey" PRIMARY KEY ("practiceId","fileId")
);

-- CreateIndex
CREATE INDEX "practice_file_cohortId_fileId_idx" ON "practice_file"("cohortId", "fileId");

-- AddForeignKey
ALTER TABLE "practice_file" ADD CONSTRAINT "practice_file_cohortId_practiceId_fkey" FOREIGN KEY ("cohortId", "practiceId") REFERENCES "practice"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_file" ADD CONSTRAINT "practice_file_cohortId_fileId_fkey" FOREIGN KEY ("cohortId", "fileId") REFERENCES "stored_file"("cohortId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- What was kept before belongs to the moment it was kept at.
UPDATE practice_revision SET "startedAt" = "changedAt";

-- ---------------------------------------------------------------- walls

-- A file is the team's as long as some version of its text names it.
ALTER TABLE practice_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE practice_file FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_functions ON practice_file TO CURRENT_USER USING (true) WITH CHECK (true);
SELECT app.wall_archive('practice_file');
GRANT SELECT, INSERT, DELETE ON practice_file TO werkraum_app;
CREATE POLICY team ON practice_file FOR ALL TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts_as('member'))::uuid[])
         AND EXISTS (SELECT 1 FROM practice p WHERE p.id = "practiceId"))
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('member'))::uuid[])
         AND EXISTS (SELECT 1 FROM practice p WHERE p.id = "practiceId"));
SELECT app.hold_files('practice_file', 'fileId');

-- ---------------------------------------------------------------- what was put away

SELECT app.make_queue('practice.clear');

-- Records that were put away long ago, with everything that hangs on them. An archive keeps what it has.
CREATE FUNCTION app.practice_clear(discarded_before timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
DECLARE cleared integer;
BEGIN
  IF NOT app.is_system() THEN RETURN 0; END IF;
  DELETE FROM practice p
   WHERE p."discardedAt" <= discarded_before AND app.cohort_state(p."cohortId") NOT IN ('archived', 'erased');
  GET DIAGNOSTICS cleared = ROW_COUNT;
  RETURN cleared;
END
$$;
REVOKE ALL ON FUNCTION app.practice_clear(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.practice_clear(timestamptz) TO werkraum_app;

CREATE INDEX "practice_discardedAt_idx" ON "practice"("discardedAt") WHERE "discardedAt" IS NOT NULL;
