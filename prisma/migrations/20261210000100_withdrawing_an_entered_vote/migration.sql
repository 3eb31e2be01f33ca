-- Moderators take back what they entered for the wrong voter, until its voter has answered. The vote goes,
-- the record of it stays.
DROP POLICY moderator_replace ON entered_vote;
CREATE POLICY moderator_settle ON entered_vote FOR UPDATE TO werkraum_app
  USING ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[]) AND answer IS NULL
         AND app.takes_entered_votes("ballotId"))
  WITH CHECK ("cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[])
              AND answer IN ('replaced', 'withdrawn'));

CREATE POLICY moderator_withdraw ON vote FOR DELETE TO werkraum_app
  USING ("enteredVoteId" IS NOT NULL AND app.waits_for_voter("enteredVoteId")
         AND "cohortId" = ANY ((SELECT app.my_cohorts_as('moderator'))::uuid[])
         AND app.takes_entered_votes("ballotId"));
