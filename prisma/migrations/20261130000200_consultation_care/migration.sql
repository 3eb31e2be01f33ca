-- How consultations end: when somebody leaves the cohort, when an account ends, when the case giver or
-- the clock destroys one.

-- Whoever is in the cohort no longer (replaced, removed, gone) has left its consultations in the same
-- moment, and the others' pages hear of it. What is left without its case giver does not stay for good.
CREATE FUNCTION app.consultation_leave() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
DECLARE left_id uuid;
BEGIN
  IF app.may_take_part(NEW."cohortId", NEW."accountId") THEN RETURN NULL; END IF;
  FOR left_id IN
    UPDATE consultation_participant SET "leftAt" = NEW."endedAt"
     WHERE "cohortId" = NEW."cohortId" AND "accountId" = NEW."accountId" AND "leftAt" IS NULL
    RETURNING "consultationId"
  LOOP
    PERFORM pg_notify('werkraum', jsonb_build_object('cohortId', NEW."cohortId", 'kind', 'consultation',
                        'id', left_id, 'accountId', p."accountId")::text)
       FROM consultation_participant p WHERE p."consultationId" = left_id AND p."leftAt" IS NULL;
  END LOOP;
  UPDATE consultation SET "expiresAt" = coalesce("expiresAt", NEW."endedAt" + interval '6 months')
   WHERE "cohortId" = NEW."cohortId" AND "caseGiverId" = NEW."accountId" AND "destroyedAt" IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER consultation_leave AFTER UPDATE OF "endedAt" ON membership
  FOR EACH ROW WHEN (OLD."endedAt" IS NULL AND NEW."endedAt" IS NOT NULL)
  EXECUTE FUNCTION app.consultation_leave();

-- An account that has ended keeps neither notes nor keys; what the person wrote to others stays with them.
CREATE FUNCTION app.consultation_account_end() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$ BEGIN
  DELETE FROM consultation_note WHERE "accountId" = NEW.id;
  DELETE FROM consultation_key WHERE "accountId" = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER consultation_account_end AFTER UPDATE OF "deletedAt" ON account
  FOR EACH ROW WHEN (OLD."deletedAt" IS NULL AND NEW."deletedAt" IS NOT NULL)
  EXECUTE FUNCTION app.consultation_account_end();

-- ---------------------------------------------------------------- destroyed

-- All that was written, and every key to it: by the case giver at any time, by the clock when it is due.
-- Left is that there was a consultation, and who took part. Not undone by anybody.
CREATE FUNCTION app.consultation_destroy(consultation_id uuid, moment timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$ BEGIN
  PERFORM 1 FROM consultation c
    WHERE c.id = consultation_id AND c."destroyedAt" IS NULL
      AND (c.id = ANY (app.my_cases()) OR (app.is_system() AND c."expiresAt" <= moment))
      FOR UPDATE;
  IF NOT FOUND THEN RETURN false; END IF;
  DELETE FROM consultation_note WHERE "consultationId" = consultation_id;
  DELETE FROM contribution WHERE "consultationId" = consultation_id;
  DELETE FROM consultation_key WHERE "consultationId" = consultation_id;
  DELETE FROM consultation_epoch WHERE "consultationId" = consultation_id;
  UPDATE consultation
     SET state = CASE WHEN state = 'closed' THEN state ELSE 'cancelled' END, "closedAt" = coalesce("closedAt", moment),
         "endAskedAt" = NULL, before = NULL, "pausedAt" = NULL, "destroyedAt" = moment, version = version + 1
   WHERE id = consultation_id;
  RETURN true;
END $$;

-- What the clock has to destroy, in every cohort.
CREATE FUNCTION app.consultations_expired(moment timestamptz) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT id FROM consultation
    WHERE app.is_system() AND "destroyedAt" IS NULL AND "expiresAt" <= moment $$;

-- ---------------------------------------------------------------- archive and data export

CREATE OR REPLACE FUNCTION app.archive_wall() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS
$$
DECLARE
  is_own_function boolean := current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID);
BEGIN
  -- How an account ends (app.account_erase), how it is renamed (app.search_renamed), how the words of
  -- deleted comments are cleared (app.comment_clear), that a person's keys are no longer used, and how
  -- consultations are left and destroyed: in every cohort.
  IF is_own_function AND (TG_TABLE_NAME, TG_OP) IN
     (('membership', 'UPDATE'), ('membership_log', 'INSERT'), ('invitation', 'UPDATE'), ('follow', 'DELETE'),
      ('activity', 'UPDATE'), ('comment', 'UPDATE'), ('key_directory_entry', 'INSERT'),
      ('consultation', 'UPDATE'), ('consultation_participant', 'UPDATE'), ('consultation_epoch', 'DELETE'),
      ('consultation_key', 'DELETE'), ('contribution', 'DELETE'), ('consultation_note', 'DELETE'))
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

-- What a person's own data are found by: consultations too, beside everything that is listed already.
DO $do$
DECLARE listed text;
BEGIN
  SELECT string_agg(format('(%L, %L, %L)', r.table_name, r.column_name, r.via), ', ') INTO listed FROM (
    SELECT * FROM app.account_references()
    UNION ALL VALUES
      ('consultation', 'caseGiverId', 'account'),
      ('consultation_participant', 'accountId', 'account'),
      ('consultation_epoch', 'createdById', 'account'),
      ('consultation_key', 'accountId', 'account'),
      ('consultation_key', 'sealedById', 'account'),
      ('contribution', 'authorId', 'account'),
      ('consultation_note', 'accountId', 'account')) r;
  EXECUTE format('CREATE OR REPLACE FUNCTION app.account_references()
    RETURNS TABLE (table_name text, column_name text, via text) LANGUAGE sql IMMUTABLE AS $f$ VALUES %s $f$', listed);
END $do$;

-- ---------------------------------------------------------------- jobs

SELECT app.make_queue('consultation.tell');
SELECT app.make_queue('consultation.clock');
SELECT app.make_queue('consultation.follow-up');
SELECT app.make_queue('consultation.expire');
