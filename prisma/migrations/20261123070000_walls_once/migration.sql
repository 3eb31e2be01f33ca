-- A page reads a dozen tables, and each policy asks which cohorts, teams and people the actor has.
-- For a reading transaction the answer cannot change, so app.enter looks it up once, at the beginning,
-- and the functions that the policies call take it from there. In a writing transaction (somebody
-- joins, accepts the charter …) they look it up each time, as before.

CREATE FUNCTION app.look_up_cohorts_as(VARIADIC roles role[]) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT coalesce(array_agg(DISTINCT "cohortId"), '{}') FROM (
     SELECT "cohortId" FROM membership
      WHERE "accountId" = app.account_id() AND "endedAt" IS NULL AND role = ANY (roles)
        AND app.has_accepted("accountId", "cohortId")
     UNION ALL SELECT app.system_cohort() WHERE app.system_cohort() IS NOT NULL) mine $$;

CREATE FUNCTION app.look_up_teams() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT coalesce(array_agg("teamId"), '{}') FROM membership
    WHERE "accountId" = app.account_id() AND "endedAt" IS NULL AND "teamId" IS NOT NULL
      AND app.has_accepted("accountId", "cohortId") $$;

CREATE FUNCTION app.look_up_guest_topics() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT coalesce(array_agg(g."topicId"), '{}')
     FROM topic_guest g JOIN membership m ON m.id = g."membershipId"
    WHERE m."accountId" = app.account_id() AND m."endedAt" IS NULL
      AND app.has_accepted(m."accountId", m."cohortId") $$;

CREATE FUNCTION app.look_up_is_administrator() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT EXISTS (SELECT 1 FROM account
                  WHERE id = app.account_id() AND "isAdministrator" AND "deletedAt" IS NULL) $$;

CREATE FUNCTION app.look_up_fellows() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT coalesce(array_agg(DISTINCT id), '{}') FROM (
     SELECT "accountId" AS id FROM membership
      WHERE "cohortId" = ANY (app.look_up_cohorts_as('member', 'moderator', 'organiser', 'expert'))
     UNION ALL SELECT app.account_id()
     UNION ALL SELECT m."accountId" FROM membership m
                WHERE app.look_up_is_administrator() AND m.role = 'organiser'
     UNION ALL SELECT a.id FROM account a
                WHERE app.look_up_is_administrator() AND a."isAdministrator") known
    WHERE id IS NOT NULL $$;

-- Begins a reading transaction for a person.
CREATE FUNCTION app.enter(account uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
BEGIN
  PERFORM set_config('app.account', account::text, true);
  PERFORM set_config('app.places', (
    SELECT coalesce(array_agg(role || ':' || "cohortId"), '{}')::text FROM membership
     WHERE "accountId" = account AND "endedAt" IS NULL AND app.has_accepted(account, "cohortId")), true);
  PERFORM set_config('app.teams', app.look_up_teams()::text, true);
  PERFORM set_config('app.guest_topics', app.look_up_guest_topics()::text, true);
  PERFORM set_config('app.fellows', app.look_up_fellows()::text, true);
  PERFORM set_config('app.administrator', app.look_up_is_administrator()::text, true);
  PERFORM set_config('app.entered', account::text, true);
END $$;

CREATE FUNCTION app.has_entered() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT coalesce(nullif(current_setting('app.entered', true), '') = current_setting('app.account', true), false) $$;

CREATE OR REPLACE FUNCTION app.my_cohorts_as(VARIADIC roles public.role[]) RETURNS uuid[]
LANGUAGE plpgsql STABLE AS
$$
BEGIN
  IF NOT app.has_entered() THEN RETURN app.look_up_cohorts_as(VARIADIC roles); END IF;
  RETURN ARRAY(SELECT DISTINCT split_part(place, ':', 2)::uuid
                 FROM unnest(current_setting('app.places')::text[]) AS place
                WHERE split_part(place, ':', 1)::public.role = ANY (roles));
END $$;

CREATE OR REPLACE FUNCTION app.my_teams() RETURNS uuid[]
LANGUAGE plpgsql STABLE AS
$$
BEGIN
  IF NOT app.has_entered() THEN RETURN app.look_up_teams(); END IF;
  RETURN current_setting('app.teams')::uuid[];
END $$;

CREATE OR REPLACE FUNCTION app.my_guest_topics() RETURNS uuid[]
LANGUAGE plpgsql STABLE AS
$$
BEGIN
  IF NOT app.has_entered() THEN RETURN app.look_up_guest_topics(); END IF;
  RETURN current_setting('app.guest_topics')::uuid[];
END $$;

CREATE OR REPLACE FUNCTION app.my_fellows() RETURNS uuid[]
LANGUAGE plpgsql STABLE AS
$$
BEGIN
  IF NOT app.has_entered() THEN RETURN app.look_up_fellows(); END IF;
  RETURN current_setting('app.fellows')::uuid[];
END $$;

CREATE OR REPLACE FUNCTION app.is_administrator() RETURNS boolean
LANGUAGE plpgsql STABLE AS
$$
BEGIN
  IF NOT app.has_entered() THEN RETURN app.look_up_is_administrator(); END IF;
  RETURN current_setting('app.administrator')::boolean;
END $$;
