import type { Locale } from '$lib/access/actor';
import type { PersonScope } from '$lib/access/scope.server';
import { writeCsv } from '$lib/platform/csv';
import { notFound } from '$lib/platform/errors';
import type { TakenFile } from '$lib/platform/file-response';
import { writeXlsx, type XlsxValue } from '$lib/platform/xlsx.server';
import type { Download } from '../schema';

/** What a list says, before it becomes a file. */
export interface ListContent {
  title: string;
  /** `width` in characters. */
  columns: readonly { heading: string; width?: number }[];
  rows: readonly (readonly XlsxValue[])[];
}

export type ListFile = TakenFile;

/**
 * A list of the cohort as a file. Whoever calls this has asked the policy already: who may read a list
 * may take it along.
 */
export async function writeList(
  { db }: PersonScope,
  { cohortId, format }: Download,
  locale: Locale,
  { title, columns, rows }: ListContent,
): Promise<ListFile> {
  const cohort = await db.cohort.findFirst({
    where: { id: cohortId },
    select: { name: true, timeZone: true },
  });
  if (!cohort) throw notFound();
  const { name, timeZone } = cohort;
  const fileName = `${name} – ${title}.${format}`;
  if (format === 'xlsx') {
    const file = await writeXlsx({ name: title, columns, rows, timeZone });
    return {
      content: file.toString('base64'),
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      fileName,
    };
  }
  const readable = (value: XlsxValue) =>
    value instanceof Date ? moment(value, locale, timeZone) : value;
  const lines = [columns.map(({ heading }) => heading), ...rows.map((row) => row.map(readable))];
  return {
    content: Buffer.from(writeCsv(lines)).toString('base64'),
    mediaType: 'text/csv; charset=utf-8',
    fileName,
  };
}

/** "26.11.2026 20:15": without the comma that `dateStyle` puts in, or Excel takes it for a text. */
function moment(value: Date, locale: Locale, timeZone: string): string {
  const day = { day: '2-digit', month: '2-digit', year: 'numeric' } as const;
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const region = locale === 'en' ? 'en-GB' : 'de-DE';
  return [day, time]
    .map((part) => new Intl.DateTimeFormat(region, { ...part, timeZone }).format(value))
    .join(' ');
}
