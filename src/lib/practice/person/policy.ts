import { hasRole, isOfTeam, type Actor } from '$lib/access/actor';
import { allow, allowIf, type Decision } from '$lib/access/decision';
import type { PracticeFacts } from '../policy';

/** The first denial, or allow. */
const all = (...decisions: Decision[]): Decision =>
  decisions.find((decision) => !decision.isAllowed) ?? allow;

/** A team names people in its example, as far as they have agreed. Withdrawing is always possible. */
export const mayNamePersons = (actor: Actor, practice: PracticeFacts): Decision =>
  all(
    allowIf(
      hasRole(actor, practice.cohortId, 'member') &&
        isOfTeam(actor, practice.cohortId, practice.teamId),
      'not_found',
    ),
    allowIf(!practice.isDiscarded, 'practice_is_discarded'),
    allowIf(practice.cohortState !== 'archived', 'cohort_archived'),
  );
