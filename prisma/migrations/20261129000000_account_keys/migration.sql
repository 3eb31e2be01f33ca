-- CreateEnum
CREATE TYPE "key_slot_kind" AS ENUM ('password', 'recovery', 'passkey');

-- CreateEnum
CREATE TYPE "key_directory_kind" AS ENUM ('added', 'replaced', 'removed');

-- CreateTable
CREATE TABLE "account_keys" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "sealingPublic" BYTEA NOT NULL,
    "signingPublic" BYTEA NOT NULL,
    "keyring" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),
    "recoveryPutOffUntil" TIMESTAMPTZ(3),

    CONSTRAINT "account_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "key_slot" (
    "accountId" UUID NOT NULL,
    "keysId" UUID NOT NULL,
    "kind" "key_slot_kind" NOT NULL,
    "reference" TEXT NOT NULL DEFAULT '',
    "blob" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),

    CONSTRAINT "key_slot_pkey" PRIMARY KEY ("keysId","kind","reference")
);

-- CreateTable
CREATE TABLE "key_directory_entry" (
    "cohortId" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "previous" BYTEA NOT NULL,
    "kind" "key_directory_kind" NOT NULL,
    "accountId" UUID NOT NULL,
    "keysId" UUID,
    "sealingPublic" BYTEA,
    "signingPublic" BYTEA,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "signature" BYTEA,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "key_directory_entry_pkey" PRIMARY KEY ("cohortId","sequence")
);

-- CreateTable
CREATE TABLE "key_trust" (
    "accountId" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "blob" BYTEA NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "key_trust_pkey" PRIMARY KEY ("accountId","cohortId")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_keys_accountId_id_key" ON "account_keys"("accountId", "id");

-- CreateIndex
CREATE INDEX "key_slot_accountId_keysId_idx" ON "key_slot"("accountId", "keysId");

-- CreateIndex
CREATE INDEX "key_directory_entry_accountId_idx" ON "key_directory_entry"("accountId");

-- CreateIndex
CREATE INDEX "key_trust_cohortId_idx" ON "key_trust"("cohortId");

-- AddForeignKey
ALTER TABLE "account_keys" ADD CONSTRAINT "account_keys_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_slot" ADD CONSTRAINT "key_slot_accountId_keysId_fkey" FOREIGN KEY ("accountId", "keysId") REFERENCES "account_keys"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_directory_entry" ADD CONSTRAINT "key_directory_entry_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_directory_entry" ADD CONSTRAINT "key_directory_entry_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_trust" ADD CONSTRAINT "key_trust_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_trust" ADD CONSTRAINT "key_trust_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------- the keys of an account

-- One set in use.
CREATE UNIQUE INDEX account_keys_in_use ON account_keys ("accountId") WHERE "retiredAt" IS NULL;

ALTER TABLE account_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE account_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_functions ON account_keys TO CURRENT_USER USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ("retiredAt", "recoveryPutOffUntil") ON account_keys TO werkraum_app;
CREATE POLICY own ON account_keys FOR ALL TO werkraum_app
  USING ("accountId" = (SELECT app.account_id())) WITH CHECK ("accountId" = (SELECT app.account_id()));

ALTER TABLE key_slot ENABLE ROW LEVEL SECURITY;
ALTER TABLE key_slot FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_functions ON key_slot TO CURRENT_USER USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (blob, "createdAt", "confirmedAt"), DELETE ON key_slot TO werkraum_app;
CREATE POLICY own ON key_slot FOR ALL TO werkraum_app
  USING ("accountId" = (SELECT app.account_id())) WITH CHECK ("accountId" = (SELECT app.account_id()));

-- What a reset link gives to whoever holds the recovery code: the keys in use, if there are any, and the
-- slot that it opens.
CREATE FUNCTION app.reset_keys(link_hash text, moment timestamptz)
RETURNS TABLE ("accountId" uuid, "keysId" uuid, "sealingPublic" bytea, "signingPublic" bytea, keyring bytea, slot bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT l."accountId", k.id, k."sealingPublic", k."signingPublic", k.keyring, s.blob
     FROM account_link l LEFT JOIN account_keys k ON k."accountId" = l."accountId" AND k."retiredAt" IS NULL
     LEFT JOIN key_slot s ON s."keysId" = k.id AND s.kind = 'recovery'
    WHERE l."tokenHash" = link_hash AND l.kind = 'reset' AND l."expiresAt" > moment $$;

-- An account that has ended keeps no keys: nobody opens what was sealed for it any more.
CREATE FUNCTION app.account_keys_end() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$ BEGIN
  DELETE FROM key_trust WHERE "accountId" = NEW.id;
  DELETE FROM account_keys WHERE "accountId" = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER account_keys_end AFTER UPDATE OF "deletedAt" ON account
  FOR EACH ROW WHEN (OLD."deletedAt" IS NULL AND NEW."deletedAt" IS NOT NULL)
  EXECUTE FUNCTION app.account_keys_end();

-- ---------------------------------------------------------------- the key directory of a cohort

-- Everyone who can be asked into a consultation reads it, and enters own keys. Nobody changes an entry.
ALTER TABLE key_directory_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE key_directory_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_functions ON key_directory_entry TO CURRENT_USER USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON key_directory_entry TO werkraum_app;
CREATE POLICY group_read ON key_directory_entry FOR SELECT TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts_as('member', 'moderator', 'organiser', 'expert'))::uuid[]));
CREATE POLICY own_write ON key_directory_entry FOR INSERT TO werkraum_app
  WITH CHECK ("accountId" = (SELECT app.account_id()) AND kind <> 'removed'
              AND "cohortId" = ANY ((SELECT app.my_cohorts_as('member', 'moderator', 'organiser', 'expert'))::uuid[]));

-- Entries come one after the other; held until the transaction ends.
CREATE FUNCTION app.key_directory_lock(cohort_id uuid) RETURNS void
LANGUAGE sql SET search_path = public AS
$$ SELECT pg_advisory_xact_lock(hashtextextended('key_directory ' || cohort_id, 0)) $$;

-- Directories in which the account still stands though it has left the cohort, each with its head.
CREATE FUNCTION app.key_removals_due(account_id uuid) RETURNS TABLE ("cohortId" uuid, sequence int, hash bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT head."cohortId", head.sequence, head.hash
     FROM (SELECT DISTINCT ON (e."cohortId") e."cohortId", e.kind FROM key_directory_entry e
            WHERE e."accountId" = account_id ORDER BY e."cohortId", e.sequence DESC) newest
     JOIN LATERAL (SELECT e."cohortId", e.sequence, e.hash FROM key_directory_entry e
                    WHERE e."cohortId" = newest."cohortId" ORDER BY e.sequence DESC LIMIT 1) head ON true
    WHERE newest.kind <> 'removed'
      AND NOT EXISTS (SELECT 1 FROM membership m WHERE m."cohortId" = newest."cohortId"
                         AND m."accountId" = account_id AND m."endedAt" IS NULL AND m.role <> 'partner')
    ORDER BY head."cohortId" $$;

-- Enters that somebody has left: by whoever ended the membership, an administrator among them, who reads
-- no directory. Nothing where it is not due.
CREATE FUNCTION app.key_directory_remove(cohort_id uuid, account_id uuid, number int, previous_hash bytea,
                                         moment timestamptz, entry_hash bytea) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS
$$ INSERT INTO key_directory_entry ("cohortId", sequence, previous, kind, "accountId", at, hash)
   SELECT d."cohortId", number, d.hash, 'removed', account_id, moment, entry_hash
     FROM app.key_removals_due(account_id) d
    WHERE d."cohortId" = cohort_id AND d.sequence = number - 1 AND d.hash = previous_hash $$;

-- ---------------------------------------------------------------- what a person has heard and compared

ALTER TABLE key_trust ENABLE ROW LEVEL SECURITY;
ALTER TABLE key_trust FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_functions ON key_trust TO CURRENT_USER USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (blob, "changedAt") ON key_trust TO werkraum_app;
CREATE POLICY own ON key_trust FOR ALL TO werkraum_app
  USING ("accountId" = (SELECT app.account_id()))
  WITH CHECK ("accountId" = (SELECT app.account_id())
              AND "cohortId" = ANY ((SELECT app.my_cohorts_as('member', 'moderator', 'organiser', 'expert'))::uuid[]));

-- ---------------------------------------------------------------- archive and data export

-- An archive takes no new keys; that somebody has left is entered there too (app.key_directory_remove).
SELECT app.wall_archive('key_directory_entry');
CREATE OR REPLACE FUNCTION app.archive_wall() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS
$$
DECLARE
  is_own_function boolean := current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID);
BEGIN
  -- How an account ends (app.account_erase), how it is renamed (app.search_renamed), how the words of
  -- deleted comments are cleared (app.comment_clear), and that a person's keys are no longer used: in
  -- every cohort.
  IF is_own_function AND (TG_TABLE_NAME, TG_OP) IN
     (('membership', 'UPDATE'), ('membership_log', 'INSERT'), ('invitation', 'UPDATE'), ('follow', 'DELETE'),
      ('activity', 'UPDATE'), ('comment', 'UPDATE'), ('key_directory_entry', 'INSERT'))
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

-- What a person's own data are found by: keys too.
CREATE OR REPLACE FUNCTION app.account_references() RETURNS TABLE (table_name text, column_name text, via text)
LANGUAGE sql IMMUTABLE AS
$$ VALUES
  ('account', 'id', 'account'),
  ('credential', 'accountId', 'account'),
  ('session', 'accountId', 'account'),
  ('account_link', 'accountId', 'account'),
  ('account_keys', 'accountId', 'account'),
  ('key_slot', 'accountId', 'account'),
  ('key_directory_entry', 'accountId', 'account'),
  ('key_trust', 'accountId', 'account'),
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
  ('objection', 'raisedById', 'account'),
  ('objection', 'withdrawnById', 'account'),
  ('objection_answer', 'answeredById', 'account'),
  ('announcement', 'byId', 'account'),
  ('activity', 'actorId', 'account'),
  ('notice', 'accountId', 'account'),
  ('notice_setting', 'accountId', 'account') $$;
