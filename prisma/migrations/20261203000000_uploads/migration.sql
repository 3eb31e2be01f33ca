-- CreateEnum
CREATE TYPE "upload_accept" AS ENUM ('pictures', 'documents', 'both', 'sealed');

-- CreateEnum
CREATE TYPE "file_kind" AS ENUM ('picture', 'document', 'sealed');

-- CreateTable
CREATE TABLE "upload" (
    "cohortId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "uploadedById" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "accept" "upload_accept" NOT NULL,
    "length" INTEGER NOT NULL,
    "received" INTEGER NOT NULL DEFAULT 0,
    "parts" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "cohortId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "uploadedById" UUID NOT NULL,
    "kind" "file_kind" NOT NULL,
    "mediaType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "name" TEXT NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "isClaimed" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stored_object" (
    "cohortId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "width" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,

    CONSTRAINT "stored_object_pkey" PRIMARY KEY ("fileId","width")
);

-- CreateTable
CREATE TABLE "discarded_object" (
    "key" TEXT NOT NULL,

    CONSTRAINT "discarded_object_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "upload_cohortId_idx" ON "upload"("cohortId");

-- CreateIndex
CREATE INDEX "upload_uploadedById_idx" ON "upload"("uploadedById");

-- CreateIndex
CREATE INDEX "upload_createdAt_idx" ON "upload"("createdAt");

-- CreateIndex
CREATE INDEX "stored_file_uploadedById_idx" ON "stored_file"("uploadedById");

-- CreateIndex
CREATE UNIQUE INDEX "stored_file_cohortId_id_key" ON "stored_file"("cohortId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "stored_object_key_key" ON "stored_object"("key");

-- CreateIndex
CREATE INDEX "stored_object_cohortId_idx" ON "stored_object"("cohortId");

-- AddForeignKey
ALTER TABLE "upload" ADD CONSTRAINT "upload_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stored_object" ADD CONSTRAINT "stored_object_cohortId_fileId_fkey" FOREIGN KEY ("cohortId", "fileId") REFERENCES "stored_file"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------- walls

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['upload', 'stored_file', 'stored_object', 'discarded_object']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_functions ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
SELECT app.wall_archive('upload');
SELECT app.wall_archive('stored_file');
SELECT app.wall_archive('stored_object');

ALTER TABLE upload ADD CONSTRAINT upload_received_check CHECK (length > 0 AND received BETWEEN 0 AND length);

-- Cohorts into which the actor may bring files.
CREATE FUNCTION app.my_upload_cohorts() RETURNS uuid[] LANGUAGE sql STABLE AS
$$ SELECT app.my_cohorts_as('member', 'moderator', 'organiser', 'expert') $$;

GRANT SELECT, INSERT, UPDATE (received, parts), DELETE ON upload TO werkraum_app;
CREATE POLICY own ON upload FOR ALL TO werkraum_app
  USING ("uploadedById" = (SELECT app.account_id())
         AND "cohortId" = ANY ((SELECT app.my_upload_cohorts())::uuid[]))
  WITH CHECK ("uploadedById" = (SELECT app.account_id())
         AND "cohortId" = ANY ((SELECT app.my_upload_cohorts())::uuid[]));

-- Until some concept has claimed it, a file is its uploader's. Afterwards the rows that name it say who
-- reads it: app.hold_files adds a policy for each table of such rows.
GRANT SELECT, INSERT, DELETE ON stored_file TO werkraum_app;
CREATE POLICY own_unclaimed ON stored_file FOR ALL TO werkraum_app
  USING ("uploadedById" = (SELECT app.account_id()) AND NOT "isClaimed"
         AND "cohortId" = ANY ((SELECT app.my_upload_cohorts())::uuid[]))
  WITH CHECK ("uploadedById" = (SELECT app.account_id()) AND NOT "isClaimed"
         AND "cohortId" = ANY ((SELECT app.my_upload_cohorts())::uuid[]));

GRANT SELECT, INSERT ON stored_object TO werkraum_app;
CREATE POLICY file_read ON stored_object FOR SELECT TO werkraum_app
  USING (EXISTS (SELECT 1 FROM stored_file f WHERE f."cohortId" = stored_object."cohortId" AND f.id = "fileId"));
CREATE POLICY own_unclaimed_write ON stored_object FOR INSERT TO werkraum_app
  WITH CHECK (EXISTS (SELECT 1 FROM stored_file f WHERE f."cohortId" = stored_object."cohortId" AND f.id = "fileId"
                         AND f."uploadedById" = (SELECT app.account_id()) AND NOT f."isClaimed"));

GRANT SELECT, DELETE ON discarded_object TO werkraum_app;
CREATE POLICY system ON discarded_object FOR ALL TO werkraum_app USING ((SELECT app.is_system()));

-- ---------------------------------------------------------------- what belongs to whom

-- Before a row that names a file is written, as whoever writes it: the file must be one that she or he sees
-- already, an own upload or through another row. (Afterwards the new row itself would make it visible.)
CREATE FUNCTION app.file_hold() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS
$$
DECLARE file_id uuid := to_jsonb(NEW)->>TG_ARGV[0];
BEGIN
  IF file_id IS NULL OR (TG_OP = 'UPDATE' AND file_id::text = to_jsonb(OLD)->>TG_ARGV[0]) THEN RETURN NEW; END IF;
  PERFORM 1 FROM stored_file WHERE "cohortId" = NEW."cohortId" AND id = file_id;
  IF NOT FOUND OR NOT app.file_claim(file_id) THEN
    RAISE EXCEPTION 'file_not_found' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

-- False where it is gone meanwhile. Claiming without a row that names it would only hide an own file.
CREATE FUNCTION app.file_claim(file_id uuid) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = public AS
$$ WITH claimed AS (UPDATE stored_file SET "isClaimed" = true
                     WHERE id = file_id AND NOT "isClaimed" RETURNING 1)
   SELECT EXISTS (SELECT 1 FROM claimed) OR EXISTS (SELECT 1 FROM stored_file WHERE id = file_id AND "isClaimed") $$;

-- After a row that named a file is gone, or names another: the foreign keys of all the tables know whether
-- some other row still names it.
CREATE FUNCTION app.file_release() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
DECLARE file_id uuid := to_jsonb(OLD)->>TG_ARGV[0];
BEGIN
  IF file_id IS NULL OR (TG_OP = 'UPDATE' AND file_id::text = to_jsonb(NEW)->>TG_ARGV[0]) THEN RETURN NULL; END IF;
  BEGIN
    DELETE FROM stored_file WHERE "cohortId" = OLD."cohortId" AND id = file_id;
  EXCEPTION WHEN foreign_key_violation OR restrict_violation THEN NULL;
  END;
  RETURN NULL;
END $$;

-- Declares that the rows of a table name files: `SELECT app.hold_files('practice_attachment', 'fileId')` in
-- the migration that makes the table, after its foreign key (without an action on delete) and its policies,
-- which must not ask stored_file in turn.
CREATE FUNCTION app.hold_files(table_name text, column_name text) RETURNS void LANGUAGE plpgsql AS
$$ BEGIN
  PERFORM 1 FROM pg_constraint k
    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)
   WHERE k.contype = 'f' AND k.conrelid = format('public.%I', table_name)::regclass
     AND k.confrelid = 'public.stored_file'::regclass AND k.confdeltype IN ('a', 'r') AND a.attname = column_name;
  IF NOT FOUND THEN
    RAISE EXCEPTION '%.% needs a foreign key to stored_file, ON DELETE NO ACTION', table_name, column_name;
  END IF;
  EXECUTE format('CREATE POLICY %I ON public.stored_file FOR SELECT TO werkraum_app USING (EXISTS (
                    SELECT 1 FROM public.%I h WHERE h."cohortId" = stored_file."cohortId" AND h.%I = stored_file.id))',
                 format('held_by_%s_%s', table_name, column_name), table_name, column_name);
  EXECUTE format('CREATE TRIGGER %I BEFORE INSERT OR UPDATE OF %I ON public.%I
                  FOR EACH ROW EXECUTE FUNCTION app.file_hold(%L)',
                 format('file_hold_%s', column_name), column_name, table_name, column_name);
  EXECUTE format('CREATE TRIGGER %I AFTER DELETE OR UPDATE OF %I ON public.%I
                  FOR EACH ROW EXECUTE FUNCTION app.file_release(%L)',
                 format('file_release_%s', column_name), column_name, table_name, column_name);
END $$;
REVOKE EXECUTE ON FUNCTION app.hold_files(text, text) FROM PUBLIC, werkraum_app;

-- Whether a file may be read by everybody, because something published names it. Rooms that publish
-- replace this function; until then nothing is public.
CREATE FUNCTION app.public_file(file_id uuid) RETURNS TABLE ("cohortId" uuid, id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT f."cohortId", f.id FROM stored_file f WHERE f.id = file_id AND false $$;

CREATE FUNCTION app.public_objects(file_id uuid)
RETURNS TABLE (kind file_kind, name text, width integer, key text, "mediaType" text, size integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT f.kind, f.name, o.width, o.key, o."mediaType", o.size
     FROM app.public_file(file_id) p
     JOIN stored_file f ON f."cohortId" = p."cohortId" AND f.id = p.id AND f.kind <> 'sealed'
     JOIN stored_object o ON o."cohortId" = f."cohortId" AND o."fileId" = f.id $$;

-- ---------------------------------------------------------------- how much there is, and what goes

-- Bytes that a cohort's files take, those on their way included.
CREATE FUNCTION app.cohort_file_bytes(cohort_id uuid) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT (SELECT coalesce(sum(size), 0) FROM stored_object WHERE "cohortId" = cohort_id)
        + (SELECT coalesce(sum(length), 0) FROM upload WHERE "cohortId" = cohort_id)
    WHERE cohort_id = ANY (app.my_upload_cohorts()) $$;

CREATE FUNCTION app.object_discard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$ BEGIN
  IF TG_TABLE_NAME = 'upload' THEN
    INSERT INTO discarded_object (key) SELECT unnest(OLD.parts) ON CONFLICT DO NOTHING;
  ELSE
    INSERT INTO discarded_object (key) VALUES (OLD.key) ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER object_discard AFTER DELETE ON upload FOR EACH ROW EXECUTE FUNCTION app.object_discard();
CREATE TRIGGER object_discard AFTER DELETE ON stored_object FOR EACH ROW EXECUTE FUNCTION app.object_discard();

-- Uploads that were never finished, and files that nobody has claimed.
CREATE FUNCTION app.uploads_tidy(latest timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$ BEGIN
  IF NOT app.is_system() THEN RETURN; END IF;
  DELETE FROM upload WHERE "createdAt" < latest;
  DELETE FROM stored_file WHERE NOT "isClaimed" AND "createdAt" < latest;
END $$;

-- Which of these objects no row knows: what a program left that died between storing and writing down.
CREATE FUNCTION app.objects_unknown(keys text[]) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT k FROM unnest(keys) k
    WHERE app.is_system()
      AND NOT EXISTS (SELECT 1 FROM stored_object o WHERE o.key = k)
      AND NOT EXISTS (SELECT 1 FROM upload u WHERE k = ANY (u.parts)) $$;

-- An account that has ended has nothing on its way any more; what it gave to others stays with them.
CREATE FUNCTION app.upload_account_end() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$ BEGIN
  DELETE FROM upload WHERE "uploadedById" = NEW.id;
  DELETE FROM stored_file WHERE "uploadedById" = NEW.id AND NOT "isClaimed";
  RETURN NULL;
END $$;
CREATE TRIGGER upload_account_end AFTER UPDATE OF "deletedAt" ON account
  FOR EACH ROW WHEN (OLD."deletedAt" IS NULL AND NEW."deletedAt" IS NOT NULL)
  EXECUTE FUNCTION app.upload_account_end();

-- ---------------------------------------------------------------- archive and data export

-- What the owner's functions delete of files, they delete from an archive too: adds to the exceptions of
-- app.archive_wall, whichever there are.
DO $do$
DECLARE
  before text := pg_get_functiondef('app.archive_wall()'::regprocedure);
  after text := replace(before, '((''membership'', ''UPDATE''),',
    '((''membership'', ''UPDATE''), (''upload'', ''DELETE''), (''stored_file'', ''DELETE''), (''stored_object'', ''DELETE''),');
BEGIN
  IF after = before THEN RAISE EXCEPTION 'app.archive_wall has changed'; END IF;
  EXECUTE after;
END $do$;

DO $do$
DECLARE listed text;
BEGIN
  SELECT string_agg(format('(%L, %L, %L)', r.table_name, r.column_name, r.via), ', ') INTO listed FROM (
    SELECT * FROM app.account_references()
    UNION ALL VALUES ('upload', 'uploadedById', 'account'), ('stored_file', 'uploadedById', 'account')) r;
  EXECUTE format('CREATE OR REPLACE FUNCTION app.account_references()
    RETURNS TABLE (table_name text, column_name text, via text) LANGUAGE sql IMMUTABLE AS $f$ VALUES %s $f$', listed);
END $do$;

-- ---------------------------------------------------------------- rights and jobs

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['my_upload_cohorts()', 'file_hold()', 'file_claim(uuid)', 'file_release()', 'public_file(uuid)',
                           'public_objects(uuid)', 'cohort_file_bytes(uuid)', 'object_discard()',
                           'uploads_tidy(timestamptz)', 'objects_unknown(text[])', 'upload_account_end()']
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION app.%s FROM PUBLIC', f);
  END LOOP;
  FOREACH f IN ARRAY ARRAY['my_upload_cohorts()', 'file_claim(uuid)', 'public_objects(uuid)', 'cohort_file_bytes(uuid)',
                           'uploads_tidy(timestamptz)', 'objects_unknown(text[])']
  LOOP
    EXECUTE format('GRANT EXECUTE ON FUNCTION app.%s TO werkraum_app', f);
  END LOOP;
END $$;

SELECT app.make_queue('upload.discard');
SELECT app.make_queue('upload.tidy');
