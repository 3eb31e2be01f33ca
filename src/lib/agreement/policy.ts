import { hasRole, isModerator, readsContent, type Actor } from '$lib/access/actor';
import { allow, allowIf, type Decision } from '$lib/access/decision';
import type { CohortState } from '$lib/cohort/frame';
import { takesNewThings } from '$lib/cohort/life';
import { isResponsible, type Responsible } from './responsible';

export interface AgreementFacts extends Responsible {
  /** Who wrote it down. */
  createdById: string | null;
}

/** The first denial, or allow. */
const all = (...decisions: Decision[]): Decision =>
  decisions.find((decision) => !decision.isAllowed) ?? allow;

export const mayRead = (actor: Actor, { cohortId }: { cohortId: string }): Decision =>
  allowIf(readsContent(actor, cohortId), 'not_found');

/** Members and moderators write down what was agreed on. */
export const mayMake = (
  actor: Actor,
  { cohortId, cohortState }: { cohortId: string; cohortState: CohortState },
): Decision =>
  all(
    mayRead(actor, { cohortId }),
    allowIf(hasRole(actor, cohortId, 'member', 'moderator'), 'agreement_only_group'),
    allowIf(takesNewThings(cohortState), 'cohort_takes_nothing_new'),
  );

/** Those whom it is up to, whoever wrote it down, and the moderators. */
export function mayChange(actor: Actor, agreement: AgreementFacts): Decision {
  const isOwn = actor.kind === 'person' && actor.accountId === agreement.createdById;
  const isTheirs = isResponsible(actor, agreement) || isOwn;
  return all(
    mayRead(actor, agreement),
    allowIf(
      isModerator(actor, agreement.cohortId) ||
        (hasRole(actor, agreement.cohortId, 'member') && isTheirs),
      'agreement_not_yours',
    ),
  );
}
