import Papa from 'papaparse';

/** One row of a file, with the line at which it begins as a text editor counts (1 is the first). */
export type CsvRow = { line: number; cells: string[] };

export type CsvFile = {
  /** What was read, for whoever wants to correct it. */
  text: string;
  /** How the bytes were read; shown to the person, since a wrong guess garbles umlauts. */
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  delimiter: string;
  /** without empty rows; cells are trimmed */
  rows: CsvRow[];
  /** true where a quotation mark was opened and never closed: the rest of the file is one cell then */
  hasOpenQuote: boolean;
};

const DELIMITERS = [';', '\t', ','];

/**
 * Reads a table as German and English Excel, LibreOffice and a copied range write it: semicolon,
 * comma or tab; UTF-8 with or without a byte order mark, UTF-16, else Windows-1252; quoted cells
 * with line breaks; the line `sep=;`. Never fails: whatever comes in, rows come out.
 */
export function readCsv(bytes: Uint8Array): CsvFile {
  const { text, encoding } = decode(bytes);
  return { ...readCsvText(text), text, encoding };
}

/** The same for text that was pasted. */
export function readCsvText(text: string): Omit<CsvFile, 'text' | 'encoding'> {
  const withoutMark = text.replace(/^\uFEFF/, '').replaceAll('\0', '');
  const named = /^"?sep=(.)"?\r?\n/i.exec(withoutMark);
  // The naming line is blanked, not cut, so that the lines keep their numbers.
  const content = named ? withoutMark.slice(named[0].length - 1) : withoutMark;
  const unified = content.replace(/\r\n?/g, '\n');
  const delimiter = named?.[1] ?? guessDelimiter(unified);
  const { data, errors } = Papa.parse<string[]>(unified, { delimiter, newline: '\n' });

  let line = 1;
  const rows: CsvRow[] = [];
  for (const cells of data) {
    const trimmed = cells.map((cell) => cell.trim());
    if (trimmed.some((cell) => cell !== '')) rows.push({ line, cells: trimmed });
    line += 1 + cells.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0);
  }
  return { delimiter, rows, hasOpenQuote: errors.some(({ code }) => code === 'MissingQuotes') };
}

function decode(bytes: Uint8Array): { text: string; encoding: CsvFile['encoding'] } {
  const encoding = guessEncoding(bytes);
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function guessEncoding(bytes: Uint8Array): CsvFile['encoding'] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const zeros = (parity: number) =>
    bytes.subarray(0, 1_000).filter((byte, index) => index % 2 === parity && byte === 0).length;
  const isWide = bytes.length >= 2 && bytes.length % 2 === 0;
  const manyZeros = Math.min(bytes.length, 1_000) / 4;
  if (isWide && zeros(1) > manyZeros) return 'utf-16le';
  if (isWide && zeros(0) > manyZeros) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * The delimiter that splits the first lines into the most, and equally many, cells. Papa's own guess
 * takes the comma in "Müller, Maria;Ahlen" for one.
 */
function guessDelimiter(text: string): string {
  const scores = DELIMITERS.map((delimiter) => {
    const { data } = Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: 20 });
    const widths = data
      .filter((cells) => cells.some((cell) => cell.trim()))
      .map((row) => row.length);
    const header = widths[0] ?? 1;
    const alike = widths.filter((width) => width === header).length / Math.max(widths.length, 1);
    return { delimiter, score: header > 1 ? header * alike * alike : 0 };
  });
  const best = scores.reduce((leader, next) => (next.score > leader.score ? next : leader));
  return best.delimiter;
}

export type CsvCell = string | number | boolean | null | undefined;

/**
 * A table that German Excel opens by double click: UTF-8 with a byte order mark, semicolons, CRLF.
 * Text that a spreadsheet would run as a formula (`=`, `+`, `-`, `@`, tab) is disarmed by an
 * apostrophe in front (OWASP, CSV injection); numbers stay numbers, with a decimal comma.
 */
export function writeCsv(rows: readonly (readonly CsvCell[])[]): string {
  const lines = rows.map((row) => row.map((cell) => quote(cellText(cell))).join(';'));
  return `\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`;
}

/**
 * Text that no spreadsheet takes for a formula. Full-width signs count too: Excel reads them alike. What
 * begins with apostrophes already gets one more, or reading it again would take away one of its own.
 */
export function disarmFormula(text: string): string {
  return /^'*[\s\p{Cf}]*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/u.test(text) ? `'${text}` : text;
}

/** A cell of such a file as it was before it was disarmed. */
export function restoredCell(cell: string): string {
  const inner = cell.slice(1);
  return cell.startsWith("'") && disarmFormula(inner) !== inner ? inner : cell;
}

function cellText(cell: CsvCell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  return disarmFormula(String(cell));
}

function quote(text: string): string {
  return /[;"\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
