import { m } from '$lib/paraglide/messages.js';
import type { Method } from './limits';

export type Purpose = 'workshop' | 'question' | 'resistance' | 'other';

/** What a ballot can be about, and the method that is recommended for it. */
export const PURPOSES: Record<Purpose, { label: () => string; method: Method }> = {
  workshop: { label: m.ballot_purpose_workshop, method: 'equal-shares' },
  question: { label: m.ballot_purpose_question, method: 'ranked' },
  resistance: { label: m.ballot_purpose_resistance, method: 'resistance' },
  other: { label: m.ballot_purpose_other, method: 'approval' },
};

const purposes = Object.keys(PURPOSES) as Purpose[];

interface Draft {
  method: Method;
  places: number | null;
  budgetMinutes: number | null;
}

/** What a draft is about: its method tells, or what it is to choose. */
export function purposeOf({ method, places, budgetMinutes }: Draft): Purpose {
  const told = purposes.find((purpose) => PURPOSES[purpose].method === method);
  if (told && told !== 'other') return told;
  if (budgetMinutes !== null) return 'workshop';
  return places === 1 ? 'question' : 'other';
}
