-- AlterTable
ALTER TABLE "mail" ADD COLUMN     "cohortId" UUID;

-- CreateTable
CREATE TABLE "erasure" (
    "cohortId" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "askedByName" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "backupNote" TEXT NOT NULL,
    "erasedAt" TIMESTAMPTZ(3),
    "certificate" JSONB,

    CONSTRAINT "erasure_pkey" PRIMARY KEY ("cohortId")
);

-- CreateIndex
CREATE INDEX "erasure_dueAt_idx" ON "erasure"("dueAt");

-- CreateIndex
CREATE INDEX "mail_cohortId_idx" ON "mail"("cohortId");

-- AddForeignKey
ALTER TABLE "erasure" ADD CONSTRAINT "erasure_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------- archived: read, never written

CREATE FUNCTION app.cohort_state(cohort_id uuid) RETURNS cohort_state
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT state FROM cohort WHERE id = cohort_id $$;

-- Whatever a command forgets: no row of an archived cohort comes, changes or goes. A trigger and not a
-- policy, because a policy would hide an update ("not found") and would not hold for owner functions;
-- the reader is told why. The code is that of row-level security.
CREATE FUNCTION app.archive_wall() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS
$$
DECLARE
  is_own_function boolean := current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID);
BEGIN
  -- How an account ends (app.account_erase), and how it is renamed (app.search_renamed): in every cohort.
  IF is_own_function AND (TG_TABLE_NAME, TG_OP) IN
     (('membership', 'UPDATE'), ('membership_log', 'INSERT'), ('invitation', 'UPDATE'), ('follow', 'DELETE'))
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

-- The cohort itself: taken out of the archive, or (by app.cohort_erase alone) erased.
CREATE FUNCTION app.archive_wall_cohort() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS
$$
DECLARE
  is_own_function boolean := current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID);
BEGIN
  IF OLD.state = 'erased' OR (OLD.state = 'archived' AND NEW.state NOT IN ('concluded', 'erased'))
     OR (NEW.state = 'erased' AND NOT is_own_function)
  THEN RAISE EXCEPTION 'cohort_archived' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER archive_wall BEFORE UPDATE ON cohort
  FOR EACH ROW EXECUTE FUNCTION app.archive_wall_cohort();

-- Puts a table with a "cohortId" behind the wall; a migration that makes one calls it.
CREATE FUNCTION app.wall_archive(table_name text) RETURNS void LANGUAGE plpgsql AS
$$ BEGIN
  EXECUTE format('CREATE TRIGGER archive_wall BEFORE INSERT OR UPDATE OR DELETE ON public.%I
                  FOR EACH ROW EXECUTE FUNCTION app.archive_wall()', table_name);
END $$;
REVOKE EXECUTE ON FUNCTION app.wall_archive(text) FROM PUBLIC, werkraum_app;

-- All but what concerns the reader alone (acceptances of the charter, which open the archive; notices),
-- what the owner's functions keep (search), and what is about the archive itself (erasure, mail).
SELECT app.wall_archive(c.table_name) FROM information_schema.columns c
 WHERE c.table_schema = 'public' AND c.column_name = 'cohortId'
   AND c.table_name NOT IN ('charter_acceptance', 'notice', 'search_entry', 'erasure', 'mail');

-- Whether the clock is going to open or close a ballot: drafts are hidden from the organiser.
CREATE FUNCTION app.cohort_awaits_ballot(cohort_id uuid, moment timestamptz) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT EXISTS (SELECT 1 FROM ballot WHERE "cohortId" = cohort_id
     AND (state = 'open' OR (state = 'draft' AND "opensAt" > moment)))
   AND cohort_id = ANY (app.my_cohorts_as('organiser')) $$;

-- ---------------------------------------------------------------- erased: what stays

-- Cohorts of which the actor was a part before they were erased.
CREATE FUNCTION app.my_erased_cohorts(VARIADIC roles role[]) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT coalesce(array_agg(DISTINCT c.id), '{}') FROM membership m JOIN cohort c ON c.id = m."cohortId"
    WHERE m."accountId" = app.account_id() AND c.state = 'erased' AND m.role = ANY (roles) $$;

ALTER TABLE erasure ENABLE ROW LEVEL SECURITY;
ALTER TABLE erasure FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_functions ON erasure TO CURRENT_USER USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, DELETE ON erasure TO werkraum_app;
CREATE POLICY known_read ON erasure FOR SELECT TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.known_cohorts())::uuid[]) OR (SELECT app.is_administrator())
         OR "cohortId" = ANY ((SELECT app.my_erased_cohorts('organiser'))::uuid[]));
CREATE POLICY organiser_write ON erasure FOR INSERT TO werkraum_app
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('organiser'))::uuid[]) AND "erasedAt" IS NULL);
CREATE POLICY organiser_delete ON erasure FOR DELETE TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts_as('organiser'))::uuid[]) AND "erasedAt" IS NULL);

-- What someone who belonged to an erased cohort still sees of it: that it was.
CREATE FUNCTION app.erased_cohorts()
RETURNS TABLE (id uuid, name text, "erasedAt" timestamptz, "isOrganiser" boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT c.id, c.name, e."erasedAt", c.id = ANY (app.my_erased_cohorts('organiser'))
     FROM cohort c JOIN erasure e ON e."cohortId" = c.id
    WHERE c.id = ANY (app.my_erased_cohorts('member', 'moderator', 'organiser', 'expert', 'partner'))
    ORDER BY e."erasedAt" DESC, c.id $$;

-- Whom it is told: everyone in the cohort, and the administrators.
CREATE FUNCTION app.erasure_addressees(cohort_id uuid)
RETURNS TABLE (email text, name text, locale text, "readsCertificate" boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT k.email, a.name, a.locale,
          a."isAdministrator" OR EXISTS (SELECT 1 FROM membership o WHERE o."cohortId" = cohort_id
                                AND o."accountId" = a.id AND o.role = 'organiser')
     FROM account a JOIN credential k ON k."accountId" = a.id
    WHERE a."deletedAt" IS NULL
      AND (app.is_system() OR cohort_id = ANY (app.my_cohorts_as('organiser')))
      AND (a."isAdministrator" OR EXISTS (SELECT 1 FROM membership m WHERE m."cohortId" = cohort_id
                                            AND m."accountId" = a.id AND m."endedAt" IS NULL))
    ORDER BY k.email $$;

CREATE FUNCTION app.erasures_due(moment timestamptz) RETURNS TABLE ("cohortId" uuid, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT e."cohortId", c.name FROM erasure e JOIN cohort c ON c.id = e."cohortId"
    WHERE app.is_system() AND e."erasedAt" IS NULL AND e."dueAt" <= moment AND c.state = 'archived' $$;

-- Erases what is due and writes the certificate. Every table with a "cohortId" is emptied of it, in
-- whatever order their keys allow, so that a new one cannot be forgotten. Left are the cohort's name and,
-- for each person, that she or he belonged to it.
CREATE FUNCTION app.cohort_erase(cohort_id uuid, moment timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
DECLARE
  remaining text[];
  kept text[];
  one text;
  amount bigint;
  counts jsonb := '{}';
  frame jsonb;
BEGIN
  PERFORM 1 FROM app.erasures_due(moment) d WHERE d."cohortId" = cohort_id;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM 1 FROM erasure e WHERE e."cohortId" = cohort_id AND e."erasedAt" IS NULL FOR UPDATE;
  IF NOT FOUND THEN RETURN false; END IF;
  SELECT jsonb_build_object('cohort', c.name, 'programme', p.name, 'startsOn', c."startsOn", 'endsOn', c."endsOn",
           'sites', (SELECT count(*) FROM team t WHERE t."cohortId" = c.id),
           'people', (SELECT count(DISTINCT m."accountId") FROM membership m WHERE m."cohortId" = c.id),
           'topics', (SELECT count(*) FROM topic t WHERE t."cohortId" = c.id))
    INTO frame FROM cohort c JOIN programme p ON p.id = c."programmeId" WHERE c.id = cohort_id;

  SELECT array_agg(c.table_name ORDER BY c.table_name) INTO remaining
    FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
   WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.column_name = 'cohortId'
     AND c.table_name NOT IN ('membership', 'erasure');
  -- Counted first: the keys take much away by themselves.
  FOREACH one IN ARRAY remaining LOOP
    EXECUTE format('SELECT count(*) FROM %I WHERE "cohortId" = $1', one) INTO amount USING cohort_id;
    IF amount > 0 THEN counts := counts || jsonb_build_object(one, amount); END IF;
  END LOOP;

  UPDATE cohort SET state = 'erased', welcome = '', version = version + 1 WHERE id = cohort_id;
  UPDATE membership SET "endedAt" = coalesce("endedAt", moment), "teamId" = NULL, occupation = '',
         "contactEmail" = NULL, "contactPhone" = NULL, "contactHint" = ''
   WHERE "cohortId" = cohort_id;
  WHILE cardinality(remaining) > 0 LOOP
    kept := '{}';
    FOREACH one IN ARRAY remaining LOOP
      BEGIN
        EXECUTE format('DELETE FROM %I WHERE "cohortId" = $1', one) USING cohort_id;
      EXCEPTION WHEN foreign_key_violation OR restrict_violation THEN kept := kept || one;
      END;
    END LOOP;
    IF cardinality(kept) = cardinality(remaining) THEN RAISE EXCEPTION 'cannot erase %', kept; END IF;
    remaining := kept;
  END LOOP;
  UPDATE erasure SET "erasedAt" = moment, certificate = frame || jsonb_build_object('counts', counts)
   WHERE "cohortId" = cohort_id;
  RETURN true;
END $$;

SELECT app.make_queue('cohort.erase');

-- ---------------------------------------------------------------- a draft that nobody needs

-- Only as long as nobody but organisers has come: nothing of anybody else is lost.
CREATE FUNCTION app.cohort_discard(cohort_id uuid) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
DECLARE found_state cohort_state;
BEGIN
  IF NOT (app.is_administrator() OR cohort_id = ANY (app.my_cohorts_as('organiser'))) THEN RETURN 'not_found'; END IF;
  SELECT state INTO found_state FROM cohort WHERE id = cohort_id FOR UPDATE;
  IF NOT FOUND THEN RETURN 'not_found'; END IF;
  IF found_state <> 'draft' THEN RETURN 'cohort_not_draft'; END IF;
  IF EXISTS (SELECT 1 FROM membership WHERE "cohortId" = cohort_id AND role <> 'organiser') THEN
    RETURN 'cohort_has_people';
  END IF;
  DELETE FROM mail WHERE "cohortId" = cohort_id;
  DELETE FROM invitation WHERE "cohortId" = cohort_id;
  DELETE FROM membership WHERE "cohortId" = cohort_id;
  DELETE FROM cohort WHERE id = cohort_id;
  RETURN 'discarded';
END $$;
