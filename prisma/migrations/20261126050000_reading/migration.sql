-- The queries of a page share one reading transaction. It begins with the look-up of the session, and
-- what the policies will ask (app.enter) is answered in the same message.

-- One look at the memberships instead of one for each question.
CREATE OR REPLACE FUNCTION app.enter(account uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
DECLARE
  places text[]; cohorts uuid[]; teams uuid[]; places_as_guest uuid[]; topics uuid[]; fellows uuid[];
  is_administrator boolean;
BEGIN
  SELECT coalesce(array_agg(role || ':' || "cohortId"), '{}'),
         coalesce(array_agg("cohortId") FILTER (WHERE role <> 'partner'), '{}'),
         coalesce(array_agg("teamId") FILTER (WHERE "teamId" IS NOT NULL), '{}'),
         coalesce(array_agg(id) FILTER (WHERE role = 'expert'), '{}')
    INTO places, cohorts, teams, places_as_guest
    FROM membership
   WHERE "accountId" = account AND "endedAt" IS NULL AND app.has_accepted(account, "cohortId");
  SELECT coalesce(array_agg("topicId"), '{}') INTO topics
    FROM topic_guest WHERE "membershipId" = ANY (places_as_guest);
  is_administrator := EXISTS (
    SELECT 1 FROM public.account a WHERE a.id = account AND a."isAdministrator" AND a."deletedAt" IS NULL);
  SELECT coalesce(array_agg(DISTINCT id), '{}') INTO fellows FROM (
    SELECT "accountId" AS id FROM membership WHERE "cohortId" = ANY (cohorts)
    UNION ALL SELECT account
    UNION ALL SELECT m."accountId" FROM membership m WHERE is_administrator AND m.role = 'organiser'
    UNION ALL SELECT a.id FROM public.account a WHERE is_administrator AND a."isAdministrator") known
   WHERE id IS NOT NULL;
  PERFORM set_config('app.account', account::text, true),
          set_config('app.places', places::text, true),
          set_config('app.teams', teams::text, true),
          set_config('app.guest_topics', topics::text, true),
          set_config('app.fellows', fellows::text, true),
          set_config('app.administrator', is_administrator::text, true),
          set_config('app.entered', account::text, true);
END $$;

CREATE FUNCTION app.session_enter(session_hash text, moment timestamptz)
RETURNS TABLE ("idHash" text, "accountId" uuid, "expiresAt" timestamptz, name text, locale text,
               "isAdministrator" boolean, memberships jsonb)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
BEGIN
  FOR "idHash", "accountId", "expiresAt", name, locale, "isAdministrator", memberships IN
    SELECT * FROM app.session_find(session_hash, moment)
  LOOP
    PERFORM app.enter("accountId");
    RETURN NEXT;
  END LOOP;
END $$;
