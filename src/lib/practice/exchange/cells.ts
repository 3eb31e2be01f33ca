/** Small languages inside the cells of a table: words for codes, numbers and months as people write them. */
import type { Locale } from '$lib/access/actor';

const locales: readonly Locale[] = ['de', 'en'];

/** "  E-Mail: " and "e-mail" are the same word. */
export const plainWord = (text: string): string =>
  text
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[:*]+$/, '');

type Label<Key> = (key: Key, options: { locale: Locale }) => string;

/** The code that a cell names, by itself or by its word in either language; else what it says. */
export function codeFrom<Key extends string | number>(
  cell: string,
  keys: readonly Key[],
  label: Label<Key>,
): Key | string | null {
  const word = plainWord(cell);
  if (word === '') return null;
  const isMeant = (key: Key): boolean =>
    plainWord(String(key)) === word ||
    locales.some((locale) => plainWord(label(key, { locale })) === word);
  return keys.find(isMeant) ?? cell;
}

/** A level and its word, "2 – Eigene Zahlen": sorted by a spreadsheet, and read by people. */
export const levelCell = (level: number, word: string): string => `${level} – ${word}`;

/** The level that a cell begins with, or whose word it is; else what it says. */
export function levelFrom(
  cell: string,
  levels: readonly number[],
  label: Label<number>,
): number | string | null {
  const leading = /^(\d)(?!\d)/.exec(cell.trim())?.[1];
  const level = levels.find((one) => String(one) === leading);
  return level ?? codeFrom(cell, levels, label);
}

/** "3.480,50 Euro" and "3,480.50" are the same number; what is none stays as it is. */
export function numberFrom(cell: string): number | string | null {
  const said = cell.trim();
  if (said === '') return null;
  const digits = said.replace(/\s|€|euro|stunden|hours|h\b/gi, '');
  if (!/^-?[\d.,']+$/.test(digits)) return said;
  const lastComma = digits.lastIndexOf(',');
  const lastPoint = digits.lastIndexOf('.');
  const mark = decimalMark(digits, lastComma, lastPoint);
  const plain = [...digits].filter((sign) => /[\d-]/.test(sign) || sign === mark).join('');
  const number = Number(plain.replace(',', '.'));
  return Number.isNaN(number) ? said : number;
}

/** What parts the decimals: the last of two marks; else a comma, or a point that groups no thousands. */
function decimalMark(digits: string, lastComma: number, lastPoint: number): string | null {
  if (lastComma >= 0 && lastPoint >= 0) return lastComma > lastPoint ? ',' : '.';
  const mark = lastComma >= 0 ? ',' : '.';
  const parts = digits.split(mark);
  if (parts.length !== 2) return null;
  return mark === '.' && parts[1]!.length === 3 ? null : mark;
}

const MONTHS = [
  ['januar', 'january', 'jan'],
  ['februar', 'february', 'feb'],
  ['märz', 'march', 'mär', 'mar', 'mrz'],
  ['april', 'apr'],
  ['mai', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['august', 'aug'],
  ['september', 'sep', 'sept'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['dezember', 'december', 'dez', 'dec'],
];

/** "2024-03", "03/2024", "3.2024", "1.3.2024" and "März 2024" as "2024-03"; what is none stays. */
export function monthFrom(cell: string): string | null {
  const said = plainWord(cell);
  if (said === '') return null;
  const iso = /^(\d{4})-(\d{1,2})(?:-\d{1,2})?$/.exec(said);
  const usual = /^(?:\d{1,2}\.)?(\d{1,2})[./](\d{4})$/.exec(said);
  const worded = /^([a-zäöü]+)\.? (\d{4})$/.exec(said);
  const month = worded ? MONTHS.findIndex((names) => names.includes(worded[1]!)) + 1 : 0;
  if (iso) return `${iso[1]}-${iso[2]!.padStart(2, '0')}`;
  if (usual) return `${usual[2]}-${usual[1]!.padStart(2, '0')}`;
  return month > 0 ? `${worded![2]}-${String(month).padStart(2, '0')}` : cell;
}

/** Several things in one line: "März 2024 | Umfrage". A mark inside one of them gets a backslash. */
export const partsCell = (parts: readonly string[], mark: '|' | ','): string =>
  parts
    .map((part) =>
      part
        .replace(/\s*[\r\n]+\s*/g, ' ')
        .replace(/[\\|,]/g, (sign) => (sign === '\\' || sign === mark ? `\\${sign}` : sign)),
    )
    .join(mark === '|' ? ' | ' : ', ')
    .trim();

export function partsFrom(line: string, mark: '|' | ','): string[] {
  const parts = [''];
  for (let at = 0; at < line.length; at += 1) {
    const [sign, next] = [line[at]!, line[at + 1]];
    if (sign === '\\' && (next === '\\' || next === mark)) {
      parts[parts.length - 1] += next;
      at += 1;
    } else if (sign === mark) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts.map((part) => part.trim());
}

export const linesOf = (cell: string): string[] =>
  cell.split(/\r?\n/).filter((line) => line.trim() !== '');
