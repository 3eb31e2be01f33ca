import { isStaff, type Actor } from '$lib/access/actor';
import { allow, allowIf, deny, type Decision } from '$lib/access/decision';

/** Administrators and organisers are asked for a second factor; nobody else has one. */
export const mayHaveSecondFactor = (actor: Actor): Decision => allowIf(isStaff(actor), 'not_found');

/** What an account has beside the password, and whether it could do without. */
export interface Factors {
  hasApp: boolean;
  passkeyCount: number;
  /** The demo asks nobody for anything. */
  isDemo: boolean;
}

/** The last one stays until there is another: else the next sign-in would ask for nothing. */
export function mayRemoveFactor(actor: Actor, { hasApp, passkeyCount, isDemo }: Factors): Decision {
  const isLast = (hasApp ? 1 : 0) + passkeyCount <= 1;
  return isStaff(actor) && isLast && !isDemo ? deny('second_factor_last') : allow;
}

/** Taking a lost second factor off somebody else. */
export const mayResetSecondFactor = (actor: Actor): Decision =>
  allowIf(actor.kind === 'person' && actor.isAdministrator, 'not_found');
