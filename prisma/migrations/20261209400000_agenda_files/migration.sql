-- CreateTable
CREATE TABLE "agenda_file" (
    "cohortId" UUID NOT NULL,
    "workshopId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "isPublished" BOOLEAN NOT NULL,
    "droppedAt" TIMESTAMPTZ(3),

    CONSTRAINT "agenda_file_pkey" PRIMARY KEY ("workshopId","fileId","isPublished")
);

-- CreateIndex
CREATE INDEX "agenda_file_cohortId_fileId_idx" ON "agenda_file"("cohortId", "fileId");

-- AddForeignKey
ALTER TABLE "agenda_file" ADD CONSTRAINT "agenda_file_cohortId_workshopId_fkey" FOREIGN KEY ("cohortId", "workshopId") REFERENCES "workshop"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_file" ADD CONSTRAINT "agenda_file_cohortId_fileId_fkey" FOREIGN KEY ("cohortId", "fileId") REFERENCES "stored_file"("cohortId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- ---------------------------------------------------------------- walls

ALTER TABLE agenda_file ADD CONSTRAINT agenda_file_dropped CHECK (NOT "isPublished" OR "droppedAt" IS NULL);

ALTER TABLE agenda_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE agenda_file FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_functions ON agenda_file TO CURRENT_USER USING (true) WITH CHECK (true);
SELECT app.wall_archive('agenda_file');
GRANT SELECT, INSERT, UPDATE ("droppedAt"), DELETE ON agenda_file TO werkraum_app;
-- Like what names them: the plan, and the published programme.
CREATE POLICY moderators ON agenda_file TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]))
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]));
CREATE POLICY cohort_read ON agenda_file FOR SELECT TO werkraum_app
  USING ("isPublished" AND ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[])
                            OR "workshopId" = ANY ((SELECT app.my_guest_workshops())::uuid[])));
SELECT app.hold_files('agenda_file', 'fileId');

-- ---------------------------------------------------------------- what goes

-- Uploads that were never finished, files that nobody has claimed, and what was taken out of a plan. An archive
-- keeps what it has.
CREATE OR REPLACE FUNCTION app.uploads_tidy(latest timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$ BEGIN
  IF NOT app.is_system() THEN RETURN; END IF;
  DELETE FROM agenda_file
   WHERE "droppedAt" < latest AND app.cohort_state("cohortId") NOT IN ('archived', 'erased');
  DELETE FROM upload WHERE "createdAt" < latest;
  DELETE FROM stored_file WHERE NOT "isClaimed" AND "createdAt" < latest;
END $$;

CREATE INDEX "agenda_file_droppedAt_idx" ON "agenda_file"("droppedAt") WHERE "droppedAt" IS NOT NULL;
