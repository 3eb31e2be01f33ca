/** What a file says, example by example, with what is wrong in each; nothing in it is taken over unseen. Pure. */
import { restoredCell, readCsvText, type CsvRow } from '$lib/platform/csv';
import { z } from 'zod';
import { fieldNames, isFilled, MAXIMUM_ORIGIN, type PracticeContent } from '../fields';
import { textLicenceLabel } from '../labels';
import { licenceOf } from '../licence';
import { plainWord } from './cells';
import { columnNamed, type Column, type Raw } from './columns';
import {
  exchanged,
  filesLeftOut,
  FORMAT,
  FORMAT_VERSION,
  fromExchanged,
  MAXIMUM_IMPORTED,
  problemsOf,
  type Problem,
} from './format';

export interface ReadRow {
  /** The line of a table; the number of an example in JSON. */
  place: number;
  gist: string;
  town: string | null;
  problems: Problem[];
  /** Somebody else's: comes in only where its terms allow that, and names whose it was. */
  isForeign: boolean;
  filesLeftOut: number;
  /** Null where something is wrong. */
  content: PracticeContent | null;
}

export type Refusal = 'empty' | 'too_many' | 'not_practices' | 'newer_version';

export type ReadFile =
  { refusal: Refusal } | { kind: 'json' | 'csv'; rows: ReadRow[]; unknownColumns: string[] };

const isJson = (text: string): boolean => /^\s*[{[]/.test(text.replace(/^\uFEFF/, ''));

interface Reader {
  /** Of the team that reads: all other towns are somewhere else. */
  ownTown: string;
  /** Gives an id to each entry of a list. */
  newId: () => string;
}

export function readFile(text: string, reader: Reader): ReadFile {
  const read = isJson(text) ? readJson(text) : readTable(text);
  if ('refusal' in read) return read;
  const { kind, raws, unknownColumns } = read;
  if (raws.length === 0) return { refusal: 'empty' };
  if (raws.length > MAXIMUM_IMPORTED) return { refusal: 'too_many' };
  const rows = raws.map(({ place, raw }) => rowOf(place, raw, reader));
  return { kind, rows, unknownColumns };
}

interface Raws {
  kind: 'json' | 'csv';
  raws: { place: number; raw: unknown }[];
  unknownColumns: string[];
}

/** Only the frame: what is wrong in one example shall not hide the others. */
const frame = z.object({
  format: z.literal(FORMAT),
  version: z.number(),
  practices: z.array(z.unknown()),
});

function readJson(text: string): Raws | { refusal: Refusal } {
  let said: unknown;
  try {
    said = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { refusal: 'not_practices' };
  }
  const { data } = frame.safeParse(said);
  if (!data) return { refusal: 'not_practices' };
  if (data.version > FORMAT_VERSION) return { refusal: 'newer_version' };
  const raws = data.practices.map((raw, index) => ({ place: index + 1, raw }));
  return { kind: 'json', raws, unknownColumns: [] };
}

/** Columns of our own files that tell where an example is from. */
const TOWN = ['team', 'town'];
const TOLD = [...TOWN, 'gezeigt am', 'shown on', 'zuletzt geändert', 'changed on'];

function readTable(text: string): Raws | { refusal: Refusal } {
  const { rows } = readCsvText(text);
  const [head, ...body] = rows;
  if (!head) return { refusal: 'empty' };
  const named = head.cells.map(columnNamed);
  if (named.every((column) => column === null)) return { refusal: 'not_practices' };
  const isTold = (heading: string) => TOLD.includes(plainWord(heading));
  const unknownColumns = head.cells.filter(
    (heading, index) => heading !== '' && !named[index] && !isTold(heading),
  );
  const town = head.cells.findIndex((heading) => TOWN.includes(plainWord(heading)));
  const raws = body.map((row) => ({ place: row.line, raw: rawOf(row, named, town) }));
  return { kind: 'csv', raws, unknownColumns };
}

function rawOf({ cells }: CsvRow, named: (Column | null)[], town: number): Raw {
  const raw: Raw = town < 0 || !cells[town] ? {} : { town: cells[town] };
  named.forEach((column, index) => column?.read(restoredCell(cells[index] ?? ''), raw));
  return raw;
}

const told = z.object({ town: z.string(), gist: z.string() }).partial().catch({});

function rowOf(place: number, raw: unknown, { ownTown, newId }: Reader): ReadRow {
  const { town = null, gist = '' } = told.parse(raw);
  const isForeign = town !== null && townWord(town) !== townWord(ownTown);
  const row = { place, gist, town, isForeign, filesLeftOut: 0, content: null };
  const { data, error } = exchanged.safeParse(raw);
  if (!data) return { ...row, problems: problemsOf(error) };
  const content = fromExchanged(data, newId);
  const isEmpty = fieldNames.every((field) => field === 'language' || !isFilled(content, field));
  if (isEmpty) return { ...row, problems: [{ field: null, code: 'empty', limit: null }] };
  const read = { ...row, filesLeftOut: filesLeftOut(data), problems: [] };
  if (!isForeign) return { ...read, content };
  if (licenceOf(content) === 'permission')
    return { ...read, problems: [{ field: 'textLicence', code: 'not_allowed', limit: null }] };
  return { ...read, content: { ...content, takenFrom: origin(town, content) } };
}

/** "Stadt Ahlen" and "Ahlen" are the same town. */
const townWord = (town: string): string =>
  plainWord(town).replace(/^(stadt|gemeinde|kreis|town of|city of|municipality of) /, '');

/** "Ahlen, CC BY 4.0", and before that whose it was when Ahlen took it. */
function origin(town: string, content: PracticeContent): string {
  const terms = textLicenceLabel(licenceOf(content), { locale: content.language });
  const named = [`${town}, ${terms}`, content.takenFrom].filter(Boolean).join('; ');
  return named.slice(0, MAXIMUM_ORIGIN);
}
