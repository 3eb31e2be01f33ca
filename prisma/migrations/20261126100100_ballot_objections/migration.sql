-- AlterTable
ALTER TABLE "ballot" ADD COLUMN     "objectionDays" INTEGER,
ADD COLUMN     "objectionsUntil" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "finalAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "objection" (
    "cohortId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "ballotId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "raisedById" UUID,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "withdrawnById" UUID,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "objection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "objection_answer" (
    "cohortId" UUID NOT NULL,
    "objectionId" UUID NOT NULL,
    "answer" TEXT NOT NULL,
    "changes" JSONB NOT NULL DEFAULT '[]',
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "objection_answer_pkey" PRIMARY KEY ("objectionId")
);

-- CreateIndex
CREATE UNIQUE INDEX "objection_cohortId_id_key" ON "objection"("cohortId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "objection_ballotId_teamId_key" ON "objection"("ballotId", "teamId");

-- CreateIndex
CREATE UNIQUE INDEX "objection_answer_cohortId_objectionId_key" ON "objection_answer"("cohortId", "objectionId");

-- AddForeignKey
ALTER TABLE "objection" ADD CONSTRAINT "objection_cohortId_ballotId_fkey" FOREIGN KEY ("cohortId", "ballotId") REFERENCES "ballot"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objection" ADD CONSTRAINT "objection_cohortId_teamId_fkey" FOREIGN KEY ("cohortId", "teamId") REFERENCES "team"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objection_answer" ADD CONSTRAINT "objection_answer_cohortId_objectionId_fkey" FOREIGN KEY ("cohortId", "objectionId") REFERENCES "objection"("cohortId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was decided before there were objections is final.
UPDATE decision SET "finalAt" = "decidedAt";

-- A provisional decision is made on a counted result.
CREATE OR REPLACE FUNCTION app.is_counted(ballot_id uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT EXISTS (SELECT 1 FROM ballot
                  WHERE id = ballot_id AND state IN ('closed', 'provisional', 'decided')) $$;

CREATE FUNCTION app.is_provisional(ballot_id uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT EXISTS (SELECT 1 FROM ballot WHERE id = ballot_id AND state = 'provisional') $$;

-- A decision changes while it is provisional, and never again.
GRANT UPDATE ("finalAt") ON decision TO werkraum_app;
CREATE POLICY moderator_change ON decision FOR UPDATE TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]) AND app.is_provisional("ballotId"))
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]));
GRANT UPDATE ("isChosen", "isDeparture", reason) ON decision_item TO werkraum_app;
CREATE POLICY moderator_change ON decision_item FOR UPDATE TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]) AND app.is_provisional("ballotId"))
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]));

-- An objection is its team's; its answer is the moderators', and stands once it is given.
ALTER TABLE objection ENABLE ROW LEVEL SECURITY;
ALTER TABLE objection FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_functions ON objection TO CURRENT_USER USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON objection TO werkraum_app;
GRANT UPDATE ("withdrawnById", "withdrawnAt") ON objection TO werkraum_app;
CREATE POLICY cohort_read ON objection FOR SELECT TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[]));
CREATE POLICY team_write ON objection FOR INSERT TO werkraum_app
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('member'))::uuid[])
              AND "teamId" = ANY ((SELECT app.my_teams())::uuid[]) AND app.is_provisional("ballotId"));
CREATE POLICY team_change ON objection FOR UPDATE TO werkraum_app
  USING ("teamId" = ANY ((SELECT app.my_teams())::uuid[]) AND app.is_provisional("ballotId"))
  WITH CHECK ("teamId" = ANY ((SELECT app.my_teams())::uuid[]));

ALTER TABLE objection_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE objection_answer FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_functions ON objection_answer TO CURRENT_USER USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON objection_answer TO werkraum_app;
CREATE POLICY cohort_read ON objection_answer FOR SELECT TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts())::uuid[]));
CREATE POLICY moderator_write ON objection_answer FOR INSERT TO werkraum_app
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[])
              AND EXISTS (SELECT 1 FROM objection o
                           WHERE o.id = "objectionId" AND app.is_provisional(o."ballotId")));

-- Whose vote stands in a ballot by persons: the one whom the actor followed, where she or he had
-- voted before leaving. (A vote that was not cast yet passes on with app.invitation_accept.)
CREATE FUNCTION app.vote_of_predecessor(ballot_id uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ WITH RECURSIVE followed AS (
     SELECT m.id, m."accountId" FROM membership m
      WHERE m."accountId" = app.account_id() AND m."endedAt" IS NULL
     UNION
     SELECT before.id, before."accountId" FROM followed f
       JOIN invitation i ON i."membershipId" = f.id
       JOIN membership before ON before.id = i."replacesMembershipId")
   SELECT a.name FROM followed f JOIN account a ON a.id = f."accountId"
     JOIN voter v ON v."accountId" = f."accountId" AND v."ballotId" = ballot_id AND v."hasVoted"
    WHERE v."cohortId" = ANY (app.my_cohorts_as('member', 'moderator'))
      AND f."accountId" <> app.account_id() LIMIT 1 $$;
