import { m } from '$lib/paraglide/messages.js';
import type { Paper } from './paper';

/** What a paper says so far, in one line: "Zugestimmt: 3 von 8". */
export function paperSummary(
  { marks }: Paper,
  { options, isCast }: { options: readonly unknown[]; isCast: boolean },
): string {
  const [first, second] = marks;
  if (second) return m.ballot_vote_split_short();
  if (first?.isAbstention) return m.ballot_vote_abstained();
  const count = first?.approved.length ?? 0;
  if (count > 0) return m.ballot_vote_count({ count, total: options.length });
  return isCast ? m.ballot_vote_none_cast() : m.ballot_vote_none();
}
