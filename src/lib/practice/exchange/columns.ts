/** A record as one row of a table, and back: what each column is called, says and understands. Pure. */
import type { Locale } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';
import type { CsvCell } from '$lib/platform/csv';
import {
  costBands,
  evidenceLevels,
  fieldNames,
  languages,
  licences,
  practiceKinds,
  practiceStatuses,
  textLicences,
  townKinds,
  townSizes,
  transferGroups,
  type PracticeContent,
  type PracticeField,
  type TransferGroup,
} from '../fields';
import * as labels from '../labels';
import {
  codeFrom,
  levelCell,
  levelFrom,
  linesOf,
  monthFrom,
  numberFrom,
  partsCell,
  partsFrom,
  plainWord,
} from './cells';

/** An example as it is being read: not checked yet (format.ts does that). */
export type Raw = Record<string, unknown>;

export interface Column {
  /** Names the column in every language. */
  key: string;
  heading: (locale: Locale) => string;
  /** In characters, for a spreadsheet. */
  width: number;
  write: (content: PracticeContent, locale: Locale) => CsvCell;
  read: (cell: string, raw: Raw) => void;
}

const SHORT = 18;
const LONG = 50;

interface Way {
  width: number;
  write: (content: PracticeContent, locale: Locale) => CsvCell;
  /** What a cell says; null where it says nothing. */
  read: (cell: string) => unknown;
}

type Label<Key> = (key: Key, options: { locale: Locale }) => string;

const word = <Key extends string>(
  field: PracticeField,
  keys: readonly Key[],
  label: Label<Key>,
): Way => ({
  width: SHORT,
  write: (content, locale) => {
    const key = content[field] as Key | null;
    return key === null ? null : label(key, { locale });
  },
  read: (cell) => codeFrom(cell, keys, label),
});

const plain = (field: PracticeField, read: (cell: string) => unknown, width = SHORT): Way => ({
  width,
  write: (content) => content[field] as CsvCell,
  read,
});

/** A list whose entries are lines of parts. */
const lines = <Entry>(
  entries: (content: PracticeContent) => readonly Entry[],
  parts: (entry: Entry, locale: Locale) => string[],
  read: (parts: string[]) => unknown,
): Way => ({
  width: LONG,
  write: (content, locale) =>
    entries(content)
      .map((entry) => partsCell(parts(entry, locale), '|'))
      .join('\n'),
  read: (cell) => linesOf(cell).map((line) => read(partsFrom(line, '|'))),
});

/** All fields but those that are several columns or plain texts. */
const ways: Partial<Record<PracticeField, Way>> = {
  kind: word('kind', practiceKinds, labels.kindLabel),
  status: word('status', practiceStatuses, labels.statusLabel),
  language: word('language', languages, labels.languageLabel),
  textLicence: word('textLicence', textLicences, labels.textLicenceLabel),
  townKind: word('townKind', townKinds, labels.townKindLabel),
  townSize: word('townSize', townSizes, labels.townSizeLabel),
  budgetBand: word('budgetBand', costBands, labels.costBandLabel),
  startedOn: plain('startedOn', monthFrom),
  endedOn: plain('endedOn', monthFrom),
  staffHours: plain('staffHours', numberFrom),
  cost: plain('cost', numberFrom),
  evidence: {
    width: SHORT,
    write: ({ evidence }, locale) =>
      evidence === null ? null : levelCell(evidence, labels.evidenceLabel(evidence, { locale })),
    read: (cell) => levelFrom(cell, evidenceLevels, labels.evidenceLabel),
  },
  tags: {
    width: SHORT,
    write: ({ tags }) => partsCell(tags, ','),
    read: (cell) => partsFrom(cell, ',').filter((tag) => tag !== ''),
  },
  steps: lines(
    ({ steps }) => steps,
    ({ when, what }) => [when, what],
    ([when = '', what]) => (what === undefined ? { what: when } : { when, what }),
  ),
  partners: lines(
    ({ partners }) => partners,
    ({ name, role }) => [name, role],
    ([name = '', role = '']) => ({ name, role }),
  ),
  outcomes: lines(
    ({ outcomes }) => outcomes,
    ({ what, figure, source }) => [what, figure, source],
    ([what = '', figure = '', source = '']) => ({ what, figure, source }),
  ),
  attachments: lines(
    ({ attachments }) => attachments.flatMap((entry) => (entry.kind === 'link' ? [entry] : [])),
    ({ url, title, licence, source }, locale) => [
      url,
      title,
      labels.licenceLabel(licence, { locale }),
      source,
    ],
    ([url, title = '', licence = '', source = '']) => ({
      kind: 'link',
      url,
      title,
      licence: codeFrom(licence, licences, labels.licenceLabel) ?? undefined,
      source,
    }),
  ),
};

const text = (field: PracticeField): Way => plain(field, (cell) => cell, LONG);

function fieldColumn(field: PracticeField): Column {
  const { width, write, read } = ways[field] ?? text(field);
  return {
    key: field,
    heading: (locale) => labels.fieldLabel(field, { locale }),
    width,
    write,
    read: (cell, raw) => {
      // What says nothing is left to the schema, which knows what that means.
      const value = cell === '' ? null : read(cell);
      if (value !== null) raw[field] = value;
    },
  };
}

const scores = [0, 1, 2, 3];

/** Each group of conditions is two columns: how easy, and why. */
function transferColumns(group: TransferGroup): Column[] {
  const put = (raw: Raw, key: 'score' | 'reason', value: unknown): void => {
    const transfer = (raw.transfer ??= emptyTransfer()) as Record<TransferGroup, Raw>;
    transfer[group][key] = value;
  };
  const label = (locale: Locale) => labels.transferLabel(group, { locale });
  return [
    {
      key: `transfer.${group}`,
      heading: (locale) => m.practice_exchange_transfer({ group: label(locale) }, { locale }),
      width: SHORT,
      write: ({ transfer }, locale) => {
        const { score } = transfer[group];
        return score === null ? null : levelCell(score, labels.scoreLabel(score, { locale }));
      },
      read: (cell, raw) => {
        const score = levelFrom(cell, scores, labels.scoreLabel);
        if (score !== null) put(raw, 'score', score);
      },
    },
    {
      key: `transfer.${group}.reason`,
      heading: (locale) => m.practice_exchange_reason({ group: label(locale) }, { locale }),
      width: LONG,
      write: ({ transfer }) => transfer[group].reason,
      read: (cell, raw) => {
        if (cell !== '') put(raw, 'reason', cell);
      },
    },
  ];
}

const emptyTransfer = (): Record<string, Raw> =>
  Object.fromEntries(transferGroups.map((group) => [group, {}]));

export const columns: readonly Column[] = fieldNames.flatMap((field) =>
  field === 'transfer' ? transferGroups.flatMap(transferColumns) : [fieldColumn(field)],
);

const locales: readonly Locale[] = ['de', 'en'];

let named: Map<string, Column> | undefined;

/** The column that a heading means, by its key or its name in either language. */
export function columnNamed(heading: string): Column | null {
  named ??= new Map(
    columns.flatMap((column) =>
      [column.key, ...locales.map(column.heading)].map((name) => [plainWord(name), column]),
    ),
  );
  return named.get(plainWord(heading)) ?? null;
}
