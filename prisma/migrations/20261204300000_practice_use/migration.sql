-- CreateEnum
CREATE TYPE "adoption_state" AS ENUM ('interested', 'planned', 'tried', 'adapted', 'dropped', 'established');

-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "practiceId" UUID,
ALTER COLUMN "topicId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "practice_adoption" (
    "cohortId" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "state" "adoption_state" NOT NULL,
    "why" TEXT NOT NULL DEFAULT '',
    "changed" TEXT NOT NULL DEFAULT '',
    "result" TEXT NOT NULL DEFAULT '',
    "contactId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedById" UUID,
    "remindedMonths" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "practice_adoption_pkey" PRIMARY KEY ("practiceId","teamId")
);

-- CreateTable
CREATE TABLE "practice_adoption_step" (
    "cohortId" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "adoption_state" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID,

    CONSTRAINT "practice_adoption_step_pkey" PRIMARY KEY ("practiceId","teamId","number")
);

-- CreateTable
CREATE TABLE "practice_thanks" (
    "cohortId" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "practice_thanks_pkey" PRIMARY KEY ("practiceId","accountId")
);

-- CreateIndex
CREATE INDEX "practice_adoption_cohortId_teamId_idx" ON "practice_adoption"("cohortId", "teamId");

-- CreateIndex
CREATE INDEX "practice_adoption_contactId_idx" ON "practice_adoption"("contactId");

-- CreateIndex
CREATE UNIQUE INDEX "practice_adoption_cohortId_practiceId_teamId_key" ON "practice_adoption"("cohortId", "practiceId", "teamId");

-- CreateIndex
CREATE INDEX "practice_thanks_cohortId_accountId_idx" ON "practice_thanks"("cohortId", "accountId");

-- CreateIndex
CREATE INDEX "comment_practiceId_createdAt_id_idx" ON "comment"("practiceId", "createdAt", "id");

-- AddForeignKey
ALTER TABLE "practice_adoption" ADD CONSTRAINT "practice_adoption_cohortId_practiceId_fkey" FOREIGN KEY ("cohortId", "practiceId") REFERENCES "practice"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_adoption" ADD CONSTRAINT "practice_adoption_cohortId_teamId_fkey" FOREIGN KEY ("cohortId", "teamId") REFERENCES "team"("cohortId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_adoption" ADD CONSTRAINT "practice_adoption_cohortId_contactId_fkey" FOREIGN KEY ("cohortId", "contactId") REFERENCES "membership"("cohortId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_adoption_step" ADD CONSTRAINT "practice_adoption_step_cohortId_practiceId_teamId_fkey" FOREIGN KEY ("cohortId", "practiceId", "teamId") REFERENCES "practice_adoption"("cohortId", "practiceId", "teamId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_thanks" ADD CONSTRAINT "practice_thanks_cohortId_practiceId_fkey" FOREIGN KEY ("cohortId", "practiceId") REFERENCES "practice"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_cohortId_practiceId_fkey" FOREIGN KEY ("cohortId", "practiceId") REFERENCES "practice"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE comment ADD CONSTRAINT comment_one_subject CHECK (num_nonnulls("topicId", "practiceId") = 1);

-- ---------------------------------------------------------------- walls

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['practice_adoption', 'practice_adoption_step', 'practice_thanks']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_functions ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    PERFORM app.wall_archive(t);
  END LOOP;
END $$;

-- What others make of an example is read by whoever reads the example: the cohort while it is shown, its
-- team always (their policies apply inside EXISTS); and a team reads what it has written itself.
GRANT SELECT, INSERT, DELETE ON practice_adoption TO werkraum_app;
GRANT UPDATE (state, why, changed, result, "contactId", version, "changedAt", "changedById", "remindedMonths")
  ON practice_adoption TO werkraum_app;
CREATE POLICY practice_read ON practice_adoption FOR SELECT TO werkraum_app
  USING ("cohortId" = (SELECT app.system_cohort())
         OR "teamId" = ANY ((SELECT app.my_teams())::uuid[])
         OR "cohortId" = ANY ((SELECT app.my_cohorts())::uuid[])
            AND (EXISTS (SELECT 1 FROM practice_release r
                          WHERE r."practiceId" = practice_adoption."practiceId" AND r.rung = 'cohort')
                 OR EXISTS (SELECT 1 FROM practice p WHERE p.id = practice_adoption."practiceId")));
CREATE POLICY team_write ON practice_adoption FOR INSERT TO werkraum_app
  WITH CHECK ("teamId" = ANY ((SELECT app.my_teams())::uuid[])
              AND EXISTS (SELECT 1 FROM practice_release r
                           WHERE r."practiceId" = practice_adoption."practiceId" AND r.rung = 'cohort'));
CREATE POLICY team_change ON practice_adoption FOR UPDATE TO werkraum_app
  USING ("teamId" = ANY ((SELECT app.my_teams())::uuid[]) OR "cohortId" = (SELECT app.system_cohort()))
  WITH CHECK ("teamId" = ANY ((SELECT app.my_teams())::uuid[]) OR "cohortId" = (SELECT app.system_cohort()));
CREATE POLICY team_delete ON practice_adoption FOR DELETE TO werkraum_app
  USING ("teamId" = ANY ((SELECT app.my_teams())::uuid[]));

GRANT SELECT, INSERT ON practice_adoption_step TO werkraum_app;
CREATE POLICY adoption_read ON practice_adoption_step FOR SELECT TO werkraum_app
  USING (EXISTS (SELECT 1 FROM practice_adoption a
                  WHERE a."practiceId" = practice_adoption_step."practiceId" AND a."teamId" = practice_adoption_step."teamId"));
CREATE POLICY team_write ON practice_adoption_step FOR INSERT TO werkraum_app
  WITH CHECK ("teamId" = ANY ((SELECT app.my_teams())::uuid[]));

GRANT SELECT, INSERT, DELETE ON practice_thanks TO werkraum_app;
CREATE POLICY practice_read ON practice_thanks FOR SELECT TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[])
         AND (EXISTS (SELECT 1 FROM practice_release r
                       WHERE r."practiceId" = practice_thanks."practiceId" AND r.rung = 'cohort')
              OR EXISTS (SELECT 1 FROM practice p WHERE p.id = practice_thanks."practiceId")));
CREATE POLICY own_write ON practice_thanks FOR INSERT TO werkraum_app
  WITH CHECK ("accountId" = (SELECT app.account_id())
              AND EXISTS (SELECT 1 FROM practice_release r
                           WHERE r."practiceId" = practice_thanks."practiceId" AND r.rung = 'cohort'));
CREATE POLICY own_delete ON practice_thanks FOR DELETE TO werkraum_app
  USING ("accountId" = (SELECT app.account_id()));

-- Comments on an example are read and written like the example itself.
ALTER POLICY cohort_read ON comment
  USING ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[])
           AND ("practiceId" IS NULL
                OR EXISTS (SELECT 1 FROM practice_release r
                            WHERE r."practiceId" = comment."practiceId" AND r.rung = 'cohort')
                OR EXISTS (SELECT 1 FROM practice p WHERE p.id = comment."practiceId"))
         OR "topicId" = ANY ((SELECT app.my_guest_topics())::uuid[]));
ALTER POLICY own_write ON comment
  WITH CHECK ("authorId" = (SELECT app.account_id())
              AND ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[])
                     AND ("practiceId" IS NULL
                          OR EXISTS (SELECT 1 FROM practice_release r
                                      WHERE r."practiceId" = comment."practiceId" AND r.rung = 'cohort'))
                   OR "topicId" = ANY ((SELECT app.my_guest_topics())::uuid[])));

-- The teams are asked how it goes.
SELECT app.make_queue('practice.remind');

-- ---------------------------------------------------------------- search

-- What an example says, as plain text.
CREATE FUNCTION app.practice_text(content jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT string_agg(value #>> '{}', ' ')
     FROM (SELECT entry.value FROM jsonb_each(content) entry
            WHERE entry.key = ANY ('{targetGroup,problem,mandate,story,goal,participation,costNote,time,material,
                planned,happened,why,nextTime,wrongAssumptions,earlySigns,dontIf,sideEffects,lasts,evidenceNote,
                core,changeable,prerequisites}'::text[])
           UNION ALL
           SELECT jsonb_path_query(content, 'lax $.tags[*]')
           UNION ALL
           SELECT jsonb_path_query(content, 'lax $.steps[*].what')
           UNION ALL
           SELECT jsonb_path_query(content, 'lax $.partners[*].name')
           UNION ALL
           SELECT jsonb_path_query(content, 'lax $.partners[*].role')
           UNION ALL
           SELECT jsonb_path_query(content, 'lax $.outcomes[*].what')
           UNION ALL
           SELECT jsonb_path_query(content, 'lax $.transfer.*.reason')
           UNION ALL
           SELECT jsonb_path_query(content, 'lax $.attachments[*].title')) said $$;

-- What a list is filtered by stands beside the words in the index, so that both are looked up at once.
-- The colon keeps these apart from anything that can be typed.
CREATE FUNCTION app.practice_facets(r practice_release) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT array_remove(ARRAY['is:practice', 'kind:' || r.kind, 'town:' || r."townSize", 'cost:' || r."costBand",
                             'team:' || r."teamId"], NULL)
       || ARRAY(SELECT 'evidence:' || level FROM generate_series(1, coalesce(r.evidence, 0)) level)
       || ARRAY(SELECT 'tag:' || tag FROM unnest(r.tags) tag) $$;

CREATE FUNCTION app.search_practice() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$ BEGIN
  PERFORM app.search_keep(NEW."cohortId", 'practice', NEW."practiceId", NULL, NEW.gist,
    concat_ws(' ', app.practice_text(NEW.content), (SELECT name FROM team WHERE id = NEW."teamId")));
  UPDATE search_entry SET words = words || array_to_tsvector(app.practice_facets(NEW))
   WHERE kind = 'practice' AND "subjectId" = NEW."practiceId";
  RETURN NULL;
END $$;
CREATE TRIGGER search_keep AFTER INSERT OR UPDATE ON practice_release
  FOR EACH ROW WHEN (NEW.rung = 'cohort') EXECUTE FUNCTION app.search_practice();

CREATE FUNCTION app.search_practice_gone() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$ BEGIN
  PERFORM app.search_drop('practice', OLD."practiceId");
  RETURN NULL;
END $$;
CREATE TRIGGER search_drop AFTER DELETE ON practice_release
  FOR EACH ROW WHEN (OLD.rung = 'cohort') EXECUTE FUNCTION app.search_practice_gone();

UPDATE practice_release SET rung = rung WHERE rung = 'cohort';

-- Examples of one cohort of the actor's that hold all words and facets. Of very many, the newest are
-- looked at more closely: a word that thousands use tells nothing about which of them is meant.
CREATE FUNCTION app.practice_find(cohort uuid, typed text, facets text[], maximum int)
RETURNS TABLE ("practiceId" uuid, rank real)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS
$$
DECLARE
  wanted tsquery := app.search_query(typed);
  facet text;
BEGIN
  IF wanted IS NULL OR NOT coalesce(cohort = ANY (app.my_cohorts()), false) THEN RETURN; END IF;
  wanted := wanted && ('cohort' || replace(cohort::text, '-', ''))::tsquery;
  FOREACH facet IN ARRAY facets || 'is:practice'::text LOOP
    wanted := wanted && quote_literal(facet)::tsquery;
  END LOOP;
  RETURN QUERY
    WITH newest AS (
      SELECT e."subjectId", r."releasedAt", e.words
        FROM search_entry e
        JOIN practice_release r ON r."practiceId" = e."subjectId" AND r.rung = 'cohort'
       WHERE e.words @@ wanted
       ORDER BY r."releasedAt" DESC, e."subjectId" DESC LIMIT 300)
    SELECT n."subjectId", ts_rank(n.words, wanted) FROM newest n
     ORDER BY ts_rank(n.words, wanted) DESC, n."releasedAt" DESC, n."subjectId" DESC
     LIMIT maximum;
END $$;

-- "Like this one": the same tags above all, then words of the first sentence, kind and size of the town.
CREATE FUNCTION app.practice_similar(cohort uuid, practice uuid, maximum int)
RETURNS TABLE ("practiceId" uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS
$$
DECLARE
  one practice_release;
  wanted tsquery;
  alike tsquery;
BEGIN
  IF NOT coalesce(cohort = ANY (app.my_cohorts()), false) THEN RETURN; END IF;
  SELECT * INTO one FROM practice_release r
   WHERE r."practiceId" = practice AND r."cohortId" = cohort AND r.rung = 'cohort';
  IF NOT FOUND THEN RETURN; END IF;
  SELECT string_agg(quote_literal(lexeme), ' | ')::tsquery INTO wanted
    FROM (SELECT unnest(tsvector_to_array(to_tsvector('pg_catalog.german', app.fold(one.gist)))) AS lexeme
          UNION SELECT 'tag:' || tag FROM unnest(one.tags) tag) words;
  IF wanted IS NULL THEN RETURN; END IF;
  alike := wanted && ('cohort' || replace(cohort::text, '-', ''))::tsquery && quote_literal('is:practice')::tsquery;
  RETURN QUERY
    WITH newest AS (
      SELECT r."practiceId" AS id, r."releasedAt", r.tags, r.kind, r."townSize", e.words
        FROM search_entry e
        JOIN practice_release r ON r."practiceId" = e."subjectId" AND r.rung = 'cohort'
       WHERE e.words @@ alike AND e."subjectId" <> practice
       ORDER BY r."releasedAt" DESC, r."practiceId" DESC LIMIT 200)
    SELECT n.id FROM newest n
     ORDER BY 3 * (SELECT count(*) FROM unnest(n.tags) tag WHERE tag = ANY (one.tags))
              + 4 * ts_rank(n.words, wanted)
              + CASE WHEN n.kind = one.kind THEN 0.5 ELSE 0 END
              + CASE WHEN n."townSize" = one."townSize" THEN 0.5 ELSE 0 END DESC,
              n."releasedAt" DESC, n.id DESC
     LIMIT maximum;
END $$;

REVOKE ALL ON FUNCTION app.practice_text(jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION app.practice_facets(practice_release) FROM PUBLIC;
REVOKE ALL ON FUNCTION app.search_practice() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.search_practice_gone() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.practice_find(uuid, text, text[], int) FROM PUBLIC;
REVOKE ALL ON FUNCTION app.practice_similar(uuid, uuid, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.practice_find(uuid, text, text[], int) TO werkraum_app;
GRANT EXECUTE ON FUNCTION app.practice_similar(uuid, uuid, int) TO werkraum_app;

-- What a person's own data are found by, beside everything that is listed already.
DO $do$
DECLARE listed text;
BEGIN
  SELECT string_agg(format('(%L, %L, %L)', r.table_name, r.column_name, r.via), ', ') INTO listed FROM (
    SELECT * FROM app.account_references()
    UNION ALL VALUES
      ('practice_adoption', 'changedById', 'account'),
      ('practice_adoption', 'contactId', 'membership'),
      ('practice_adoption_step', 'byId', 'account'),
      ('practice_thanks', 'accountId', 'account')) r;
  EXECUTE format('CREATE OR REPLACE FUNCTION app.account_references()
    RETURNS TABLE (table_name text, column_name text, via text) LANGUAGE sql IMMUTABLE AS $f$ VALUES %s $f$', listed);
END $do$;
