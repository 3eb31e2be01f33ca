-- What a search costs is mostly how many words the index is asked for: one word stood there up to eight times,
-- as German, as English, as it stands, as a beginning, and all of it once more where it has no umlaut.
CREATE OR REPLACE FUNCTION app.search_word(word text, is_last boolean) RETURNS tsquery LANGUAGE sql IMMUTABLE AS
$$ SELECT coalesce(string_agg(DISTINCT '(' || way || ')', ' | '), '')::tsquery
     FROM unnest(ARRAY[plainto_tsquery('pg_catalog.german', word)::text,
                       plainto_tsquery('pg_catalog.english', word)::text,
                       plainto_tsquery('pg_catalog.simple', word)::text,
                       CASE WHEN is_last THEN to_tsquery('pg_catalog.simple', quote_literal(word) || ':*')::text END]) AS way
    WHERE way <> '' $$;

CREATE OR REPLACE FUNCTION app.search_query(typed text) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE AS
$$
DECLARE
  typed_words text[] := regexp_split_to_array(trim(regexp_replace(left(typed, 200), '[^[:alnum:]]+', ' ', 'g')), ' ');
  found tsquery;
  one tsquery;
  folded text;
  spelled_out text;
BEGIN
  FOR i IN 1 .. least(cardinality(typed_words), 12) LOOP
    CONTINUE WHEN typed_words[i] = '';
    folded := app.fold(typed_words[i]);
    spelled_out := app.fold_spelled_out(typed_words[i]);
    one := app.search_word(folded, i = cardinality(typed_words));
    IF spelled_out <> folded THEN one := one || app.search_word(spelled_out, i = cardinality(typed_words)); END IF;
    found := CASE WHEN found IS NULL THEN one ELSE found && one END;
  END LOOP;
  RETURN found;
END $$;

-- The newest of each kind are looked at more closely, as before; whoever searches is told where there are more
-- than that, or than are shown. A heap of the newest is cheaper than putting all of very many in order.
DROP FUNCTION app.search_find(uuid, text, int);
CREATE FUNCTION app.search_find(cohort uuid, typed text, maximum int)
RETURNS TABLE (kind text, "subjectId" uuid, rank real, "isCut" boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 SET search_path = public AS
$$
DECLARE
  most constant int := 200;
  wanted tsquery := app.search_query(typed);
  reads_all boolean := cohort = ANY (app.my_cohorts());
  guest_topics uuid[] := app.my_guest_topics();
BEGIN
  IF wanted IS NULL OR NOT (reads_all OR cardinality(guest_topics) > 0) THEN RETURN; END IF;
  RETURN QUERY
    WITH hit AS MATERIALIZED (
      SELECT e.kind, e."subjectId" FROM search_entry e
       WHERE e.words @@ (wanted && ('cohort' || replace(cohort::text, '-', ''))::tsquery)
         AND (reads_all OR e."topicId" = ANY (guest_topics))),
    newest AS (
      SELECT n.kind, n."subjectId", count(*) OVER (PARTITION BY n.kind) > most AS "isCut"
        FROM (SELECT DISTINCT h.kind FROM hit h) AS kinds,
             LATERAL (SELECT h.kind, h."subjectId" FROM hit h WHERE h.kind = kinds.kind
                       ORDER BY h."subjectId" DESC LIMIT most + 1) AS n),
    ranked AS (
      SELECT n.kind, n."subjectId",
             ts_rank((SELECT e.words FROM search_entry e
                       WHERE e.kind = n.kind AND e."subjectId" = n."subjectId"), wanted) AS rank,
             bool_or(n."isCut") OVER () OR count(*) OVER () > maximum AS "isCut"
        FROM newest n)
    SELECT r.kind, r."subjectId", r.rank, r."isCut" FROM ranked r
     ORDER BY r.rank DESC, r."subjectId" DESC
     LIMIT maximum;
END $$;

DROP FUNCTION app.practice_find(uuid, text, text[], int);
CREATE FUNCTION app.practice_find(cohort uuid, typed text, facets text[], maximum int)
RETURNS TABLE ("practiceId" uuid, rank real, "isCut" boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 SET search_path = public AS
$$
DECLARE
  most constant int := 300;
  wanted tsquery := app.search_query(typed);
  facet text;
BEGIN
  IF wanted IS NULL OR NOT coalesce(cohort = ANY (app.my_cohorts()), false) THEN RETURN; END IF;
  wanted := wanted && ('cohort' || replace(cohort::text, '-', ''))::tsquery;
  FOREACH facet IN ARRAY facets || 'is:practice'::text LOOP
    wanted := wanted && quote_literal(facet)::tsquery;
  END LOOP;
  RETURN QUERY
    WITH newest AS MATERIALIZED (
      SELECT e."subjectId" FROM search_entry e
       WHERE e.words @@ wanted ORDER BY e."subjectId" DESC LIMIT most + 1),
    ranked AS (
      SELECT n."subjectId",
             ts_rank((SELECT e.words FROM search_entry e
                       WHERE e.kind = 'practice' AND e."subjectId" = n."subjectId"), wanted) AS rank,
             count(*) OVER () > least(most, maximum) AS "isCut"
        FROM newest n)
    SELECT r."subjectId", r.rank, r."isCut" FROM ranked r
     ORDER BY r.rank DESC, r."subjectId" DESC
     LIMIT maximum;
END $$;

REVOKE ALL ON FUNCTION app.search_find(uuid, text, int), app.practice_find(uuid, text, text[], int) FROM PUBLIC;

-- Quotation marks, dashes and spaces that do not break stuck to the word beside them: what stood in „…“ was not
-- found. (The parser of PostgreSQL takes what it does not know for letters.) The soft hyphen, last, is left out.
CREATE OR REPLACE FUNCTION app.words_of(folded text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT to_tsvector('pg_catalog.german', plain) || to_tsvector('pg_catalog.english', plain)
       || to_tsvector('pg_catalog.simple', plain)
     FROM (SELECT translate(folded, '„“”‚‘’«»‹›…–—·•' || chr(160) || chr(8239) || chr(173), rpad('', 17, ' ')) AS plain) said $$;

-- What is in the index already gets the words that were hidden.
UPDATE search_entry e SET words = e.words || hidden.words
  FROM (SELECT s.kind, s."subjectId", app.words_of(string_agg(w.lexeme, ' ')) AS words
          FROM search_entry s, unnest(s.words) AS w
         WHERE w.lexeme ~ ('[„“”‚‘’«»‹›…–—·•' || chr(160) || chr(8239) || chr(173) || ']')
         GROUP BY s.kind, s."subjectId") hidden
 WHERE e.kind = hidden.kind AND e."subjectId" = hidden."subjectId";
