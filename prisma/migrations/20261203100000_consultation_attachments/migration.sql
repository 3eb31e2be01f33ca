-- CreateTable
CREATE TABLE "contribution_attachment" (
    "cohortId" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "contributionId" UUID NOT NULL,
    "fileId" UUID NOT NULL,

    CONSTRAINT "contribution_attachment_pkey" PRIMARY KEY ("contributionId","fileId")
);

-- CreateIndex
CREATE INDEX "contribution_attachment_cohortId_fileId_idx" ON "contribution_attachment"("cohortId", "fileId");

-- AddForeignKey
ALTER TABLE "contribution_attachment" ADD CONSTRAINT "contribution_attachment_contributionId_fkey" FOREIGN KEY ("contributionId") REFERENCES "contribution"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contribution_attachment" ADD CONSTRAINT "contribution_attachment_cohortId_fileId_fkey" FOREIGN KEY ("cohortId", "fileId") REFERENCES "stored_file"("cohortId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- ---------------------------------------------------------------- walls

ALTER TABLE contribution_attachment ENABLE ROW LEVEL SECURITY;
ALTER TABLE contribution_attachment FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_functions ON contribution_attachment TO CURRENT_USER USING (true) WITH CHECK (true);
SELECT app.wall_archive('contribution_attachment');

-- As the contribution itself: read by whoever takes part, written and taken back by its author.
GRANT SELECT, INSERT, DELETE ON contribution_attachment TO werkraum_app;
CREATE POLICY participant_read ON contribution_attachment FOR SELECT TO werkraum_app
  USING ("consultationId" = ANY ((SELECT app.my_consultations())::uuid[]));
CREATE POLICY own_write ON contribution_attachment FOR INSERT TO werkraum_app
  WITH CHECK ("consultationId" = ANY ((SELECT app.my_consultations())::uuid[])
              AND EXISTS (SELECT 1 FROM contribution c
                           WHERE c.id = "contributionId" AND c."cohortId" = contribution_attachment."cohortId"
                             AND c."consultationId" = contribution_attachment."consultationId"
                             AND c."authorId" = (SELECT app.account_id())));
CREATE POLICY own_delete ON contribution_attachment FOR DELETE TO werkraum_app
  USING ("consultationId" = ANY ((SELECT app.my_consultations())::uuid[])
         AND EXISTS (SELECT 1 FROM contribution c
                      WHERE c.id = "contributionId" AND c."authorId" = (SELECT app.account_id())));
SELECT app.hold_files('contribution_attachment', 'fileId');

-- When a consultation is destroyed in an archive, its files go too.
DO $do$
DECLARE
  before text := pg_get_functiondef('app.archive_wall()'::regprocedure);
  after text := replace(before, '(''contribution'', ''DELETE''),',
    '(''contribution'', ''DELETE''), (''contribution_attachment'', ''DELETE''),');
BEGIN
  IF after = before THEN RAISE EXCEPTION 'app.archive_wall has changed'; END IF;
  EXECUTE after;
END $do$;
