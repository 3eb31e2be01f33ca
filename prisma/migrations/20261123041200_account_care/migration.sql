-- The first set-up, forgotten passwords, changes of the e-mail address, own sessions.
-- Tokens reach the database as SHA-256 only.

-- ---------------------------------------------------------------- first set-up

CREATE FUNCTION app.setup_link_create(link_hash text, moment timestamptz, expires timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
BEGIN
  IF EXISTS (SELECT 1 FROM installation WHERE "setUpAt" IS NOT NULL) THEN RETURN false; END IF;
  INSERT INTO account_link ("tokenHash", kind, "createdAt", "expiresAt")
  VALUES (link_hash, 'setup', moment, expires);
  RETURN true;
END
$$;

CREATE FUNCTION app.setup_link_check(link_hash text, moment timestamptz) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT EXISTS (SELECT 1 FROM account_link
                   WHERE "tokenHash" = link_hash AND kind = 'setup' AND "expiresAt" > moment) $$;

-- Makes the first administrator, and closes the way for a second one. False: the link is not valid.
CREATE FUNCTION app.setup_finish(link_hash text, moment timestamptz, account uuid, person_name text,
                                 person_locale text, address text, new_stretching jsonb, secret_hash bytea,
                                 host text, contact text, imprint_de text, imprint_en text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
BEGIN
  PERFORM 1 FROM installation WHERE id = 1 AND "setUpAt" IS NULL FOR UPDATE;
  IF NOT FOUND OR NOT app.setup_link_check(link_hash, moment) THEN RETURN false; END IF;
  INSERT INTO account (id, name, locale, "isAdministrator", "createdAt")
  VALUES (account, person_name, person_locale, true, moment);
  INSERT INTO credential ("accountId", email, stretching, "secretHash", "changedAt")
  VALUES (account, address, new_stretching, secret_hash, moment);
  UPDATE installation SET organisation = host, "contactEmail" = contact, "setUpAt" = moment WHERE id = 1;
  INSERT INTO installation_text (kind, locale, body, "changedAt")
  VALUES ('imprint', 'de', imprint_de, moment), ('imprint', 'en', imprint_en, moment)
  ON CONFLICT (kind, locale) DO UPDATE SET body = excluded.body, "changedAt" = moment;
  DELETE FROM account_link WHERE kind = 'setup';
  RETURN true;
END
$$;

-- ---------------------------------------------------------------- passwords

-- Whether this is the present secret of whoever acts.
CREATE FUNCTION app.secret_check(secret_hash bytea) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT EXISTS (SELECT 1 FROM credential c
                   WHERE c."accountId" = app.account_id() AND c."secretHash" = secret_hash) $$;

CREATE FUNCTION app.password_change(new_stretching jsonb, new_hash bytea, moment timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS
$$ UPDATE credential SET stretching = new_stretching, "secretHash" = new_hash, "changedAt" = moment
    WHERE "accountId" = app.account_id();
   DELETE FROM account_link WHERE "accountId" = app.account_id() AND kind = 'reset' $$;

-- Makes a link for this address, if it has an account; then tells how to greet its owner.
CREATE FUNCTION app.reset_begin(address text, link_hash text, moment timestamptz, expires timestamptz)
RETURNS TABLE (name text, locale text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
DECLARE found_id uuid;
BEGIN
  SELECT a.id INTO found_id FROM credential c JOIN account a ON a.id = c."accountId"
   WHERE c.email = address AND a."deletedAt" IS NULL;
  IF found_id IS NULL THEN RETURN; END IF;
  INSERT INTO account_link ("tokenHash", kind, "accountId", "createdAt", "expiresAt")
  VALUES (link_hash, 'reset', found_id, moment, expires);
  RETURN QUERY SELECT a.name, a.locale FROM account a WHERE a.id = found_id;
END
$$;

-- The address whose password this link renews; nothing where it is not valid.
CREATE FUNCTION app.reset_check(link_hash text, moment timestamptz) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT c.email FROM account_link l JOIN credential c ON c."accountId" = l."accountId"
    WHERE l."tokenHash" = link_hash AND l.kind = 'reset' AND l."expiresAt" > moment $$;

-- Sets the password, ends every session and every other link; the account, or null.
CREATE FUNCTION app.reset_finish(link_hash text, moment timestamptz, new_stretching jsonb, new_hash bytea)
RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
DECLARE owner_id uuid;
BEGIN
  DELETE FROM account_link WHERE "tokenHash" = link_hash AND kind = 'reset' AND "expiresAt" > moment
  RETURNING "accountId" INTO owner_id;
  IF owner_id IS NULL THEN RETURN NULL; END IF;
  UPDATE credential SET stretching = new_stretching, "secretHash" = new_hash, "changedAt" = moment
   WHERE "accountId" = owner_id;
  DELETE FROM session WHERE "accountId" = owner_id;
  DELETE FROM account_link WHERE "accountId" = owner_id;
  RETURN owner_id;
END
$$;

-- ---------------------------------------------------------------- e-mail address

-- One link for the present address and one for the new one; where the new one belongs to another
-- account, none for it. Tells the present address, and whether the new one is free.
CREATE FUNCTION app.email_change_begin(new_address text, old_link_hash text, new_link_hash text,
                                       moment timestamptz, expires timestamptz)
RETURNS TABLE ("presentAddress" text, "isFree" boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
DECLARE is_free boolean := NOT EXISTS (SELECT 1 FROM credential WHERE email = new_address);
BEGIN
  DELETE FROM account_link WHERE "accountId" = app.account_id() AND kind IN ('email_old', 'email_new');
  INSERT INTO account_link ("tokenHash", kind, "accountId", email, "createdAt", "expiresAt")
  SELECT l.hash, l.kind, app.account_id(), new_address, moment, expires
    FROM (VALUES (old_link_hash, 'email_old'::account_link_kind),
                 (new_link_hash, 'email_new'::account_link_kind)) AS l (hash, kind)
   WHERE is_free OR l.kind = 'email_old';
  RETURN QUERY SELECT c.email, is_free FROM credential c WHERE c."accountId" = app.account_id();
END
$$;

CREATE FUNCTION app.email_change_cancel() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS
$$ DELETE FROM account_link WHERE "accountId" = app.account_id() AND kind IN ('email_old', 'email_new') $$;

-- The change that waits for confirmation. A taken address shows the same as a free one.
CREATE FUNCTION app.email_change_pending(moment timestamptz)
RETURNS TABLE ("newAddress" text, "isOldConfirmed" boolean, "isNewConfirmed" boolean, "expiresAt" timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT min(email), bool_or(kind = 'email_old' AND "usedAt" IS NOT NULL),
          bool_or(kind = 'email_new' AND "usedAt" IS NOT NULL), min("expiresAt")
     FROM account_link
    WHERE "accountId" = app.account_id() AND kind IN ('email_old', 'email_new') AND "expiresAt" > moment
   HAVING count(*) > 0 $$;

CREATE FUNCTION app.email_link_find(link_hash text, moment timestamptz)
RETURNS TABLE (place text, "newAddress" text, "isConfirmed" boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT CASE kind WHEN 'email_old' THEN 'old' ELSE 'new' END, email, "usedAt" IS NOT NULL
     FROM account_link
    WHERE "tokenHash" = link_hash AND kind IN ('email_old', 'email_new') AND "expiresAt" > moment $$;

-- Confirms one of the two; the second one changes the address. Nothing where the link is not valid.
CREATE FUNCTION app.email_link_confirm(link_hash text, moment timestamptz)
RETURNS TABLE ("isChanged" boolean, "oldAddress" text, "newAddress" text, name text, locale text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
DECLARE
  owner_id uuid; target text; present text; is_complete boolean;
BEGIN
  SELECT "accountId", email INTO owner_id, target FROM account_link
   WHERE "tokenHash" = link_hash AND kind IN ('email_old', 'email_new') AND "expiresAt" > moment;
  IF owner_id IS NULL THEN RETURN; END IF;
  -- Both addresses may confirm at the same moment: the credential's row lets one after the other.
  SELECT c.email INTO present FROM credential c WHERE c."accountId" = owner_id FOR UPDATE;
  UPDATE account_link SET "usedAt" = coalesce("usedAt", moment) WHERE "tokenHash" = link_hash;
  SELECT count(*) = 2 INTO is_complete FROM account_link
   WHERE "accountId" = owner_id AND kind IN ('email_old', 'email_new') AND "usedAt" IS NOT NULL;
  is_complete := is_complete AND NOT EXISTS (SELECT 1 FROM credential c WHERE c.email = target);
  IF is_complete THEN
    UPDATE credential SET email = target, "changedAt" = moment WHERE "accountId" = owner_id;
    DELETE FROM account_link l WHERE l."accountId" = owner_id;
  END IF;
  RETURN QUERY SELECT is_complete, present, target, a.name, a.locale FROM account a WHERE a.id = owner_id;
END
$$;

-- ---------------------------------------------------------------- own sessions

CREATE FUNCTION app.session_end_own(session_hash text) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = public AS
$$ WITH ended AS (DELETE FROM session WHERE "idHash" = session_hash AND "accountId" = app.account_id()
                  RETURNING 1)
   SELECT EXISTS (SELECT 1 FROM ended) $$;

CREATE FUNCTION app.session_end_others(session_hash text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS
$$ DELETE FROM session WHERE "accountId" = app.account_id() AND "idHash" <> session_hash $$;

-- ---------------------------------------------------------------- old links

CREATE FUNCTION app.account_link_forget_expired(moment timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS
$$ DELETE FROM account_link WHERE "expiresAt" <= moment $$;
