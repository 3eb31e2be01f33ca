import { exchanged, piecesOf, type Piece } from '$lib/platform/word-difference';
import type { TopicText } from '../schema';

export interface ComparedField {
  field: keyof TopicText;
  pieces: Piece[];
}

/**
 * Compares two versions word by word, field by field; fields that stayed the same are left out.
 *
 * @param before the plain text of each field, or null for the first version
 * @param after the same of the later version
 */
export function compareTexts(
  before: Record<keyof TopicText, string> | null,
  after: Record<keyof TopicText, string>,
): ComparedField[] {
  const fields = Object.keys(after) as (keyof TopicText)[];
  return fields.flatMap((field): ComparedField[] => {
    const [old, present] = [before?.[field] ?? '', after[field]];
    if (before === null)
      return present ? [{ field, pieces: [{ kind: 'same', text: present }] }] : [];
    if (old === present) return [];
    return [{ field, pieces: isProse(field) ? piecesOf(old, present) : exchanged(old, present) }];
  });
}

const isProse = (field: keyof TopicText): boolean =>
  !['needs', 'offers', 'minutes', 'format'].includes(field);
