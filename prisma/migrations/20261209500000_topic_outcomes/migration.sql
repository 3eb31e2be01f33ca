-- CreateEnum
CREATE TYPE "outcome_answer" AS ENUM ('answered', 'partly', 'open');

-- AlterTable
ALTER TABLE "agreement" ADD COLUMN     "topicId" UUID;

-- AlterTable
ALTER TABLE "topic" ADD COLUMN     "returnedFrom" "topic_state";

-- CreateTable
CREATE TABLE "topic_outcome" (
    "cohortId" UUID NOT NULL,
    "topicId" UUID NOT NULL,
    "workshopId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "answer" "outcome_answer" NOT NULL,
    "body" TEXT NOT NULL,
    "toldById" UUID,
    "toldAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "topic_outcome_pkey" PRIMARY KEY ("topicId","workshopId","version")
);

-- CreateTable
CREATE TABLE "topic_outcome_draft" (
    "cohortId" UUID NOT NULL,
    "topicId" UUID NOT NULL,
    "workshopId" UUID NOT NULL,
    "answer" "outcome_answer",
    "body" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "changedById" UUID,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "topic_outcome_draft_pkey" PRIMARY KEY ("topicId","workshopId")
);

-- CreateIndex
CREATE INDEX "topic_outcome_workshopId_idx" ON "topic_outcome"("workshopId");

-- CreateIndex
CREATE INDEX "topic_outcome_draft_workshopId_idx" ON "topic_outcome_draft"("workshopId");

-- CreateIndex
CREATE INDEX "agreement_topicId_idx" ON "agreement"("topicId");

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_cohortId_topicId_fkey" FOREIGN KEY ("cohortId", "topicId") REFERENCES "topic"("cohortId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic_outcome" ADD CONSTRAINT "topic_outcome_cohortId_topicId_fkey" FOREIGN KEY ("cohortId", "topicId") REFERENCES "topic"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic_outcome" ADD CONSTRAINT "topic_outcome_cohortId_workshopId_fkey" FOREIGN KEY ("cohortId", "workshopId") REFERENCES "workshop"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic_outcome_draft" ADD CONSTRAINT "topic_outcome_draft_cohortId_topicId_fkey" FOREIGN KEY ("cohortId", "topicId") REFERENCES "topic"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topic_outcome_draft" ADD CONSTRAINT "topic_outcome_draft_cohortId_workshopId_fkey" FOREIGN KEY ("cohortId", "workshopId") REFERENCES "workshop"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------- walls

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['topic_outcome', 'topic_outcome_draft']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_functions ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    PERFORM app.wall_archive(t);
  END LOOP;
END $$;

-- What was told is read like the slot of the topic. It is never changed: a correction is told, too.
GRANT SELECT, INSERT ON topic_outcome TO werkraum_app;
CREATE POLICY cohort_read ON topic_outcome FOR SELECT TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[])
         OR "topicId" = ANY ((SELECT app.my_guest_topics())::uuid[])
         OR "workshopId" = ANY ((SELECT app.my_guest_workshops())::uuid[])
         OR "cohortId" = (SELECT app.system_cohort()));
CREATE POLICY moderators_tell ON topic_outcome FOR INSERT TO werkraum_app
  WITH CHECK ("toldById" = (SELECT app.account_id())
              AND "cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]));

-- What is being written is the moderators' own until they tell it.
GRANT SELECT, INSERT, DELETE ON topic_outcome_draft TO werkraum_app;
GRANT UPDATE (answer, body, version, "changedById", "changedAt") ON topic_outcome_draft TO werkraum_app;
CREATE POLICY moderators ON topic_outcome_draft TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]))
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]));

SELECT app.name_account('topic_outcome', 'toldById');
SELECT app.name_account('topic_outcome_draft', 'changedById');
