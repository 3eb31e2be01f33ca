-- What has to go goes from an archive too: the name of whoever ends the account, from the log of what
-- happened, and the words of deleted comments.

CREATE OR REPLACE FUNCTION app.archive_wall() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS
$$
DECLARE
  is_own_function boolean := current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID);
BEGIN
  -- How an account ends (app.account_erase), how it is renamed (app.search_renamed), and how the words of
  -- deleted comments are cleared (app.comment_clear): in every cohort.
  IF is_own_function AND (TG_TABLE_NAME, TG_OP) IN
     (('membership', 'UPDATE'), ('membership_log', 'INSERT'), ('invitation', 'UPDATE'), ('follow', 'DELETE'),
      ('activity', 'UPDATE'), ('comment', 'UPDATE'))
  THEN RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END; END IF;
  IF TG_OP = 'DELETE' THEN
    -- What is erased goes (app.cohort_erase).
    IF app.cohort_state(OLD."cohortId") = 'archived' THEN
      RAISE EXCEPTION 'cohort_archived' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN OLD;
  END IF;
  -- That the archive itself is to go, everyone is told.
  IF TG_TABLE_NAME = 'activity' AND to_jsonb(NEW)->>'kind' IN ('erasure_asked', 'erasure_withdrawn')
  THEN RETURN NEW; END IF;
  IF app.cohort_state(NEW."cohortId") IN ('archived', 'erased')
     OR (TG_OP = 'UPDATE' AND app.cohort_state(OLD."cohortId") IN ('archived', 'erased'))
  THEN RAISE EXCEPTION 'cohort_archived' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN NEW;
END $$;
