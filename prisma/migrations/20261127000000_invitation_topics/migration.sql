-- Experts are invited to topics: what they will read is chosen with the invitation.

-- AlterTable
ALTER TABLE "membership_log" ADD COLUMN     "topics" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "invitation_topic" (
    "cohortId" UUID NOT NULL,
    "invitationId" UUID NOT NULL,
    "topicId" UUID NOT NULL,

    CONSTRAINT "invitation_topic_pkey" PRIMARY KEY ("invitationId","topicId")
);

-- CreateIndex
CREATE INDEX "invitation_topic_topicId_idx" ON "invitation_topic"("topicId");

-- AddForeignKey
ALTER TABLE "invitation_topic" ADD CONSTRAINT "invitation_topic_cohortId_invitationId_fkey" FOREIGN KEY ("cohortId", "invitationId") REFERENCES "invitation"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation_topic" ADD CONSTRAINT "invitation_topic_cohortId_topicId_fkey" FOREIGN KEY ("cohortId", "topicId") REFERENCES "topic"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE invitation_topic ENABLE ROW LEVEL SECURITY;
ALTER TABLE invitation_topic FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_functions ON invitation_topic TO CURRENT_USER USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON invitation_topic TO werkraum_app;
CREATE POLICY organiser_all ON invitation_topic FOR ALL TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts_as('organiser'))::uuid[]))
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('organiser'))::uuid[]));

-- As before, and an expert comes to the topics of the invitation; the log names them.
CREATE OR REPLACE FUNCTION app.invitation_accept(token_hash text, code_hash text, join_code_hash text, address text,
                                      new_account uuid, person_name text, person_locale text,
                                      new_stretching jsonb, secret_hash bytea,
                                      new_membership uuid, new_log uuid, moment timestamptz)
RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
DECLARE
  invited invitation;
  joiner uuid := app.account_id();
  joiner_name text;
  joined uuid;
  replaced uuid;
  questions text[];
BEGIN
  SELECT * INTO invited FROM invitation
   WHERE id = app.invitation_find(token_hash, code_hash, join_code_hash, address, moment) FOR UPDATE;
  IF NOT FOUND OR EXISTS (SELECT 1 FROM cohort WHERE id = invited."cohortId" AND state IN ('archived', 'erased'))
  THEN RETURN '{"outcome": "not_found"}'; END IF;

  IF secret_hash IS NOT NULL THEN joiner := new_account; END IF;
  IF joiner IS NULL THEN RETURN '{"outcome": "sign_in_required"}'; END IF;

  IF invited."acceptedAt" IS NOT NULL THEN
    SELECT m.id INTO joined FROM membership m
     WHERE m."cohortId" = invited."cohortId" AND m."accountId" = joiner AND m."endedAt" IS NULL
       AND (secret_hash IS NULL OR EXISTS (SELECT 1 FROM credential k
             WHERE k."accountId" = joiner AND k."secretHash" = secret_hash));
    IF joined IS NULL THEN RETURN '{"outcome": "invitation_used"}'; END IF;
    RETURN jsonb_build_object('outcome', 'repeated', 'cohortId', invited."cohortId",
                              'accountId', joiner, 'membershipId', joined);
  END IF;
  IF invited."revokedAt" IS NOT NULL THEN RETURN '{"outcome": "invitation_revoked"}'; END IF;
  IF invited."expiresAt" <= moment AND join_code_hash IS NULL THEN
    RETURN '{"outcome": "invitation_expired"}';
  END IF;

  IF secret_hash IS NOT NULL THEN
    IF EXISTS (SELECT 1 FROM credential WHERE email = invited.email) THEN
      RETURN '{"outcome": "invitation_sign_in_first"}';
    END IF;
    INSERT INTO account (id, name, locale, "isAdministrator", "createdAt")
      VALUES (joiner, person_name, person_locale, false, moment);
    INSERT INTO credential ("accountId", email, stretching, "secretHash", "changedAt")
      VALUES (joiner, invited.email, new_stretching, secret_hash, moment);
  ELSIF join_code_hash IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM credential WHERE "accountId" = joiner AND email = invited.email) THEN
    RETURN '{"outcome": "invitation_for_someone_else"}';
  END IF;
  SELECT name INTO joiner_name FROM account WHERE id = joiner;

  SELECT id INTO joined FROM membership
   WHERE "cohortId" = invited."cohortId" AND "accountId" = joiner AND "endedAt" IS NULL
     AND role = invited.role AND "teamId" IS NOT DISTINCT FROM invited."teamId";
  UPDATE invitation SET "acceptedAt" = moment, "membershipId" = coalesce(joined, new_membership)
   WHERE id = invited.id;
  IF joined IS NOT NULL THEN
    RETURN jsonb_build_object('outcome', 'repeated', 'cohortId', invited."cohortId",
                              'accountId', joiner, 'membershipId', joined);
  END IF;
  INSERT INTO membership ("cohortId", id, "accountId", role, "teamId", "joinedAt")
    VALUES (invited."cohortId", new_membership, joiner, invited.role, invited."teamId", moment);
  INSERT INTO topic_guest ("cohortId", "topicId", "membershipId", at)
    SELECT "cohortId", "topicId", new_membership, moment FROM invitation_topic
     WHERE "invitationId" = invited.id AND invited.role = 'expert';
  SELECT coalesce(array_agg(t.question ORDER BY t.question), '{}') INTO questions
    FROM topic_guest g JOIN topic t ON t.id = g."topicId" WHERE g."membershipId" = new_membership;

  SELECT "accountId" INTO replaced FROM membership WHERE id = invited."replacesMembershipId";
  IF replaced IS NOT NULL THEN
    INSERT INTO follow ("cohortId", "topicId", "accountId", at)
      SELECT "cohortId", "topicId", joiner, moment FROM follow
       WHERE "cohortId" = invited."cohortId" AND "accountId" = replaced
      ON CONFLICT DO NOTHING;
    UPDATE voter v SET "accountId" = joiner
     WHERE v."cohortId" = invited."cohortId" AND v."accountId" = replaced AND NOT v."hasVoted"
       AND EXISTS (SELECT 1 FROM ballot b WHERE b.id = v."ballotId" AND b.state = 'open')
       AND NOT EXISTS (SELECT 1 FROM voter own WHERE own."ballotId" = v."ballotId" AND own."accountId" = joiner);
  END IF;
  INSERT INTO membership_log ("cohortId", id, at, change, "personName", role, "teamName", "byName", reason, topics)
    VALUES (invited."cohortId", new_log, moment, 'joined', joiner_name, invited.role,
            (SELECT name FROM team WHERE id = invited."teamId"), invited."invitedBy", invited.reason, questions);
  RETURN jsonb_build_object('outcome', 'joined', 'cohortId', invited."cohortId", 'accountId', joiner,
    'membershipId', new_membership, 'name', joiner_name, 'role', invited.role, 'reason', invited.reason,
    'topics', to_jsonb(questions),
    'teamName', (SELECT name FROM team WHERE id = invited."teamId"));
END $$;
