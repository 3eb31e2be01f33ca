-- CreateEnum
CREATE TYPE "participation_answer" AS ENUM ('in_person', 'online', 'no');

-- CreateEnum
CREATE TYPE "attendance_kind" AS ENUM ('in_person', 'online', 'absent');

-- CreateTable
CREATE TABLE "participation" (
    "cohortId" UUID NOT NULL,
    "workshopId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "answer" "participation_answer" NOT NULL,
    "forDate" DATE NOT NULL,
    "waitingSince" TIMESTAMPTZ(3),
    "replacedById" UUID,
    "guestName" TEXT NOT NULL DEFAULT '',
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "participation_pkey" PRIMARY KEY ("workshopId","membershipId")
);

-- CreateTable
CREATE TABLE "participation_need" (
    "cohortId" UUID NOT NULL,
    "workshopId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "choices" TEXT[],
    "allergy" TEXT NOT NULL DEFAULT '',
    "other" TEXT NOT NULL DEFAULT '',
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "participation_need_pkey" PRIMARY KEY ("workshopId","membershipId")
);

-- CreateTable
CREATE TABLE "attendance" (
    "cohortId" UUID NOT NULL,
    "workshopId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "attended" "attendance_kind" NOT NULL,
    "guestName" TEXT NOT NULL DEFAULT '',
    "recordedById" UUID,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attendance_pkey" PRIMARY KEY ("workshopId","membershipId")
);

-- CreateTable
CREATE TABLE "participation_reminder" (
    "cohortId" UUID NOT NULL,
    "workshopId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "forDate" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "participation_reminder_pkey" PRIMARY KEY ("workshopId","membershipId","kind","forDate")
);

-- CreateIndex
CREATE INDEX "participation_membershipId_idx" ON "participation"("membershipId");

-- CreateIndex
CREATE INDEX "participation_replacedById_idx" ON "participation"("replacedById");

-- CreateIndex
CREATE UNIQUE INDEX "participation_cohortId_workshopId_membershipId_key" ON "participation"("cohortId", "workshopId", "membershipId");

-- CreateIndex
CREATE UNIQUE INDEX "participation_need_cohortId_workshopId_membershipId_key" ON "participation_need"("cohortId", "workshopId", "membershipId");

-- CreateIndex
CREATE INDEX "attendance_membershipId_idx" ON "attendance"("membershipId");

-- CreateIndex
CREATE INDEX "participation_reminder_membershipId_idx" ON "participation_reminder"("membershipId");

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_cohortId_workshopId_fkey" FOREIGN KEY ("cohortId", "workshopId") REFERENCES "workshop"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_cohortId_membershipId_fkey" FOREIGN KEY ("cohortId", "membershipId") REFERENCES "membership"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_cohortId_replacedById_fkey" FOREIGN KEY ("cohortId", "replacedById") REFERENCES "membership"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation_need" ADD CONSTRAINT "participation_need_cohortId_workshopId_membershipId_fkey" FOREIGN KEY ("cohortId", "workshopId", "membershipId") REFERENCES "participation"("cohortId", "workshopId", "membershipId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_cohortId_workshopId_fkey" FOREIGN KEY ("cohortId", "workshopId") REFERENCES "workshop"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_cohortId_membershipId_fkey" FOREIGN KEY ("cohortId", "membershipId") REFERENCES "membership"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation_reminder" ADD CONSTRAINT "participation_reminder_cohortId_workshopId_fkey" FOREIGN KEY ("cohortId", "workshopId") REFERENCES "workshop"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation_reminder" ADD CONSTRAINT "participation_reminder_cohortId_membershipId_fkey" FOREIGN KEY ("cohortId", "membershipId") REFERENCES "membership"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------- what rows must say

-- Who comes instead is named by those who do not come; a seat is waited for by whoever takes one.
ALTER TABLE participation
  ADD CONSTRAINT participation_replaced CHECK (
    ("replacedById" IS NULL AND "guestName" = '')
    OR (answer = 'no' AND num_nonnulls("replacedById", nullif("guestName", '')) = 1
        AND "replacedById" IS DISTINCT FROM "membershipId")),
  ADD CONSTRAINT participation_waits CHECK (
    "waitingSince" IS NULL OR answer = 'in_person' OR "guestName" <> '');
ALTER TABLE participation_reminder
  ADD CONSTRAINT participation_reminder_kind CHECK (kind IN ('answer', 'coming'));

-- ---------------------------------------------------------------- walls

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['participation', 'participation_need', 'attendance', 'participation_reminder']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_functions ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    PERFORM app.wall_archive(t);
  END LOOP;
END $$;

-- What the actor is in cohorts whose charter she or he has accepted.
CREATE FUNCTION app.my_memberships() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT coalesce(array_agg(m.id), '{}') FROM membership m
    WHERE m."accountId" = app.account_id() AND m."endedAt" IS NULL
      AND app.has_accepted(m."accountId", m."cohortId") $$;
REVOKE ALL ON FUNCTION app.my_memberships() FROM PUBLIC;

-- Everyone answers for herself or himself; moderators and the organiser for others too, and it is told who did.
GRANT SELECT, INSERT, DELETE ON participation TO werkraum_app;
GRANT UPDATE (answer, "forDate", "waitingSince", "replacedById", "guestName", "answeredById", "answeredAt")
  ON participation TO werkraum_app;
CREATE POLICY cohort_read ON participation FOR SELECT TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[])
         OR "workshopId" = ANY ((SELECT app.my_guest_workshops())::uuid[])
         OR "cohortId" = (SELECT app.system_cohort()));
CREATE POLICY own_insert ON participation FOR INSERT TO werkraum_app
  WITH CHECK ("answeredById" = (SELECT app.account_id())
              AND "membershipId" = ANY ((SELECT app.my_memberships())::uuid[])
              AND ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[])
                   OR "workshopId" = ANY ((SELECT app.my_guest_workshops())::uuid[])));
CREATE POLICY own_update ON participation FOR UPDATE TO werkraum_app
  USING ("membershipId" = ANY ((SELECT app.my_memberships())::uuid[]))
  WITH CHECK ("answeredById" = (SELECT app.account_id()));
CREATE POLICY staff_insert ON participation FOR INSERT TO werkraum_app
  WITH CHECK ("answeredById" = (SELECT app.account_id())
              AND "cohortId" = ANY ((SELECT app.my_cohorts_as('moderator', 'organiser'))::uuid[]));
CREATE POLICY staff_update ON participation FOR UPDATE TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator', 'organiser'))::uuid[]))
  WITH CHECK ("answeredById" = (SELECT app.account_id())
              AND "cohortId" = ANY ((SELECT app.my_cohorts_as('moderator', 'organiser'))::uuid[]));
CREATE POLICY staff_delete ON participation FOR DELETE TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator', 'organiser'))::uuid[]));

-- Health, religion, bodies: read by whose it is and by who sees to it, and by nobody else.
GRANT SELECT, INSERT, DELETE ON participation_need TO werkraum_app;
GRANT UPDATE (choices, allergy, other, "changedAt") ON participation_need TO werkraum_app;
CREATE POLICY own ON participation_need TO werkraum_app
  USING ("membershipId" = ANY ((SELECT app.my_memberships())::uuid[]))
  WITH CHECK ("membershipId" = ANY ((SELECT app.my_memberships())::uuid[]));
CREATE POLICY organiser_read ON participation_need FOR SELECT TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts_as('organiser'))::uuid[])
         AND (SELECT app.account_id()) IS NOT NULL);

-- Who was there, staff enter; others learn it of themselves alone.
GRANT SELECT, INSERT, DELETE ON attendance TO werkraum_app;
GRANT UPDATE (attended, "guestName", "recordedById", "recordedAt") ON attendance TO werkraum_app;
CREATE POLICY own_read ON attendance FOR SELECT TO werkraum_app
  USING ("membershipId" = ANY ((SELECT app.my_memberships())::uuid[]));
CREATE POLICY staff ON attendance TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator', 'organiser'))::uuid[]))
  WITH CHECK ("recordedById" = (SELECT app.account_id())
              AND "cohortId" = ANY ((SELECT app.my_cohorts_as('moderator', 'organiser'))::uuid[]));

-- Of the jobs alone.
GRANT SELECT, INSERT ON participation_reminder TO werkraum_app;
CREATE POLICY job ON participation_reminder TO werkraum_app
  USING ("cohortId" = (SELECT app.system_cohort())) WITH CHECK ("cohortId" = (SELECT app.system_cohort()));

SELECT app.name_account('participation', 'membershipId', 'membership');
SELECT app.name_account('participation', 'replacedById', 'membership');
SELECT app.name_account('participation', 'answeredById');
SELECT app.name_account('participation_need', 'membershipId', 'membership');
SELECT app.name_account('attendance', 'membershipId', 'membership');
SELECT app.name_account('attendance', 'recordedById');
SELECT app.name_account('participation_reminder', 'membershipId', 'membership');

-- ---------------------------------------------------------------- seats

-- Whether the workshop is one of the actor's.
CREATE FUNCTION app.is_my_workshop(workshop_id uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT EXISTS (SELECT 1 FROM workshop w WHERE w.id = workshop_id
                     AND (w."cohortId" = ANY (app.my_cohorts()) OR w.id = ANY (app.my_guest_workshops())
                          OR w."cohortId" = app.system_cohort())) $$;
REVOKE ALL ON FUNCTION app.is_my_workshop(uuid) FROM PUBLIC;

-- Who comes to a workshop is changed by one after the other: two must not take the last seat.
CREATE FUNCTION app.lock_seats(workshop_id uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$ BEGIN
  IF app.is_my_workshop(workshop_id) THEN
    PERFORM 1 FROM workshop w WHERE w.id = workshop_id FOR NO KEY UPDATE;
  END IF;
END $$;
REVOKE ALL ON FUNCTION app.lock_seats(uuid) FROM PUBLIC;

-- Gives free seats to those who have waited longest, and tells who they are. Whoever has left takes none.
CREATE FUNCTION app.move_up(workshop_id uuid) RETURNS uuid[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
DECLARE moved uuid[];
BEGIN
  PERFORM app.lock_seats(workshop_id);
  IF NOT app.is_my_workshop(workshop_id) THEN RETURN '{}'; END IF;
  WITH present AS (
    SELECT p.* FROM participation p JOIN membership m ON m.id = p."membershipId"
     WHERE p."workshopId" = move_up.workshop_id AND m."endedAt" IS NULL
       AND (p.answer = 'in_person' OR p."guestName" <> '')),
  first AS (
    SELECT n."membershipId" FROM present n WHERE n."waitingSince" IS NOT NULL
     ORDER BY n."waitingSince", n."membershipId"
     LIMIT (SELECT CASE WHEN w.seats IS NULL THEN NULL
                        ELSE greatest(0, w.seats - (SELECT count(*) FROM present t WHERE t."waitingSince" IS NULL))
                   END
              FROM workshop w WHERE w.id = move_up.workshop_id AND w.state = 'fixed')),
  up AS (
    UPDATE participation p SET "waitingSince" = NULL
     WHERE p."workshopId" = move_up.workshop_id AND p."membershipId" IN (SELECT f."membershipId" FROM first f)
       AND EXISTS (SELECT 1 FROM workshop w WHERE w.id = move_up.workshop_id AND w.state = 'fixed')
    RETURNING p."membershipId")
  SELECT coalesce(array_agg(u."membershipId"), '{}') INTO moved FROM up u;
  RETURN moved;
END $$;
REVOKE ALL ON FUNCTION app.move_up(uuid) FROM PUBLIC;

-- ---------------------------------------------------------------- jobs

-- What is to be done for a workshop that is soon: somebody to be reminded (kind 'answer': that the answer is
-- missing, in the seven days before; 'coming': that it is soon, in the two days before; in the mornings), or seats
-- that became free because somebody has left (kind 'seat').
CREATE FUNCTION app.participation_due(moment timestamptz)
RETURNS TABLE ("cohortId" uuid, "workshopId" uuid, "membershipId" uuid, kind text, "forDate" date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS
$$
#variable_conflict use_column
BEGIN
  IF NOT app.is_system() THEN RETURN; END IF;
  RETURN QUERY
    WITH coming AS (
      SELECT w."cohortId", w.id, w.seats, d.first, d.first - (moment AT TIME ZONE c."timeZone")::date AS days,
             extract(hour FROM moment AT TIME ZONE c."timeZone") >= 8 AS "isMorning"
        FROM workshop w JOIN cohort c ON c.id = w."cohortId"
        JOIN LATERAL (SELECT min(x.date) AS first FROM workshop_day x WHERE x."workshopId" = w.id) d ON true
       WHERE w.state = 'fixed' AND c.state <> 'archived'
         AND d.first > (moment AT TIME ZONE c."timeZone")::date),
    person AS (
      -- Each account once: in its team, where it is in one.
      SELECT DISTINCT ON (n.id, m."accountId") n.*, m.id AS "membershipId"
        FROM coming n JOIN membership m ON m."cohortId" = n."cohortId" AND m."endedAt" IS NULL
       WHERE m."accountId" IS NOT NULL
         AND (m.role IN ('member', 'moderator', 'organiser')
              OR EXISTS (SELECT 1 FROM workshop_guest g WHERE g."workshopId" = n.id AND g."membershipId" = m.id))
       ORDER BY n.id, m."accountId", (m."teamId" IS NOT NULL) DESC, m.id DESC),
    due AS (
      SELECT p."cohortId", p.id, p."membershipId", 'answer' AS kind, p.first FROM person p
       WHERE p.days <= 7 AND p."isMorning"
         AND NOT EXISTS (SELECT 1 FROM participation a
                          WHERE a."workshopId" = p.id AND a."membershipId" = p."membershipId"
                            AND a."forDate" = p.first)
      UNION ALL
      SELECT p."cohortId", p.id, p."membershipId", 'coming', p.first
        FROM person p JOIN participation a ON a."workshopId" = p.id AND a."membershipId" = p."membershipId"
       WHERE p.days <= 2 AND p."isMorning" AND a.answer <> 'no' AND a."waitingSince" IS NULL)
    SELECT d."cohortId", d.id, d."membershipId", d.kind, d.first FROM due d
     WHERE NOT EXISTS (SELECT 1 FROM participation_reminder r
                        WHERE r."workshopId" = d.id AND r."membershipId" = d."membershipId"
                          AND r.kind = d.kind AND r."forDate" = d.first)
    UNION ALL
    SELECT n."cohortId", n.id, NULL, 'seat', n.first FROM coming n
     WHERE EXISTS (SELECT 1 FROM participation a JOIN membership m ON m.id = a."membershipId"
                    WHERE a."workshopId" = n.id AND a."waitingSince" IS NOT NULL AND m."endedAt" IS NULL)
       AND coalesce(n.seats > (SELECT count(*) FROM participation a JOIN membership m ON m.id = a."membershipId"
                                WHERE a."workshopId" = n.id AND a."waitingSince" IS NULL AND m."endedAt" IS NULL
                                  AND (a.answer = 'in_person' OR a."guestName" <> '')), true);
END $$;
REVOKE ALL ON FUNCTION app.participation_due(timestamptz) FROM PUBLIC;

-- What people need is forgotten thirty days after the last day of the workshop, in archives too.
CREATE FUNCTION app.forget_needs(moment timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
DECLARE forgotten integer;
BEGIN
  IF NOT app.is_system() THEN RETURN 0; END IF;
  DELETE FROM participation_need n
   WHERE (SELECT max(d.date) + 30 < (moment AT TIME ZONE c."timeZone")::date
            FROM workshop_day d JOIN cohort c ON c.id = d."cohortId"
           WHERE d."workshopId" = n."workshopId" GROUP BY c."timeZone");
  GET DIAGNOSTICS forgotten = ROW_COUNT;
  RETURN forgotten;
END $$;
REVOKE ALL ON FUNCTION app.forget_needs(timestamptz) FROM PUBLIC;

-- Whoever leaves leaves nothing of it behind.
CREATE FUNCTION app.needs_leave() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$ BEGIN
  DELETE FROM participation_need WHERE "membershipId" = NEW.id;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.needs_leave() FROM PUBLIC, werkraum_app;
CREATE TRIGGER needs_leave AFTER UPDATE OF "endedAt" ON membership
  FOR EACH ROW WHEN (OLD."endedAt" IS NULL AND NEW."endedAt" IS NOT NULL) EXECUTE FUNCTION app.needs_leave();

SELECT app.pass_archive('participation_need', 'DELETE');

SELECT app.make_queue('participation.watch');
SELECT app.make_queue('participation.care');
SELECT app.make_queue('participation.tell');
SELECT app.make_queue('participation.forget');
