-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "workshopId" UUID;

-- CreateTable
CREATE TABLE "proceedings" (
    "cohortId" UUID NOT NULL,
    "workshopId" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "begunById" UUID,
    "begunAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "proceedings_pkey" PRIMARY KEY ("workshopId")
);

-- CreateTable
CREATE TABLE "proceedings_section" (
    "cohortId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "workshopId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "itemId" UUID,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "noteIds" UUID[] DEFAULT ARRAY[]::UUID[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "changedById" UUID,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "proceedings_section_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proceedings_revision" (
    "cohortId" UUID NOT NULL,
    "sectionId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "changedById" UUID,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "proceedings_revision_pkey" PRIMARY KEY ("sectionId","version")
);

-- CreateTable
CREATE TABLE "proceedings_version" (
    "cohortId" UUID NOT NULL,
    "workshopId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "publishedById" UUID,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "proceedings_version_pkey" PRIMARY KEY ("workshopId","version")
);

-- CreateTable
CREATE TABLE "proceedings_photo" (
    "cohortId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "workshopId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "alt" TEXT NOT NULL DEFAULT '',
    "caption" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL DEFAULT 0,
    "sectionId" UUID,
    "isAccepted" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "addedById" UUID,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "proceedings_photo_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proceedings_version_photo" (
    "cohortId" UUID NOT NULL,
    "workshopId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "fileId" UUID NOT NULL,

    CONSTRAINT "proceedings_version_photo_pkey" PRIMARY KEY ("workshopId","version","fileId")
);

-- CreateIndex
CREATE UNIQUE INDEX "proceedings_cohortId_workshopId_key" ON "proceedings"("cohortId", "workshopId");

-- CreateIndex
CREATE INDEX "proceedings_section_workshopId_position_idx" ON "proceedings_section"("workshopId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "proceedings_section_cohortId_id_key" ON "proceedings_section"("cohortId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "proceedings_version_cohortId_workshopId_version_key" ON "proceedings_version"("cohortId", "workshopId", "version");

-- CreateIndex
CREATE INDEX "proceedings_photo_workshopId_position_addedAt_idx" ON "proceedings_photo"("workshopId", "position", "addedAt");

-- CreateIndex
CREATE INDEX "proceedings_photo_fileId_idx" ON "proceedings_photo"("fileId");

-- CreateIndex
CREATE UNIQUE INDEX "proceedings_photo_cohortId_id_key" ON "proceedings_photo"("cohortId", "id");

-- CreateIndex
CREATE INDEX "proceedings_version_photo_fileId_idx" ON "proceedings_version_photo"("fileId");

-- CreateIndex
CREATE INDEX "comment_workshopId_createdAt_id_idx" ON "comment"("workshopId", "createdAt", "id");

-- AddForeignKey
ALTER TABLE "proceedings" ADD CONSTRAINT "proceedings_cohortId_workshopId_fkey" FOREIGN KEY ("cohortId", "workshopId") REFERENCES "workshop"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proceedings_section" ADD CONSTRAINT "proceedings_section_cohortId_workshopId_fkey" FOREIGN KEY ("cohortId", "workshopId") REFERENCES "proceedings"("cohortId", "workshopId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proceedings_revision" ADD CONSTRAINT "proceedings_revision_cohortId_sectionId_fkey" FOREIGN KEY ("cohortId", "sectionId") REFERENCES "proceedings_section"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proceedings_version" ADD CONSTRAINT "proceedings_version_cohortId_workshopId_fkey" FOREIGN KEY ("cohortId", "workshopId") REFERENCES "proceedings"("cohortId", "workshopId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proceedings_photo" ADD CONSTRAINT "proceedings_photo_cohortId_workshopId_fkey" FOREIGN KEY ("cohortId", "workshopId") REFERENCES "workshop"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proceedings_photo" ADD CONSTRAINT "proceedings_photo_cohortId_fileId_fkey" FOREIGN KEY ("cohortId", "fileId") REFERENCES "stored_file"("cohortId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proceedings_version_photo" ADD CONSTRAINT "proceedings_version_photo_cohortId_workshopId_version_fkey" FOREIGN KEY ("cohortId", "workshopId", "version") REFERENCES "proceedings_version"("cohortId", "workshopId", "version") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proceedings_version_photo" ADD CONSTRAINT "proceedings_version_photo_cohortId_fileId_fkey" FOREIGN KEY ("cohortId", "fileId") REFERENCES "stored_file"("cohortId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_cohortId_workshopId_fkey" FOREIGN KEY ("cohortId", "workshopId") REFERENCES "proceedings"("cohortId", "workshopId") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE comment DROP CONSTRAINT comment_one_subject;
ALTER TABLE comment ADD CONSTRAINT comment_one_subject
  CHECK (num_nonnulls("topicId", "practiceId", "workshopId") = 1);

-- ---------------------------------------------------------------- walls

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['proceedings', 'proceedings_section', 'proceedings_revision', 'proceedings_version',
                           'proceedings_photo', 'proceedings_version_photo']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_functions ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    PERFORM app.wall_archive(t);
  END LOOP;
  -- What is being written is the moderators' own until they publish it.
  FOREACH t IN ARRAY ARRAY['proceedings', 'proceedings_section', 'proceedings_revision']
  LOOP
    EXECUTE format('CREATE POLICY moderators ON %I TO werkraum_app
      USING ("cohortId" = ANY ((SELECT app.my_cohorts_as(''moderator''))::uuid[]))
      WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as(''moderator''))::uuid[]))', t);
  END LOOP;
  -- What is published is read by whoever reads the workshop.
  FOREACH t IN ARRAY ARRAY['proceedings_version', 'proceedings_version_photo']
  LOOP
    EXECUTE format('CREATE POLICY cohort_read ON %I FOR SELECT TO werkraum_app
      USING ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[])
             OR "workshopId" = ANY ((SELECT app.my_guest_workshops())::uuid[])
             OR "cohortId" = (SELECT app.system_cohort()))', t);
    EXECUTE format('CREATE POLICY moderators_write ON %I FOR INSERT TO werkraum_app
      WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as(''moderator''))::uuid[]))', t);
  END LOOP;
END $$;

GRANT SELECT, INSERT ON proceedings TO werkraum_app;
GRANT UPDATE (revision) ON proceedings TO werkraum_app;
GRANT SELECT, INSERT, DELETE ON proceedings_section TO werkraum_app;
GRANT UPDATE (position, title, body, "noteIds", version, "changedById", "changedAt")
  ON proceedings_section TO werkraum_app;
GRANT SELECT, INSERT, DELETE ON proceedings_revision TO werkraum_app;
GRANT SELECT, INSERT ON proceedings_version TO werkraum_app;

-- Whoever is of the group adds photos; until the moderators take one in, they and who added it see it.
-- Who is to be seen on one may ask that it goes: then it goes from every version.
GRANT SELECT, INSERT, DELETE ON proceedings_photo TO werkraum_app;
GRANT UPDATE (alt, caption, position, "sectionId", "isAccepted", version) ON proceedings_photo TO werkraum_app;
CREATE POLICY moderators ON proceedings_photo TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]))
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]));
CREATE POLICY own_read ON proceedings_photo FOR SELECT TO werkraum_app
  USING ("addedById" = (SELECT app.account_id()) AND "cohortId" = ANY ((SELECT app.my_cohorts())::uuid[]));
CREATE POLICY own_insert ON proceedings_photo FOR INSERT TO werkraum_app
  WITH CHECK ("addedById" = (SELECT app.account_id()) AND NOT "isAccepted"
              AND "cohortId" = ANY ((SELECT app.my_cohorts())::uuid[]));
CREATE POLICY own_change ON proceedings_photo FOR UPDATE TO werkraum_app
  USING ("addedById" = (SELECT app.account_id()) AND NOT "isAccepted"
         AND "cohortId" = ANY ((SELECT app.my_cohorts())::uuid[]))
  WITH CHECK ("addedById" = (SELECT app.account_id()) AND NOT "isAccepted");
CREATE POLICY own_delete ON proceedings_photo FOR DELETE TO werkraum_app
  USING ("addedById" = (SELECT app.account_id()) AND "cohortId" = ANY ((SELECT app.my_cohorts())::uuid[]));

GRANT SELECT, INSERT, DELETE ON proceedings_version_photo TO werkraum_app;
CREATE POLICY photo_delete ON proceedings_version_photo FOR DELETE TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[])
         OR EXISTS (SELECT 1 FROM proceedings_photo p
                     WHERE p."workshopId" = proceedings_version_photo."workshopId"
                       AND p."fileId" = proceedings_version_photo."fileId"
                       AND p."addedById" = (SELECT app.account_id())));

SELECT app.hold_files('proceedings_photo', 'fileId');
SELECT app.hold_files('proceedings_version_photo', 'fileId');

-- Comments on minutes are read and written like the minutes themselves.
ALTER POLICY cohort_read ON comment
  USING ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[])
           AND ("practiceId" IS NULL
                OR EXISTS (SELECT 1 FROM practice_release r
                            WHERE r."practiceId" = comment."practiceId" AND r.rung = 'cohort')
                OR EXISTS (SELECT 1 FROM practice p WHERE p.id = comment."practiceId"))
         OR "topicId" = ANY ((SELECT app.my_guest_topics())::uuid[])
         OR "workshopId" = ANY ((SELECT app.my_guest_workshops())::uuid[]));
ALTER POLICY own_write ON comment
  WITH CHECK ("authorId" = (SELECT app.account_id())
              AND ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[])
                     AND ("practiceId" IS NULL
                          OR EXISTS (SELECT 1 FROM practice_release r
                                      WHERE r."practiceId" = comment."practiceId" AND r.rung = 'cohort'))
                   OR "topicId" = ANY ((SELECT app.my_guest_topics())::uuid[])
                   OR "workshopId" = ANY ((SELECT app.my_guest_workshops())::uuid[]))
              AND ("workshopId" IS NULL
                   OR EXISTS (SELECT 1 FROM proceedings_version v WHERE v."workshopId" = comment."workshopId")));

SELECT app.name_account('proceedings', 'begunById');
SELECT app.name_account('proceedings_section', 'changedById');
SELECT app.name_account('proceedings_revision', 'changedById');
SELECT app.name_account('proceedings_version', 'publishedById');
SELECT app.name_account('proceedings_photo', 'addedById');

-- ---------------------------------------------------------------- search

-- What minutes say, as plain text.
CREATE FUNCTION app.proceedings_text(content jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT coalesce(string_agg(value #>> '{}', ' '), '')
     FROM (SELECT jsonb_path_query(content, 'lax $.sections[*].title') AS value
           UNION ALL
           SELECT jsonb_path_query(content, 'lax $.sections[*].body')) said $$;

CREATE FUNCTION app.search_proceedings() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$ BEGIN
  PERFORM app.search_keep(NEW."cohortId", 'proceedings', NEW."workshopId", NULL,
    (SELECT title FROM workshop WHERE id = NEW."workshopId"), app.plain(app.proceedings_text(NEW.content)));
  RETURN NULL;
END $$;
CREATE TRIGGER search_keep AFTER INSERT ON proceedings_version
  FOR EACH ROW EXECUTE FUNCTION app.search_proceedings();

CREATE FUNCTION app.search_proceedings_gone() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$ BEGIN
  PERFORM app.search_drop('proceedings', OLD."workshopId");
  RETURN NULL;
END $$;
CREATE TRIGGER search_drop AFTER DELETE ON proceedings
  FOR EACH ROW EXECUTE FUNCTION app.search_proceedings_gone();

REVOKE ALL ON FUNCTION app.proceedings_text(jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION app.search_proceedings() FROM PUBLIC, werkraum_app;
REVOKE ALL ON FUNCTION app.search_proceedings_gone() FROM PUBLIC, werkraum_app;
