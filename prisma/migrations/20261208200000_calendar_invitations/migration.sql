-- AlterTable
ALTER TABLE "mail_content" ADD COLUMN     "calendar" JSONB;

-- CreateTable
CREATE TABLE "calendar_entry" (
    "cohortId" UUID NOT NULL,
    "workshopId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "dayId" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "onlineUrl" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "isCancelled" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "calendar_entry_pkey" PRIMARY KEY ("membershipId","dayId")
);

-- CreateIndex
CREATE INDEX "calendar_entry_workshopId_idx" ON "calendar_entry"("workshopId");

-- AddForeignKey
ALTER TABLE "calendar_entry" ADD CONSTRAINT "calendar_entry_cohortId_workshopId_fkey" FOREIGN KEY ("cohortId", "workshopId") REFERENCES "workshop"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_entry" ADD CONSTRAINT "calendar_entry_cohortId_membershipId_fkey" FOREIGN KEY ("cohortId", "membershipId") REFERENCES "membership"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------- walls

-- Only the job that writes the mails needs it; nobody reads what others' calendars were told.
ALTER TABLE calendar_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE calendar_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_functions ON calendar_entry TO CURRENT_USER USING (true) WITH CHECK (true);
SELECT app.wall_archive('calendar_entry');

GRANT SELECT, INSERT ON calendar_entry TO werkraum_app;
GRANT UPDATE (sequence, title, place, "onlineUrl", "startsAt", "endsAt", "isCancelled") ON calendar_entry TO werkraum_app;
CREATE POLICY job ON calendar_entry TO werkraum_app
  USING ("cohortId" = (SELECT app.system_cohort())) WITH CHECK ("cohortId" = (SELECT app.system_cohort()));

SELECT app.name_account('calendar_entry', 'membershipId', 'membership');

-- Workshops of which somebody's calendar does not know yet, or not any more what it should: who came later
-- or was invited later, and who has left. What was fixed before there were invitations (sequence 0) is told
-- when it changes. Each cohort's own job then decides anew.
CREATE FUNCTION app.calendars_behind(moment timestamptz) RETURNS TABLE ("cohortId" uuid, "workshopId" uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS
$$
#variable_conflict use_column
BEGIN
  IF NOT app.is_system() THEN RETURN; END IF;
  RETURN QUERY
    SELECT w."cohortId", w.id FROM workshop w JOIN cohort c ON c.id = w."cohortId"
     WHERE w.state = 'fixed' AND w.sequence > 0 AND c.state <> 'archived'
       AND EXISTS (
         SELECT 1 FROM workshop_day d, membership m
          WHERE d."workshopId" = w.id AND d.date > (moment AT TIME ZONE c."timeZone")::date
            AND m."cohortId" = w."cohortId" AND m."accountId" IS NOT NULL
            AND (m."endedAt" IS NULL
                 AND (m.role IN ('member', 'moderator', 'organiser')
                      OR EXISTS (SELECT 1 FROM workshop_guest g
                                  WHERE g."workshopId" = w.id AND g."membershipId" = m.id)))
                IS DISTINCT FROM
                EXISTS (SELECT 1 FROM calendar_entry e
                         WHERE e."membershipId" = m.id AND e."dayId" = d.id AND NOT e."isCancelled"));
END $$;
REVOKE ALL ON FUNCTION app.calendars_behind(timestamptz) FROM PUBLIC;

SELECT app.make_queue('calendar.invite');
SELECT app.make_queue('calendar.catch-up');
