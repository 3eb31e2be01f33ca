import { isModerator, type Actor } from '$lib/access/actor';
import { allow, allowIf, type Decision } from '$lib/access/decision';
import { takesNewThings } from '$lib/cohort/life';
import type { CohortState, TopicState } from '../life';
import type { OutcomeAnswer } from './answer';

export interface OutcomeFacts {
  cohortId: string;
  cohortState: CohortState;
  workshopState: 'planned' | 'fixed' | 'held' | 'cancelled';
}

export interface ReturnFacts extends OutcomeFacts {
  state: TopicState;
  /** What was told last of the topic; null where nothing was. */
  answer: OutcomeAnswer | null;
  /** Whether it is in the pool because a moderator gave it back. */
  isReturned: boolean;
}

/** The first denial, or allow. */
const all = (...decisions: Decision[]): Decision =>
  decisions.find((decision) => !decision.isAllowed) ?? allow;

/** What came of a workshop can be written down in a concluded cohort, too. */
export const mayWrite = (actor: Actor, outcome: OutcomeFacts): Decision =>
  all(
    allowIf(isModerator(actor, outcome.cohortId), 'only_moderators'),
    allowIf(outcome.cohortState !== 'archived', 'cohort_archived'),
    allowIf(outcome.workshopState === 'held', 'outcome_not_held'),
  );

const mayGiveBack = (actor: Actor, topic: ReturnFacts): Decision =>
  all(
    allowIf(isModerator(actor, topic.cohortId), 'only_moderators'),
    allowIf(takesNewThings(topic.cohortState), 'cohort_takes_nothing_new'),
    allowIf(topic.workshopState === 'held', 'outcome_not_held'),
  );

/** What stayed open, and what was chosen and had no slot, waits for the next ballot again. */
export const mayReturn = (actor: Actor, topic: ReturnFacts): Decision =>
  all(
    mayGiveBack(actor, topic),
    allowIf(topic.state === 'chosen' || topic.state === 'outcome', 'outcome_not_returnable'),
    allowIf(topic.state !== 'outcome' || topic.answer !== 'answered', 'outcome_is_answered'),
  );

export const mayTakeFromPool = (actor: Actor, topic: ReturnFacts): Decision =>
  all(
    mayGiveBack(actor, topic),
    allowIf(topic.state === 'carried_over' && topic.isReturned, 'outcome_not_in_pool_by_return'),
  );
