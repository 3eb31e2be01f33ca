import type { AccessRow } from './table';

/** How a call ends, where it ends alike for most of what a cohort has. */

export const closed = { anonymous: 'sign_in_required', rest: 'not_found' } as const;

/** Whoever reads the cohort; experts only where they were invited, which they are not in the tables. */
export const readers = {
  ...closed,
  member: 'ok',
  partnerMember: 'ok',
  otherTeam: 'ok',
  moderator: 'ok',
  organiser: 'ok',
} as const satisfies AccessRow['expected'];
