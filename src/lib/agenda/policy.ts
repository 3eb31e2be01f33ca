import { isModerator, readsContent, type Actor } from '$lib/access/actor';
import { allow, allowIf, deny, type Decision } from '$lib/access/decision';
import type { CohortState } from '$lib/cohort/frame';
import { takesNewThings } from '$lib/cohort/life';

export interface AgendaFacts {
  cohortId: string;
  cohortState: CohortState;
  workshopState: 'planned' | 'fixed' | 'held' | 'cancelled';
}

/** What is planned is the moderators' own until they publish it. */
export const mayReadPlan = (actor: Actor, { cohortId }: { cohortId: string }): Decision => {
  if (isModerator(actor, cohortId)) return allow;
  return deny(readsContent(actor, cohortId) ? 'agenda_only_moderators' : 'not_found');
};

/** The first denial, or allow. */
const all = (...decisions: Decision[]): Decision =>
  decisions.find((decision) => !decision.isAllowed) ?? allow;

/** What is over, or does not take place, is not planned any more. */
export const mayPlan = (actor: Actor, facts: AgendaFacts): Decision =>
  all(
    mayReadPlan(actor, facts),
    allowIf(takesNewThings(facts.cohortState), 'cohort_takes_nothing_new'),
    allowIf(facts.workshopState !== 'held', 'agenda_workshop_is_held'),
    allowIf(facts.workshopState !== 'cancelled', 'agenda_workshop_is_cancelled'),
  );
