-- Which topics these examples began with, as far as the examples are shown to the cohort or are the reader's own.
-- What of the topics the reader may see is asked of topic afterwards, under its own policies.
CREATE FUNCTION app.topics_of_practices(practice_ids uuid[]) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT coalesce(array_agg(DISTINCT p."topicId"), '{}') FROM practice p
    WHERE p.id = ANY (practice_ids) AND p."topicId" IS NOT NULL AND p."cohortId" = ANY (app.my_cohorts())
      AND (p."teamId" = ANY (app.my_teams())
           OR EXISTS (SELECT 1 FROM practice_release r WHERE r."practiceId" = p.id AND r.rung = 'cohort')) $$;

REVOKE ALL ON FUNCTION app.topics_of_practices(uuid[]) FROM PUBLIC;

-- The topic is a facet like the others. It is chosen as an example begins and stays.
CREATE OR REPLACE FUNCTION app.search_practice() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$ BEGIN
  PERFORM app.search_keep(NEW."cohortId", 'practice', NEW."practiceId", NULL, NEW.gist,
    concat_ws(' ', app.practice_text(NEW.content), (SELECT name FROM team WHERE id = NEW."teamId")));
  UPDATE search_entry SET words = words || array_to_tsvector(app.practice_facets(NEW)
           || ARRAY(SELECT 'topic:' || p."topicId" FROM practice p
                     WHERE p.id = NEW."practiceId" AND p."topicId" IS NOT NULL))
   WHERE kind = 'practice' AND "subjectId" = NEW."practiceId";
  RETURN NULL;
END $$;

UPDATE search_entry e SET words = e.words || array_to_tsvector(ARRAY['topic:' || p."topicId"])
  FROM practice p WHERE e.kind = 'practice' AND e."subjectId" = p.id AND p."topicId" IS NOT NULL;
