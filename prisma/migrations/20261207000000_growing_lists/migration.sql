-- Two lists that grow with every room: which columns name a person, and what functions of ours change in an
-- archive all the same. A migration adds its own lines to them, and repeats no other's.

-- `via`: what the column holds, an account's id or a membership's.
CREATE FUNCTION app.name_account(in_table text, in_column text, via text DEFAULT 'account') RETURNS void
LANGUAGE plpgsql AS
$$
DECLARE listed text;
BEGIN
  SELECT string_agg(format('(%L, %L, %L)', r.table_name, r.column_name, r.via), ', ') INTO listed FROM (
    SELECT * FROM app.account_references() UNION ALL VALUES (in_table, in_column, name_account.via)) r;
  EXECUTE format('CREATE OR REPLACE FUNCTION app.account_references()
    RETURNS TABLE (table_name text, column_name text, via text) LANGUAGE sql IMMUTABLE AS $f$ VALUES %s $f$', listed);
END $$;

-- How an account ends (app.account_erase), how it is renamed (app.search_renamed), how the words of
-- deleted comments are cleared (app.comment_clear), that a person's keys are no longer used, how consultations
-- are left and destroyed, how files go that nothing holds, how a name is taken out of a practice example and
-- how a step down or a withdrawn consent takes effect: in every cohort.
CREATE FUNCTION app.archive_exceptions() RETURNS TABLE (table_name text, operation text) LANGUAGE sql IMMUTABLE AS
$$ VALUES ('membership', 'UPDATE'), ('membership_log', 'INSERT'), ('invitation', 'UPDATE'), ('follow', 'DELETE'),
          ('activity', 'UPDATE'), ('comment', 'UPDATE'), ('key_directory_entry', 'INSERT'),
          ('consultation', 'UPDATE'), ('consultation_participant', 'UPDATE'), ('consultation_epoch', 'DELETE'),
          ('consultation_key', 'DELETE'), ('contribution', 'DELETE'), ('consultation_note', 'DELETE'),
          ('upload', 'DELETE'), ('stored_file', 'UPDATE'), ('stored_file', 'DELETE'), ('stored_object', 'DELETE'),
          ('contribution_attachment', 'DELETE'), ('practice', 'UPDATE'), ('practice_revision', 'UPDATE'),
          ('practice_release', 'UPDATE'), ('practice_release', 'DELETE'), ('practice_release_file', 'DELETE'),
          ('practice_step', 'INSERT'), ('practice_step', 'UPDATE'), ('practice_person', 'UPDATE'),
          ('practice_adoption', 'UPDATE') $$;

-- Lets functions of ours (SECURITY DEFINER) do this in an archive too. What the program itself does stays refused.
CREATE FUNCTION app.pass_archive(in_table text, VARIADIC operations text[]) RETURNS void LANGUAGE plpgsql AS
$$
DECLARE listed text;
BEGIN
  SELECT string_agg(format('(%L, %L)', e.table_name, e.operation), ', ') INTO listed FROM (
    SELECT * FROM app.archive_exceptions() UNION ALL SELECT in_table, o FROM unnest(operations) o) e;
  EXECUTE format('CREATE OR REPLACE FUNCTION app.archive_exceptions()
    RETURNS TABLE (table_name text, operation text) LANGUAGE sql IMMUTABLE AS $f$ VALUES %s $f$', listed);
END $$;

CREATE OR REPLACE FUNCTION app.archive_wall() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS
$$ BEGIN
  IF current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID) THEN
    IF (TG_TABLE_NAME, TG_OP) IN (SELECT table_name, operation FROM app.archive_exceptions())
    THEN RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END; END IF;
  END IF;
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

REVOKE EXECUTE ON FUNCTION app.name_account(text, text, text), app.archive_exceptions(),
                           app.pass_archive(text, text[]) FROM PUBLIC, werkraum_app;
