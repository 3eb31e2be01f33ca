/** How changes of several moderators meet in one section: field by field, nothing is overwritten unseen. Pure. */
import { isSame } from '$lib/platform/same';

export const sectionFields = ['title', 'body'] as const;
export type SectionField = (typeof sectionFields)[number];
export type SectionText = Record<SectionField, string>;

export interface SectionChange {
  field: SectionField;
  /** What it said when the writer began. */
  from: string;
  to: string;
}

export interface SectionConflict {
  field: SectionField;
  /** What somebody else has written meanwhile. */
  current: string;
}

/**
 * A field that still says what the writer began with takes the change; one that says it already stays;
 * any other is a conflict, and stays as it is.
 */
export function applyChanges(
  text: SectionText,
  changes: readonly SectionChange[],
): { text: SectionText; isChanged: boolean; conflicts: SectionConflict[] } {
  const result = { title: text.title, body: text.body };
  const conflicts: SectionConflict[] = [];
  for (const { field, from, to } of changes) {
    const current = text[field];
    if (current === to) continue;
    if (current === from) result[field] = to;
    else conflicts.push({ field, current });
  }
  return {
    text: result,
    isChanged: !isSame(result, { title: text.title, body: text.body }),
    conflicts,
  };
}
