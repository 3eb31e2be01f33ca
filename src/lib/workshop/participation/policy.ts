import { isOrganiser, type Actor } from '$lib/access/actor';
import { allowIf, type Decision } from '$lib/access/decision';
import * as workshopPolicy from '../policy';
import type { WorkshopState } from '../schema';

export interface AnswerFacts {
  cohortId: string;
  /** Whether she or he is one of those who are expected. */
  isAsked: boolean;
  state: WorkshopState;
  startsAt: Date | null;
  now: Date;
}

/** Whoever is expected answers, until it begins. */
export function mayAnswer(
  actor: Actor,
  { cohortId, isAsked, state, startsAt, now }: AnswerFacts,
): Decision {
  const reads = workshopPolicy.mayRead(actor, { cohortId });
  if (!reads.isAllowed) return reads;
  const isOpen = state === 'fixed' && startsAt !== null && now < startsAt;
  return allowIf(isAsked && isOpen, 'participation_closed');
}

/** What people need, who sees to it reads: the organiser, and nobody else. */
export const mayReadNeeds = (actor: Actor, { cohortId }: { cohortId: string }): Decision =>
  allowIf(isOrganiser(actor, cohortId), 'participation_only_organiser');

export interface DayFacts {
  cohortId: string;
  state: WorkshopState;
  /** The first day, and today, as the cohort's calendar has them. */
  firstDay: string | null;
  today: string;
}

/** Staff enter who is there, from the first day on. */
export function mayRecord(actor: Actor, { cohortId, state, firstDay, today }: DayFacts): Decision {
  const arranges = workshopPolicy.mayArrange(actor, { cohortId });
  if (!arranges.isAllowed) return arranges;
  const hasCome = firstDay !== null && firstDay <= today;
  return allowIf(hasCome && (state === 'fixed' || state === 'held'), 'participation_not_begun');
}
