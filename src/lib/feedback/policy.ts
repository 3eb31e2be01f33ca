import { isMember, isModerator, readsContent, type Actor } from '$lib/access/actor';
import { allow, allowIf, type Decision } from '$lib/access/decision';
import type { WorkshopState } from '$lib/workshop/schema';

export interface FeedbackFacts {
  cohortId: string;
  workshopState: WorkshopState;
  /** Nobody has been asked, answers are taken, or no more. */
  stage: 'unasked' | 'open' | 'closed';
}

/** The first denial, or allow. */
const all = (...decisions: Decision[]): Decision =>
  decisions.find((decision) => !decision.isAllowed) ?? allow;

export const mayRead = (actor: Actor, { cohortId }: { cohortId: string }): Decision =>
  allowIf(readsContent(actor, cohortId), 'not_found');

/** Moderators ask once about an event, as soon as its date stands: what was answered stays answered. */
export const mayOpen = (actor: Actor, facts: FeedbackFacts): Decision =>
  all(
    mayRead(actor, facts),
    allowIf(isModerator(actor, facts.cohortId), 'feedback_only_moderators'),
    allowIf(['fixed', 'held'].includes(facts.workshopState), 'feedback_not_yet'),
    allowIf(facts.stage === 'unasked', 'feedback_is_asked'),
  );

/** Moderators end what is open. */
export const mayClose = (actor: Actor, facts: FeedbackFacts): Decision =>
  all(
    mayRead(actor, facts),
    allowIf(isModerator(actor, facts.cohortId), 'feedback_only_moderators'),
    allowIf(facts.stage !== 'unasked', 'not_found'),
  );

/** The people of the teams answer, as long as it is open. */
export const mayAnswer = (actor: Actor, facts: FeedbackFacts): Decision =>
  all(
    mayRead(actor, facts),
    allowIf(isMember(actor, facts.cohortId), 'feedback_only_members'),
    allowIf(facts.stage !== 'unasked', 'not_found'),
    allowIf(facts.stage === 'open', 'feedback_closed'),
  );
