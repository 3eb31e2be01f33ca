import type { Locale } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';
import { formatDateTime } from '$lib/ui/format';
import type { AccountExport, ExportSection } from './queries.server';

// For `load` only: the words for all tables and columns would be too heavy for the browser.

const TIME_ZONE = 'Europe/Berlin';
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

export interface ReadableSection {
  title: string;
  entries: { label: string; text: string }[][];
}

type Text = (facts: object, options: { locale: Locale }) => string;
const texts = m as unknown as Record<string, Text | undefined>;

/** The words for a table or column; null where it says nothing to a reader (ids, versions). */
const word = (key: string, locale: Locale): string | null =>
  texts[`account_export_${key.toLowerCase()}`]?.({}, { locale }) ?? null;

const withoutTags = (html: string): string =>
  html
    .replace(/<\/(p|li|h\d|tr)>|<br\s*\/?>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim();

/** A value as a person reads it; empty where there is nothing to read. */
function readable(value: unknown, locale: Locale): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean')
    return (value ? m.account_export_yes : m.account_export_no)({}, { locale });
  if (Array.isArray(value)) return value.map((one) => readable(one, locale)).join(', ');
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([name, one]) => `${name}: ${readable(one, locale)}`)
      .join('\n');
  }
  const text = String(value);
  if (MOMENT.test(text)) return formatDateTime(text, locale, TIME_ZONE);
  const known = /^[a-z_]+$/.test(text) ? word(`value_${text}`, locale) : null;
  return known ?? withoutTags(text);
}

const entryOf = (entry: Record<string, unknown>, locale: Locale) =>
  Object.entries(entry)
    .map(([column, value]) => ({
      label: word(`column_${column}`, locale),
      text: readable(value, locale),
    }))
    .filter(
      (fact): fact is { label: string; text: string } => fact.label !== null && fact.text !== '',
    );

/** One row that several columns name is shown once. */
function distinctEntries(sections: ExportSection[]): Record<string, unknown>[] {
  const known = new Map(
    sections.flatMap(({ entries }) => entries).map((entry) => [JSON.stringify(entry), entry]),
  );
  return [...known.values()];
}

/** The export as a page shows it: tables by their names, in their order, without what only programs need. */
export function readableExport({ sections }: AccountExport, locale: Locale): ReadableSection[] {
  const tables = [...new Set(sections.map(({ section }) => section))];
  return tables.map((table) => ({
    title: word(`table_${table}`, locale) ?? table,
    entries: distinctEntries(sections.filter(({ section }) => section === table))
      .map((entry) => entryOf(entry, locale))
      .filter((facts) => facts.length > 0),
  }));
}
