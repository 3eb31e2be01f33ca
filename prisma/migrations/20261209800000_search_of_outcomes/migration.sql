-- What came of a topic is found, too: one entry for each topic, with the newest word of each workshop.
CREATE FUNCTION app.outcome_text(topic_id uuid) RETURNS text
LANGUAGE sql STABLE SET search_path = public AS
$$ SELECT string_agg(o.body, ' ' ORDER BY o."toldAt" DESC)
     FROM (SELECT DISTINCT ON ("workshopId") body, "toldAt" FROM topic_outcome
            WHERE "topicId" = topic_id ORDER BY "workshopId", version DESC) o $$;

CREATE FUNCTION app.search_outcome() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
DECLARE topic_id uuid := CASE TG_OP WHEN 'DELETE' THEN OLD."topicId" ELSE NEW."topicId" END;
BEGIN
  PERFORM app.search_drop('outcome', topic_id);
  PERFORM app.search_keep(t."cohortId", 'outcome', t.id, t.id, t.question, app.plain(app.outcome_text(t.id)))
     FROM topic t WHERE t.id = topic_id AND app.outcome_text(t.id) IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER search_keep AFTER INSERT OR DELETE ON topic_outcome
  FOR EACH ROW EXECUTE FUNCTION app.search_outcome();

REVOKE ALL ON FUNCTION app.outcome_text(uuid), app.search_outcome() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.outcome_text(uuid) TO werkraum_app;

SELECT app.search_keep(t."cohortId", 'outcome', t.id, t.id, t.question, app.plain(app.outcome_text(t.id)))
  FROM topic t WHERE app.outcome_text(t.id) IS NOT NULL;
