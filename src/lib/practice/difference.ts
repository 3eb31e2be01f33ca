/** What differs between two texts of a record, in words, field by field. Pure. */
import type { Locale } from '$lib/access/actor';
import { exchanged, piecesOf, type Piece } from '$lib/platform/word-difference';
import { isSame } from '$lib/platform/same';
import {
  fieldNames,
  filesOf,
  type Attachment,
  type PracticeContent,
  type PracticeField,
} from './fields';
import { fieldLabel } from './labels';
import { attachmentLine, wordsOf } from './words';

export interface FieldDifference {
  field: PracticeField;
  label: string;
  pieces: Piece[];
}

/** Fields of one word or number: half of it says nothing. */
const ofOneWord: readonly PracticeField[] = [
  'kind',
  'status',
  'startedOn',
  'endedOn',
  'language',
  'textLicence',
  'townKind',
  'townSize',
  'staffHours',
  'budgetBand',
  'cost',
  'evidence',
];

/** @param before null where there was nothing yet: all of it came */
export function differencesOf(
  before: PracticeContent | null,
  after: PracticeContent,
  locale: Locale,
): FieldDifference[] {
  return fieldNames.flatMap((field): FieldDifference[] => {
    if (before && isSame(before[field], after[field])) return [];
    if (before && field === 'attachments' && !isSame(filesOf(before), filesOf(after)))
      return [
        { field, label: fieldLabel(field, { locale }), pieces: ofFiles(before, after, locale) },
      ];
    const old = before ? wordsOf(before, field, locale) : '';
    const present = wordsOf(after, field, locale);
    if (old === present) return [];
    const compare = ofOneWord.includes(field) ? exchanged : piecesOf;
    return [{ field, label: fieldLabel(field, { locale }), pieces: compare(old, present) }];
  });
}

/**
 * File by file: one that was exchanged for another is a change, though all that is said of it stayed.
 * Links, and what is said of a file that stayed, are compared word by word.
 */
function ofFiles(before: PracticeContent, after: PracticeContent, locale: Locale): Piece[] {
  const line = (entry: Attachment) => attachmentLine(entry, locale);
  const same = (one: Attachment) => (other: Attachment) => keyOf(one) === keyOf(other);
  const lines = [
    ...before.attachments
      .filter((entry) => !after.attachments.some(same(entry)))
      .map((entry) => exchanged(line(entry), '')),
    ...after.attachments.map((entry) => {
      const old = before.attachments.find(same(entry));
      return old ? piecesOf(line(old), line(entry)) : exchanged('', line(entry));
    }),
  ];
  return lines.flatMap((pieces, index) =>
    index === 0 ? pieces : [{ kind: 'same', text: '\n' }, ...pieces],
  );
}

const keyOf = (entry: Attachment): string => (entry.kind === 'link' ? entry.id : entry.fileId);
