/** How changes of several people meet in one record: field by field, and nothing is overwritten unseen. */
import { isSame } from '$lib/platform/same';
import type { PracticeContent, PracticeField } from './fields';

/** One field: what it said when the writer began, and what it shall say. */
export interface FieldChange {
  field: PracticeField;
  from: unknown;
  to: unknown;
}

export interface FieldConflict {
  field: PracticeField;
  /** What somebody else has written meanwhile. */
  current: unknown;
  yours: unknown;
}

/**
 * Applies what one writer changed to what stands now. A field that still says what the writer began
 * with takes the change; one that says it already stays; any other is a conflict, and stays as it is.
 */
export function applyChanges(
  content: PracticeContent,
  changes: readonly FieldChange[],
): { content: PracticeContent; applied: PracticeField[]; conflicts: FieldConflict[] } {
  const result: Record<string, unknown> = { ...content };
  const applied: PracticeField[] = [];
  const conflicts: FieldConflict[] = [];
  for (const { field, from, to } of changes) {
    const current = content[field];
    if (isSame(current, to)) continue;
    if (isSame(current, from)) {
      result[field] = to;
      applied.push(field);
    } else conflicts.push({ field, current, yours: to });
  }
  return { content: result as PracticeContent, applied, conflicts };
}
