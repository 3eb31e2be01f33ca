-- What a person's own data are found by: objections and their answers too.
CREATE OR REPLACE FUNCTION app.account_references() RETURNS TABLE (table_name text, column_name text, via text)
LANGUAGE sql IMMUTABLE AS
$$ VALUES
  ('account', 'id', 'account'),
  ('credential', 'accountId', 'account'),
  ('session', 'accountId', 'account'),
  ('account_link', 'accountId', 'account'),
  ('membership', 'accountId', 'account'),
  ('invitation', 'membershipId', 'membership'),
  ('invitation', 'replacesMembershipId', 'membership'),
  ('charter_acceptance', 'accountId', 'account'),
  ('topic', 'proposedById', 'account'),
  ('topic', 'enteredById', 'account'),
  ('topic_revision', 'changedById', 'account'),
  ('comment', 'authorId', 'account'),
  ('comment', 'deletedById', 'account'),
  ('comment', 'mentionIds', 'memberships'),
  ('support', 'byId', 'account'),
  ('follow', 'accountId', 'account'),
  ('topic_note', 'authorId', 'account'),
  ('topic_guest', 'membershipId', 'membership'),
  ('merge', 'proposedById', 'account'),
  ('merge_consent', 'byId', 'account'),
  ('ballot', 'createdById', 'account'),
  ('voter', 'accountId', 'account'),
  ('vote', 'castById', 'account'),
  ('decision', 'decidedById', 'account'),
  ('objection', 'raisedById', 'account'),
  ('objection', 'withdrawnById', 'account'),
  ('objection_answer', 'answeredById', 'account'),
  ('announcement', 'byId', 'account'),
  ('activity', 'actorId', 'account'),
  ('notice', 'accountId', 'account'),
  ('notice_setting', 'accountId', 'account') $$;

-- An archive keeps objections as they are. (Where the wall was built after these tables, it is there.)
DROP TRIGGER IF EXISTS archive_wall ON objection;
DROP TRIGGER IF EXISTS archive_wall ON objection_answer;
SELECT app.wall_archive('objection'), app.wall_archive('objection_answer');

-- Whether the clock is going to open or close a ballot, or to make a decision final.
CREATE OR REPLACE FUNCTION app.cohort_awaits_ballot(cohort_id uuid, moment timestamptz) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT EXISTS (SELECT 1 FROM ballot WHERE "cohortId" = cohort_id
     AND (state IN ('open', 'provisional') OR (state = 'draft' AND "opensAt" > moment)))
   AND cohort_id = ANY (app.my_cohorts_as('organiser')) $$;
