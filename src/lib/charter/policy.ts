import { isOrganiser, joinedAs, type Actor } from '$lib/access/actor';
import { allow, allowIf, deny, type Decision } from '$lib/access/decision';

/** Everyone who belongs to the cohort, accepted or not: it has to be read before it is accepted. */
export const mayReadCharter = (actor: Actor, cohortId: string): Decision =>
  allowIf(joinedAs(actor, cohortId).length > 0, 'not_found');

export const mayPublishCharter = (actor: Actor, cohortId: string): Decision =>
  allowIf(isOrganiser(actor, cohortId), 'not_found');

/** Nobody is asked to accept a new version without being told what is new. */
export const mayAskAgain = (
  currentVersion: number,
  changes: { changesDe: string; changesEn: string },
): Decision => {
  const isExplained = changes.changesDe !== '' && changes.changesEn !== '';
  return currentVersion === 0 || isExplained ? allow : deny('charter_changes_missing');
};
