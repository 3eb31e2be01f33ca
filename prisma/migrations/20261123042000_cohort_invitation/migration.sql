-- Joining: what an invitation says, and its acceptance, before the person is known.

ALTER TABLE invitation ADD COLUMN "invitedBy" TEXT NOT NULL DEFAULT '';
ALTER TABLE invitation ADD COLUMN "membershipId" UUID;

-- Exactly one of the three ways counts: the link's token, the letter's code, or the code on the
-- projector together with an invited address. Internal: only the functions below call it.
CREATE FUNCTION app.invitation_find(token_hash text, code_hash text, join_code_hash text, address text,
                                    moment timestamptz) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT id FROM invitation WHERE "tokenHash" = token_hash
   UNION ALL
   SELECT id FROM invitation WHERE "codeHash" = code_hash
   UNION ALL
   (SELECT i.id FROM join_code j JOIN invitation i ON i."cohortId" = j."cohortId"
     WHERE j."codeHash" = join_code_hash AND j."endedAt" IS NULL AND j."expiresAt" > moment
       AND i.email = address AND i."revokedAt" IS NULL
     ORDER BY i."acceptedAt" IS NOT NULL, i.id DESC LIMIT 1)
   LIMIT 1 $$;
REVOKE EXECUTE ON FUNCTION app.invitation_find FROM PUBLIC, werkraum_app;

-- In the room the code on the projector decides how long one may join, not the date in the mail.
CREATE FUNCTION app.invitation_lookup(token_hash text, code_hash text, join_code_hash text, address text,
                                      moment timestamptz) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT jsonb_build_object(
     'cohortId', c.id, 'cohortName', c.name, 'programme', p.name,
     'organisation', (SELECT organisation FROM installation WHERE id = 1),
     'teamName', t.name, 'role', i.role, 'name', i.name, 'email', i.email, 'locale', i.locale,
     'state', CASE WHEN i."acceptedAt" IS NOT NULL THEN 'accepted'
                   WHEN i."revokedAt" IS NOT NULL THEN 'revoked'
                   WHEN i."expiresAt" <= moment AND join_code_hash IS NULL THEN 'expired'
                   ELSE 'open' END,
     'needsAccount', NOT EXISTS (SELECT 1 FROM credential k JOIN account a ON a.id = k."accountId"
                                  WHERE k.email = i.email AND a."deletedAt" IS NULL))
     FROM invitation i JOIN cohort c ON c.id = i."cohortId" JOIN programme p ON p.id = c."programmeId"
     LEFT JOIN team t ON t.id = i."teamId"
    WHERE i.id = app.invitation_find(token_hash, code_hash, join_code_hash, address, moment)
      AND c.state NOT IN ('archived', 'erased') $$;

-- Takes the invitation up, in one step: account and way to sign in (where a secret comes along; else
-- whoever is signed in joins), membership, hand-over from the person replaced, membership log.
-- Answers {"outcome": code, …}; a repeated request gets the same answer as the first.
CREATE FUNCTION app.invitation_accept(token_hash text, code_hash text, join_code_hash text, address text,
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
  INSERT INTO membership_log ("cohortId", id, at, change, "personName", role, "teamName", "byName", reason)
    VALUES (invited."cohortId", new_log, moment, 'joined', joiner_name, invited.role,
            (SELECT name FROM team WHERE id = invited."teamId"), invited."invitedBy", invited.reason);
  RETURN jsonb_build_object('outcome', 'joined', 'cohortId', invited."cohortId", 'accountId', joiner,
    'membershipId', new_membership, 'name', joiner_name, 'role', invited.role, 'reason', invited.reason,
    'teamName', (SELECT name FROM team WHERE id = invited."teamId"));
END $$;
