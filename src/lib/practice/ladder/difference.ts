/** What a step makes visible: each field against what its readers see now. Pure. */
import { diffWordsWithSpace } from 'diff';
import type { Locale } from '$lib/access/actor';
import { fieldNames, type PracticeContent, type PracticeField } from '../fields';
import { isSame } from '../change';
import { fieldLabel } from '../labels';
import { describe } from '../outline';

/** A piece of a text that stayed, came or went. */
export interface ChangedPiece {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

export interface FieldDifference {
  field: PracticeField;
  label: string;
  pieces: ChangedPiece[];
}

/** A field as one plain text; rows of a list as lines. */
export function plainWords(content: PracticeContent, field: PracticeField, locale: Locale): string {
  if (field === 'gist') return content.gist;
  if (field === 'attachments') return content.attachments.map(({ title }) => title).join('\n');
  const value = describe(content, field, locale);
  if (!value) return '';
  if (value.kind !== 'table') return value.text;
  return value.rows.map((cells) => cells.filter((cell) => cell !== '').join(': ')).join('\n');
}

const piecesOf = (before: string, after: string): ChangedPiece[] =>
  diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));

/**
 * The fields that readers will see otherwise than now.
 *
 * @param shown what they read now; null where they read nothing yet
 */
export function differences(
  shown: PracticeContent | null,
  next: PracticeContent,
  locale: Locale,
): FieldDifference[] {
  return fieldNames.flatMap((field): FieldDifference[] => {
    if (shown && isSame(shown[field], next[field])) return [];
    const [before, after] = [
      shown ? plainWords(shown, field, locale) : '',
      plainWords(next, field, locale),
    ];
    if (before === after) return [];
    return [{ field, label: fieldLabel(field, { locale }), pieces: piecesOf(before, after) }];
  });
}
