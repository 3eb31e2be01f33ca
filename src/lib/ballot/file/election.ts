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
  remarks: FileRemark[];
};

/** How many decimals an amount is written with, as far as they can be counted exactly. */
export const decimalsIn = (amount: string): number => /\.(\d{1,6})$/.exec(amount)?.[1]?.length ?? 0;

/** The same election with its amounts in smaller units, so that something finer can be said beside them. */
export function withDecimals(file: ElectionFile, decimals: number): ElectionFile {
  if (decimals <= file.decimals) return file;
  const factor = 10 ** (decimals - file.decimals);
  return {
    ...file,
    decimals,
    budget: file.budget === null ? null : file.budget * factor,
    options: file.options.map((option) => ({
      ...option,
      minutes: option.minutes === null ? null : option.minutes * factor,
    })),
  };
}

/** The file says one number of something, and holds another one. */
export type FileRemark = { key: 'num_projects' | 'num_votes'; said: number; found: number };

/** What can be wrong with a file; its words are `ballot_file_problem_<code>` (problem-words.ts). */
export type FileProblem = {
  code:
    | 'unknown_kind'
    | 'empty'
    | 'too_large'
    | 'no_section'
    | 'section_twice'
    | 'section_missing'
    | 'too_many_cells'
    | 'no_vote_type'
    | 'unknown_vote_type'
    | 'no_budget'
    | 'no_cost'
    | 'no_id'
    | 'no_amount'
    | 'amount_too_large'
    | 'project_twice'
    | 'no_vote_column'
    | 'unknown_project'
    | 'named_twice'
    | 'points_differ'
    | 'no_whole_number'
    | 'no_names'
    | 'names_differ'
    | 'no_alternative'
    | 'no_vote'
    | 'bracket'
    | 'unknown_alternative'
    | 'equals'
    | 'incomplete';
  facts?: Record<string, string | number>;
};

/** Why a file cannot be read, with the line as a text editor counts (1 is the first). */
export class ElectionFileError extends Error {
  override name = 'ElectionFileError';
  constructor(
    readonly line: number | null,
    readonly code: FileProblem['code'],
    readonly facts: Record<string, string | number> = {},
  ) {
    super(code);
  }
}

/** More votes, or larger numbers, are a slip of the keyboard: the file would not fit into memory. */
export const MAXIMUM_VOTES = 5_000_000;
