-- Whoever takes an example back from the cohort takes back, too, what is prepared for the public: it would
-- pass over the cohort.
CREATE OR REPLACE FUNCTION app.practice_step_down(practice_id uuid, stays text, step_id uuid, moment timestamptz)
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
  -- What was prepared for the public was made from what the cohort has read. An archive prepares nothing.
  IF stays <> 'cohort' AND NOT EXISTS (
       SELECT 1 FROM cohort c WHERE c.id = example."cohortId" AND c.state = 'archived') THEN
    DELETE FROM practice_step WHERE "practiceId" = practice_id AND state = 'draft' AND rung = 'public';
  END IF;
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
