-- CreateTable
CREATE TABLE "practice_release_file" (
    "cohortId" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "rung" "practice_rung" NOT NULL,
    "fileId" UUID NOT NULL,

    CONSTRAINT "practice_release_file_pkey" PRIMARY KEY ("practiceId","rung","fileId")
);

-- CreateIndex
CREATE INDEX "practice_release_file_cohortId_fileId_idx" ON "practice_release_file"("cohortId", "fileId");

-- AddForeignKey
ALTER TABLE "practice_release_file" ADD CONSTRAINT "practice_release_file_cohortId_practiceId_rung_fkey" FOREIGN KEY ("cohortId", "practiceId", "rung") REFERENCES "practice_release"("cohortId", "practiceId", "rung") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_release_file" ADD CONSTRAINT "practice_release_file_cohortId_fileId_fkey" FOREIGN KEY ("cohortId", "fileId") REFERENCES "stored_file"("cohortId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- ---------------------------------------------------------------- walls

ALTER TABLE practice_release_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE practice_release_file FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_functions ON practice_release_file TO CURRENT_USER USING (true) WITH CHECK (true);
SELECT app.wall_archive('practice_release_file');
GRANT SELECT, INSERT, DELETE ON practice_release_file TO werkraum_app;
CREATE POLICY cohort_read ON practice_release_file FOR SELECT TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[]));
-- The team's own text is for its people alone: whoever sees it may show it.
CREATE POLICY team_write ON practice_release_file FOR INSERT TO werkraum_app
  WITH CHECK (EXISTS (SELECT 1 FROM practice p WHERE p.id = "practiceId"));
CREATE POLICY team_delete ON practice_release_file FOR DELETE TO werkraum_app
  USING (EXISTS (SELECT 1 FROM practice p WHERE p.id = "practiceId"));
SELECT app.hold_files('practice_release_file', 'fileId');

-- What a public text shows, everyone may read.
CREATE OR REPLACE FUNCTION app.public_file(file_id uuid) RETURNS TABLE ("cohortId" uuid, id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT DISTINCT f."cohortId", f."fileId" FROM practice_release_file f
     JOIN practice p ON p.id = f."practiceId" AND p."discardedAt" IS NULL
    WHERE f."fileId" = file_id AND f.rung = 'public' $$;

-- ---------------------------------------------------------------- named persons

-- Takes a person's name out of everything that an example says or has said, out of what others have said
-- about it, out of the names of its files, and out of the person's own row. Nobody calls it but the functions
-- with which a consent ends.
CREATE FUNCTION app.practice_forget_person(person_id uuid, moment timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
DECLARE person practice_person%ROWTYPE; town text; now_version integer;
BEGIN
  SELECT * INTO person FROM practice_person WHERE id = person_id AND "withdrawnAt" IS NULL FOR UPDATE;
  IF NOT FOUND THEN RETURN; END IF;
  SELECT name INTO town FROM team WHERE id = person."teamId";
  UPDATE practice SET content = app.json_without_name(content, person.name, town), version = version + 1
   WHERE id = person."practiceId" AND content <> app.json_without_name(content, person.name, town)
  RETURNING version INTO now_version;
  -- What is shown loses the name in the same moment: it is no further behind than before.
  UPDATE practice_release SET "fromVersion" = now_version
   WHERE "practiceId" = person."practiceId" AND "fromVersion" = now_version - 1;
  UPDATE practice_step SET "fromVersion" = now_version
   WHERE "practiceId" = person."practiceId" AND "fromVersion" = now_version - 1 AND state IN ('draft', 'proposed');
  UPDATE practice_revision SET content = app.json_without_name(content, person.name, town)
   WHERE "practiceId" = person."practiceId" AND content <> app.json_without_name(content, person.name, town);
  UPDATE practice_step SET content = app.json_without_name(content, person.name, town),
                           source = app.json_without_name(source, person.name, town),
                           reason = app.without_name(reason, person.name, town)
   WHERE "practiceId" = person."practiceId";
  UPDATE practice_release SET content = app.json_without_name(content, person.name, town),
                              gist = app.without_name(gist, person.name, town),
                              tags = ARRAY(SELECT app.without_name(tag, person.name, town) FROM unnest(tags) AS tag)
   WHERE "practiceId" = person."practiceId" AND content <> app.json_without_name(content, person.name, town);
  UPDATE comment SET body = app.without_name(body, person.name, town)
   WHERE "practiceId" = person."practiceId" AND body <> app.without_name(body, person.name, town);
  UPDATE practice_adoption SET why = app.without_name(why, person.name, town),
                               changed = app.without_name(changed, person.name, town),
                               result = app.without_name(result, person.name, town)
   WHERE "practiceId" = person."practiceId";
  UPDATE stored_file SET name = app.without_name(name, person.name, town)
   WHERE id IN (SELECT "fileId" FROM practice_file WHERE "practiceId" = person."practiceId"
                UNION SELECT "fileId" FROM practice_release_file WHERE "practiceId" = person."practiceId")
     AND name <> app.without_name(name, person.name, town);
  UPDATE practice_person SET name = '', role = '', contact = '', "withdrawnAt" = moment WHERE id = person_id;
END $$;
REVOKE ALL ON FUNCTION app.practice_forget_person(uuid, timestamptz) FROM PUBLIC, werkraum_app;

-- In an archive too.
DO $do$
DECLARE
  before text := pg_get_functiondef('app.archive_wall()'::regprocedure);
  after text := replace(before, '(''practice_release'', ''DELETE''),',
    '(''practice_release'', ''DELETE''), (''practice_release_file'', ''DELETE''), (''practice_adoption'', ''UPDATE''),
    (''stored_file'', ''UPDATE''),');
BEGIN
  IF after = before THEN RAISE EXCEPTION 'app.archive_wall has changed'; END IF;
  EXECUTE after;
END $do$;
