-- CreateEnum
CREATE TYPE "practice_step_state" AS ENUM ('draft', 'proposed', 'objected', 'taken_back', 'done', 'down');

-- CreateEnum
CREATE TYPE "practice_scope" AS ENUM ('team', 'cohort', 'public');

-- AlterTable
ALTER TABLE "practice_release" ADD COLUMN     "namesSite" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "practice_step" (
    "cohortId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "rung" "practice_rung" NOT NULL,
    "state" "practice_step_state" NOT NULL,
    "content" JSONB NOT NULL,
    "source" JSONB NOT NULL,
    "fromVersion" INTEGER NOT NULL,
    "namesSite" BOOLEAN NOT NULL DEFAULT false,
    "checks" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "proposedById" UUID,
    "proposedAt" TIMESTAMPTZ(3),
    "objectUntil" TIMESTAMPTZ(3),
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "practice_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "practice_person" (
    "cohortId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT '',
    "contact" TEXT NOT NULL DEFAULT '',
    "scope" "practice_scope" NOT NULL,
    "until" DATE,
    "tokenHash" TEXT NOT NULL,
    "consentedAt" TIMESTAMPTZ(3),
    "isOwnWord" BOOLEAN NOT NULL DEFAULT false,
    "withdrawnAt" TIMESTAMPTZ(3),
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "practice_person_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "practice_step_practiceId_createdAt_idx" ON "practice_step"("practiceId", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "practice_step_cohortId_id_key" ON "practice_step"("cohortId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "practice_person_tokenHash_key" ON "practice_person"("tokenHash");

-- CreateIndex
CREATE INDEX "practice_person_cohortId_practiceId_idx" ON "practice_person"("cohortId", "practiceId");

-- CreateIndex
CREATE UNIQUE INDEX "practice_person_cohortId_id_key" ON "practice_person"("cohortId", "id");

-- AddForeignKey
ALTER TABLE "practice_step" ADD CONSTRAINT "practice_step_cohortId_practiceId_fkey" FOREIGN KEY ("cohortId", "practiceId") REFERENCES "practice"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_person" ADD CONSTRAINT "practice_person_cohortId_practiceId_fkey" FOREIGN KEY ("cohortId", "practiceId") REFERENCES "practice"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One step at a time on each rung.
CREATE UNIQUE INDEX "practice_step_open_key" ON "practice_step"("practiceId", "rung")
  WHERE state IN ('draft', 'proposed');

-- ---------------------------------------------------------------- walls

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['practice_step', 'practice_person']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_functions ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    PERFORM app.wall_archive(t);
  END LOOP;
END $$;

-- What a team plans to show is its own, like the text itself.
GRANT SELECT, INSERT, UPDATE, DELETE ON practice_step TO werkraum_app;
CREATE POLICY team_read ON practice_step FOR SELECT TO werkraum_app
  USING ("teamId" = ANY ((SELECT app.my_teams())::uuid[]) OR "cohortId" = (SELECT app.system_cohort()));
CREATE POLICY team_write ON practice_step FOR INSERT TO werkraum_app
  WITH CHECK ("teamId" = ANY ((SELECT app.my_teams())::uuid[])
              AND EXISTS (SELECT 1 FROM practice p WHERE p.id = "practiceId"));
CREATE POLICY team_change ON practice_step FOR UPDATE TO werkraum_app
  USING ("teamId" = ANY ((SELECT app.my_teams())::uuid[]) OR "cohortId" = (SELECT app.system_cohort()))
  WITH CHECK ("teamId" = ANY ((SELECT app.my_teams())::uuid[]) OR "cohortId" = (SELECT app.system_cohort()));
CREATE POLICY team_discard ON practice_step FOR DELETE TO werkraum_app
  USING ("teamId" = ANY ((SELECT app.my_teams())::uuid[]) AND state = 'draft');

-- A named person is read as far as she or he has agreed. The link's hash is read by nobody.
GRANT SELECT ("cohortId", id, "practiceId", "teamId", name, role, contact, scope, until, "consentedAt",
              "isOwnWord", "withdrawnAt", "createdById", "createdAt") ON practice_person TO werkraum_app;
GRANT INSERT, DELETE ON practice_person TO werkraum_app;
GRANT UPDATE (name, role, contact, scope, until, "tokenHash", "consentedAt", "isOwnWord") ON practice_person
  TO werkraum_app;
CREATE POLICY team_read ON practice_person FOR SELECT TO werkraum_app
  USING ("teamId" = ANY ((SELECT app.my_teams())::uuid[]) OR "cohortId" = (SELECT app.system_cohort()));
CREATE POLICY cohort_read ON practice_person FOR SELECT TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[]) AND scope <> 'team'
         AND "consentedAt" IS NOT NULL AND "withdrawnAt" IS NULL
         -- Days begin earlier in the east: the query asks for the very day.
         AND (until IS NULL OR until >= CURRENT_DATE - 1)
         AND EXISTS (SELECT 1 FROM practice_release r
                      WHERE r."practiceId" = practice_person."practiceId" AND r.rung = 'cohort'));
CREATE POLICY team_write ON practice_person FOR INSERT TO werkraum_app
  WITH CHECK ("teamId" = ANY ((SELECT app.my_teams())::uuid[])
              AND EXISTS (SELECT 1 FROM practice p WHERE p.id = "practiceId"));
CREATE POLICY team_change ON practice_person FOR UPDATE TO werkraum_app
  USING ("teamId" = ANY ((SELECT app.my_teams())::uuid[]))
  WITH CHECK ("teamId" = ANY ((SELECT app.my_teams())::uuid[]));
CREATE POLICY team_delete ON practice_person FOR DELETE TO werkraum_app
  USING ("teamId" = ANY ((SELECT app.my_teams())::uuid[]));

-- ---------------------------------------------------------------- the way down

-- Takes an example off its rungs above `stays`, at once, in an archived cohort too. False: not the actor's.
CREATE FUNCTION app.practice_step_down(practice_id uuid, stays text, step_id uuid, moment timestamptz)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
DECLARE
  example practice%ROWTYPE;
  leaves practice_rung[] := CASE stays WHEN 'cohort' THEN '{public}' ELSE '{cohort,public}' END;
  left_rung practice_rung;
BEGIN
  SELECT * INTO example FROM practice WHERE id = practice_id AND "teamId" = ANY (app.my_teams()) FOR UPDATE;
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE practice_step SET state = 'taken_back', "decidedAt" = moment, "decidedById" = app.account_id()
   WHERE "practiceId" = practice_id AND state = 'proposed' AND rung = ANY (leaves);
  SELECT min(rung) INTO left_rung FROM practice_release WHERE "practiceId" = practice_id AND rung = ANY (leaves);
  IF left_rung IS NULL THEN RETURN false; END IF;
  DELETE FROM practice_release WHERE "practiceId" = practice_id AND rung = ANY (leaves);
  INSERT INTO practice_step ("cohortId", id, "practiceId", "teamId", rung, state, content, source, "fromVersion",
                             "createdById", "createdAt", "decidedById", "decidedAt")
  VALUES (example."cohortId", step_id, practice_id, example."teamId", left_rung, 'down', '{}', '{}',
          example.version, app.account_id(), moment, app.account_id(), moment)
  ON CONFLICT DO NOTHING;
  RETURN true;
END $$;

-- ---------------------------------------------------------------- named persons

-- One text without a name: the whole one, and the family name alone, unless the town is called so.
CREATE FUNCTION app.without_name(said text, name text, town text) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = public AS
$$
DECLARE
  -- What is no letter, in any language that a name may come from, whatever the server's locale says.
  edge_before constant text := '(?<![A-Za-z0-9À-ɏ])';
  edge_after constant text := 's?(?![A-Za-z0-9À-ɏ])';
  parts text[] := regexp_split_to_array(trim(name), '\s+');
  family text := parts[array_length(parts, 1)];
  -- As plain letters, whatever a name contains.
  special constant text := '([][(){}.*+?^$|\\-])';
  -- Whatever stands between first and family name: a line may end there.
  whole text := replace(regexp_replace(array_to_string(parts, ' '), special, '\\\1', 'g'), ' ', '\s+');
  result text := said;
BEGIN
  IF length(trim(name)) >= 3 THEN
    result := regexp_replace(result, edge_before || whole || edge_after, '[…]', 'gi');
  END IF;
  IF array_length(parts, 1) > 1 AND length(family) >= 3 AND position(family IN town) = 0 THEN
    result := regexp_replace(result, edge_before || regexp_replace(family, special, '\\\1', 'g') || edge_after,
                             '[…]', 'g');
  END IF;
  RETURN result;
END $$;

-- The same for everything that is said in a record.
CREATE FUNCTION app.json_without_name(value jsonb, name text, town text) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE SET search_path = public AS
$$
BEGIN
  CASE jsonb_typeof(value)
    WHEN 'string' THEN RETURN to_jsonb(app.without_name(value #>> '{}', name, town));
    WHEN 'array' THEN
      RETURN (SELECT coalesce(jsonb_agg(app.json_without_name(item, name, town) ORDER BY place), '[]')
                FROM jsonb_array_elements(value) WITH ORDINALITY AS list(item, place));
    WHEN 'object' THEN
      RETURN (SELECT coalesce(jsonb_object_agg(key, app.json_without_name(item, name, town)), '{}')
                FROM jsonb_each(value) AS fields(key, item));
    ELSE RETURN value;
  END CASE;
END $$;

-- What a named person sees behind the link that the team has given her or him.
CREATE FUNCTION app.practice_consent(token_hash text)
RETURNS TABLE (name text, role text, contact text, scope text, until date, "consentedAt" timestamptz,
               "withdrawnAt" timestamptz, gist text, site text, cohort text, "cohortId" uuid, "practiceId" uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT p.name, p.role, p.contact, p.scope::text, p.until, p."consentedAt", p."withdrawnAt",
          e.content->>'gist', t.name, c.name, p."cohortId", p."practiceId"
     FROM practice_person p JOIN practice e ON e.id = p."practiceId" JOIN team t ON t.id = p."teamId"
     JOIN cohort c ON c.id = p."cohortId"
    WHERE p."tokenHash" = token_hash $$;

CREATE FUNCTION app.practice_consent_give(token_hash text, moment timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
BEGIN
  UPDATE practice_person SET "consentedAt" = coalesce("consentedAt", moment), "isOwnWord" = true
   WHERE "tokenHash" = token_hash AND "withdrawnAt" IS NULL;
  RETURN FOUND;
END $$;

-- app.practice_forget_person takes the name out; it comes with the last table in which a name can stand.
CREATE FUNCTION app.practice_consent_withdraw(token_hash text, moment timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
DECLARE person_id uuid := (SELECT id FROM practice_person WHERE "tokenHash" = token_hash);
BEGIN
  IF person_id IS NULL THEN RETURN false; END IF;
  PERFORM app.practice_forget_person(person_id, moment);
  RETURN true;
END $$;

-- The same, said to the team.
CREATE FUNCTION app.practice_person_withdraw(person_id uuid, moment timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM practice_person WHERE id = person_id AND "teamId" = ANY (app.my_teams()))
  THEN RETURN false; END IF;
  PERFORM app.practice_forget_person(person_id, moment);
  RETURN true;
END $$;

-- A consent that is over takes the name out as well, in every cohort.
CREATE FUNCTION app.practice_consents_expire(moment timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
DECLARE person record; expired integer := 0;
BEGIN
  IF NOT app.is_system() THEN RETURN 0; END IF;
  FOR person IN SELECT p.id FROM practice_person p JOIN cohort c ON c.id = p."cohortId"
                 WHERE p."withdrawnAt" IS NULL AND p.until < (moment AT TIME ZONE c."timeZone")::date
  LOOP
    PERFORM app.practice_forget_person(person.id, moment);
    expired := expired + 1;
  END LOOP;
  RETURN expired;
END $$;

-- ---------------------------------------------------------------- what everyone reads

CREATE FUNCTION app.public_practices(of_kind text, before_at timestamptz, before_id uuid, most integer)
RETURNS TABLE (id uuid, gist text, kind text, "townSize" text, "costBand" text, evidence integer, tags text[],
               language text, "releasedAt" timestamptz, site text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT r."practiceId", r.gist, r.kind, r."townSize", r."costBand", r.evidence, r.tags, r.language,
          r."releasedAt", CASE WHEN r."namesSite" THEN t.name END
     FROM practice_release r JOIN team t ON t.id = r."teamId" JOIN practice p ON p.id = r."practiceId"
    WHERE r.rung = 'public' AND p."discardedAt" IS NULL AND (of_kind IS NULL OR r.kind = of_kind)
      AND (before_at IS NULL OR (r."releasedAt", r."practiceId") < (before_at, before_id))
    ORDER BY r."releasedAt" DESC, r."practiceId" DESC LIMIT least(most, 200) $$;
CREATE INDEX "practice_release_public_idx" ON "practice_release"("releasedAt" DESC, "practiceId" DESC)
  WHERE rung = 'public';

CREATE FUNCTION app.public_practice(practice_id uuid, moment timestamptz)
RETURNS TABLE (id uuid, content jsonb, language text, version integer, "firstAt" timestamptz,
               "releasedAt" timestamptz, site text, persons jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT r."practiceId", r.content, r.language, r.version, r."firstAt", r."releasedAt",
          CASE WHEN r."namesSite" THEN t.name END,
          (SELECT coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'name', n.name, 'role', n.role,
                                                        'contact', n.contact) ORDER BY n."createdAt", n.id), '[]')
             FROM practice_person n JOIN cohort c ON c.id = n."cohortId"
            WHERE n."practiceId" = r."practiceId" AND n.scope = 'public'
              AND n."consentedAt" IS NOT NULL AND n."withdrawnAt" IS NULL
              AND (n.until IS NULL OR n.until >= (moment AT TIME ZONE c."timeZone")::date))
     FROM practice_release r JOIN team t ON t.id = r."teamId" JOIN practice p ON p.id = r."practiceId"
    WHERE r."practiceId" = practice_id AND r.rung = 'public' AND p."discardedAt" IS NULL $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY[
    'practice_step_down(uuid, text, uuid, timestamptz)', 'without_name(text, text, text)',
    'json_without_name(jsonb, text, text)',
    'practice_consent(text)', 'practice_consent_give(text, timestamptz)',
    'practice_consent_withdraw(text, timestamptz)', 'practice_person_withdraw(uuid, timestamptz)',
    'practice_consents_expire(timestamptz)', 'public_practices(text, timestamptz, uuid, integer)',
    'public_practice(uuid, timestamptz)']
  LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION app.%s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION app.%s TO werkraum_app', f);
  END LOOP;
END $$;

-- ---------------------------------------------------------------- archive, data export, jobs

-- A consent can be withdrawn, and an example taken back, in an archive too.
DO $do$
DECLARE
  listed constant text := '(''consultation_note'', ''DELETE'')';
  body text := pg_get_functiondef('app.archive_wall()'::regprocedure);
BEGIN
  IF position(listed IN body) = 0 THEN RAISE EXCEPTION 'the list of exceptions of app.archive_wall has moved'; END IF;
  EXECUTE replace(body, listed, listed || ',
      -- Whoever an example names withdraws her or his consent, and its team takes it back.
      (''practice'', ''UPDATE''), (''practice_revision'', ''UPDATE''), (''practice_release'', ''UPDATE''),
      (''practice_release'', ''DELETE''), (''practice_step'', ''UPDATE''), (''practice_step'', ''INSERT''),
      (''practice_person'', ''UPDATE'')');
END $do$;

DO $do$
DECLARE listed text;
BEGIN
  SELECT string_agg(format('(%L, %L, %L)', r.table_name, r.column_name, r.via), ', ') INTO listed FROM (
    SELECT * FROM app.account_references()
    UNION ALL VALUES
      ('practice_step', 'createdById', 'account'),
      ('practice_step', 'proposedById', 'account'),
      ('practice_step', 'decidedById', 'account'),
      ('practice_person', 'createdById', 'account')) r;
  EXECUTE format('CREATE OR REPLACE FUNCTION app.account_references()
    RETURNS TABLE (table_name text, column_name text, via text) LANGUAGE sql IMMUTABLE AS $f$ VALUES %s $f$', listed);
END $do$;

SELECT app.make_queue('practice.ladder');
SELECT app.make_queue('practice.tell');
SELECT app.make_queue('practice.consent');
