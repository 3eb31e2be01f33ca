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

/** What a ballot by this method is most likely about. */
export const purposeOf = (method: Method): Purpose =>
  purposes.find((purpose) => PURPOSES[purpose].method === method) ?? 'other';
