-- AlterTable
ALTER TABLE "practice_person" ADD COLUMN     "email" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "isFamilyNameAWord" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "mailTokenHash" TEXT,
ADD COLUMN     "remindedUntil" DATE,
ADD COLUMN     "spellings" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateIndex
CREATE UNIQUE INDEX "practice_person_mailTokenHash_key" ON "practice_person"("mailTokenHash");

-- ---------------------------------------------------------------- walls

-- What the cohort reads of a person are the columns of before: how a name is written elsewhere, and where the
-- link is sent, the team alone is told, by the function below. Links are read by nobody.
GRANT UPDATE (spellings, "isFamilyNameAWord", email, "mailTokenHash") ON practice_person TO werkraum_app;

CREATE FUNCTION app.practice_person_details(practice_id uuid)
RETURNS TABLE (id uuid, email text, spellings text[], "isFamilyNameAWord" boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT p.id, p.email, p.spellings, p."isFamilyNameAWord" FROM practice_person p
    WHERE p."practiceId" = practice_id AND p."teamId" = ANY (app.my_teams()) $$;

-- ---------------------------------------------------------------- how a name is found

-- One word as a pattern, in capital and small letters.
CREATE FUNCTION app.any_case(word text) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = public AS
$$ SELECT coalesce(string_agg(
            CASE WHEN lower(c) <> upper(c) AND length(lower(c)) = 1 AND length(upper(c)) = 1
                 THEN '[' || lower(c) || upper(c) || ']'
                 ELSE regexp_replace(c, '([][(){}.*+?^$|\\-])', '\\\1') END, '' ORDER BY place), '')
     FROM regexp_split_to_table(word, '') WITH ORDINALITY AS letters(c, place) $$;

-- All ways in which a text may name a person, as one pattern: each spelling as a whole, the contact, and the
-- family name alone. A family name that means something else too, or is the town's, goes with a form of
-- address or an initial before it only.
CREATE FUNCTION app.practice_name_pattern(person practice_person) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = public AS
$$
DECLARE
  special constant text := '([][(){}.*+?^$|\\-])';
  addressed constant text :=
    '(?<=(?:Frau|Herrn?|Dr\.|Prof\.|Familie|Mr\.?|Mrs\.?|Ms\.?|(?:^|[^A-Za-zÀ-ɏ])[A-ZÀ-Þ]\.)\s*)';
  town text := (SELECT name FROM team WHERE id = person."teamId");
  ways text[] := '{}';
  spelling text;
  parts text[];
  family text;
BEGIN
  FOREACH spelling IN ARRAY ARRAY[person.name] || person.spellings LOOP
    spelling := trim(spelling);
    CONTINUE WHEN length(spelling) < 3;
    parts := regexp_split_to_array(spelling, '\s+');
    -- Whatever stands between first and family name: a line may end there.
    ways := ways || (SELECT string_agg(app.any_case(part), '\s+' ORDER BY place)
                       FROM unnest(parts) WITH ORDINALITY AS words(part, place));
    family := parts[array_length(parts, 1)];
    CONTINUE WHEN array_length(parts, 1) = 1 OR length(family) < 3;
    ways := ways || (CASE WHEN person."isFamilyNameAWord" OR position(family IN town) > 0 THEN addressed ELSE '' END
                     || regexp_replace(family, special, '\\\1', 'g'));
  END LOOP;
  IF length(trim(person.contact)) >= 6 THEN ways := ways || app.any_case(trim(person.contact)); END IF;
  -- The end, and something after it: finds nothing.
  IF ways = '{}' THEN RETURN '\Zx'; END IF;
  -- The edges: what is no letter, in any language that a name may come from, whatever the server's locale says.
  RETURN '(?<![A-Za-z0-9À-ɏ])(?:' || array_to_string(ways, '|') || ')s?(?![A-Za-z0-9À-ɏ])';
END $$;

DROP FUNCTION app.json_without_name(jsonb, text, text);
DROP FUNCTION app.without_name(text, text, text);

CREATE FUNCTION app.without_name(said text, pattern text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = public AS
$$ SELECT regexp_replace(said, pattern, '[…]', 'g') $$;

-- The same for everything that is said in a record.
CREATE FUNCTION app.json_without_name(value jsonb, pattern text) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE SET search_path = public AS
$$
BEGIN
  CASE jsonb_typeof(value)
    WHEN 'string' THEN RETURN to_jsonb(app.without_name(value #>> '{}', pattern));
    WHEN 'array' THEN
      RETURN (SELECT coalesce(jsonb_agg(app.json_without_name(item, pattern) ORDER BY place), '[]')
                FROM jsonb_array_elements(value) WITH ORDINALITY AS list(item, place));
    WHEN 'object' THEN
      RETURN (SELECT coalesce(jsonb_object_agg(key, app.json_without_name(item, pattern)), '{}')
                FROM jsonb_each(value) AS fields(key, item));
    ELSE RETURN value;
  END CASE;
END $$;

-- Takes a person's name out of everything that an example says or has said, out of what others have said
-- about it, out of the names of its files, and out of the person's own row. Nobody calls it but the functions
-- with which a consent ends. What it goes through, app.practice_name_places counts.
CREATE OR REPLACE FUNCTION app.practice_forget_person(person_id uuid, moment timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
DECLARE person practice_person%ROWTYPE; named text; now_version integer;
BEGIN
  SELECT * INTO person FROM practice_person WHERE id = person_id AND "withdrawnAt" IS NULL FOR UPDATE;
  IF NOT FOUND THEN RETURN; END IF;
  named := app.practice_name_pattern(person);
  UPDATE practice SET content = app.json_without_name(content, named), version = version + 1
   WHERE id = person."practiceId" AND content <> app.json_without_name(content, named)
  RETURNING version INTO now_version;
  -- What is shown loses the name in the same moment: it is no further behind than before.
  UPDATE practice_release SET "fromVersion" = now_version
   WHERE "practiceId" = person."practiceId" AND "fromVersion" = now_version - 1;
  UPDATE practice_step SET "fromVersion" = now_version
   WHERE "practiceId" = person."practiceId" AND "fromVersion" = now_version - 1 AND state IN ('draft', 'proposed');
  UPDATE practice_revision SET content = app.json_without_name(content, named)
   WHERE "practiceId" = person."practiceId" AND content <> app.json_without_name(content, named);
  UPDATE practice_step SET content = app.json_without_name(content, named),
                           source = app.json_without_name(source, named),
                           reason = app.without_name(reason, named)
   WHERE "practiceId" = person."practiceId";
  UPDATE practice_release SET content = app.json_without_name(content, named),
                              gist = app.without_name(gist, named),
                              tags = ARRAY(SELECT app.without_name(tag, named) FROM unnest(tags) AS tag)
   WHERE "practiceId" = person."practiceId" AND content <> app.json_without_name(content, named);
  UPDATE comment SET body = app.without_name(body, named)
   WHERE "practiceId" = person."practiceId" AND body ~ named;
  UPDATE practice_adoption SET why = app.without_name(why, named),
                               changed = app.without_name(changed, named),
                               result = app.without_name(result, named)
   WHERE "practiceId" = person."practiceId";
  UPDATE stored_file SET name = app.without_name(name, named)
   WHERE id IN (SELECT "fileId" FROM practice_file WHERE "practiceId" = person."practiceId"
                UNION SELECT "fileId" FROM practice_release_file WHERE "practiceId" = person."practiceId")
     AND name ~ named;
  UPDATE practice_person SET name = '', role = '', contact = '', email = '', spellings = '{}',
                             "isFamilyNameAWord" = false, "withdrawnAt" = moment
   WHERE id = person_id;
END $$;

-- ---------------------------------------------------------------- where a name stands

-- Every text about an example in which somebody is named: which one, which field of it, how often, and the
-- text with the name between two marks. Of earlier versions and steps the number alone matters.
CREATE FUNCTION app.practice_name_places(person_id uuid)
RETURNS TABLE (place text, field text, said text, found integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS
$$
DECLARE
  person practice_person%ROWTYPE;
  named text;
  every constant jsonpath := 'strict $.** ? (@.type() == "string")';
BEGIN
  SELECT * INTO person FROM practice_person WHERE id = person_id AND "withdrawnAt" IS NULL;
  IF NOT FOUND THEN RETURN; END IF;
  named := app.practice_name_pattern(person);
  RETURN QUERY
    WITH texts (place, field, said) AS (
      SELECT 'team', f.key, t.words #>> '{}'
        FROM practice p, jsonb_each(p.content) AS f, jsonb_path_query(f.value, every) AS t(words)
       WHERE p.id = person."practiceId"
      UNION ALL
      SELECT r.rung::text, f.key, t.words #>> '{}'
        FROM practice_release r, jsonb_each(r.content) AS f, jsonb_path_query(f.value, every) AS t(words)
       WHERE r."practiceId" = person."practiceId"
      UNION ALL
      SELECT 'version', '', t.words #>> '{}'
        FROM practice_revision v JOIN practice p ON p.id = v."practiceId" AND p.version <> v.version,
             jsonb_path_query(v.content, every) AS t(words)
       WHERE v."practiceId" = person."practiceId"
      UNION ALL
      SELECT 'step', '', t.words #>> '{}'
        FROM practice_step s, unnest(ARRAY[s.content, s.source, to_jsonb(s.reason)]) AS part,
             jsonb_path_query(part, every) AS t(words)
       WHERE s."practiceId" = person."practiceId"
      UNION ALL
      SELECT 'comment', '', c.body FROM comment c WHERE c."practiceId" = person."practiceId"
      UNION ALL
      SELECT 'adoption', '', words FROM practice_adoption a, unnest(ARRAY[a.why, a.changed, a.result]) AS words
       WHERE a."practiceId" = person."practiceId"
      UNION ALL
      SELECT 'file', '', s.name FROM stored_file s
       WHERE s.id IN (SELECT "fileId" FROM practice_file WHERE "practiceId" = person."practiceId"
                      UNION SELECT "fileId" FROM practice_release_file WHERE "practiceId" = person."practiceId"))
    SELECT t.place, t.field,
           regexp_replace(t.said, '(' || named || ')', E'\u0002\\1\u0003', 'g'), regexp_count(t.said, named)
      FROM texts t WHERE t.said ~ named;
END $$;

-- For the team of the example.
CREATE FUNCTION app.practice_person_places(person_id uuid)
RETURNS TABLE (place text, field text, said text, found integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT p.place, p.field, CASE WHEN p.place NOT IN ('version', 'step') THEN p.said END, p.found
     FROM practice_person n, app.practice_name_places(n.id) AS p
    WHERE n.id = person_id AND n."teamId" = ANY (app.my_teams()) $$;

-- For the person behind the link: how often, and in which text. The texts are the team's.
CREATE FUNCTION app.practice_consent_places(token_hash text) RETURNS TABLE (place text, found integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT p.place, sum(p.found)::integer
     FROM practice_person n, app.practice_name_places(n.id) AS p
    WHERE token_hash IN (n."tokenHash", n."mailTokenHash")
    GROUP BY p.place $$;

-- ---------------------------------------------------------------- the link

-- Also the link of the mail that asks before the end.
DROP FUNCTION app.practice_consent(text);
CREATE FUNCTION app.practice_consent(token_hash text)
RETURNS TABLE (name text, role text, contact text, scope text, until date, "consentedAt" timestamptz,
               "withdrawnAt" timestamptz, "isOver" boolean, gist text, site text, cohort text, "cohortId" uuid, "practiceId" uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT p.name, p.role, p.contact, p.scope::text, p.until, p."consentedAt", p."withdrawnAt",
          coalesce(p.until < (p."withdrawnAt" AT TIME ZONE c."timeZone")::date, false), e.content->>'gist', t.name, c.name, p."cohortId", p."practiceId"
     FROM practice_person p JOIN practice e ON e.id = p."practiceId" JOIN team t ON t.id = p."teamId"
     JOIN cohort c ON c.id = p."cohortId"
    WHERE p."tokenHash" = token_hash OR p."mailTokenHash" = token_hash $$;

CREATE OR REPLACE FUNCTION app.practice_consent_give(token_hash text, moment timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
BEGIN
  UPDATE practice_person SET "consentedAt" = coalesce("consentedAt", moment), "isOwnWord" = true
   WHERE ("tokenHash" = token_hash OR "mailTokenHash" = token_hash) AND "withdrawnAt" IS NULL;
  RETURN FOUND;
END $$;

CREATE OR REPLACE FUNCTION app.practice_consent_withdraw(token_hash text, moment timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
DECLARE
  person_id uuid := (SELECT id FROM practice_person
                      WHERE "tokenHash" = token_hash OR "mailTokenHash" = token_hash);
BEGIN
  IF person_id IS NULL THEN RETURN false; END IF;
  PERFORM app.practice_forget_person(person_id, moment);
  RETURN true;
END $$;

-- The person lets a consent hold longer, before it ends. Without a day: until she or he withdraws.
CREATE FUNCTION app.practice_consent_prolong(token_hash text, until_day date) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
BEGIN
  UPDATE practice_person SET until = until_day, "isOwnWord" = true
   WHERE ("tokenHash" = token_hash OR "mailTokenHash" = token_hash) AND "withdrawnAt" IS NULL
     AND "consentedAt" IS NOT NULL AND until IS NOT NULL AND (until_day IS NULL OR until_day > until);
  RETURN FOUND;
END $$;

-- ---------------------------------------------------------------- the end

-- Whose consent ends within two weeks, once for each end, in every cohort.
CREATE FUNCTION app.practice_consents_ending(moment timestamptz)
RETURNS TABLE ("cohortId" uuid, "practiceId" uuid, id uuid, name text, email text, until date, gist text,
               site text, language text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
#variable_conflict use_column
BEGIN
  IF NOT app.is_system() THEN RETURN; END IF;
  RETURN QUERY
    UPDATE practice_person p SET "remindedUntil" = p.until
      FROM cohort c, practice e, team t
     WHERE c.id = p."cohortId" AND e.id = p."practiceId" AND t.id = p."teamId"
       AND p."withdrawnAt" IS NULL AND p."consentedAt" IS NOT NULL AND p."remindedUntil" IS DISTINCT FROM p.until
       AND p.until BETWEEN (moment AT TIME ZONE c."timeZone")::date AND (moment AT TIME ZONE c."timeZone")::date + 14
    RETURNING p."cohortId", p."practiceId", p.id, p.name, p.email, p.until, e.content->>'gist', t.name,
              e.content->>'language';
END $$;

-- The link that the mail carries; the one that the person has goes on.
CREATE FUNCTION app.practice_consent_mailed(person_id uuid, token_hash text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS
$$ UPDATE practice_person SET "mailTokenHash" = token_hash WHERE id = person_id AND app.is_system() $$;

-- A consent that is over takes the name out, in every cohort; whose it was, the teams are told.
DROP FUNCTION app.practice_consents_expire(timestamptz);
CREATE FUNCTION app.practice_consents_expire(moment timestamptz)
RETURNS TABLE ("cohortId" uuid, "practiceId" uuid, id uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
DECLARE person record;
BEGIN
  IF NOT app.is_system() THEN RETURN; END IF;
  FOR person IN SELECT p."cohortId", p."practiceId", p.id
                  FROM practice_person p JOIN cohort c ON c.id = p."cohortId"
                 WHERE p."withdrawnAt" IS NULL AND p.until < (moment AT TIME ZONE c."timeZone")::date
  LOOP
    PERFORM app.practice_forget_person(person.id, moment);
    RETURN QUERY SELECT person."cohortId", person."practiceId", person.id;
  END LOOP;
END $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY[
    'practice_consent(text)', 'practice_person_details(uuid)', 'practice_person_places(uuid)', 'practice_consent_places(text)',
    'practice_consent_prolong(text, date)', 'practice_consents_ending(timestamptz)',
    'practice_consent_mailed(uuid, text)', 'practice_consents_expire(timestamptz)']
  LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION app.%s FROM PUBLIC', f);
  END LOOP;
  FOREACH f IN ARRAY ARRAY[
    'any_case(text)', 'practice_name_pattern(practice_person)', 'without_name(text, text)',
    'json_without_name(jsonb, text)', 'practice_name_places(uuid)']
  LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION app.%s FROM PUBLIC, werkraum_app', f);
  END LOOP;
END $$;
