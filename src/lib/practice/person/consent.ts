/** Whether somebody's name may stand beside a text. Pure. */
import { monthsLater } from '../adoption/states';
import { rungs, type ReleasedRung, type Rung } from '../schema';

export interface Consent {
  scope: Rung;
  consentedAt: Date | string | null;
  withdrawnAt: Date | string | null;
  /** The last day on which it holds, as "2026-11-27". */
  until: string | null;
}

/** Whether the scope that is asked for goes further than what was agreed to. */
const isWider = (next: Rung, before: Rung): boolean => rungs.indexOf(next) > rungs.indexOf(before);

/** What somebody has agreed to: how far, until which day, and how to be reached. */
interface Agreed {
  scope: Rung;
  until: string | null;
  contact: string;
}

/** Whether more is asked for than was agreed to: more readers, a later day, or another contact. */
export function asksMore(next: Agreed, before: Agreed): boolean {
  const isLonger = before.until !== null && (next.until === null || next.until > before.until);
  const tellsMore = next.contact !== '' && next.contact !== before.contact;
  return isWider(next.scope, before.scope) || isLonger || tellsMore;
}

/** By how many years a person lets a consent hold longer; `open`: until she or he withdraws. */
export const prolongations = ['1', '3', 'open'] as const;
export type Prolongation = (typeof prolongations)[number];

/** @param until the last day up to now, as "2026-11-27"; the answer is the new one, null without an end */
export const prolonged = (until: string, by: Prolongation): string | null =>
  by === 'open'
    ? null
    : monthsLater(new Date(until), Number(by) * 12)
        .toISOString()
        .slice(0, 10);

export type ConsentState = 'asked' | 'given' | 'over' | 'withdrawn';

/** @param today the cohort's day, as "2026-11-27" */
export function consentState(consent: Consent, today: string): ConsentState {
  const { consentedAt, withdrawnAt, until } = consent;
  if (withdrawnAt !== null) return 'withdrawn';
  if (consentedAt === null) return 'asked';
  return until !== null && until < today ? 'over' : 'given';
}

/** Who is named on a rung: as far as the consent goes, and as long as it holds. */
export const isNamedOn = (rung: ReleasedRung, consent: Consent, today: string): boolean =>
  consentState(consent, today) === 'given' && !isWider(rung, consent.scope);
