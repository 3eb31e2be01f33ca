-- CreateEnum
CREATE TYPE "vote_way" AS ENUM ('phone', 'paper');

-- CreateEnum
CREATE TYPE "entered_vote_answer" AS ENUM ('confirmed', 'contested', 'replaced');

-- AlterTable
ALTER TABLE "vote" ADD COLUMN     "enteredVoteId" UUID;

-- CreateTable
CREATE TABLE "entered_vote" (
    "cohortId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "ballotId" UUID NOT NULL,
    "voterId" UUID NOT NULL,
    "way" "vote_way" NOT NULL,
    "choice" JSONB NOT NULL,
    "enteredById" UUID,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,
    "answer" "entered_vote_answer",
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "entered_vote_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "entered_vote_ballotId_enteredAt_idx" ON "entered_vote"("ballotId", "enteredAt");

-- CreateIndex
CREATE UNIQUE INDEX "entered_vote_cohortId_id_key" ON "entered_vote"("cohortId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "vote_cohortId_enteredVoteId_key" ON "vote"("cohortId", "enteredVoteId");

-- AddForeignKey
ALTER TABLE "vote" ADD CONSTRAINT "vote_cohortId_enteredVoteId_fkey" FOREIGN KEY ("cohortId", "enteredVoteId") REFERENCES "entered_vote"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entered_vote" ADD CONSTRAINT "entered_vote_cohortId_ballotId_fkey" FOREIGN KEY ("cohortId", "ballotId") REFERENCES "ballot"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entered_vote" ADD CONSTRAINT "entered_vote_cohortId_voterId_fkey" FOREIGN KEY ("cohortId", "voterId") REFERENCES "voter"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One at a time waits for its voter.
CREATE UNIQUE INDEX entered_vote_waiting ON entered_vote ("voterId") WHERE answer IS NULL;

-- A ballot that came by phone or on paper: never of a secret ballot, and only while it is open.
CREATE FUNCTION app.takes_entered_votes(ballot_id uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT EXISTS (SELECT 1 FROM ballot WHERE id = ballot_id AND state = 'open' AND NOT "isSecret") $$;
REVOKE ALL ON FUNCTION app.takes_entered_votes(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.takes_entered_votes(uuid) TO werkraum_app;

-- Moderators know what they entered; its voter says whether it is right; after closing it is on record.
ALTER TABLE entered_vote ENABLE ROW LEVEL SECURITY;
ALTER TABLE entered_vote FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_functions ON entered_vote TO CURRENT_USER USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON entered_vote TO werkraum_app;
GRANT UPDATE (answer, "answeredById", "answeredAt", note) ON entered_vote TO werkraum_app;
CREATE POLICY concerned_or_counted_read ON entered_vote FOR SELECT TO werkraum_app
  USING ("voterId" = ANY ((SELECT app.my_voters())::uuid[])
         OR "cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[])
         OR ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[]) AND app.is_counted("ballotId")));
CREATE POLICY moderator_write ON entered_vote FOR INSERT TO werkraum_app
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[])
              AND app.takes_entered_votes("ballotId") AND answer IS NULL);
CREATE POLICY voter_answer ON entered_vote FOR UPDATE TO werkraum_app
  USING ("voterId" = ANY ((SELECT app.my_voters())::uuid[]) AND answer IS NULL
         AND app.takes_entered_votes("ballotId"))
  WITH CHECK ("voterId" = ANY ((SELECT app.my_voters())::uuid[]));
CREATE POLICY moderator_replace ON entered_vote FOR UPDATE TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]) AND answer IS NULL
         AND app.takes_entered_votes("ballotId"))
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]) AND answer = 'replaced');

-- Moderators write a vote only together with its record, and change one that its voter has not
-- confirmed. What voters cast themselves they neither see nor touch.
CREATE FUNCTION app.waits_for_voter(entered_vote_id uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT EXISTS (SELECT 1 FROM entered_vote
                   WHERE id = entered_vote_id AND (answer IS NULL OR answer = 'replaced')) $$;
REVOKE ALL ON FUNCTION app.waits_for_voter(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.waits_for_voter(uuid) TO werkraum_app;
CREATE POLICY moderator_entered_read ON vote FOR SELECT TO werkraum_app
  USING ("enteredVoteId" IS NOT NULL AND "cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]));
CREATE POLICY moderator_enter ON vote FOR INSERT TO werkraum_app
  WITH CHECK ("enteredVoteId" IS NOT NULL
              AND "cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[])
              AND app.takes_entered_votes("ballotId"));
CREATE POLICY moderator_correct ON vote FOR UPDATE TO werkraum_app
  USING ("enteredVoteId" IS NOT NULL AND app.waits_for_voter("enteredVoteId")
         AND "cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[])
         AND app.takes_entered_votes("ballotId"))
  WITH CHECK ("enteredVoteId" IS NOT NULL
              AND "cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]));

-- A vote that its voter contests goes; the record of it stays.
GRANT DELETE ON vote TO werkraum_app;
CREATE POLICY voter_contest ON vote FOR DELETE TO werkraum_app
  USING ("enteredVoteId" IS NOT NULL AND "voterId" = ANY ((SELECT app.my_voters())::uuid[])
         AND app.takes_entered_votes("ballotId"));

SELECT app.wall_archive('entered_vote');
SELECT app.name_account('entered_vote', 'enteredById');
SELECT app.name_account('entered_vote', 'answeredById');
