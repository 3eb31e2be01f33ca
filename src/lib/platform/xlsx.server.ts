import writeExcelFile, { type Cell } from 'write-excel-file/node';
import { xmlText } from './xml-text';

export type XlsxValue = string | number | boolean | Date | null;

export type XlsxSheet = {
  name: string;
  /** `width` in characters */
  columns: readonly { heading: string; width?: number }[];
  rows: readonly (readonly XlsxValue[])[];
  /** Excel knows no time zones: moments are written as the clock of this one shows them. */
  timeZone: string;
};

const DEFAULT_WIDTH = 24;
/** Limits of Excel's own; beyond them it calls the file damaged. */
const MAXIMUM_CELL_LENGTH = 32_767;
const MAXIMUM_NAME_LENGTH = 31;

/**
 * A workbook with one sheet: bold headings that stay in sight, real numbers and dates. Text stays
 * text, whatever it begins with, so no formula can come in with it.
 */
export function writeXlsx({ name, columns, rows, timeZone }: XlsxSheet): Promise<Buffer> {
  const head: Cell[] = columns.map(({ heading }) => ({
    value: cleanText(heading),
    type: String,
    fontWeight: 'bold',
  }));
  const body = rows.map((row) => row.map((value) => toCell(value, timeZone)));
  return writeExcelFile([head, ...body], {
    sheet: sheetName(name),
    columns: columns.map(({ width }) => ({ width: width ?? DEFAULT_WIDTH })),
    stickyRowsCount: 1,
  }).toBuffer();
}

function toCell(value: XlsxValue, timeZone: string): Cell {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { value, type: Number };
  if (typeof value === 'boolean') return { value, type: Boolean };
  if (value instanceof Date) {
    return { value: clockReading(value, timeZone), type: Date, format: 'dd.mm.yyyy hh:mm' };
  }
  const isMultiline = value.includes('\n');
  return { value: cleanText(value), type: String, wrap: isMultiline };
}

/** The library writes the UTC reading of a date, so the local reading is passed off as UTC. */
function clockReading(moment: Date, timeZone: string): Date {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  });
  const parts = format.formatToParts(moment);
  const read = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)!.value);
  return new Date(
    Date.UTC(
      ...([read('year'), read('month') - 1, read('day')] as const),
      ...([read('hour'), read('minute'), read('second')] as const),
    ),
  );
}

const cleanText = (text: string): string =>
  xmlText(text).slice(0, MAXIMUM_CELL_LENGTH).toWellFormed();

function sheetName(name: string): string {
  const allowed = cleanText(name)
    .replace(/[[\]:*?/\\]/g, ' ')
    .replace(/^'+|'+$/g, '')
    .trim();
  return allowed.slice(0, MAXIMUM_NAME_LENGTH).trim() || 'Werkraum';
}
