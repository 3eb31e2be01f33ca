-- CreateEnum
CREATE TYPE "run_kind" AS ENUM ('started', 'ended', 'moved_on', 'extended', 'undone');

-- CreateEnum
CREATE TYPE "reaction_answer" AS ENUM ('yes', 'partly', 'no');

-- CreateTable
CREATE TABLE "run_event" (
    "cohortId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "workshopId" UUID NOT NULL,
    "kind" "run_kind" NOT NULL,
    "itemId" UUID,
    "otherItemId" UUID,
    "minutes" INTEGER,
    "undoneId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID,

    CONSTRAINT "run_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "block_note" (
    "cohortId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "workshopId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "authorId" UUID,
    "body" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "block_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "parking_entry" (
    "cohortId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "workshopId" UUID NOT NULL,
    "itemId" UUID,
    "teamId" UUID,
    "authorId" UUID,
    "body" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "topicId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "parking_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "topic_reaction" (
    "cohortId" UUID NOT NULL,
    "workshopId" UUID NOT NULL,
    "topicId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "answer" "reaction_answer" NOT NULL,
    "sentence" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "topic_reaction_pkey" PRIMARY KEY ("workshopId","topicId","teamId")
);

-- CreateIndex
CREATE INDEX "run_event_workshopId_at_id_idx" ON "run_event"("workshopId", "at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "run_event_cohortId_id_key" ON "run_event"("cohortId", "id");

-- CreateIndex
CREATE INDEX "block_note_workshopId_itemId_createdAt_id_idx" ON "block_note"("workshopId", "itemId", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "block_note_cohortId_id_key" ON "block_note"("cohortId", "id");

-- CreateIndex
CREATE INDEX "parking_entry_workshopId_createdAt_id_idx" ON "parking_entry"("workshopId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "parking_entry_topicId_idx" ON "parking_entry"("topicId");

-- CreateIndex
CREATE UNIQUE INDEX "parking_entry_cohortId_id_key" ON "parking_entry"("cohortId", "id");

-- CreateIndex
CREATE INDEX "topic_reaction_topicId_idx" ON "topic_reaction"("topicId");

-- AddForeignKey
ALTER TABLE "run_event" ADD CONSTRAINT "run_event_cohortId_workshopId_fkey" FOREIGN KEY ("cohortId", "workshopId") REFERENCES "workshop"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "block_note" ADD CONSTRAINT "block_note_cohortId_workshopId_fkey" FOREIGN KEY ("cohortId", "workshopId") REFERENCES "workshop"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "parking_entry" ADD CONSTRAINT "parking_entry_cohortId_workshopId_fkey" FOREIGN KEY ("cohortId", "workshopId") REFERENCES "workshop"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "parking_entry" ADD CONSTRAINT "parking_entry_cohortId_teamId_fkey" FOREIGN KEY ("cohortId", "teamId") REFERENCES "team"("cohortId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "parking_entry" ADD CONSTRAINT "parking_entry_cohortId_topicId_fkey" FOREIGN KEY ("cohortId", "topicId") REFERENCES "topic"("cohortId", "id") ON DELETE SET NULL ("topicId") ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic_reaction" ADD CONSTRAINT "topic_reaction_cohortId_workshopId_fkey" FOREIGN KEY ("cohortId", "workshopId") REFERENCES "workshop"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic_reaction" ADD CONSTRAINT "topic_reaction_cohortId_topicId_fkey" FOREIGN KEY ("cohortId", "topicId") REFERENCES "topic"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic_reaction" ADD CONSTRAINT "topic_reaction_cohortId_teamId_fkey" FOREIGN KEY ("cohortId", "teamId") REFERENCES "team"("cohortId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------- what rows must say

ALTER TABLE run_event
  ADD CONSTRAINT run_event_says CHECK (
    (kind = 'undone') = ("undoneId" IS NOT NULL)
    AND (kind = 'undone') = ("itemId" IS NULL)
    AND (kind = 'extended') = (minutes IS NOT NULL)
    AND (kind <> 'moved_on' OR "otherItemId" IS NOT NULL)),
  ADD CONSTRAINT run_event_minutes CHECK (minutes > 0);

-- ---------------------------------------------------------------- walls

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['run_event', 'block_note', 'parking_entry', 'topic_reaction']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_functions ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    -- What is said on the day is read by whoever reads the workshop.
    EXECUTE format('CREATE POLICY cohort_read ON %I FOR SELECT TO werkraum_app
      USING ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[])
             OR "workshopId" = ANY ((SELECT app.my_guest_workshops())::uuid[])
             OR "cohortId" = (SELECT app.system_cohort()))', t);
    PERFORM app.wall_archive(t);
  END LOOP;
END $$;

GRANT SELECT, INSERT ON run_event TO werkraum_app;
CREATE POLICY moderators_write ON run_event FOR INSERT TO werkraum_app
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[])
              AND "byId" = (SELECT app.account_id()));

-- Notes are everybody's who was there; each is its author's, and moderators take off what must not stay.
GRANT SELECT, INSERT, DELETE ON block_note TO werkraum_app;
GRANT UPDATE (body, version, "changedAt") ON block_note TO werkraum_app;
CREATE POLICY own_insert ON block_note FOR INSERT TO werkraum_app
  WITH CHECK ("authorId" = (SELECT app.account_id())
              AND ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[])
                   OR "workshopId" = ANY ((SELECT app.my_guest_workshops())::uuid[])));
CREATE POLICY own_update ON block_note FOR UPDATE TO werkraum_app
  USING ("authorId" = (SELECT app.account_id())) WITH CHECK ("authorId" = (SELECT app.account_id()));
CREATE POLICY own_delete ON block_note FOR DELETE TO werkraum_app
  USING ("authorId" = (SELECT app.account_id())
         OR "cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]));

-- A parked question is its team's, or everyone's where it has none.
GRANT SELECT, INSERT, DELETE ON parking_entry TO werkraum_app;
GRANT UPDATE (body, version, "topicId") ON parking_entry TO werkraum_app;
CREATE POLICY own_insert ON parking_entry FOR INSERT TO werkraum_app
  WITH CHECK ("authorId" = (SELECT app.account_id())
              AND ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[])
                   OR "workshopId" = ANY ((SELECT app.my_guest_workshops())::uuid[]))
              AND ("teamId" IS NULL OR "teamId" = ANY ((SELECT app.my_teams())::uuid[])));
CREATE POLICY team_update ON parking_entry FOR UPDATE TO werkraum_app
  USING ("authorId" = (SELECT app.account_id())
         OR "teamId" = ANY ((SELECT app.my_teams())::uuid[])
         OR "teamId" IS NULL AND "cohortId" = ANY ((SELECT app.my_cohorts_as('member'))::uuid[])
         OR "cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]))
  WITH CHECK (true);
CREATE POLICY own_delete ON parking_entry FOR DELETE TO werkraum_app
  USING ("topicId" IS NULL
         AND ("authorId" = (SELECT app.account_id())
              OR "cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[])));

-- Whether a topic was answered, the team says whose topic it is.
GRANT SELECT, INSERT, DELETE ON topic_reaction TO werkraum_app;
GRANT UPDATE (answer, sentence, version, "byId", at) ON topic_reaction TO werkraum_app;
CREATE POLICY team_write ON topic_reaction FOR INSERT TO werkraum_app
  WITH CHECK ("teamId" = ANY ((SELECT app.my_teams())::uuid[])
              AND EXISTS (SELECT 1 FROM topic t
                           WHERE t.id = topic_reaction."topicId" AND t."teamId" = topic_reaction."teamId"));
CREATE POLICY team_change ON topic_reaction FOR UPDATE TO werkraum_app
  USING ("teamId" = ANY ((SELECT app.my_teams())::uuid[]))
  WITH CHECK ("teamId" = ANY ((SELECT app.my_teams())::uuid[]));
CREATE POLICY team_delete ON topic_reaction FOR DELETE TO werkraum_app
  USING ("teamId" = ANY ((SELECT app.my_teams())::uuid[]));

SELECT app.name_account('run_event', 'byId');
SELECT app.name_account('block_note', 'authorId');
SELECT app.name_account('parking_entry', 'authorId');
SELECT app.name_account('topic_reaction', 'byId');
