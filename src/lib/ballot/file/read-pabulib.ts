import Papa from 'papaparse';
import type { Choice } from '../choice';
import {
  ElectionFileError,
  type ElectionFile,
  type FileProblem,
  type FileRemark,
} from './election';

/** So that the sum of all points of all votes is still a whole number that is exact. */
const LARGEST_POINTS = 1_000_000_000;
const SECTIONS = ['META', 'PROJECTS', 'VOTES'] as const;
type Section = (typeof SECTIONS)[number];
type Row = { line: number; cells: ReadonlyMap<string, string> };

const KINDS = {
  approval: 'approval',
  cumulative: 'points',
  scoring: 'scores',
  ordinal: 'ranking',
} as const satisfies Record<string, ElectionFile['kind']>;

/**
 * Reads an election in the format of Pabulib (pabulib.org/format): approval, cumulative, scoring and
 * ordinal votes. Costs with decimals are kept exact, as whole numbers of a smaller unit. Votes without
 * any project are voters who want none of them.
 *
 * @throws ElectionFileError with the line, where something is missing or cannot be
 */
export function readPabulib(text: string): ElectionFile {
  const sections = readSections(text);
  const meta = new Map(
    sections.META.map(({ cells }) => [
      (cells.get('key') ?? '').toLowerCase(),
      { value: cells.get('value') ?? '', line: lineOf(sections.META, cells) },
    ]),
  );
  const kind = kindOf(meta.get('vote_type'));
  const amounts = [
    {
      text: needed(meta.get('budget')?.value, null, 'no_budget'),
      line: meta.get('budget')!.line,
    },
    ...sections.PROJECTS.map(({ line, cells }) => ({
      text: needed(cells.get('cost'), line, 'no_cost'),
      line,
    })),
  ];
  const decimals = Math.max(...amounts.map(({ text: amount }) => decimalsOf(amount)));
  const [budget = 0, ...costs] = amounts.map(({ text: amount, line }) =>
    wholeUnits(amount, decimals, line),
  );
  const options = sections.PROJECTS.map(({ line, cells }, index) => {
    const id = needed(cells.get('project_id'), line, 'no_id');
    return { id, title: cells.get('name') || id, minutes: costs[index]! };
  });
  refuseTwice(
    options.map(({ id }) => id),
    sections.PROJECTS,
  );
  const known = new Set(options.map(({ id }) => id));
  const defaultScore = meta.get('default_score')?.value;
  const casts = sections.VOTES.map((row) => readVote(row, kind, known, defaultScore));
  return {
    title: meta.get('description')?.value ?? '',
    kind,
    options,
    budget,
    decimals,
    casts,
    remarks: [
      ...countRemark('num_projects', meta.get('num_projects')?.value, options.length),
      ...countRemark('num_votes', meta.get('num_votes')?.value, casts.length),
    ],
  };
}

const lineOf = (rows: readonly Row[], cells: Row['cells']) =>
  rows.find((row) => row.cells === cells)!.line;

function readSections(text: string): Record<Section, Row[]> {
  const found: Partial<Record<Section, { columns: string[] | null; rows: Row[] }>> = {};
  let current: { columns: string[] | null; rows: Row[] } | undefined;
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  for (const [index, content] of lines.entries()) {
    const line = index + 1;
    if (content.trim() === '') continue;
    const cells = split(content);
    const name = SECTIONS.find((section) => section === cells[0]!.toUpperCase());
    if (name && cells.slice(1).every((cell) => cell === '')) {
      if (found[name]) throw new ElectionFileError(line, 'section_twice', { section: name });
      current = found[name] = { columns: null, rows: [] };
    } else if (!current) {
      throw new ElectionFileError(line, 'no_section');
    } else if (!current.columns) {
      current.columns = cells.map((cell) => cell.toLowerCase());
    } else {
      const columns = current.columns;
      if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell !== ''))
        throw new ElectionFileError(line, 'too_many_cells', {
          cells: cells.length,
          columns: columns.length,
        });
      current.rows.push({
        line,
        cells: new Map(columns.map((column, place) => [column, cells[place] ?? ''])),
      });
    }
  }
  const missing = SECTIONS.find((section) => !found[section]?.columns);
  if (missing) throw new ElectionFileError(null, 'section_missing', { section: missing });
  return {
    META: found.META!.rows,
    PROJECTS: found.PROJECTS!.rows,
    VOTES: found.VOTES!.rows,
  };
}

function split(content: string): string[] {
  const cells = content.includes('"')
    ? (Papa.parse<string[]>(content, { delimiter: ';' }).data[0] ?? [])
    : content.split(';');
  return cells.map((cell) => cell.trim());
}

function kindOf(stated: { value: string; line: number } | undefined): ElectionFile['kind'] {
  if (!stated) throw new ElectionFileError(null, 'no_vote_type');
  const name = stated.value.toLowerCase();
  if (name in KINDS) return KINDS[name as keyof typeof KINDS];
  const known = Object.keys(KINDS).join(', ');
  throw new ElectionFileError(stated.line, 'unknown_vote_type', { stated: stated.value, known });
}

function needed(
  text: string | undefined,
  line: number | null,
  problem: FileProblem['code'],
): string {
  if (text === undefined || text === '') throw new ElectionFileError(line, problem);
  return text;
}

const decimalsOf = (amount: string) => /\.(\d*?)0*$/.exec(amount)?.[1]?.length ?? 0;

/** `12.5` with two decimals is 1250. */
function wholeUnits(amount: string, decimals: number, line: number): number {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(amount);
  if (!match) throw new ElectionFileError(line, 'no_amount', { amount });
  const fraction = (match[2] ?? '').padEnd(decimals, '0').slice(0, decimals);
  const units = Number(`${match[1]}${fraction}`);
  if (!Number.isSafeInteger(units))
    throw new ElectionFileError(line, 'amount_too_large', { amount });
  return units;
}

function refuseTwice(ids: readonly string[], rows: readonly Row[]) {
  const seen = new Set<string>();
  ids.forEach((id, index) => {
    if (seen.has(id)) throw new ElectionFileError(rows[index]!.line, 'project_twice', { id });
    seen.add(id);
  });
}

function readVote(
  { line, cells }: Row,
  kind: ElectionFile['kind'],
  known: ReadonlySet<string>,
  defaultScore: string | undefined,
): Choice {
  if (!cells.has('vote')) throw new ElectionFileError(line, 'no_vote_column');
  const named = listOf(cells.get('vote')!);
  const unknown = named.find((id) => !known.has(id));
  if (unknown !== undefined) throw new ElectionFileError(line, 'unknown_project', { id: unknown });
  const twice = named.find((id, index) => named.indexOf(id) !== index);
  if (twice !== undefined) throw new ElectionFileError(line, 'named_twice', { id: twice });
  if (kind === 'approval') return { kind, approved: named };
  if (kind === 'ranking') return { kind, ranks: named.map((id) => [id]) };

  const numbers = listOf(cells.get('points') ?? '').map((number) => wholeNumber(number, line));
  if (numbers.length !== named.length)
    throw new ElectionFileError(line, 'points_differ', {
      named: named.length,
      points: numbers.length,
    });
  const given = Object.fromEntries(named.map((id, index) => [id, numbers[index]!]));
  if (kind === 'points') return { kind, points: given };
  if (defaultScore === undefined) return { kind, scores: given };
  const unnamed = wholeNumber(defaultScore, line);
  const scores = Object.fromEntries([...known].map((id) => [id, given[id] ?? unnamed]));
  return { kind, scores };
}

const listOf = (cell: string) => (cell === '' ? [] : cell.split(',').map((entry) => entry.trim()));

function wholeNumber(text: string, line: number): number {
  if (!/^\d+$/.test(text)) throw new ElectionFileError(line, 'no_whole_number', { text });
  const number = Number(text);
  if (number > LARGEST_POINTS)
    throw new ElectionFileError(line, 'amount_too_large', { amount: text });
  return number;
}

function countRemark(
  key: FileRemark['key'],
  stated: string | undefined,
  found: number,
): FileRemark[] {
  const said = Number(stated);
  if (stated === undefined || stated === '' || Number.isNaN(said) || said === found) return [];
  return [{ key, said, found }];
}
