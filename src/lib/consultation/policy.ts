import { hasRole, type Actor } from '$lib/access/actor';
import { allow, allowIf, type Decision } from '$lib/access/decision';

// Who is in the circle, the walls of the database know: to everyone else a consultation is not there.
// What those in it may do at which moment, the engine says (engine/machine.ts).

/** The first denial, or allow. */
const all = (...decisions: Decision[]): Decision =>
  decisions.find((decision) => !decision.isAllowed) ?? allow;

/** Whoever can be asked into a circle has a list of consultations, empty or not. */
export const mayList = (actor: Actor, { cohortId }: { cohortId: string }): Decision =>
  all(
    allowIf(hasRole(actor, cohortId, 'member', 'moderator', 'expert', 'organiser'), 'not_found'),
    allowIf(hasRole(actor, cohortId, 'member', 'moderator', 'expert'), 'consultation_only_members'),
  );

/** Members and moderators bring cases, while the cohort runs. */
export const mayStart = (
  actor: Actor,
  { cohortId, cohortState }: { cohortId: string; cohortState: string },
): Decision =>
  all(
    allowIf(hasRole(actor, cohortId, 'member', 'moderator'), 'consultation_only_members'),
    allowIf(['forming', 'closed'].includes(cohortState), 'cohort_takes_nothing_new'),
  );

/** Only who is in the cohort for its content, and has keys: nothing can be sealed for anybody else. */
export const mayBeAsked = (person: { isEligible: boolean; hasKeys: boolean }): Decision =>
  all(
    allowIf(person.isEligible, 'consultation_person_cannot'),
    allowIf(person.hasKeys, 'consultation_person_has_no_keys'),
  );

/** The circle, how long everything stays and when it is asked what came of it: the case giver's. */
export const mayDecide = (
  { accountId }: { accountId: string },
  { caseGiverId }: { caseGiverId: string },
): Decision => allowIf(accountId === caseGiverId, 'consultation_only_case_giver');

/** The case giver does not leave: she or he ends the consultation instead. */
export const mayLeave = (
  { accountId }: { accountId: string },
  { caseGiverId }: { caseGiverId: string },
): Decision => allowIf(accountId !== caseGiverId, 'consultation_case_giver_stays');

/** Words are taken back by whoever wrote them. */
export const mayWithdraw = (
  { accountId }: { accountId: string },
  { authorId }: { authorId: string },
): Decision => allowIf(accountId === authorId, 'consultation_only_own_words');
