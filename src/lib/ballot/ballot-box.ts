import { z } from 'zod';
import { AppError } from '$lib/platform/errors';
import { castChoice, type CastChoice } from './choice';

/** 128 bits, hex; derived from the voter's receipt (receipt.ts). */
export const entryId = z.string().regex(/^[0-9a-f]{32}$/, 'invalid_entry_id');

export const boxEntry = z.strictObject({ id: entryId, choice: castChoice });
export type BoxEntry = z.infer<typeof boxEntry>;

/** All cast ballots of one secret ballot; stored as one row, rewritten at each cast. */
export const ballotBox = z.array(boxEntry);

/**
 * The ballot box after one more cast. Entries stand in the order of their random ids: any other order
 * would tell who voted first or last.
 *
 * @param hasVoted what the electorate says of this voter: an entry is added once for each voter, and
 *   after that only replaced
 * @throws AppError `receipt_unknown` where someone has voted and the entry id belongs to no entry;
 *   `receipt_taken` where someone has not voted and the id is another one's
 */
export function putIntoBox(
  box: readonly BoxEntry[],
  entry: { id: string; choice: CastChoice },
  { hasVoted }: { hasVoted: boolean },
): BoxEntry[] {
  const isKnown = box.some(({ id }) => id === entry.id);
  if (hasVoted && !isKnown) throw new AppError('receipt_unknown');
  if (!hasVoted && isKnown) throw new AppError('receipt_taken');
  const others = box.filter(({ id }) => id !== entry.id);
  return [...others, entry].sort((a, b) => (a.id < b.id ? -1 : 1));
}
