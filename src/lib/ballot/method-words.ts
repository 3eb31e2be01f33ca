import { m } from '$lib/paraglide/messages.js';
import type { Method } from './limits';
import type { Word } from './words';

/** Each method by its name, explained in two sentences, and when it is the right one. */
export const methodWords: Record<Method, { name: Word; explanation: Word; reason: Word }> = {
  'equal-shares': {
    name: m.ballot_method_equal_shares,
    explanation: m.ballot_method_equal_shares_text,
    reason: m.ballot_method_equal_shares_reason,
  },
  ranked: {
    name: m.ballot_method_ranked,
    explanation: m.ballot_method_ranked_text,
    reason: m.ballot_method_ranked_reason,
  },
  resistance: {
    name: m.ballot_method_resistance,
    explanation: m.ballot_method_resistance_text,
    reason: m.ballot_method_resistance_reason,
  },
  approval: {
    name: m.ballot_method_approval,
    explanation: m.ballot_method_approval_text,
    reason: m.ballot_method_approval_reason,
  },
  dots: {
    name: m.ballot_method_dots,
    explanation: m.ballot_method_dots_text,
    reason: m.ballot_method_dots_reason,
  },
  score: {
    name: m.ballot_method_score,
    explanation: m.ballot_method_score_text,
    reason: m.ballot_method_score_reason,
  },
};
