import { AppError } from '$lib/platform/errors';

/** The answer of a policy: allowed, or denied with a reason that a person can read. */
export type Decision = { isAllowed: true } | { isAllowed: false; reason: string };

export const allow: Decision = { isAllowed: true };

/** @param reason an error code: its sentence stands in messages/error/*.json */
export const deny = (reason: string): Decision => ({ isAllowed: false, reason });

export const allowIf = (isAllowed: boolean, reason: string): Decision =>
  isAllowed ? allow : deny(reason);

/** Turns a denial into the error that carries its reason. */
export function ensure(decision: Decision): void {
  if (!decision.isAllowed) throw new AppError(decision.reason);
}
