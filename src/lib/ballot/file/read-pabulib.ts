import Papa from 'papaparse';
import type { Choice } from '../choice';
import { ElectionFileError, type ElectionFile } from './election';

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
      text: needed(meta.get('budget')?.value, null, 'META says no budget.'),
      line: meta.get('budget')!.line,
    },
    ...sections.PROJECTS.map(({ line, cells }) => ({
      text: needed(cells.get('cost'), line, 'The project has no cost.'),
      line,
    })),
  ];
  const decimals = Math.max(...amounts.map(({ text: amount }) => decimalsOf(amount)));
  const [budget = 0, ...costs] = amounts.map(({ text: amount, line }) =>
    wholeUnits(amount, decimals, line),
  );
  const options = sections.PROJECTS.map(({ line, cells }, index) => {
    const id = needed(cells.get('project_id'), line, 'The project has no id.');
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
      if (found[name]) throw new ElectionFileError(line, `The section ${name} stands here twice.`);
      current = found[name] = { columns: null, rows: [] };
    } else if (!current) {
      throw new ElectionFileError(line, 'The file does not begin with META, PROJECTS or VOTES.');
    } else if (!current.columns) {
      current.columns = cells.map((cell) => cell.toLowerCase());
    } else {
      const columns = current.columns;
      if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell !== ''))
        throw new ElectionFileError(
          line,
          `${cells.length} cells, but the section has ${columns.length} columns.`,
        );
      current.rows.push({
        line,
        cells: new Map(columns.map((column, place) => [column, cells[place] ?? ''])),
      });
    }
  }
  const missing = SECTIONS.find((section) => !found[section]?.columns);
  if (missing) throw new ElectionFileError(null, `The section ${missing} is missing.`);
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
  if (!stated) throw new ElectionFileError(null, 'META says no vote_type.');
  const name = stated.value.toLowerCase();
  if (name in KINDS) return KINDS[name as keyof typeof KINDS];
  const known = Object.keys(KINDS).join(', ');
  throw new ElectionFileError(
    stated.line,
    `Unknown vote_type "${stated.value}"; known are ${known}.`,
  );
}

function needed(text: string | undefined, line: number | null, problem: string): string {
  if (text === undefined || text === '') throw new ElectionFileError(line, problem);
  return text;
}

const decimalsOf = (amount: string) => /\.(\d*?)0*$/.exec(amount)?.[1]?.length ?? 0;

/** `12.5` with two decimals is 1250. */
function wholeUnits(amount: string, decimals: number, line: number): number {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(amount);
  if (!match) throw new ElectionFileError(line, `"${amount}" is no amount like 1200 or 1200.50.`);
  const fraction = (match[2] ?? '').padEnd(decimals, '0').slice(0, decimals);
  const units = Number(`${match[1]}${fraction}`);
  if (!Number.isSafeInteger(units)) throw new ElectionFileError(line, `${amount} is too large.`);
  return units;
}

function refuseTwice(ids: readonly string[], rows: readonly Row[]) {
  const seen = new Set<string>();
  ids.forEach((id, index) => {
    if (seen.has(id))
      throw new ElectionFileError(rows[index]!.line, `The project ${id} stands here twice.`);
    seen.add(id);
  });
}

function readVote(
  { line, cells }: Row,
  kind: ElectionFile['kind'],
  known: ReadonlySet<string>,
  defaultScore: string | undefined,
): Choice {
  if (!cells.has('vote')) throw new ElectionFileError(line, 'VOTES has no column "vote".');
  const named = listOf(cells.get('vote')!);
  const unknown = named.find((id) => !known.has(id));
  if (unknown !== undefined)
    throw new ElectionFileError(line, `The vote names the project ${unknown}, which there is not.`);
  const twice = named.find((id, index) => named.indexOf(id) !== index);
  if (twice !== undefined)
    throw new ElectionFileError(line, `The vote names the project ${twice} twice.`);
  if (kind === 'approval') return { kind, approved: named };
  if (kind === 'ranking') return { kind, ranks: named.map((id) => [id]) };

  const numbers = listOf(cells.get('points') ?? '').map((number) => wholeNumber(number, line));
  if (numbers.length !== named.length)
    throw new ElectionFileError(
      line,
      `The vote names ${named.length} projects, but has ${numbers.length} points.`,
    );
  const given = Object.fromEntries(named.map((id, index) => [id, numbers[index]!]));
  if (kind === 'points') return { kind, points: given };
  if (defaultScore === undefined) return { kind, scores: given };
  const unnamed = wholeNumber(defaultScore, line);
  const scores = Object.fromEntries([...known].map((id) => [id, given[id] ?? unnamed]));
  return { kind, scores };
}

const listOf = (cell: string) => (cell === '' ? [] : cell.split(',').map((entry) => entry.trim()));

function wholeNumber(text: string, line: number): number {
  if (!/^\d+$/.test(text))
    throw new ElectionFileError(line, `"${text}" is no whole number from 0 up.`);
  return Number(text);
}

function countRemark(key: string, stated: string | undefined, found: number): string[] {
  if (stated === undefined || stated === '' || Number(stated) === found) return [];
  return [`META says ${key} ${stated}, but the file has ${found}.`];
}
