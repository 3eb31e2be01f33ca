/**
 * A record in the order in which it is read: filled parts only, each value as words. One way for the
 * page, the print, the PDF and the .docx, so that none of them forgets a field. Pure.
 */
import type { Locale } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';
import { formatDate, formatNumber } from '$lib/ui/format';
import {
  isFilled,
  sectionNames,
  sections,
  transferGroups,
  type Attachment,
  type PracticeContent,
  type PracticeField,
  type SectionName,
} from './fields';
import * as labels from './labels';

export type OutlineValue =
  | { kind: 'text'; text: string }
  /** A short one: a word, a number, a month. */
  | { kind: 'fact'; text: string }
  | { kind: 'table'; columns: string[]; rows: string[][] };

export interface OutlineEntry {
  field: PracticeField;
  label: string;
  value: OutlineValue;
}

export interface OutlineSection {
  name: SectionName;
  title: string;
  entries: OutlineEntry[];
}

/** "2026-11" as "November 2026". */
export const monthWords = (month: string, locale: Locale): string =>
  formatDate(`${month}-15T12:00:00Z`, locale, 'UTC', 'month');

/** "März 2024 bis Mai 2025", "seit März 2024"; empty where nothing is said. */
export function periodWords(
  { startedOn, endedOn }: Pick<PracticeContent, 'startedOn' | 'endedOn'>,
  locale: Locale,
): string {
  const options = { locale };
  if (startedOn && endedOn)
    return m.practice_period(
      { start: monthWords(startedOn, locale), end: monthWords(endedOn, locale) },
      options,
    );
  if (startedOn) return m.practice_period_open({ start: monthWords(startedOn, locale) }, options);
  return endedOn ? monthWords(endedOn, locale) : '';
}

const euros = (amount: number, locale: Locale): string =>
  locale === 'de' ? `${formatNumber(amount, locale)} Euro` : `€${formatNumber(amount, locale)}`;

type Describe = (content: PracticeContent, locale: Locale) => OutlineValue;
const fact =
  (words: (content: PracticeContent, locale: Locale) => string): Describe =>
  (content, locale) => ({ kind: 'fact', text: words(content, locale) });
const text =
  (field: PracticeField): Describe =>
  (content) => ({ kind: 'text', text: content[field] as string });

const describers: Partial<Record<PracticeField, Describe>> = {
  kind: fact(({ kind }, locale) => labels.kindLabel(kind!, { locale })),
  status: fact(({ status }, locale) => labels.statusLabel(status!, { locale })),
  startedOn: fact(({ startedOn }, locale) => monthWords(startedOn!, locale)),
  endedOn: fact(({ endedOn }, locale) => monthWords(endedOn!, locale)),
  tags: fact(({ tags }) => tags.join(', ')),
  language: fact(({ language }, locale) => labels.languageLabel(language, { locale })),
  textLicence: fact(({ textLicence }, locale) => labels.textLicenceLabel(textLicence!, { locale })),
  takenFrom: fact(({ takenFrom }) => takenFrom),
  townKind: fact(({ townKind }, locale) => labels.townKindLabel(townKind!, { locale })),
  townSize: fact(({ townSize }, locale) => labels.townSizeLabel(townSize!, { locale })),
  staffHours: fact(({ staffHours }, locale) =>
    staffHours === 1
      ? m.practice_hour_one({}, { locale })
      : m.practice_hours({ hours: formatNumber(staffHours!, locale) }, { locale }),
  ),
  budgetBand: fact(({ budgetBand }, locale) => labels.costBandLabel(budgetBand!, { locale })),
  cost: fact(({ cost }, locale) => euros(cost!, locale)),
  evidence: fact(({ evidence }, locale) => {
    const word = labels.evidenceLabel(evidence!, { locale });
    return m.practice_evidence_level({ level: evidence!, word }, { locale });
  }),
  steps: ({ steps }, locale) => ({
    kind: 'table',
    columns: [m.practice_column_when({}, { locale }), m.practice_column_what({}, { locale })],
    rows: steps.map(({ when, what }) => [when, what]),
  }),
  partners: ({ partners }, locale) => ({
    kind: 'table',
    columns: [m.practice_column_partner({}, { locale }), m.practice_column_role({}, { locale })],
    rows: partners.map(({ name, role }) => [name, role]),
  }),
  outcomes: ({ outcomes }, locale) => ({
    kind: 'table',
    columns: [
      m.practice_column_outcome({}, { locale }),
      m.practice_column_figure({}, { locale }),
      m.practice_column_source({}, { locale }),
    ],
    rows: outcomes.map(({ what, figure, source }) => [what, figure, source]),
  }),
  transfer: ({ transfer }, locale) => ({
    kind: 'table',
    columns: [
      m.practice_column_condition({}, { locale }),
      m.practice_column_score({}, { locale }),
      m.practice_column_reason({}, { locale }),
    ],
    rows: transferGroups.map((group) => {
      const { score, reason } = transfer[group];
      const word = score === null ? '' : labels.scoreLabel(score, { locale });
      return [
        labels.transferLabel(group, { locale }),
        score === null ? '' : m.practice_score_level({ score, word }, { locale }),
        reason,
      ];
    }),
  }),
};

/** Shown elsewhere on every paper: the gist as its title, the attachments as files. */
const elsewhere: readonly PracticeField[] = ['gist', 'attachments'];

/** One field in words; null where it says nothing. */
export function describe(
  content: PracticeContent,
  field: PracticeField,
  locale: Locale,
): OutlineValue | null {
  if (!isFilled(content, field)) return null;
  return (describers[field] ?? text(field))(content, locale);
}

export function outlineOf(content: PracticeContent, locale: Locale): OutlineSection[] {
  return sectionNames
    .map((name) => ({
      name,
      title: labels.sectionLabel(name, { locale }),
      entries: sections[name].flatMap((field): OutlineEntry[] => {
        if (elsewhere.includes(field)) return [];
        const value = describe(content, field, locale);
        return value ? [{ field, label: labels.fieldLabel(field, { locale }), value }] : [];
      }),
    }))
    .filter(({ entries }) => entries.length > 0);
}

/** Licence and source of a file or a link, as a sentence. */
export function attachmentNote({ licence, source }: Attachment, locale: Locale): string {
  const word = labels.licenceLabel(licence, { locale });
  return source ? m.practice_licence_and_source({ licence: word, source }, { locale }) : word;
}
