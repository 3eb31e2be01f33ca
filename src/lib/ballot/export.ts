import { writeCsv, type CsvCell } from '$lib/platform/csv';
import { shuffled, type RandomBytes } from '$lib/platform/random';
import type { CastChoice, Choice } from './choice';
import { weighted } from './choice-rules';
import type { BallotResult } from './count/ballot';
import type { MethodSettings } from './method';
import type { OptionFacts } from './count/tie';

/** A closed ballot without anything that names a voter. */
export type ExportedBallot = {
  title: string;
  /** host organisation and cohort, for the file's head */
  organisation: string;
  cohort: string;
  language: string;
  timeZone: string;
  openedAt: Date;
  closedAt: Date;
  settings: MethodSettings;
  options: readonly (OptionFacts & { title: string })[];
  /** ids of the options that the count chose */
  chosen: readonly string[];
  /** the count with all its rounds, where there is one */
  result?: BallotResult | null;
  /** the published lot order; whoever recounts needs it for ties */
  lotOrder: readonly string[];
};

/** A cast ballot; `entryId` where the ballot was secret, so that a voter finds hers or his. */
export type ExportedCast = { choice: CastChoice; entryId?: string };

/** One line of the files: a whole ballot, or a half of a split one. */
export type Line = { number: number; weight: '1' | '1/2'; entryId: string | null; choice: Choice };

/**
 * The lines in a random order with numbers of their own.
 * Shuffle before export: row order would reveal who voted when. Halves of a split ballot are drawn
 * apart, since two beside each other would name the one team that could not agree.
 */
export function anonymousLines(casts: readonly ExportedCast[], randomBytes: RandomBytes): Line[] {
  const lines = casts.flatMap(({ choice, entryId }) =>
    weighted(choice).map((answer) => ({
      weight: answer.halfVotes === 2 ? ('1' as const) : ('1/2' as const),
      entryId: entryId ?? null,
      choice: answer.choice,
    })),
  );
  return shuffled(lines, randomBytes).map((line, index) => ({ number: index + 1, ...line }));
}

/** The anonymous ballots as JSON, complete enough to count them again. */
export function toJson(
  ballot: ExportedBallot,
  casts: readonly ExportedCast[],
  randomBytes: RandomBytes,
): string {
  const { title, settings, options, lotOrder, chosen, openedAt, closedAt, result = null } = ballot;
  const content = {
    format: 'werkraum-ballots/1',
    title,
    openedAt: openedAt.toISOString(),
    closedAt: closedAt.toISOString(),
    settings,
    options: options.map(({ id, title: name, minutes }) => ({ id, title: name, minutes })),
    lotOrder,
    chosen,
    result: withoutVoters(result),
    ballots: anonymousLines(casts, randomBytes),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/**
 * The rounds without who paid: they stand in the order of the votes, which for a named ballot is that
 * of the names. How many paid how much is enough to check them.
 */
function withoutVoters(result: BallotResult | null) {
  if (result?.method !== 'equal-shares') return result;
  const { voters: _voters, voterKeys: _voterKeys, rounds, ...rest } = result;
  const withCounts = rounds.map(({ payments, ...round }) => ({
    ...round,
    payments: payments.map(({ minutes, voters }) => ({ minutes, voters: voters.length })),
  }));
  return { ...rest, rounds: withCounts };
}

/** Headings of the CSV file, in the reader's language. */
export type CsvHeadings = { number: string; weight: string; entryId: string; abstained: string };

/** The anonymous ballots as a table for Excel: one line per ballot, one column per option. */
export function toCsv(
  ballot: ExportedBallot,
  casts: readonly ExportedCast[],
  headings: CsvHeadings,
  randomBytes: RandomBytes,
): string {
  const lines = anonymousLines(casts, randomBytes);
  const isSecret = lines.some(({ entryId }) => entryId !== null);
  const head: CsvCell[] = [
    headings.number,
    headings.weight,
    ...(isSecret ? [headings.entryId] : []),
    headings.abstained,
    ...ballot.options.map(({ title }) => title),
  ];
  const rows = lines.map(({ number, weight, entryId, choice }): CsvCell[] => [
    number,
    weight === '1' ? 1 : 0.5,
    ...(isSecret ? [entryId] : []),
    choice.kind === 'abstention' ? 1 : 0,
    ...ballot.options.map(({ id }) => valueFor(choice, id)),
  ]);
  return writeCsv([head, ...rows]);
}

/** What a choice says of one option, as a number; null where it says nothing. */
export function valueFor(choice: Choice, optionId: string): number | null {
  switch (choice.kind) {
    case 'abstention':
      return null;
    case 'approval':
      return choice.approved.includes(optionId) ? 1 : 0;
    case 'points':
      return choice.points[optionId] ?? 0;
    case 'scores':
      return choice.scores[optionId] ?? null;
    case 'ranking': {
      const rank = choice.ranks.findIndex((equals) => equals.includes(optionId));
      return rank < 0 ? null : rank + 1;
    }
    case 'resistance':
      return choice.resistance[optionId] ?? null;
  }
}
