/** One field of a record as plain words, for comparing and for showing two of them side by side. Pure. */
import type { Locale } from '$lib/access/actor';
import type { Attachment, PracticeContent, PracticeField } from './fields';
import { licenceLabel } from './labels';
import { describe } from './outline';

/** Empty where the field says nothing; lists line by line. */
export function wordsOf(content: PracticeContent, field: PracticeField, locale: Locale): string {
  if (field === 'attachments') return attachmentWords(content, locale);
  const value = describe(content, field, locale);
  if (!value) return '';
  if (value.kind !== 'table') return value.text;
  return value.rows.map((cells) => cells.filter(Boolean).join(' · ')).join('\n');
}

const attachmentWords = ({ attachments }: PracticeContent, locale: Locale): string =>
  attachments.map((entry) => attachmentLine(entry, locale)).join('\n');

/** What readers are told of one file or link. */
export function attachmentLine(entry: Attachment, locale: Locale): string {
  const address = entry.kind === 'link' ? entry.url : '';
  const alt = entry.kind === 'picture' ? entry.alt : '';
  const licence = licenceLabel(entry.licence, { locale });
  return [entry.title, address, alt, licence, entry.source].filter(Boolean).join(' · ');
}
