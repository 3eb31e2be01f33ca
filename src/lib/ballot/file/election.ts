import type { CastChoice, Choice } from '../choice';
import type { OptionFacts } from '../count/tie';

/** An election that was read from a file of another program. */
export type ElectionFile = {
  title: string;
  /** what all its votes are */
  kind: Exclude<Choice['kind'], 'abstention' | 'resistance'>;
  /** costs in units of `10^-decimals`; null where the file knows none */
  options: (OptionFacts & { title: string })[];
  budget: number | null;
  decimals: number;
  casts: CastChoice[];
  /** What is odd about the file, but can be counted all the same. */
  remarks: string[];
};

/** Why a file cannot be read, with the line as a text editor counts (1 is the first). */
export class ElectionFileError extends Error {
  override name = 'ElectionFileError';
  constructor(
    readonly line: number | null,
    problem: string,
  ) {
    super(line === null ? problem : `Line ${line}: ${problem}`);
  }
}
