import { hasRole, isModerator, isOfTeam, type Actor } from '$lib/access/actor';
import { allow, allowIf, type Decision } from '$lib/access/decision';
import { takesNewThings } from '$lib/cohort/life';
import { isInPool } from '../life';
import type { CohortFacts, TopicFacts } from '../policy';

export type MergeState = 'proposed' | 'merged' | 'declined' | 'undone';

export interface MergeFacts extends CohortFacts {
  state: MergeState;
  from: TopicFacts;
  into: TopicFacts;
}

/** What one team has said. */
export interface ConsentFacts {
  teamId: string;
  agrees: boolean;
  byId: string | null;
  /** Whether the five working days are not over. */
  canStillObject: boolean;
}

const all = (...decisions: Decision[]): Decision =>
  decisions.find((decision) => !decision.isAllowed) ?? allow;

const ifBothInPool = (from: TopicFacts, into: TopicFacts): Decision =>
  allowIf(isInPool(from.state) && isInPool(into.state), 'topic_not_in_pool');

export const mayProposeMerge = (
  actor: Actor,
  { from, into, isPending }: { from: TopicFacts; into: TopicFacts; isPending: boolean },
): Decision =>
  all(
    allowIf(isModerator(actor, from.cohortId), 'only_moderators'),
    ifBothInPool(from, into),
    allowIf(!isPending, 'merge_is_pending'),
    allowIf(takesNewThings(from.cohortState), 'cohort_takes_nothing_new'),
  );

const isOfConcernedTeam = (actor: Actor, { cohortId, from, into }: MergeFacts): boolean =>
  hasRole(actor, cohortId, 'member') &&
  (isOfTeam(actor, cohortId, from.teamId) || isOfTeam(actor, cohortId, into.teamId));

/** Each team concerned speaks for itself. */
export const mayConsent = (actor: Actor, merge: MergeFacts): Decision =>
  all(
    allowIf(isOfConcernedTeam(actor, merge), 'merge_only_concerned_teams'),
    allowIf(merge.state === 'proposed', 'merge_is_decided'),
    ifBothInPool(merge.from, merge.into),
    allowIf(takesNewThings(merge.cohortState), 'cohort_takes_nothing_new'),
  );

/** The partner of who agreed can object for five working days. */
export function mayObject(
  actor: Actor,
  { merge, consent }: { merge: MergeFacts; consent: ConsentFacts | null },
): Decision {
  const isPartner =
    consent !== null &&
    isOfTeam(actor, merge.cohortId, consent.teamId) &&
    actor.kind === 'person' &&
    actor.accountId !== consent.byId;
  return all(
    allowIf(isPartner, 'merge_only_partner_objects'),
    allowIf(consent?.agrees === true, 'merge_is_decided'),
    allowIf(merge.state === 'proposed' || merge.state === 'merged', 'merge_is_decided'),
    allowIf(consent?.canStillObject === true, 'merge_objection_is_late'),
  );
}

/** Takes a proposal back, or separates what was merged. */
export const mayUndoMerge = (actor: Actor, merge: MergeFacts): Decision =>
  all(
    allowIf(isModerator(actor, merge.cohortId), 'only_moderators'),
    allowIf(merge.state === 'proposed' || merge.state === 'merged', 'merge_is_decided'),
    allowIf(takesNewThings(merge.cohortState), 'cohort_takes_nothing_new'),
  );
