-- The walls around consultations: who takes part in one reads it, and nobody else, whatever else she or
-- he is in the cohort or in this installation. What people write is encrypted in the browser besides.

-- ---------------------------------------------------------------- who takes part

-- Consultations in which the actor takes part now. Whoever leaves the cohort has left them all.
CREATE FUNCTION app.my_consultations() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT coalesce(array_agg("consultationId"), '{}') FROM consultation_participant
    WHERE "accountId" = app.account_id() AND "leftAt" IS NULL
      AND "cohortId" = ANY (app.my_cohorts_as('member', 'moderator', 'expert')) $$;

-- Consultations of the actor's own case.
CREATE FUNCTION app.my_cases() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT coalesce(array_agg(id), '{}') FROM consultation
    WHERE "caseGiverId" = app.account_id()
      AND "cohortId" = ANY (app.my_cohorts_as('member', 'moderator')) $$;

-- Who may be asked into a circle: never someone who is there as an organiser or a partner only.
CREATE FUNCTION app.may_take_part(cohort_id uuid, account_id uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT EXISTS (SELECT 1 FROM membership WHERE "cohortId" = cohort_id AND "accountId" = account_id
                     AND "endedAt" IS NULL AND role IN ('member', 'moderator', 'expert')) $$;

-- ---------------------------------------------------------------- walls

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['consultation', 'consultation_participant', 'consultation_epoch', 'consultation_key',
                           'contribution', 'consultation_note']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_functions ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    PERFORM app.wall_archive(t);
  END LOOP;
END $$;

-- Jobs read what is in the clear of a consultation, to tell whose turn it is: no text, no key.
GRANT SELECT, INSERT ON consultation TO werkraum_app;
GRANT UPDATE ("moduleKey", state, phase, round, "phaseStartedAt", "pausedAt", "pausedMs", "extraMs",
              "isLoopOpen", "endAskedAt", before, "plannedFor",
              "startedAt", "closedAt", "followUpDays", "followUpAskedAt", "expiresAt", version)
  ON consultation TO werkraum_app;
CREATE POLICY participant_read ON consultation FOR SELECT TO werkraum_app
  USING (id = ANY ((SELECT app.my_consultations())::uuid[]) OR "cohortId" = (SELECT app.system_cohort()));
CREATE POLICY case_giver_write ON consultation FOR INSERT TO werkraum_app
  WITH CHECK ("caseGiverId" = (SELECT app.account_id())
              AND "cohortId" = ANY ((SELECT app.my_cohorts_as('member', 'moderator'))::uuid[]));
CREATE POLICY participant_change ON consultation FOR UPDATE TO werkraum_app
  USING (id = ANY ((SELECT app.my_consultations())::uuid[]) OR "cohortId" = (SELECT app.system_cohort()))
  WITH CHECK (id = ANY ((SELECT app.my_consultations())::uuid[]) OR "cohortId" = (SELECT app.system_cohort()));

GRANT SELECT, INSERT ON consultation_participant TO werkraum_app;
GRANT UPDATE (role, "isSecretary", pseudonym, "askedAt", answer, "leftAt") ON consultation_participant TO werkraum_app;
CREATE POLICY participant_read ON consultation_participant FOR SELECT TO werkraum_app
  USING ("consultationId" = ANY ((SELECT app.my_consultations())::uuid[])
         OR "cohortId" = (SELECT app.system_cohort()));
CREATE POLICY case_giver_write ON consultation_participant FOR INSERT TO werkraum_app
  WITH CHECK ("consultationId" = ANY ((SELECT app.my_cases())::uuid[])
              AND app.may_take_part("cohortId", "accountId"));
CREATE POLICY participant_change ON consultation_participant FOR UPDATE TO werkraum_app
  USING ("consultationId" = ANY ((SELECT app.my_consultations())::uuid[]))
  WITH CHECK ("consultationId" = ANY ((SELECT app.my_consultations())::uuid[]));

GRANT SELECT, INSERT ON consultation_epoch TO werkraum_app;
CREATE POLICY participant_read ON consultation_epoch FOR SELECT TO werkraum_app
  USING ("consultationId" = ANY ((SELECT app.my_consultations())::uuid[]));
CREATE POLICY own_write ON consultation_epoch FOR INSERT TO werkraum_app
  WITH CHECK ("createdById" = (SELECT app.account_id())
              AND "consultationId" = ANY ((SELECT app.my_consultations())::uuid[]));

-- A sealed key is opened by nobody but the person it is for; who has one, the others know.
GRANT SELECT, INSERT ON consultation_key TO werkraum_app;
CREATE POLICY participant_read ON consultation_key FOR SELECT TO werkraum_app
  USING ("consultationId" = ANY ((SELECT app.my_consultations())::uuid[]));
CREATE POLICY own_write ON consultation_key FOR INSERT TO werkraum_app
  WITH CHECK ("sealedById" = (SELECT app.account_id())
              AND "consultationId" = ANY ((SELECT app.my_consultations())::uuid[]));

GRANT SELECT, INSERT, UPDATE (blob) ON contribution TO werkraum_app;
CREATE POLICY participant_read ON contribution FOR SELECT TO werkraum_app
  USING ("consultationId" = ANY ((SELECT app.my_consultations())::uuid[]));
CREATE POLICY own_write ON contribution FOR INSERT TO werkraum_app
  WITH CHECK ("authorId" = (SELECT app.account_id())
              AND "consultationId" = ANY ((SELECT app.my_consultations())::uuid[]));
CREATE POLICY own_change ON contribution FOR UPDATE TO werkraum_app
  USING ("authorId" = (SELECT app.account_id())
         AND "consultationId" = ANY ((SELECT app.my_consultations())::uuid[]));
-- Withdrawn: the words go. Nothing else of a contribution ever changes, its words neither.
ALTER TABLE contribution ADD CONSTRAINT contribution_blob_check CHECK (blob IS NULL OR octet_length(blob) > 0);

GRANT SELECT, INSERT, UPDATE (blob, version, "changedAt") ON consultation_note TO werkraum_app;
CREATE POLICY own ON consultation_note FOR ALL TO werkraum_app
  USING ("accountId" = (SELECT app.account_id())
         AND "consultationId" = ANY ((SELECT app.my_consultations())::uuid[]))
  WITH CHECK ("accountId" = (SELECT app.account_id())
         AND "consultationId" = ANY ((SELECT app.my_consultations())::uuid[]));

-- An absence, told by the person.
GRANT UPDATE ("awayUntil") ON membership TO werkraum_app;

-- Bytes as they travel: base64url without padding (RFC 4648, section 5).
CREATE FUNCTION app.base64url(bytes bytea) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT translate(encode(bytes, 'base64'), E'+/=\n', '-_') $$;
