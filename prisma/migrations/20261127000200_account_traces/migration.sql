-- The data export and the end of an account, as before, with what had been missed: mentions are kept as
-- memberships, and what others did can name a person too.

CREATE OR REPLACE FUNCTION app.account_references() RETURNS TABLE (table_name text, column_name text, via text)
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
  ('comment', 'mentionIds', 'memberships'),
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

CREATE OR REPLACE FUNCTION app.account_export() RETURNS TABLE (section text, reason text, entries jsonb)
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
            OR reference.via = 'memberships' AND c.column_name IN ('body', 'mentionIds', 'quotedId'));
    condition := CASE reference.via
      WHEN 'account' THEN 't.%I = $1'
      WHEN 'memberships' THEN 't.%I && ARRAY(SELECT id FROM membership WHERE "accountId" = $1)'
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
  -- What others did that names the person: that it happened, not their words about it.
  RETURN QUERY SELECT 'activity', 'facts', coalesce(jsonb_agg(to_jsonb(v) - 'facts'), '[]')
    FROM activity v
   WHERE v."actorId" IS DISTINCT FROM me
     AND (v."subjectId" IN (SELECT id FROM membership WHERE "accountId" = me)
          OR v."cohortId" IN (SELECT "cohortId" FROM membership WHERE "accountId" = me)
             AND v.facts @? format('$.** ? (@ == "%s")', me)::jsonpath);
  RETURN QUERY SELECT 'membership_log', 'personName', coalesce(jsonb_agg(to_jsonb(l)), '[]')
    FROM membership_log l
   WHERE l."cohortId" IN (SELECT "cohortId" FROM membership WHERE "accountId" = me)
     AND my_name IN (l."personName", l."successorName", l."byName");
END
$$;

-- Ends an account whose owner asked for it before `latest`. Contributions stay, without the name;
-- the membership log keeps the names of its time, so that it can be read. False: there is nothing to end.
CREATE OR REPLACE FUNCTION app.account_erase(account_id uuid, latest timestamptz, moment timestamptz,
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
  UPDATE activity SET facts = jsonb_set(facts, '{person}', to_jsonb(new_name))
   WHERE "subjectId" = ANY (own_memberships) AND facts ? 'person';
  UPDATE notice SET facts = jsonb_set(facts, '{person}', to_jsonb(new_name))
   WHERE "subjectId" = ANY (own_memberships) AND facts ? 'person';
  UPDATE activity SET facts = jsonb_set(facts, '{successor}', to_jsonb(new_name))
   WHERE "cohortId" IN (SELECT "cohortId" FROM membership WHERE "accountId" = account_id)
     AND facts ->> 'successor' = old_name;
  UPDATE notice SET facts = jsonb_set(facts, '{successor}', to_jsonb(new_name))
   WHERE "cohortId" IN (SELECT "cohortId" FROM membership WHERE "accountId" = account_id)
     AND facts ->> 'successor' = old_name;
  UPDATE activity SET facts = jsonb_set(facts, '{person}', to_jsonb(new_name))
   WHERE facts ->> 'guestId' = account_id::text AND facts ? 'person';
  UPDATE notice SET facts = jsonb_set(facts, '{person}', to_jsonb(new_name))
   WHERE facts ->> 'guestId' = account_id::text AND facts ? 'person';
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
