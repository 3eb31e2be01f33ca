import type { Form, Kind } from './kinds';
import { hasSecretary, type Need } from './method';
import { methodOf } from './methods';
import { phaseOf, roleNow, takesPart, type Consultation } from './state';

/** What is still missing before the present phase may end. */
export type Missing = 'case_giver' | 'peer_moderator' | 'secretary' | 'people' | 'module' | Kind;

/** Which roles nobody fills yet. */
function missingRoles(consultation: Consultation): Missing[] {
  const method = methodOf(consultation.method);
  const people = consultation.people.filter(takesPart);
  const has = (role: string) => people.some((person) => roleNow(consultation, person) === role);
  const isSecretaryNeeded = hasSecretary(method);

  const roles: [Missing, boolean][] = [
    ['case_giver', !has('case_giver')],
    ['peer_moderator', method.hasModerator && !has('peer_moderator')],
    [
      'secretary',
      isSecretaryNeeded && !people.some((one) => one.isSecretary && one.role === 'adviser'),
    ],
    ['people', people.length < method.people.min],
  ];
  return roles.filter(([, isMissing]) => isMissing).map(([role]) => role);
}

const applies = (need: Need, form: Form): boolean =>
  typeof need === 'string' || need.form === undefined || need.form === form;

/** Empty where the phase has yielded what it must. Of alternatives, the first is named. */
export function missingIn(consultation: Consultation): Missing[] {
  const { counts, moduleKey, form } = consultation;
  const needs = (phaseOf(consultation).yields ?? []).filter((need) => applies(need, form));
  return needs.flatMap((need): Missing[] => {
    if (need === 'roles') return missingRoles(consultation);
    if (need === 'module') return moduleKey === null ? ['module'] : [];
    const isThere = need.anyOf.some((kind) => (counts[kind] ?? 0) > 0);
    return isThere ? [] : [need.anyOf[0]!];
  });
}

/**
 * What is missing before it can begin. Where the method gives the roles in a phase of its own, that phase
 * waits for them instead.
 */
export function missingToStart(consultation: Consultation): Missing[] {
  const castsLater = methodOf(consultation.method).phases.some(({ castsRoles }) => castsRoles);
  return castsLater ? [] : missingRoles(consultation);
}
