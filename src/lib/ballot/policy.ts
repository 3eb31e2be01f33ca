import { isModerator, readsContent, type Actor } from '$lib/access/actor';
import { allow, allowIf, type Decision } from '$lib/access/decision';

export interface CohortFacts {
  cohortId: string;
  cohortState: string;
}

export interface VotingFacts {
  /** Whether the electorate has an entry for the actor, or for the actor's team. */
  isVoter: boolean;
}

/** The first denial, or allow. */
const all = (...decisions: Decision[]): Decision =>
  decisions.find((decision) => !decision.isAllowed) ?? allow;

/** Who reads the cohort's content reads its ballots; results only after closing. */
export const mayRead = (actor: Actor, { cohortId }: { cohortId: string }): Decision =>
  allowIf(readsContent(actor, cohortId), 'not_found');

/** Moderators open, prolong, close and cancel ballots, remind of them, and decide on their results. */
export const mayManage = (actor: Actor, { cohortId }: { cohortId: string }): Decision =>
  allowIf(isModerator(actor, cohortId), 'ballot_only_moderators');

/** A ballot begins only while the cohort runs. */
export const mayPrepare = (actor: Actor, cohort: CohortFacts): Decision =>
  all(
    mayManage(actor, cohort),
    allowIf(['forming', 'closed'].includes(cohort.cohortState), 'cohort_takes_nothing_new'),
  );

/** Whoever is in the electorate votes: a person, or both people of a team for it. */
export const mayVote = ({ isVoter }: VotingFacts): Decision =>
  allowIf(isVoter, 'ballot_not_a_voter');

/** Moderators enter ballots that came by phone or on paper; never secret ones, which they would know. */
export const mayEnterVotes = (
  actor: Actor,
  ballot: { cohortId: string; isSecret: boolean },
): Decision =>
  all(mayManage(actor, ballot), allowIf(!ballot.isSecret, 'ballot_secret_is_not_entered'));
