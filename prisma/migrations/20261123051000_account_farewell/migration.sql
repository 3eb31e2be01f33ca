-- What is known about a person, for herself; and how an account ends.

SELECT app.make_queue('account.tidy');

-- ---------------------------------------------------------------- data export

-- Every column that names a person. A new table with such a column belongs here (a test asks for
-- it): via 'account' holds an account's id, 'accounts' several, 'membership' a membership's.
CREATE FUNCTION app.account_references() RETURNS TABLE (table_name text, column_name text, via text)
LANGUAGE sql IMMUTABLE AS
$$ VALUES
  ('account', 'id', 'account'),
  ('credential', 'accountId', 'account'),
  ('session', 'accountId', 'account'),
  ('account_link', 'accountId', 'account'),
  ('membership', 'accountId', 'account'),
  ('invitation', 'membershipId', 'membership'),
  ('invitation', 'replacesMembershipId', 'membership'),
  ('charter_acceptance', 'accountId', 'account'),
  ('topic', 'proposedById', 'account'),
  ('topic', 'enteredById', 'account'),
  ('topic_revision', 'changedById', 'account'),
  ('comment', 'authorId', 'account'),
  ('comment', 'deletedById', 'account'),
  ('comment', 'mentionIds', 'accounts'),
  ('support', 'byId', 'account'),
  ('follow', 'accountId', 'account'),
  ('topic_note', 'authorId', 'account'),
  ('topic_guest', 'membershipId', 'membership'),
  ('merge', 'proposedById', 'account'),
  ('merge_consent', 'byId', 'account'),
  ('ballot', 'createdById', 'account'),
  ('voter', 'accountId', 'account'),
  ('vote', 'castById', 'account'),
  ('decision', 'decidedById', 'account'),
  ('announcement', 'byId', 'account'),
  ('activity', 'actorId', 'account'),
  ('notice', 'accountId', 'account'),
  ('notice_setting', 'accountId', 'account') $$;

-- Everything about whoever acts, except what only the program needs (hashes, search words). Where
-- somebody else wrote a text that mentions the person, that it does; not the text.
CREATE FUNCTION app.account_export() RETURNS TABLE (section text, reason text, entries jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS
$$
DECLARE
  me uuid := app.account_id();
  my_address text := (SELECT email FROM credential WHERE "accountId" = me);
  my_name text := (SELECT name FROM account WHERE id = me);
  reference record; hidden text[]; condition text;
BEGIN
  IF me IS NULL THEN RETURN; END IF;
  FOR reference IN SELECT * FROM app.account_references() LOOP
    SELECT coalesce(array_agg(c.column_name::text), '{}') INTO hidden FROM information_schema.columns c
     WHERE c.table_schema = 'public' AND c.table_name = reference.table_name
       AND (c.udt_name IN ('bytea', 'tsvector') OR c.column_name ~ '(Hash|^stretching)$'
            OR reference.via = 'accounts' AND c.column_name IN ('body', 'mentionIds', 'quotedId'));
    condition := CASE reference.via
      WHEN 'account' THEN 't.%I = $1'
      WHEN 'accounts' THEN '$1 = ANY (t.%I)'
      ELSE 't.%I IN (SELECT id FROM membership WHERE "accountId" = $1)' END;
    section := reference.table_name;
    reason := reference.column_name;
    EXECUTE format('SELECT coalesce(jsonb_agg(to_jsonb(t) - $2), ''[]'') FROM %I t WHERE ' || condition,
                   reference.table_name, reference.column_name) INTO entries USING me, hidden;
    RETURN NEXT;
  END LOOP;
  -- Named by address or by name only.
  RETURN QUERY SELECT 'invitation', 'email', coalesce(jsonb_agg(to_jsonb(i) - '{tokenHash,codeHash}'::text[]), '[]')
    FROM invitation i WHERE i.email = my_address;
  RETURN QUERY SELECT 'mail', 'recipient', coalesce(jsonb_agg(to_jsonb(e)), '[]')
    FROM mail e WHERE e.recipient = my_address;
  RETURN QUERY SELECT 'membership_log', 'personName', coalesce(jsonb_agg(to_jsonb(l)), '[]')
    FROM membership_log l
   WHERE l."cohortId" IN (SELECT "cohortId" FROM membership WHERE "accountId" = me)
     AND my_name IN (l."personName", l."successorName", l."byName");
END
$$;

-- ---------------------------------------------------------------- deletion

-- Who asked for the deletion of the account; the organisers see the people of their cohorts.
CREATE FUNCTION app.deletion_requests()
RETURNS TABLE ("accountId" uuid, name text, "askedAt" timestamptz, cohorts text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT a.id, a.name, a."deletionAsked",
          ARRAY(SELECT DISTINCT c.name FROM membership m JOIN cohort c ON c.id = m."cohortId"
                 WHERE m."accountId" = a.id
                   AND (app.is_administrator() OR c.id = ANY (app.my_cohorts_as('organiser'))) ORDER BY 1)
     FROM account a
    WHERE a."deletionAsked" IS NOT NULL AND a."deletedAt" IS NULL
      AND app.account_id() IS NOT NULL
      AND (app.is_administrator()
           OR EXISTS (SELECT 1 FROM membership m
                       WHERE m."accountId" = a.id AND m."cohortId" = ANY (app.my_cohorts_as('organiser'))))
    ORDER BY a."deletionAsked" $$;

-- Whom a request is told to: administrators, and the organisers of the person's cohorts.
CREATE FUNCTION app.deletion_addressees() RETURNS TABLE (email text, name text, locale text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT c.email, a.name, a.locale FROM account a JOIN credential c ON c."accountId" = a.id
    WHERE a."deletedAt" IS NULL AND a.id <> app.account_id()
      AND (a."isAdministrator" OR EXISTS (
            SELECT 1 FROM membership staff JOIN membership own ON own."cohortId" = staff."cohortId"
             WHERE staff."accountId" = a.id AND staff.role = 'organiser' AND staff."endedAt" IS NULL
               AND own."accountId" = app.account_id())) $$;

-- Ends an account whose owner asked for it before `latest`. Contributions stay, without the name;
-- the membership log keeps the names of its time, so that it can be read. False: there is nothing to end.
CREATE FUNCTION app.account_erase(account_id uuid, latest timestamptz, moment timestamptz,
                                  new_name text, log_reason text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
DECLARE old_name text; address text; own_memberships uuid[];
BEGIN
  PERFORM 1 FROM app.deletion_requests() r WHERE r."accountId" = account_id AND r."askedAt" <= latest;
  IF NOT FOUND THEN RETURN false; END IF;
  SELECT a.name INTO old_name FROM account a WHERE a.id = account_id AND a."deletedAt" IS NULL FOR UPDATE;
  IF NOT FOUND THEN RETURN false; END IF;
  SELECT c.email INTO address FROM credential c WHERE c."accountId" = account_id;

  INSERT INTO membership_log ("cohortId", id, at, change, "personName", role, "teamName", "byName", reason)
  SELECT m."cohortId", gen_random_uuid(), moment, 'left', old_name, m.role, t.name,
         (SELECT a.name FROM account a WHERE a.id = app.account_id()), log_reason
    FROM membership m LEFT JOIN team t ON t.id = m."teamId"
   WHERE m."accountId" = account_id AND m."endedAt" IS NULL;
  UPDATE membership SET "endedAt" = coalesce("endedAt", moment), occupation = '',
         "contactEmail" = NULL, "contactPhone" = NULL, "contactHint" = ''
   WHERE "accountId" = account_id;
  SELECT array_agg(id) INTO own_memberships FROM membership WHERE "accountId" = account_id;
  UPDATE invitation SET email = '', name = ''
   WHERE email = address OR "membershipId" = ANY (own_memberships);
  DELETE FROM mail WHERE recipient = address;
  DELETE FROM notice WHERE "accountId" = account_id;
  DELETE FROM notice_setting WHERE "accountId" = account_id;
  DELETE FROM follow WHERE "accountId" = account_id;
  DELETE FROM session WHERE "accountId" = account_id;
  DELETE FROM account_link WHERE "accountId" = account_id;
  DELETE FROM credential WHERE "accountId" = account_id;
  UPDATE account SET name = new_name, "isAdministrator" = false, "deletedAt" = moment, "deletionAsked" = NULL
   WHERE id = account_id;
  RETURN true;
END
$$;
