import type { RandomBytes } from '$lib/platform/random';
import { toCsv, toJson, type CsvHeadings, type ExportedBallot, type ExportedCast } from '../export';
import { toPabulib } from '../pabulib';
import { toPreflib } from '../preflib';
import type { ExportFormat } from './schema';

export interface VotesFile {
  name: string;
  type: string;
  text: string;
}

const TYPES: Record<ExportFormat, string> = {
  pb: 'text/plain; charset=utf-8',
  toi: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
};

/**
 * The anonymous votes of a closed ballot as a file.
 * @returns null where the format cannot say what was voted (rankings and resistance as .pb, all but
 *   rankings as .toi)
 */
export function votesFile(
  format: ExportFormat,
  { ballot, casts }: { ballot: ExportedBallot; casts: ExportedCast[] },
  headings: CsvHeadings,
  randomBytes: RandomBytes,
): VotesFile | null {
  const name = `ballot-${ballot.closedAt.toISOString().slice(0, 10)}.${format}`;
  const writers: Record<ExportFormat, () => string | null> = {
    pb: () => toPabulib(ballot, casts, randomBytes),
    toi: () => toPreflib(ballot, casts, name),
    csv: () => toCsv(ballot, casts, headings, randomBytes),
    json: () => toJson(ballot, casts, randomBytes),
  };
  const text = writers[format]();
  if (text === null) return null;
  return { name, type: TYPES[format], text };
}
