-- Attempts are locked in one order wherever several are: two sign-ins of one person at the same moment
-- waited for each other, and one of them failed.

-- An attempt was right after all: what the rules forget is forgotten, what they take back is taken back.
CREATE FUNCTION app.attempt_settle(forgotten text[], returned text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$ BEGIN
  PERFORM 1 FROM attempt WHERE key = ANY (forgotten || returned) ORDER BY key FOR UPDATE;
  DELETE FROM attempt WHERE key = ANY (forgotten);
  UPDATE attempt SET failures = greatest(0, failures - 1) WHERE key = ANY (returned);
END $$;
REVOKE ALL ON FUNCTION app.attempt_settle(text[], text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.attempt_settle(text[], text[]) TO werkraum_app;

DROP FUNCTION app.attempt_return(text[]);
DROP FUNCTION app.attempt_forget(text[]);

CREATE OR REPLACE FUNCTION app.attempt_forget_before(moment timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS
$$ DELETE FROM attempt WHERE key IN (
     SELECT key FROM attempt WHERE "lastAt" < moment AND "nextAllowedAt" < moment
        FOR UPDATE SKIP LOCKED) $$;
