-- The charter comes first: whoever has not accepted its newest version reads and writes nothing of
-- the cohort, whatever the page or the procedure forgets. Only the frame (the cohort's name, the
-- charter itself, the own membership) stays open, so that it can be accepted.

CREATE FUNCTION app.has_accepted(account uuid, cohort uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT coalesce(
     (SELECT EXISTS (SELECT 1 FROM charter_acceptance a
                      WHERE a."charterId" = c.id AND a."accountId" = account)
        FROM charter c WHERE c."cohortId" = cohort ORDER BY c.version DESC LIMIT 1), true) $$;

-- Cohorts the actor belongs to, accepted or not.
CREATE FUNCTION app.joined_cohorts() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT coalesce(array_agg(DISTINCT "cohortId"), '{}') FROM (
     SELECT "cohortId" FROM membership
      WHERE "accountId" = app.account_id() AND "endedAt" IS NULL
     UNION ALL SELECT app.system_cohort() WHERE app.system_cohort() IS NOT NULL) mine $$;

CREATE OR REPLACE FUNCTION app.my_cohorts_as(VARIADIC roles role[]) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT coalesce(array_agg(DISTINCT "cohortId"), '{}') FROM (
     SELECT "cohortId" FROM membership
      WHERE "accountId" = app.account_id() AND "endedAt" IS NULL AND role = ANY (roles)
        AND app.has_accepted("accountId", "cohortId")
     UNION ALL SELECT app.system_cohort() WHERE app.system_cohort() IS NOT NULL) mine $$;

CREATE OR REPLACE FUNCTION app.my_teams() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT coalesce(array_agg("teamId"), '{}') FROM membership
    WHERE "accountId" = app.account_id() AND "endedAt" IS NULL AND "teamId" IS NOT NULL
      AND app.has_accepted("accountId", "cohortId") $$;

CREATE OR REPLACE FUNCTION app.my_guest_topics() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT coalesce(array_agg(g."topicId"), '{}')
     FROM topic_guest g JOIN membership m ON m.id = g."membershipId"
    WHERE m."accountId" = app.account_id() AND m."endedAt" IS NULL
      AND app.has_accepted(m."accountId", m."cohortId") $$;

ALTER POLICY known_read ON cohort
  USING (id = ANY ((SELECT app.joined_cohorts())::uuid[]) OR (SELECT app.is_administrator()));
ALTER POLICY known_read ON charter
  USING ("cohortId" = ANY ((SELECT app.joined_cohorts())::uuid[]));
ALTER POLICY own_write ON charter_acceptance
  WITH CHECK ("accountId" = (SELECT app.account_id())
              AND "cohortId" = ANY ((SELECT app.joined_cohorts())::uuid[]));
ALTER POLICY addressee_read ON announcement
  USING ("cohortId" = ANY ((SELECT app.my_cohorts_as('organiser'))::uuid[])
    OR ("cohortId" = ANY ((SELECT app.known_cohorts())::uuid[])
      AND EXISTS (SELECT 1 FROM membership m
                WHERE m."cohortId" = announcement."cohortId" AND m."accountId" = (SELECT app.account_id())
                  AND m."endedAt" IS NULL AND m.role <> 'partner'
                  AND (announcement."teamIds" = '{}' OR m."teamId" = ANY (announcement."teamIds"))
                  AND (announcement.roles = '{}' OR m.role = ANY (announcement.roles)))));

-- A live session with its account and what the account may do, in one call.
CREATE OR REPLACE FUNCTION app.session_find(session_hash text, moment timestamptz)
RETURNS TABLE ("idHash" text, "accountId" uuid, "expiresAt" timestamptz, name text, locale text,
               "isAdministrator" boolean, memberships jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT s."idHash", a.id, s."expiresAt", a.name, a.locale, a."isAdministrator",
          coalesce((SELECT jsonb_agg(jsonb_build_object('id', m.id, 'cohortId', m."cohortId",
                                     'role', m.role, 'teamId', m."teamId",
                                     'hasAccepted', app.has_accepted(a.id, m."cohortId")) ORDER BY m.id)
                      FROM membership m JOIN cohort c ON c.id = m."cohortId"
                     WHERE m."accountId" = a.id AND m."endedAt" IS NULL AND c.state <> 'erased'), '[]')
     FROM session s JOIN account a ON a.id = s."accountId"
    WHERE s."idHash" = session_hash AND s."expiresAt" > moment AND a."deletedAt" IS NULL $$;

-- Role and team of a membership never change: one ends, another begins, and the log tells of both.
REVOKE UPDATE ON membership FROM werkraum_app;
GRANT UPDATE ("endedAt", occupation, "contactEmail", "contactPhone", "contactHint")
  ON membership TO werkraum_app;
