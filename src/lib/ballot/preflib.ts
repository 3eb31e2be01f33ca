import type { Choice } from './choice';
import { weighted } from './choice-rules';
import type { ExportedBallot, ExportedCast } from './export';
import { inOrderOfTies, isAnySplit, repeatedWhereSplit } from './pabulib';

/**
 * The anonymous rankings in the format of PrefLib for incomplete orders with equals (`.toi`,
 * preflib.org/format), so that any other program can count them again. Equal rankings stand in one line with
 * their number, the most frequent first, so no line tells who voted when.
 * The format knows no weights: as soon as one ballot was split, whole ballots stand there twice. Abstentions
 * are left out; who ranked nothing, has all of them equal.
 *
 * @returns null where no order was asked for
 */
export function toPreflib(
  ballot: ExportedBallot,
  casts: readonly ExportedCast[],
  fileName: string,
): string | null {
  if (ballot.settings.method !== 'ranked') return null;
  // Whoever counts again and knows no lot takes the first of equals.
  const options = inOrderOfTies(ballot, false);
  const numbers = new Map(options.map(({ id }, index) => [id, index + 1]));
  const orders = repeatedWhereSplit(casts)
    .flatMap(({ choice }) => weighted(choice))
    .flatMap(({ choice }) => orderOf(choice, numbers) ?? []);
  const lines = [...Map.groupBy(orders, (order) => order)]
    .map(([order, equal]) => ({ order, times: equal.length }))
    .sort((one, other) => other.times - one.times || (one.order < other.order ? -1 : 1));
  const day = ballot.closedAt.toISOString().slice(0, 10);
  const head: [string, string | number][] = [
    ['FILE NAME', fileName],
    ['TITLE', ballot.title],
    ['DESCRIPTION', descriptionOf(casts)],
    ['DATA TYPE', 'toi'],
    ['MODIFICATION TYPE', 'original'],
    ['RELATES TO', ''],
    ['RELATED FILES', ''],
    ['PUBLICATION DATE', day],
    ['MODIFICATION DATE', day],
    ['NUMBER ALTERNATIVES', options.length],
    ['NUMBER VOTERS', orders.length],
    ['NUMBER UNIQUE ORDERS', lines.length],
    ...options.map(({ title }, index): [string, string] => [
      `ALTERNATIVE NAME ${index + 1}`,
      title,
    ]),
  ];
  return [
    ...head.map(([key, value]) => `# ${key}: ${String(value).replace(/\s+/g, ' ')}`.trim()),
    ...lines.map(({ order, times }) => `${times}: ${order}`),
    '',
  ].join('\n');
}

function descriptionOf(casts: readonly ExportedCast[]): string {
  const doubled = 'Each voter stands here twice; a split ballot once per half.';
  return [
    'Abstentions are left out. Alternatives stand in the order that breaks ties.',
    ...(isAnySplit(casts) ? [doubled] : []),
    'Recount: npm run -s count -- FILE --method ranked',
  ].join(' ');
}

function orderOf(choice: Choice, numbers: ReadonlyMap<string, number>): string | null {
  if (choice.kind !== 'ranking') return null;
  const ranks = choice.ranks.length > 0 ? choice.ranks : [[...numbers.keys()]];
  const written = ranks.map((equals) => {
    const sorted = equals.map((id) => numbers.get(id)!).sort((one, other) => one - other);
    return sorted.length === 1 ? String(sorted[0]) : `{${sorted.join(',')}}`;
  });
  return written.join(',');
}
