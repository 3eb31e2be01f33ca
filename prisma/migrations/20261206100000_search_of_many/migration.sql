-- Of very many that hold the words, the newest of each kind are looked at more closely: ranking reads all
-- words of an entry, and a word that thousands use tells nothing about which of them is meant. Each kind
-- for itself, so that a town or a person is found however many comments name it. (Ids tell the time.)
-- ROWS says how few come back, so that what they stand for is looked up one by one, not read as a whole.
CREATE OR REPLACE FUNCTION app.search_find(cohort uuid, typed text, maximum int)
RETURNS TABLE (kind text, "subjectId" uuid, rank real)
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 SET search_path = public AS
$$
DECLARE
  wanted tsquery := app.search_query(typed);
  reads_all boolean := cohort = ANY (app.my_cohorts());
  guest_topics uuid[] := app.my_guest_topics();
BEGIN
  IF wanted IS NULL OR NOT (reads_all OR cardinality(guest_topics) > 0) THEN RETURN; END IF;
  RETURN QUERY
    WITH newest AS (
      SELECT * FROM (
        SELECT e.kind, e."subjectId",
               row_number() OVER (PARTITION BY e.kind ORDER BY e."subjectId" DESC) AS place
          FROM search_entry e
         WHERE e.words @@ (wanted && ('cohort' || replace(cohort::text, '-', ''))::tsquery)
           AND (reads_all OR e."topicId" = ANY (guest_topics))) found
       WHERE place <= 200),
    ranked AS (
      SELECT n.kind, n."subjectId",
             ts_rank((SELECT e.words FROM search_entry e
                       WHERE e.kind = n.kind AND e."subjectId" = n."subjectId"), wanted) AS rank
        FROM newest n)
    SELECT r.kind, r."subjectId", r.rank FROM ranked r
     ORDER BY r.rank DESC, r."subjectId" DESC
     LIMIT maximum;
END $$;

-- The newest are told by their ids, without reading when each of very many was shown.
CREATE OR REPLACE FUNCTION app.practice_find(cohort uuid, typed text, facets text[], maximum int)
RETURNS TABLE ("practiceId" uuid, rank real)
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 SET search_path = public AS
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
    WITH newest AS MATERIALIZED (
      SELECT e."subjectId" FROM search_entry e
       WHERE e.words @@ wanted ORDER BY e."subjectId" DESC LIMIT 300),
    ranked AS (
      SELECT n."subjectId",
             ts_rank((SELECT e.words FROM search_entry e
                       WHERE e.kind = 'practice' AND e."subjectId" = n."subjectId"), wanted) AS rank,
             (SELECT r."releasedAt" FROM practice_release r
               WHERE r."practiceId" = n."subjectId" AND r.rung = 'cohort') AS at
        FROM newest n)
    SELECT r."subjectId", r.rank FROM ranked r
     ORDER BY r.rank DESC, r.at DESC, r."subjectId" DESC
     LIMIT maximum;
END $$;
