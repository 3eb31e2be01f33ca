-- What can be voted at all, by the method of the ballot: the rules of choice-rules.ts once more, so that
-- nothing else gets into a count. Null where the answer may be cast.
CREATE FUNCTION app.choice_problem(ballot_id uuid, answer jsonb) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE
  held record;
  kind text := answer->>'kind';
  asked text;
  content jsonb;
  half jsonb;
  problem text;
  named text[];
  highest numeric;
BEGIN
  SELECT b.method::text AS method, b.settings, b.electorate::text AS electorate, b."isSecret" INTO held
    FROM ballot b WHERE b.id = ballot_id;
  IF NOT FOUND OR kind IS NULL THEN RETURN 'wrong_kind'; END IF;
  IF kind = 'abstention' THEN
    RETURN CASE WHEN answer <> '{"kind": "abstention"}' THEN 'wrong_kind' END;
  END IF;
  IF kind = 'split' THEN
    IF held."isSecret" OR held.electorate <> 'teams' THEN RETURN 'split_not_possible'; END IF;
    IF jsonb_typeof(answer->'halves') IS DISTINCT FROM 'array' THEN RETURN 'wrong_kind'; END IF;
    IF jsonb_array_length(answer->'halves') <> 2 THEN RETURN 'wrong_kind'; END IF;
    FOR half IN SELECT jsonb_array_elements(answer->'halves') LOOP
      IF half->>'kind' = 'split' THEN RETURN 'wrong_kind'; END IF;
      problem := app.choice_problem(ballot_id, half);
      IF problem IS NOT NULL THEN RETURN problem; END IF;
    END LOOP;
    RETURN NULL;
  END IF;

  asked := CASE held.method
    WHEN 'approval' THEN 'approval' WHEN 'dots' THEN 'points' WHEN 'score' THEN 'scores'
    WHEN 'ranked' THEN 'ranking' WHEN 'resistance' THEN 'resistance'
    ELSE CASE WHEN held.settings->>'utility' = 'points' THEN 'points' ELSE 'approval' END END;
  content := answer->CASE asked WHEN 'approval' THEN 'approved' WHEN 'ranking' THEN 'ranks' ELSE asked END;
  IF kind <> asked OR (SELECT count(*) FROM jsonb_object_keys(answer)) <> 2
     OR jsonb_typeof(content) IS DISTINCT FROM
        (CASE WHEN asked IN ('approval', 'ranking') THEN 'array' ELSE 'object' END)
  THEN RETURN 'wrong_kind'; END IF;

  IF asked = 'approval' THEN
    named := ARRAY(SELECT coalesce(named_id, '') FROM jsonb_array_elements_text(content) named_id);
  ELSIF asked = 'ranking' THEN
    IF EXISTS (SELECT 1 FROM jsonb_array_elements(content) equals
                WHERE CASE WHEN jsonb_typeof(equals) = 'array' THEN jsonb_array_length(equals) = 0 ELSE true END)
    THEN RETURN 'rank_gap'; END IF;
    named := ARRAY(SELECT coalesce(named_id, '') FROM jsonb_array_elements(content) equals,
                          jsonb_array_elements_text(equals) named_id);
  ELSE
    named := ARRAY(SELECT jsonb_object_keys(content));
    highest := CASE asked WHEN 'scores' THEN 5 WHEN 'resistance' THEN 10
                          ELSE (held.settings->>'pointsPerOption')::numeric END;
    IF EXISTS (SELECT 1 FROM jsonb_each(content) given
                WHERE CASE WHEN jsonb_typeof(given.value) = 'number'
                           THEN given.value::numeric <> trunc(given.value::numeric)
                                OR given.value::numeric < 0 OR given.value::numeric > highest
                           ELSE true END)
    THEN RETURN 'number_out_of_range'; END IF;
  END IF;

  IF EXISTS (SELECT 1 FROM unnest(named) named_id WHERE NOT EXISTS (
               SELECT 1 FROM ballot_option o WHERE o."ballotId" = ballot_id AND o.id::text = named_id))
  THEN RETURN 'unknown_option'; END IF;
  IF cardinality(named) <> (SELECT count(DISTINCT named_id) FROM unnest(named) named_id) THEN RETURN 'option_twice'; END IF;
  IF asked = 'resistance'
     AND cardinality(named) <> (SELECT count(*) FROM ballot_option o WHERE o."ballotId" = ballot_id)
  THEN RETURN 'option_missing'; END IF;
  IF asked = 'points'
     AND (SELECT sum(given.value::numeric) FROM jsonb_each(content) given) > (held.settings->>'points')::numeric
  THEN RETURN 'too_many_points'; END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION app.refuse_impossible_vote() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  problem text := app.choice_problem(NEW."ballotId", NEW.choice);
BEGIN
  IF problem IS NOT NULL THEN
    RAISE EXCEPTION 'choice_invalid' USING ERRCODE = 'check_violation', DETAIL = problem;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER possible_vote BEFORE INSERT OR UPDATE OF choice ON vote
  FOR EACH ROW EXECUTE FUNCTION app.refuse_impossible_vote();
CREATE TRIGGER possible_vote BEFORE INSERT OR UPDATE OF choice ON entered_vote
  FOR EACH ROW EXECUTE FUNCTION app.refuse_impossible_vote();

-- The box takes nothing else either. (As before, but for the answer being looked at.)
CREATE OR REPLACE FUNCTION app.ballot_box_cast(ballot_id uuid, voter_id uuid, entry_id text, answer jsonb,
                                               moment timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  held record;
  has_voted boolean;
  is_known boolean;
BEGIN
  SELECT b."cohortId", b.state, b."closesAt" INTO held
    FROM ballot b WHERE b.id = ballot_id AND b."isSecret" FOR SHARE;
  IF NOT FOUND OR NOT voter_id = ANY (app.my_voters()) THEN RETURN 'not_found'; END IF;
  IF held.state <> 'open' OR held."closesAt" <= moment THEN RETURN 'ballot_closed'; END IF;
  IF entry_id !~ '^[0-9a-f]{32}$' OR app.choice_problem(ballot_id, answer) IS NOT NULL
  THEN RETURN 'choice_invalid'; END IF;

  INSERT INTO ballot_box ("cohortId", "ballotId", entries)
  VALUES (held."cohortId", ballot_id, '[]') ON CONFLICT DO NOTHING;
  PERFORM 1 FROM ballot_box WHERE "ballotId" = ballot_id FOR UPDATE;
  SELECT v."hasVoted" INTO has_voted FROM voter v WHERE v.id = voter_id AND v."ballotId" = ballot_id;
  IF NOT FOUND THEN RETURN 'not_found'; END IF;
  SELECT EXISTS (SELECT 1 FROM ballot_box b, jsonb_array_elements(b.entries) entry
                  WHERE b."ballotId" = ballot_id AND entry->>'id' = entry_id) INTO is_known;
  IF has_voted AND NOT is_known THEN RETURN 'receipt_unknown'; END IF;
  IF is_known AND NOT has_voted THEN RETURN 'receipt_taken'; END IF;

  UPDATE ballot_box b
     SET entries = (SELECT jsonb_agg(entry ORDER BY entry->>'id' COLLATE "C")
                      FROM (SELECT entry FROM jsonb_array_elements(b.entries) entry
                             WHERE entry->>'id' <> entry_id
                            UNION ALL
                            SELECT jsonb_build_object('id', entry_id, 'choice', answer)) entries)
   WHERE b."ballotId" = ballot_id;
  IF NOT has_voted THEN UPDATE voter SET "hasVoted" = true WHERE id = voter_id; END IF;
  RETURN CASE WHEN is_known THEN 'changed' ELSE 'cast' END;
END $$;

REVOKE ALL ON FUNCTION app.choice_problem(uuid, jsonb) FROM PUBLIC, werkraum_app;
REVOKE ALL ON FUNCTION app.refuse_impossible_vote() FROM PUBLIC, werkraum_app;
