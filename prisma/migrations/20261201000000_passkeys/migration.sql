-- CreateTable
CREATE TABLE "passkey" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "credentialId" TEXT NOT NULL,
    "publicKey" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT[],
    "name" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "isSynced" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3),

    CONSTRAINT "passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passkey_challenge" (
    "challenge" TEXT NOT NULL,
    "accountId" UUID,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "passkey_challenge_pkey" PRIMARY KEY ("challenge")
);

-- CreateTable
CREATE TABLE "second_factor" (
    "accountId" UUID NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "secret" BYTEA,
    "confirmedAt" TIMESTAMPTZ(3),
    "lastStep" BIGINT,

    CONSTRAINT "second_factor_pkey" PRIMARY KEY ("accountId")
);

-- CreateTable
CREATE TABLE "backup_code" (
    "accountId" UUID NOT NULL,
    "codeHash" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "backup_code_pkey" PRIMARY KEY ("accountId","codeHash")
);

-- CreateTable
CREATE TABLE "second_factor_reset" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "accountId" UUID NOT NULL,
    "byId" UUID,
    "reason" TEXT NOT NULL,

    CONSTRAINT "second_factor_reset_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "passkey_credentialId_key" ON "passkey"("credentialId");

-- CreateIndex
CREATE INDEX "passkey_accountId_idx" ON "passkey"("accountId");

-- CreateIndex
CREATE INDEX "passkey_challenge_accountId_idx" ON "passkey_challenge"("accountId");

-- CreateIndex
CREATE INDEX "passkey_challenge_expiresAt_idx" ON "passkey_challenge"("expiresAt");

-- CreateIndex
CREATE INDEX "second_factor_reset_accountId_idx" ON "second_factor_reset"("accountId");

-- CreateIndex
CREATE INDEX "second_factor_reset_byId_idx" ON "second_factor_reset"("byId");

-- AddForeignKey
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "credential"("accountId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passkey_challenge" ADD CONSTRAINT "passkey_challenge_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "credential"("accountId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "second_factor" ADD CONSTRAINT "second_factor_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "credential"("accountId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "backup_code" ADD CONSTRAINT "backup_code_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "credential"("accountId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "second_factor_reset" ADD CONSTRAINT "second_factor_reset_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "second_factor_reset" ADD CONSTRAINT "second_factor_reset_byId_fkey" FOREIGN KEY ("byId") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ---------------------------------------------------------------- walls

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['passkey', 'passkey_challenge', 'second_factor', 'backup_code', 'second_factor_reset']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_functions ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

GRANT SELECT (id, "accountId", "credentialId", transports, name, device, "isSynced", "createdAt", "lastUsedAt")
  ON passkey TO werkraum_app;
GRANT INSERT, UPDATE (name), DELETE ON passkey TO werkraum_app;
CREATE POLICY own ON passkey FOR ALL TO werkraum_app
  USING ("accountId" = (SELECT app.account_id())) WITH CHECK ("accountId" = (SELECT app.account_id()));

-- passkey_challenge: reached through named functions only.

GRANT SELECT ("accountId", "dueAt", "confirmedAt") ON second_factor TO werkraum_app;
CREATE POLICY own_read ON second_factor FOR SELECT TO werkraum_app
  USING ("accountId" = (SELECT app.account_id()));
GRANT SELECT ("accountId", "createdAt", "usedAt") ON backup_code TO werkraum_app;
CREATE POLICY own_read ON backup_code FOR SELECT TO werkraum_app
  USING ("accountId" = (SELECT app.account_id()));

-- second_factor_reset: read and written through named functions only.

-- ---------------------------------------------------------------- passkeys

-- What is to be signed next. `owner`: who adds a passkey; null where somebody signs in.
CREATE FUNCTION app.passkey_challenge_begin(new_challenge text, owner uuid, expires timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS
$$ INSERT INTO passkey_challenge (challenge, "accountId", "expiresAt") VALUES (new_challenge, owner, expires) $$;

-- Uses it up. False where it is not there any more, or was another's.
CREATE FUNCTION app.passkey_challenge_use(answered text, owner uuid, moment timestamptz) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = public AS
$$ WITH used AS (DELETE FROM passkey_challenge
                  WHERE challenge = answered AND "accountId" IS NOT DISTINCT FROM owner AND "expiresAt" > moment
                  RETURNING 1)
   SELECT EXISTS (SELECT 1 FROM used) $$;

CREATE FUNCTION app.passkey_challenge_forget_expired(moment timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS
$$ DELETE FROM passkey_challenge WHERE "expiresAt" <= moment $$;

CREATE FUNCTION app.passkey_find(credential_id text)
RETURNS TABLE (id uuid, "accountId" uuid, "publicKey" bytea, counter bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT p.id, p."accountId", p."publicKey", p.counter
     FROM passkey p JOIN account a ON a.id = p."accountId"
    WHERE p."credentialId" = credential_id AND a."deletedAt" IS NULL $$;

CREATE FUNCTION app.passkey_used(passkey_id uuid, new_counter bigint, is_synced boolean, moment timestamptz)
RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS
$$ UPDATE passkey SET counter = new_counter, "isSynced" = is_synced, "lastUsedAt" = moment
    WHERE id = passkey_id $$;

-- What a passkey opens goes with it.
CREATE FUNCTION app.passkey_slot_end() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$ BEGIN
  DELETE FROM key_slot WHERE "accountId" = OLD."accountId" AND kind = 'passkey' AND reference = OLD.id::text;
  RETURN NULL;
END $$;
CREATE TRIGGER passkey_slot_end AFTER DELETE ON passkey FOR EACH ROW EXECUTE FUNCTION app.passkey_slot_end();

-- ---------------------------------------------------------------- the second factor

-- Who needs a second factor: administrators, and organisers of any cohort.
CREATE FUNCTION app.is_staff(account uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT EXISTS (SELECT 1 FROM account a
                   WHERE a.id = account AND a."deletedAt" IS NULL
                     AND (a."isAdministrator" OR EXISTS (
                       SELECT 1 FROM membership m JOIN cohort c ON c.id = m."cohortId"
                        WHERE m."accountId" = a.id AND m.role = 'organiser' AND m."endedAt" IS NULL
                          AND c.state <> 'erased'))) $$;

CREATE FUNCTION app.has_second_factor(account uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT EXISTS (SELECT 1 FROM second_factor WHERE "accountId" = account AND "confirmedAt" IS NOT NULL)
       OR EXISTS (SELECT 1 FROM passkey WHERE "accountId" = account) $$;

-- From when on nothing goes without a second factor that is not set up yet; null where it is, or need not be.
CREATE FUNCTION app.second_factor_due(account uuid) RETURNS timestamptz
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT f."dueAt" FROM second_factor f
    WHERE f."accountId" = account AND f."dueAt" IS NOT NULL
      AND NOT app.has_second_factor(account) AND app.is_staff(account) AND NOT app.is_demo() $$;

-- The password was right: whether more is asked for, and of what kind. Where nothing is set up that should
-- be, the time for it begins.
CREATE FUNCTION app.second_factor_at_sign_in(account uuid, due timestamptz)
RETURNS TABLE ("isAskedFor" boolean, "hasApp" boolean, "passkeyIds" text[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
BEGIN
  IF app.is_staff(account) AND NOT app.is_demo() THEN
    INSERT INTO second_factor ("accountId", "dueAt") VALUES (account, due)
    ON CONFLICT ("accountId") DO UPDATE SET "dueAt" = coalesce(second_factor."dueAt", excluded."dueAt");
  ELSE
    UPDATE second_factor SET "dueAt" = NULL WHERE "accountId" = account AND "dueAt" IS NOT NULL;
  END IF;
  RETURN QUERY SELECT
    app.is_staff(account) AND app.has_second_factor(account),
    EXISTS (SELECT 1 FROM second_factor f WHERE f."accountId" = account AND f."confirmedAt" IS NOT NULL),
    ARRAY(SELECT p."credentialId" FROM passkey p WHERE p."accountId" = account);
END
$$;

-- What the app's code is compared with, for an account whose password was right at `proven` and is the same still.
CREATE FUNCTION app.second_factor_secret(account uuid, proven timestamptz)
RETURNS TABLE (secret bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT f.secret FROM credential c JOIN account a ON a.id = c."accountId"
     LEFT JOIN second_factor f ON f."accountId" = c."accountId" AND f."confirmedAt" IS NOT NULL
    WHERE c."accountId" = account AND c."changedAt" <= proven AND a."deletedAt" IS NULL $$;

-- Takes the code of this time step, unless it or a newer one was taken before.
CREATE FUNCTION app.second_factor_use(account uuid, step bigint) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = public AS
$$ WITH used AS (UPDATE second_factor SET "lastStep" = step
                  WHERE "accountId" = account AND "confirmedAt" IS NOT NULL
                    AND ("lastStep" IS NULL OR "lastStep" < step) RETURNING 1)
   SELECT EXISTS (SELECT 1 FROM used) $$;

-- How many codes are left; null where this one is none, or was used.
CREATE FUNCTION app.backup_code_use(account uuid, hash bytea, moment timestamptz) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
BEGIN
  UPDATE backup_code SET "usedAt" = moment
   WHERE "accountId" = account AND "codeHash" = hash AND "usedAt" IS NULL;
  IF NOT FOUND THEN RETURN NULL; END IF;
  RETURN (SELECT count(*) FROM backup_code WHERE "accountId" = account AND "usedAt" IS NULL);
END
$$;

-- Whom to tell of a backup code that was used.
CREATE FUNCTION app.second_factor_addressee(account uuid) RETURNS TABLE (email text, name text, locale text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT c.email, a.name, a.locale FROM account a JOIN credential c ON c."accountId" = a.id
    WHERE a.id = account AND a."deletedAt" IS NULL $$;

CREATE FUNCTION app.second_factor_app_set(new_secret bytea, step bigint, moment timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS
$$ INSERT INTO second_factor ("accountId", secret, "confirmedAt", "lastStep")
   VALUES (app.account_id(), new_secret, moment, step)
   ON CONFLICT ("accountId") DO UPDATE
      SET secret = excluded.secret, "confirmedAt" = excluded."confirmedAt", "lastStep" = excluded."lastStep" $$;

CREATE FUNCTION app.second_factor_app_remove() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS
$$ UPDATE second_factor SET secret = NULL, "confirmedAt" = NULL, "lastStep" = NULL
    WHERE "accountId" = app.account_id() $$;

-- New codes; the old ones are worth nothing any more.
CREATE FUNCTION app.backup_codes_set(hashes bytea[], moment timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS
$$ DELETE FROM backup_code WHERE "accountId" = app.account_id();
   INSERT INTO backup_code ("accountId", "codeHash", "createdAt")
   SELECT app.account_id(), h, moment FROM unnest(hashes) h $$;

-- ---------------------------------------------------------------- a lost second factor

-- Takes everything off that was asked for beside the password, and begins the time to set up anew.
CREATE FUNCTION app.second_factor_take_off(account uuid, by_account uuid, why text, log_id uuid,
                                           moment timestamptz, due timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS
$$ DELETE FROM passkey WHERE "accountId" = account;
   DELETE FROM backup_code WHERE "accountId" = account;
   DELETE FROM session WHERE "accountId" = account;
   INSERT INTO second_factor ("accountId", "dueAt") VALUES (account, due)
   ON CONFLICT ("accountId") DO UPDATE
      SET "dueAt" = excluded."dueAt", secret = NULL, "confirmedAt" = NULL, "lastStep" = NULL;
   INSERT INTO second_factor_reset (id, at, "accountId", "byId", reason)
   VALUES (log_id, moment, account, by_account, why) $$;

-- By an administrator, for somebody else. False: there is nobody of this kind, or nothing to take off.
CREATE FUNCTION app.second_factor_reset(account uuid, why text, log_id uuid, moment timestamptz, due timestamptz)
RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
BEGIN
  IF NOT app.is_administrator() OR account = app.account_id()
     OR NOT app.is_staff(account) OR NOT app.has_second_factor(account) THEN RETURN false; END IF;
  PERFORM app.second_factor_take_off(account, app.account_id(), why, log_id, moment, due);
  RETURN true;
END
$$;

-- By the command on the machine, which acts as the owner of the database.
CREATE FUNCTION app.second_factor_reset_on_machine(address text, why text, log_id uuid, moment timestamptz, due timestamptz)
RETURNS boolean
LANGUAGE plpgsql SET search_path = public AS
$$
DECLARE found_id uuid;
BEGIN
  SELECT a.id INTO found_id FROM credential c JOIN account a ON a.id = c."accountId"
   WHERE c.email = address AND a."deletedAt" IS NULL;
  IF found_id IS NULL THEN RETURN false; END IF;
  PERFORM app.second_factor_take_off(found_id, NULL, why, log_id, moment, due);
  RETURN true;
END
$$;
REVOKE EXECUTE ON FUNCTION app.second_factor_take_off(uuid, uuid, text, uuid, timestamptz, timestamptz),
  app.second_factor_reset_on_machine(text, text, uuid, timestamptz, timestamptz) FROM PUBLIC, werkraum_app;

-- Everybody who needs a second factor, for administrators.
CREATE FUNCTION app.second_factor_people()
RETURNS TABLE ("accountId" uuid, name text, "isAdministrator" boolean, "hasApp" boolean, "passkeyCount" int,
               "dueAt" timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT a.id, a.name, a."isAdministrator", f."confirmedAt" IS NOT NULL,
          (SELECT count(*)::int FROM passkey p WHERE p."accountId" = a.id), f."dueAt"
     FROM account a LEFT JOIN second_factor f ON f."accountId" = a.id
    WHERE app.is_administrator() AND app.is_staff(a.id)
    ORDER BY a.name, a.id $$;

CREATE FUNCTION app.second_factor_resets()
RETURNS TABLE (id uuid, at timestamptz, name text, "byName" text, reason text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT r.id, r.at, a.name, b.name, r.reason
     FROM second_factor_reset r JOIN account a ON a.id = r."accountId" LEFT JOIN account b ON b.id = r."byId"
    WHERE app.is_administrator()
    ORDER BY r.at DESC, r.id DESC LIMIT 100 $$;

-- ---------------------------------------------------------------- sessions tell of the second factor

DROP FUNCTION app.session_enter(text, timestamptz);
DROP FUNCTION app.session_find(text, timestamptz);

CREATE FUNCTION app.session_find(session_hash text, moment timestamptz)
RETURNS TABLE ("idHash" text, "accountId" uuid, "expiresAt" timestamptz, name text, locale text,
               "isAdministrator" boolean, memberships jsonb, "secondFactorDueAt" timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT s."idHash", a.id, s."expiresAt", a.name, a.locale, a."isAdministrator",
          coalesce((SELECT jsonb_agg(jsonb_build_object('id', m.id, 'cohortId', m."cohortId",
                                     'role', m.role, 'teamId', m."teamId",
                                     'hasAccepted', app.has_accepted(a.id, m."cohortId")) ORDER BY m.id)
                      FROM membership m JOIN cohort c ON c.id = m."cohortId"
                     WHERE m."accountId" = a.id AND m."endedAt" IS NULL AND c.state <> 'erased'), '[]'),
          app.second_factor_due(a.id)
     FROM session s JOIN account a ON a.id = s."accountId"
    WHERE s."idHash" = session_hash AND s."expiresAt" > moment AND a."deletedAt" IS NULL $$;

CREATE FUNCTION app.session_enter(session_hash text, moment timestamptz)
RETURNS TABLE ("idHash" text, "accountId" uuid, "expiresAt" timestamptz, name text, locale text,
               "isAdministrator" boolean, memberships jsonb, "secondFactorDueAt" timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
BEGIN
  FOR "idHash", "accountId", "expiresAt", name, locale, "isAdministrator", memberships, "secondFactorDueAt" IN
    SELECT * FROM app.session_find(session_hash, moment)
  LOOP
    PERFORM app.enter("accountId");
    RETURN NEXT;
  END LOOP;
END $$;

-- ---------------------------------------------------------------- the export

-- Adds to what other migrations have listed, whichever they were.
DO $$
DECLARE known text;
BEGIN
  SELECT string_agg(format('(%L, %L, %L)', table_name, column_name, via), ', ') INTO known
    FROM app.account_references();
  EXECUTE format($f$
    CREATE OR REPLACE FUNCTION app.account_references() RETURNS TABLE (table_name text, column_name text, via text)
    LANGUAGE sql IMMUTABLE AS
    $body$ VALUES %s,
      ('passkey', 'accountId', 'account'),
      ('passkey_challenge', 'accountId', 'account'),
      ('second_factor', 'accountId', 'account'),
      ('backup_code', 'accountId', 'account'),
      ('second_factor_reset', 'accountId', 'account'),
      ('second_factor_reset', 'byId', 'account') $body$ $f$, known);
END $$;
