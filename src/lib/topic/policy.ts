import { hasRole, isModerator, isOfTeam, readsContent, type Actor } from '$lib/access/actor';
import { allow, allowIf, deny, type Decision } from '$lib/access/decision';
import { takesNewThings } from '$lib/cohort/life';
import {
  isChangeable,
  isInPool,
  isPublic,
  isSupportable,
  type CohortState,
  type TopicState,
} from './life';

export interface CohortFacts {
  cohortId: string;
  cohortState: CohortState;
}

export interface TopicFacts extends CohortFacts {
  teamId: string;
  state: TopicState;
}

const isOwn = (actor: Actor, topic: TopicFacts): boolean =>
  hasRole(actor, topic.cohortId, 'member') && isOfTeam(actor, topic.cohortId, topic.teamId);

const ifOpen = (cohort: CohortFacts): Decision =>
  allowIf(takesNewThings(cohort.cohortState), 'cohort_takes_nothing_new');

/** The first denial, or allow. */
const all = (...decisions: Decision[]): Decision =>
  decisions.find((decision) => !decision.isAllowed) ?? allow;

/** Partners and the administration see no content; experts what they were invited to. */
export const mayRead = (actor: Actor, { cohortId }: { cohortId: string }): Decision =>
  allowIf(readsContent(actor, cohortId) || hasRole(actor, cohortId, 'expert'), 'not_found');

/** How a topic came to its words is for the cohort alone, not for its guests. */
export const mayReadHistory = (actor: Actor, { cohortId }: { cohortId: string }): Decision =>
  allowIf(readsContent(actor, cohortId), 'not_found');

/** A member proposes, and keeps drafts, for the own team. */
export const mayPropose = (actor: Actor, cohort: CohortFacts): Decision =>
  all(
    allowIf(hasRole(actor, cohort.cohortId, 'member'), 'topic_only_members_propose'),
    ifOpen(cohort),
  );

/** A moderator enters a topic for a team that telephoned; the team confirms it. */
export const mayEnter = (actor: Actor, cohort: CohortFacts): Decision =>
  all(allowIf(isModerator(actor, cohort.cohortId), 'topic_only_moderators_enter'), ifOpen(cohort));

export const mayConfirm = (actor: Actor, topic: TopicFacts): Decision =>
  all(
    allowIf(isOwn(actor, topic), 'topic_only_its_team'),
    allowIf(topic.state === 'unconfirmed', 'topic_is_confirmed'),
    ifOpen(topic),
  );

/** The team changes its words; a moderator those of a topic that the team has not confirmed yet. */
export function mayChange(actor: Actor, topic: TopicFacts): Decision {
  const isEntering = topic.state === 'unconfirmed' && isModerator(actor, topic.cohortId);
  return all(
    allowIf(isOwn(actor, topic) || isEntering, 'topic_only_its_team'),
    allowIf(topic.state !== 'on_ballot', 'topic_on_ballot_keeps_words'),
    allowIf(isChangeable(topic.state), 'topic_has_ended'),
    ifOpen(topic),
  );
}

export const mayDiscard = (actor: Actor, topic: TopicFacts): Decision =>
  all(
    allowIf(isOwn(actor, topic), 'topic_only_its_team'),
    allowIf(topic.state === 'draft', 'topic_only_drafts_discarded'),
    allowIf(topic.cohortState !== 'archived', 'cohort_archived'),
  );

export const mayWithdraw = (actor: Actor, topic: TopicFacts): Decision =>
  all(
    allowIf(isOwn(actor, topic), 'topic_only_its_team'),
    allowIf(isInPool(topic.state), 'topic_not_in_pool'),
    ifOpen(topic),
  );

export const mayReopen = (actor: Actor, topic: TopicFacts): Decision =>
  all(
    allowIf(isOwn(actor, topic), 'topic_only_its_team'),
    allowIf(topic.state === 'withdrawn', 'topic_is_not_withdrawn'),
    ifOpen(topic),
  );

/** "Betrifft uns auch" is said by a team about another team's topic. */
export function maySupport(actor: Actor, topic: TopicFacts): Decision {
  if (!hasRole(actor, topic.cohortId, 'member')) return deny('topic_only_teams_support');
  if (isOwn(actor, topic)) return deny('topic_own_needs_no_support');
  return all(
    allowIf(topic.state !== 'merged', 'topic_is_merged'),
    allowIf(isSupportable(topic.state), 'topic_has_ended'),
    ifOpen(topic),
  );
}

export const mayComment = (actor: Actor, topic: TopicFacts): Decision =>
  all(
    mayRead(actor, topic),
    allowIf(isPublic(topic.state), 'topic_not_proposed_yet'),
    allowIf(topic.state !== 'merged', 'topic_is_merged'),
    allowIf(topic.state !== 'withdrawn', 'topic_is_withdrawn'),
    ifOpen(topic),
  );

export const mayModerate = (actor: Actor, cohort: { cohortId: string }): Decision =>
  allowIf(isModerator(actor, cohort.cohortId), 'only_moderators');

/** An expert comes to a topic by invitation of those who run the series. */
export const mayInviteGuests = (actor: Actor, topic: TopicFacts): Decision =>
  all(
    allowIf(hasRole(actor, topic.cohortId, 'moderator', 'organiser'), 'topic_only_staff_invites'),
    allowIf(isPublic(topic.state), 'topic_not_proposed_yet'),
    ifOpen(topic),
  );
