/** What differs between two texts of a record, in words, field by field. Pure. */
import type { Locale } from '$lib/access/actor';
import { exchanged, piecesOf, type Piece } from '$lib/platform/word-difference';
import { isSame } from '$lib/platform/same';
import { fieldNames, type PracticeContent, type PracticeField } from './fields';
import { fieldLabel } from './labels';
import { wordsOf } from './words';

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
    const old = before ? wordsOf(before, field, locale) : '';
    const present = wordsOf(after, field, locale);
    if (old === present) return [];
    const compare = ofOneWord.includes(field) ? exchanged : piecesOf;
    return [{ field, label: fieldLabel(field, { locale }), pieces: compare(old, present) }];
  });
}
