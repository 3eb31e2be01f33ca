-- Which examples began with a topic. The topic stands beside a team's own text, which nobody else reads; what
-- of them the reader may see is asked of practice_release afterwards, under its own policies.
CREATE FUNCTION app.practices_of_topics(topic_ids uuid[]) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT coalesce(array_agg(p.id), '{}') FROM practice p
    WHERE p."topicId" = ANY (topic_ids) AND p."discardedAt" IS NULL
      AND p."cohortId" = ANY (app.my_cohorts()) $$;

REVOKE ALL ON FUNCTION app.practices_of_topics(uuid[]) FROM PUBLIC;
