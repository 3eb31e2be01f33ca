-- CreateEnum
CREATE TYPE "workshop_kind" AS ENUM ('workshop', 'symposium', 'online_meeting', 'visit', 'other');

-- CreateEnum
CREATE TYPE "workshop_state" AS ENUM ('planned', 'fixed', 'held', 'cancelled');

-- CreateTable
CREATE TABLE "agenda" (
    "cohortId" UUID NOT NULL,
    "workshopId" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "changedById" UUID,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agenda_pkey" PRIMARY KEY ("workshopId")
);

-- CreateTable
CREATE TABLE "agenda_change" (
    "cohortId" UUID NOT NULL,
    "workshopId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "operations" JSONB NOT NULL,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agenda_change_pkey" PRIMARY KEY ("workshopId","revision")
);

-- CreateTable
CREATE TABLE "agenda_version" (
    "cohortId" UUID NOT NULL,
    "workshopId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "publishedById" UUID,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agenda_version_pkey" PRIMARY KEY ("workshopId","version")
);

-- CreateTable
CREATE TABLE "topic_slot" (
    "cohortId" UUID NOT NULL,
    "topicId" UUID NOT NULL,
    "workshopId" UUID NOT NULL,
    "minutes" INTEGER NOT NULL,
    "decidedMinutes" INTEGER,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "topic_slot_pkey" PRIMARY KEY ("topicId","workshopId")
);

-- CreateTable
CREATE TABLE "workshop" (
    "cohortId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "workshop_kind" NOT NULL,
    "number" INTEGER,
    "title" TEXT NOT NULL,
    "about" TEXT NOT NULL DEFAULT '',
    "state" "workshop_state" NOT NULL DEFAULT 'planned',
    "place" TEXT NOT NULL DEFAULT '',
    "onlineUrl" TEXT NOT NULL DEFAULT '',
    "seats" INTEGER,
    "cancelReason" TEXT NOT NULL DEFAULT '',
    "heldAt" TIMESTAMPTZ(3),
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "workshop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workshop_day" (
    "cohortId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "workshopId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "date" DATE,
    "startMinute" INTEGER NOT NULL,
    "endMinute" INTEGER NOT NULL,

    CONSTRAINT "workshop_day_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workshop_guest" (
    "cohortId" UUID NOT NULL,
    "workshopId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "workshop_guest_pkey" PRIMARY KEY ("workshopId","membershipId")
);

-- CreateIndex
CREATE UNIQUE INDEX "agenda_cohortId_workshopId_key" ON "agenda"("cohortId", "workshopId");

-- CreateIndex
CREATE UNIQUE INDEX "agenda_change_id_key" ON "agenda_change"("id");

-- CreateIndex
CREATE UNIQUE INDEX "agenda_version_cohortId_workshopId_version_key" ON "agenda_version"("cohortId", "workshopId", "version");

-- CreateIndex
CREATE INDEX "topic_slot_workshopId_idx" ON "topic_slot"("workshopId");

-- CreateIndex
CREATE UNIQUE INDEX "workshop_cohortId_id_key" ON "workshop"("cohortId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "workshop_cohortId_number_key" ON "workshop"("cohortId", "number");

-- CreateIndex
CREATE INDEX "workshop_day_cohortId_date_idx" ON "workshop_day"("cohortId", "date");

-- CreateIndex
CREATE UNIQUE INDEX "workshop_day_cohortId_id_key" ON "workshop_day"("cohortId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "workshop_day_workshopId_position_key" ON "workshop_day"("workshopId", "position");

-- CreateIndex
CREATE INDEX "workshop_guest_membershipId_idx" ON "workshop_guest"("membershipId");

-- AddForeignKey
ALTER TABLE "agenda" ADD CONSTRAINT "agenda_cohortId_workshopId_fkey" FOREIGN KEY ("cohortId", "workshopId") REFERENCES "workshop"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_change" ADD CONSTRAINT "agenda_change_cohortId_workshopId_fkey" FOREIGN KEY ("cohortId", "workshopId") REFERENCES "agenda"("cohortId", "workshopId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_version" ADD CONSTRAINT "agenda_version_cohortId_workshopId_fkey" FOREIGN KEY ("cohortId", "workshopId") REFERENCES "workshop"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic_slot" ADD CONSTRAINT "topic_slot_cohortId_topicId_fkey" FOREIGN KEY ("cohortId", "topicId") REFERENCES "topic"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic_slot" ADD CONSTRAINT "topic_slot_cohortId_workshopId_fkey" FOREIGN KEY ("cohortId", "workshopId") REFERENCES "workshop"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workshop" ADD CONSTRAINT "workshop_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workshop_day" ADD CONSTRAINT "workshop_day_cohortId_workshopId_fkey" FOREIGN KEY ("cohortId", "workshopId") REFERENCES "workshop"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workshop_guest" ADD CONSTRAINT "workshop_guest_cohortId_workshopId_fkey" FOREIGN KEY ("cohortId", "workshopId") REFERENCES "workshop"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workshop_guest" ADD CONSTRAINT "workshop_guest_cohortId_membershipId_fkey" FOREIGN KEY ("cohortId", "membershipId") REFERENCES "membership"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------- what rows must say

ALTER TABLE workshop
  ADD CONSTRAINT workshop_number CHECK ((kind = 'workshop') = (number IS NOT NULL) AND number > 0),
  ADD CONSTRAINT workshop_seats CHECK (seats > 0);
ALTER TABLE workshop_day
  ADD CONSTRAINT workshop_day_times CHECK ("startMinute" BETWEEN 0 AND 1439
                                           AND "endMinute" > "startMinute" AND "endMinute" <= 2880);
ALTER TABLE topic_slot ADD CONSTRAINT topic_slot_minutes CHECK (minutes >= 0);

-- ---------------------------------------------------------------- walls

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['workshop', 'workshop_day', 'workshop_guest', 'agenda', 'agenda_change', 'agenda_version',
                           'topic_slot']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_functions ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    PERFORM app.wall_archive(t);
  END LOOP;
END $$;

-- Workshops that the actor was invited to as an expert.
CREATE FUNCTION app.my_guest_workshops() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT coalesce(array_agg(g."workshopId"), '{}')
     FROM workshop_guest g JOIN membership m ON m.id = g."membershipId"
    WHERE m."accountId" = app.account_id() AND m."endedAt" IS NULL
      AND app.has_accepted(m."accountId", m."cohortId") $$;
REVOKE ALL ON FUNCTION app.my_guest_workshops() FROM PUBLIC;

-- Everyone who reads the cohort reads its events; an expert those that she or he was invited to.
GRANT SELECT, INSERT, UPDATE, DELETE ON workshop TO werkraum_app;
CREATE POLICY cohort_read ON workshop FOR SELECT TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[])
         OR id = ANY ((SELECT app.my_guest_workshops())::uuid[])
         OR "cohortId" = (SELECT app.system_cohort()));
CREATE POLICY staff_write ON workshop TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator', 'organiser'))::uuid[])
         OR "cohortId" = (SELECT app.system_cohort()))
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator', 'organiser'))::uuid[])
              OR "cohortId" = (SELECT app.system_cohort()));

GRANT SELECT, INSERT, UPDATE, DELETE ON workshop_day TO werkraum_app;
CREATE POLICY cohort_read ON workshop_day FOR SELECT TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[])
         OR "workshopId" = ANY ((SELECT app.my_guest_workshops())::uuid[])
         OR "cohortId" = (SELECT app.system_cohort()));
CREATE POLICY staff_write ON workshop_day TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator', 'organiser'))::uuid[]))
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator', 'organiser'))::uuid[]));

GRANT SELECT, INSERT, DELETE ON workshop_guest TO werkraum_app;
CREATE POLICY cohort_read ON workshop_guest FOR SELECT TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[])
         OR "workshopId" = ANY ((SELECT app.my_guest_workshops())::uuid[])
         OR "cohortId" = (SELECT app.system_cohort()));
CREATE POLICY staff_insert ON workshop_guest FOR INSERT TO werkraum_app
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator', 'organiser'))::uuid[]));
CREATE POLICY staff_delete ON workshop_guest FOR DELETE TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator', 'organiser'))::uuid[]));

-- A plan is the moderators' own until they publish it.
GRANT SELECT, INSERT ON agenda TO werkraum_app;
GRANT UPDATE (content, revision, "changedById", "changedAt") ON agenda TO werkraum_app;
CREATE POLICY moderators ON agenda TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]))
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]));

GRANT SELECT, INSERT ON agenda_change TO werkraum_app;
CREATE POLICY moderators ON agenda_change TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]))
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]));

GRANT SELECT, INSERT ON agenda_version TO werkraum_app;
CREATE POLICY cohort_read ON agenda_version FOR SELECT TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[])
         OR "workshopId" = ANY ((SELECT app.my_guest_workshops())::uuid[])
         OR "cohortId" = (SELECT app.system_cohort()));
CREATE POLICY moderators_write ON agenda_version FOR INSERT TO werkraum_app
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]));

-- Which topic is worked on when: read like the topic's passport.
GRANT SELECT, INSERT, UPDATE, DELETE ON topic_slot TO werkraum_app;
CREATE POLICY cohort_read ON topic_slot FOR SELECT TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[])
         OR "topicId" = ANY ((SELECT app.my_guest_topics())::uuid[])
         OR "workshopId" = ANY ((SELECT app.my_guest_workshops())::uuid[])
         OR "cohortId" = (SELECT app.system_cohort()));
CREATE POLICY moderators_write ON topic_slot TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]))
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]));

SELECT app.name_account('workshop', 'createdById');
SELECT app.name_account('workshop_guest', 'membershipId', 'membership');
SELECT app.name_account('agenda', 'changedById');
SELECT app.name_account('agenda_change', 'byId');
SELECT app.name_account('agenda_version', 'publishedById');
