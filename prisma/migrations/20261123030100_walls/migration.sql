-- The walls: who may see and change which row, told to the database itself.
--
-- The running program connects as a member of werkraum_app, which owns nothing. Each transaction
-- says who acts: app.account (a person) or app.system_cohort (a job, for one cohort) or
-- app.system = 'on' (the mail sender and other work that belongs to no cohort).
-- Tables force row-level security on their owner too; the owner's functions below see everything
-- through a policy of their own, so no role has to bypass row-level security.

CREATE SCHEMA app;
GRANT USAGE ON SCHEMA app TO werkraum_app;
GRANT USAGE ON SCHEMA public TO werkraum_app;

-- ---------------------------------------------------------------- who acts

CREATE FUNCTION app.account_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.account', true), '')::uuid $$;

CREATE FUNCTION app.system_cohort() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.system_cohort', true), '')::uuid $$;

CREATE FUNCTION app.is_system() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT coalesce(current_setting('app.system', true), '') = 'on' OR app.system_cohort() IS NOT NULL $$;

CREATE FUNCTION app.is_administrator() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT EXISTS (SELECT 1 FROM account
                  WHERE id = app.account_id() AND "isAdministrator" AND "deletedAt" IS NULL) $$;

-- Cohorts whose content the actor may read, in one of the given roles.
CREATE FUNCTION app.my_cohorts_as(VARIADIC roles role[]) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT coalesce(array_agg(DISTINCT "cohortId"), '{}') FROM (
     SELECT "cohortId" FROM membership
      WHERE "accountId" = app.account_id() AND "endedAt" IS NULL AND role = ANY (roles)
     UNION ALL SELECT app.system_cohort() WHERE app.system_cohort() IS NOT NULL) mine $$;

CREATE FUNCTION app.my_cohorts() RETURNS uuid[] LANGUAGE sql STABLE AS
$$ SELECT app.my_cohorts_as('member', 'moderator', 'organiser') $$;

-- Cohorts the actor has anything to do with (experts and partners included).
CREATE FUNCTION app.known_cohorts() RETURNS uuid[] LANGUAGE sql STABLE AS
$$ SELECT app.my_cohorts_as('member', 'moderator', 'organiser', 'expert', 'partner') $$;

CREATE FUNCTION app.my_teams() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT coalesce(array_agg("teamId"), '{}') FROM membership
    WHERE "accountId" = app.account_id() AND "endedAt" IS NULL AND "teamId" IS NOT NULL $$;

-- Topics an expert was invited to.
CREATE FUNCTION app.my_guest_topics() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT coalesce(array_agg(g."topicId"), '{}')
     FROM topic_guest g JOIN membership m ON m.id = g."membershipId"
    WHERE m."accountId" = app.account_id() AND m."endedAt" IS NULL $$;

-- People the actor may know by name: whoever is or was in one of the same cohorts.
-- An administrator knows the organisers and the other administrators.
CREATE FUNCTION app.my_fellows() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT coalesce(array_agg(DISTINCT id), '{}') FROM (
     SELECT "accountId" AS id FROM membership
      WHERE "cohortId" = ANY (app.my_cohorts_as('member', 'moderator', 'organiser', 'expert'))
     UNION ALL SELECT app.account_id()
     UNION ALL SELECT m."accountId" FROM membership m WHERE app.is_administrator() AND m.role = 'organiser'
     UNION ALL SELECT a.id FROM account a WHERE app.is_administrator() AND a."isAdministrator") known
    WHERE id IS NOT NULL $$;

CREATE FUNCTION app.my_voters() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT coalesce(array_agg(id), '{}') FROM voter
    WHERE "accountId" = app.account_id() OR "teamId" = ANY (app.my_teams()) $$;

CREATE FUNCTION app.is_counted(ballot_id uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT EXISTS (SELECT 1 FROM ballot WHERE id = ballot_id AND state IN ('closed', 'decided')) $$;

CREATE FUNCTION app.is_demo() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT coalesce((SELECT "isDemo" FROM installation WHERE id = 1), false) $$;

-- ---------------------------------------------------------------- every table is closed

DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_functions ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

-- ---------------------------------------------------------------- accounts

GRANT SELECT ON account TO werkraum_app;
GRANT UPDATE (name, locale, "deletionAsked") ON account TO werkraum_app;
CREATE POLICY fellows_read ON account FOR SELECT TO werkraum_app
  USING (id = ANY ((SELECT app.my_fellows())::uuid[]) OR (SELECT app.is_system()));
CREATE POLICY own_change ON account FOR UPDATE TO werkraum_app
  USING (id = (SELECT app.account_id())) WITH CHECK (id = (SELECT app.account_id()));

GRANT SELECT ("accountId", email, stretching, "changedAt") ON credential TO werkraum_app;
CREATE POLICY own_read ON credential FOR SELECT TO werkraum_app
  USING ("accountId" = (SELECT app.account_id()) OR (SELECT app.is_system()));

-- session, account_link, attempt: reached through named functions only.

GRANT SELECT (id, organisation, "contactEmail", "setUpAt", "isDemo") ON installation TO werkraum_app;
GRANT UPDATE (organisation, "contactEmail") ON installation TO werkraum_app;
CREATE POLICY signed_in_read ON installation FOR SELECT TO werkraum_app
  USING ((SELECT app.account_id()) IS NOT NULL OR (SELECT app.is_system()));
CREATE POLICY administrator_change ON installation FOR UPDATE TO werkraum_app
  USING ((SELECT app.is_administrator())) WITH CHECK ((SELECT app.is_administrator()));

GRANT SELECT, INSERT, UPDATE ON installation_text TO werkraum_app;
CREATE POLICY signed_in_read ON installation_text FOR SELECT TO werkraum_app
  USING ((SELECT app.account_id()) IS NOT NULL);
CREATE POLICY administrator_write ON installation_text FOR INSERT TO werkraum_app
  WITH CHECK ((SELECT app.is_administrator()));
CREATE POLICY administrator_change ON installation_text FOR UPDATE TO werkraum_app
  USING ((SELECT app.is_administrator())) WITH CHECK ((SELECT app.is_administrator()));

-- ---------------------------------------------------------------- cohorts and people

GRANT SELECT, INSERT, UPDATE ON programme TO werkraum_app;
CREATE POLICY known_read ON programme FOR SELECT TO werkraum_app
  USING ((SELECT app.is_administrator()) OR EXISTS (
    SELECT 1 FROM cohort c WHERE c."programmeId" = programme.id));
CREATE POLICY administrator_write ON programme FOR INSERT TO werkraum_app
  WITH CHECK ((SELECT app.is_administrator()));
CREATE POLICY administrator_change ON programme FOR UPDATE TO werkraum_app
  USING ((SELECT app.is_administrator())) WITH CHECK ((SELECT app.is_administrator()));

GRANT SELECT, INSERT, UPDATE ON cohort TO werkraum_app;
CREATE POLICY known_read ON cohort FOR SELECT TO werkraum_app
  USING (id = ANY ((SELECT app.known_cohorts())::uuid[]) OR (SELECT app.is_administrator()));
CREATE POLICY administrator_write ON cohort FOR INSERT TO werkraum_app
  WITH CHECK ((SELECT app.is_administrator()));
CREATE POLICY organiser_change ON cohort FOR UPDATE TO werkraum_app
  USING (id = ANY ((SELECT app.my_cohorts_as('organiser'))::uuid[]))
  WITH CHECK (id = ANY ((SELECT app.my_cohorts_as('organiser'))::uuid[]));

GRANT SELECT, INSERT, UPDATE, DELETE ON cohort_date TO werkraum_app;
CREATE POLICY known_read ON cohort_date FOR SELECT TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.known_cohorts())::uuid[]));
CREATE POLICY staff_write ON cohort_date FOR ALL TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts_as('organiser', 'moderator'))::uuid[]))
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('organiser', 'moderator'))::uuid[]));

GRANT SELECT, INSERT, UPDATE, DELETE ON team TO werkraum_app;
CREATE POLICY known_read ON team FOR SELECT TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts_as('member', 'moderator', 'organiser', 'expert'))::uuid[]));
CREATE POLICY organiser_write ON team FOR ALL TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts_as('organiser'))::uuid[]))
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('organiser'))::uuid[]));
CREATE POLICY own_team_change ON team FOR UPDATE TO werkraum_app
  USING (id = ANY ((SELECT app.my_teams())::uuid[])) WITH CHECK (id = ANY ((SELECT app.my_teams())::uuid[]));

GRANT SELECT, INSERT, UPDATE ON membership TO werkraum_app;
CREATE POLICY fellows_read ON membership FOR SELECT TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts_as('member', 'moderator', 'organiser', 'expert'))::uuid[])
         OR "accountId" = (SELECT app.account_id())
         OR (role = 'organiser' AND (SELECT app.is_administrator())));
CREATE POLICY organiser_write ON membership FOR INSERT TO werkraum_app
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('organiser'))::uuid[])
              OR (role = 'organiser' AND (SELECT app.is_administrator())));
CREATE POLICY organiser_or_own_change ON membership FOR UPDATE TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts_as('organiser'))::uuid[])
         OR "accountId" = (SELECT app.account_id())
         OR (role = 'organiser' AND (SELECT app.is_administrator())))
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('organiser'))::uuid[])
         OR "accountId" = (SELECT app.account_id())
         OR (role = 'organiser' AND (SELECT app.is_administrator())));

GRANT SELECT, INSERT ON membership_log TO werkraum_app;
CREATE POLICY cohort_read ON membership_log FOR SELECT TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[]));
CREATE POLICY organiser_write ON membership_log FOR INSERT TO werkraum_app
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('organiser'))::uuid[])
              OR (SELECT app.is_administrator()));

GRANT SELECT, INSERT, UPDATE ON invitation TO werkraum_app;
CREATE POLICY organiser_all ON invitation FOR ALL TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts_as('organiser'))::uuid[])
         OR (role = 'organiser' AND (SELECT app.is_administrator())))
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('organiser'))::uuid[])
              OR (role = 'organiser' AND (SELECT app.is_administrator())));

GRANT SELECT, INSERT, UPDATE ON join_code TO werkraum_app;
CREATE POLICY staff_all ON join_code FOR ALL TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts_as('organiser', 'moderator'))::uuid[]))
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('organiser', 'moderator'))::uuid[]));

GRANT SELECT, INSERT ON charter TO werkraum_app;
CREATE POLICY known_read ON charter FOR SELECT TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.known_cohorts())::uuid[]));
CREATE POLICY organiser_write ON charter FOR INSERT TO werkraum_app
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('organiser'))::uuid[]));

GRANT SELECT, INSERT ON charter_acceptance TO werkraum_app;
CREATE POLICY own_or_organiser_read ON charter_acceptance FOR SELECT TO werkraum_app
  USING ("accountId" = (SELECT app.account_id())
         OR "cohortId" = ANY ((SELECT app.my_cohorts_as('organiser'))::uuid[]));
CREATE POLICY own_write ON charter_acceptance FOR INSERT TO werkraum_app
  WITH CHECK ("accountId" = (SELECT app.account_id())
              AND "cohortId" = ANY ((SELECT app.known_cohorts())::uuid[]));

-- An announcement is read by those it was addressed to, and by the organisers.
GRANT SELECT, INSERT ON announcement TO werkraum_app;
CREATE POLICY addressee_read ON announcement FOR SELECT TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts_as('organiser'))::uuid[])
    OR EXISTS (SELECT 1 FROM membership m
                WHERE m."cohortId" = announcement."cohortId" AND m."accountId" = (SELECT app.account_id())
                  AND m."endedAt" IS NULL AND m.role <> 'partner'
                  AND (announcement."teamIds" = '{}' OR m."teamId" = ANY (announcement."teamIds"))
                  AND (announcement.roles = '{}' OR m.role = ANY (announcement.roles))));
CREATE POLICY staff_write ON announcement FOR INSERT TO werkraum_app
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('organiser', 'moderator'))::uuid[]));

GRANT SELECT, INSERT ON activity TO werkraum_app;
CREATE POLICY cohort_read ON activity FOR SELECT TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[])
         OR "subjectId" = ANY ((SELECT app.my_guest_topics())::uuid[]));
CREATE POLICY cohort_write ON activity FOR INSERT TO werkraum_app
  WITH CHECK ("cohortId" = ANY ((SELECT app.known_cohorts())::uuid[])
              OR (SELECT app.is_administrator()));

-- ---------------------------------------------------------------- topics

-- A draft belongs to its team; a topic entered by a moderator is seen by its team and the moderators
-- until the team has confirmed it.
GRANT SELECT, INSERT, UPDATE, DELETE ON topic TO werkraum_app;
CREATE POLICY cohort_read ON topic FOR SELECT TO werkraum_app
  USING (("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[])
          AND (state NOT IN ('draft', 'unconfirmed')
               OR "teamId" = ANY ((SELECT app.my_teams())::uuid[])
               OR (state = 'unconfirmed' AND "cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]))))
         OR id = ANY ((SELECT app.my_guest_topics())::uuid[]));
CREATE POLICY team_or_moderator_write ON topic FOR INSERT TO werkraum_app
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[])
              OR ("teamId" = ANY ((SELECT app.my_teams())::uuid[])
                  AND "cohortId" = ANY ((SELECT app.my_cohorts_as('member'))::uuid[])));
-- Supports and comments keep their counts on the row, so everyone in the cohort may update it;
-- which columns, the topic room's commands decide.
CREATE POLICY cohort_change ON topic FOR UPDATE TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[])
         OR id = ANY ((SELECT app.my_guest_topics())::uuid[]))
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[])
         OR id = ANY ((SELECT app.my_guest_topics())::uuid[]));
CREATE POLICY own_draft_delete ON topic FOR DELETE TO werkraum_app
  USING (state = 'draft' AND "teamId" = ANY ((SELECT app.my_teams())::uuid[]));

-- What hangs on a topic is read by whoever may read the topic (its policy applies inside EXISTS).
GRANT SELECT, INSERT ON topic_revision TO werkraum_app;
CREATE POLICY topic_read ON topic_revision FOR SELECT TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[])
         AND EXISTS (SELECT 1 FROM topic t WHERE t.id = "topicId"));
CREATE POLICY cohort_write ON topic_revision FOR INSERT TO werkraum_app
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('member', 'moderator'))::uuid[]));

GRANT SELECT, INSERT, UPDATE ON comment TO werkraum_app;
CREATE POLICY cohort_read ON comment FOR SELECT TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[])
         OR "topicId" = ANY ((SELECT app.my_guest_topics())::uuid[]));
CREATE POLICY own_write ON comment FOR INSERT TO werkraum_app
  WITH CHECK ("authorId" = (SELECT app.account_id())
              AND ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[])
                   OR "topicId" = ANY ((SELECT app.my_guest_topics())::uuid[])));
CREATE POLICY own_change ON comment FOR UPDATE TO werkraum_app
  USING ("authorId" = (SELECT app.account_id())
         OR "cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]))
  WITH CHECK ("authorId" = (SELECT app.account_id())
         OR "cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]));

GRANT SELECT, INSERT, DELETE ON support TO werkraum_app;
CREATE POLICY cohort_read ON support FOR SELECT TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[]));
-- A team supports for itself; a moderator carries supports over when topics are merged.
CREATE POLICY team_write ON support FOR INSERT TO werkraum_app
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[])
              AND ("teamId" = ANY ((SELECT app.my_teams())::uuid[])
                   OR "cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[])));
CREATE POLICY team_delete ON support FOR DELETE TO werkraum_app
  USING ("teamId" = ANY ((SELECT app.my_teams())::uuid[]));

GRANT SELECT, INSERT, DELETE ON follow TO werkraum_app;
CREATE POLICY own ON follow FOR ALL TO werkraum_app
  USING ("accountId" = (SELECT app.account_id()) OR "cohortId" = (SELECT app.system_cohort()))
  WITH CHECK ("accountId" = (SELECT app.account_id())
              AND "cohortId" = ANY ((SELECT app.known_cohorts())::uuid[]));

GRANT SELECT, INSERT, DELETE ON topic_note TO werkraum_app;
CREATE POLICY moderators ON topic_note FOR ALL TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]))
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]));

GRANT SELECT, INSERT, DELETE ON topic_guest TO werkraum_app;
CREATE POLICY cohort_read ON topic_guest FOR SELECT TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[]));
CREATE POLICY staff_write ON topic_guest FOR INSERT TO werkraum_app
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator', 'organiser'))::uuid[]));
CREATE POLICY staff_delete ON topic_guest FOR DELETE TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator', 'organiser'))::uuid[]));

GRANT SELECT, INSERT, UPDATE ON merge TO werkraum_app;
CREATE POLICY cohort_read ON merge FOR SELECT TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[]));
CREATE POLICY moderator_write ON merge FOR INSERT TO werkraum_app
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]));
CREATE POLICY cohort_change ON merge FOR UPDATE TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts_as('member', 'moderator'))::uuid[]))
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('member', 'moderator'))::uuid[]));

GRANT SELECT, INSERT, UPDATE ON merge_consent TO werkraum_app;
CREATE POLICY cohort_read ON merge_consent FOR SELECT TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[]));
CREATE POLICY team_write ON merge_consent FOR INSERT TO werkraum_app
  WITH CHECK ("teamId" = ANY ((SELECT app.my_teams())::uuid[])
              AND "cohortId" = ANY ((SELECT app.my_cohorts_as('member'))::uuid[]));
CREATE POLICY team_change ON merge_consent FOR UPDATE TO werkraum_app
  USING ("teamId" = ANY ((SELECT app.my_teams())::uuid[]))
  WITH CHECK ("teamId" = ANY ((SELECT app.my_teams())::uuid[]));

-- ---------------------------------------------------------------- ballots

GRANT SELECT, INSERT, UPDATE ON ballot TO werkraum_app;
CREATE POLICY cohort_read ON ballot FOR SELECT TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[])
         AND (state <> 'draft' OR "cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[])));
CREATE POLICY moderator_write ON ballot FOR INSERT TO werkraum_app
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]));
CREATE POLICY moderator_change ON ballot FOR UPDATE TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]))
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]));

GRANT SELECT, INSERT, UPDATE, DELETE ON ballot_option TO werkraum_app;
CREATE POLICY ballot_read ON ballot_option FOR SELECT TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[])
         AND EXISTS (SELECT 1 FROM ballot b WHERE b.id = "ballotId"));
CREATE POLICY moderator_write ON ballot_option FOR ALL TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]))
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]));

GRANT SELECT, INSERT, UPDATE ON voter TO werkraum_app;
CREATE POLICY cohort_read ON voter FOR SELECT TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[]));
CREATE POLICY moderator_write ON voter FOR INSERT TO werkraum_app
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]));
CREATE POLICY own_or_moderator_change ON voter FOR UPDATE TO werkraum_app
  USING (id = ANY ((SELECT app.my_voters())::uuid[])
         OR "cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]))
  WITH CHECK (id = ANY ((SELECT app.my_voters())::uuid[])
         OR "cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]));

-- Results stay hidden until closing, from moderators too.
GRANT SELECT, INSERT, UPDATE ON vote TO werkraum_app;
CREATE POLICY own_or_counted_read ON vote FOR SELECT TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[])
         AND ("voterId" = ANY ((SELECT app.my_voters())::uuid[]) OR app.is_counted("ballotId")));
CREATE POLICY own_write ON vote FOR INSERT TO werkraum_app
  WITH CHECK ("voterId" = ANY ((SELECT app.my_voters())::uuid[]) AND NOT app.is_counted("ballotId"));
CREATE POLICY own_change ON vote FOR UPDATE TO werkraum_app
  USING ("voterId" = ANY ((SELECT app.my_voters())::uuid[]) AND NOT app.is_counted("ballotId"))
  WITH CHECK ("voterId" = ANY ((SELECT app.my_voters())::uuid[]) AND NOT app.is_counted("ballotId"));

-- The box of a secret ballot is written through a named function and read after closing.
GRANT SELECT ON ballot_box TO werkraum_app;
CREATE POLICY counted_read ON ballot_box FOR SELECT TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[]) AND app.is_counted("ballotId"));

GRANT SELECT, INSERT ON ballot_lot TO werkraum_app;
CREATE POLICY counted_read ON ballot_lot FOR SELECT TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[]) AND app.is_counted("ballotId"));
CREATE POLICY moderator_write ON ballot_lot FOR INSERT TO werkraum_app
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]));

GRANT SELECT, INSERT ON decision TO werkraum_app;
CREATE POLICY cohort_read ON decision FOR SELECT TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[]));
CREATE POLICY moderator_write ON decision FOR INSERT TO werkraum_app
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]));

GRANT SELECT, INSERT ON decision_item TO werkraum_app;
CREATE POLICY cohort_read ON decision_item FOR SELECT TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[]));
CREATE POLICY moderator_write ON decision_item FOR INSERT TO werkraum_app
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]));

-- ---------------------------------------------------------------- notices and mail

GRANT SELECT, INSERT, UPDATE ("readAt", "mailedAt") ON notice TO werkraum_app;
CREATE POLICY own_read ON notice FOR SELECT TO werkraum_app
  USING ("accountId" = (SELECT app.account_id()) OR (SELECT app.is_system()));
CREATE POLICY cohort_write ON notice FOR INSERT TO werkraum_app
  WITH CHECK ("cohortId" = ANY ((SELECT app.known_cohorts())::uuid[]));
CREATE POLICY own_change ON notice FOR UPDATE TO werkraum_app
  USING ("accountId" = (SELECT app.account_id()) OR (SELECT app.is_system()))
  WITH CHECK ("accountId" = (SELECT app.account_id()) OR (SELECT app.is_system()));

GRANT SELECT, INSERT, UPDATE, DELETE ON notice_setting TO werkraum_app;
CREATE POLICY own ON notice_setting FOR ALL TO werkraum_app
  USING ("accountId" = (SELECT app.account_id()) OR (SELECT app.is_system()))
  WITH CHECK ("accountId" = (SELECT app.account_id()));

GRANT SELECT, INSERT, UPDATE ON mail TO werkraum_app;
CREATE POLICY administrator_or_sender_read ON mail FOR SELECT TO werkraum_app
  USING ((SELECT app.is_administrator()) OR (SELECT app.is_system()));
CREATE POLICY actor_write ON mail FOR INSERT TO werkraum_app
  WITH CHECK ((SELECT app.account_id()) IS NOT NULL OR (SELECT app.is_system()));
CREATE POLICY sender_change ON mail FOR UPDATE TO werkraum_app
  USING ((SELECT app.is_system())) WITH CHECK ((SELECT app.is_system()));

GRANT SELECT, INSERT, DELETE ON mail_content TO werkraum_app;
CREATE POLICY sender_read ON mail_content FOR SELECT TO werkraum_app
  USING ((SELECT app.is_system())
         OR ((SELECT app.is_administrator())
             AND ((SELECT app.is_demo())
                  OR EXISTS (SELECT 1 FROM mail m WHERE m.id = "mailId" AND m.kind = 'invitation'))));
CREATE POLICY actor_write ON mail_content FOR INSERT TO werkraum_app
  WITH CHECK ((SELECT app.account_id()) IS NOT NULL OR (SELECT app.is_system()));
CREATE POLICY sender_delete ON mail_content FOR DELETE TO werkraum_app
  USING ((SELECT app.is_system()));

-- ---------------------------------------------------------------- before the actor is known

-- A live session with its account and what the account may do, in one call.
CREATE FUNCTION app.session_find(session_hash text, moment timestamptz)
RETURNS TABLE ("idHash" text, "accountId" uuid, "expiresAt" timestamptz, name text, locale text,
               "isAdministrator" boolean, memberships jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT s."idHash", a.id, s."expiresAt", a.name, a.locale, a."isAdministrator",
          coalesce((SELECT jsonb_agg(jsonb_build_object('id', m.id, 'cohortId', m."cohortId",
                                     'role', m.role, 'teamId', m."teamId") ORDER BY m.id)
                      FROM membership m JOIN cohort c ON c.id = m."cohortId"
                     WHERE m."accountId" = a.id AND m."endedAt" IS NULL AND c.state <> 'erased'), '[]')
     FROM session s JOIN account a ON a.id = s."accountId"
    WHERE s."idHash" = session_hash AND s."expiresAt" > moment AND a."deletedAt" IS NULL $$;

CREATE FUNCTION app.session_start(session_hash text, account uuid, device_name text,
                                  moment timestamptz, expires timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS
$$ INSERT INTO session ("idHash", "accountId", "expiresAt", "createdAt", device)
   VALUES (session_hash, account, expires, moment, device_name) $$;

CREATE FUNCTION app.session_extend(session_hash text, expires timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS
$$ UPDATE session SET "expiresAt" = expires WHERE "idHash" = session_hash $$;

CREATE FUNCTION app.session_end(session_hash text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS
$$ DELETE FROM session WHERE "idHash" = session_hash $$;

CREATE FUNCTION app.session_end_all(account uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS
$$ DELETE FROM session WHERE "accountId" = account $$;

CREATE FUNCTION app.session_end_expired(moment timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS
$$ DELETE FROM session WHERE "expiresAt" <= moment $$;

CREATE FUNCTION app.session_list(account uuid, moment timestamptz)
RETURNS TABLE ("idHash" text, "createdAt" timestamptz, "expiresAt" timestamptz, device text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT "idHash", "createdAt", "expiresAt", device FROM session
    WHERE "accountId" = account AND "expiresAt" > moment ORDER BY "createdAt" DESC $$;

-- The parameters a browser stretches the password with; null for an unknown address.
CREATE FUNCTION app.sign_in_parameters(address text) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT c.stretching FROM credential c JOIN account a ON a.id = c."accountId"
    WHERE c.email = address AND a."deletedAt" IS NULL $$;

-- The account that this address and this sign-in secret open, or null.
CREATE FUNCTION app.sign_in_check(address text, secret_hash bytea) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT c."accountId" FROM credential c JOIN account a ON a.id = c."accountId"
    WHERE c.email = address AND c."secretHash" = secret_hash AND a."deletedAt" IS NULL $$;

CREATE FUNCTION app.installation_public()
RETURNS TABLE (organisation text, "contactEmail" text, "setUpAt" timestamptz, "isDemo" boolean, pepper bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT organisation, "contactEmail", "setUpAt", "isDemo", pepper FROM installation WHERE id = 1 $$;

CREATE FUNCTION app.installation_text_public(text_kind text_kind, text_locale text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT body FROM installation_text WHERE kind = text_kind AND locale = text_locale $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA app TO werkraum_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA app REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT EXECUTE ON FUNCTIONS TO werkraum_app;
