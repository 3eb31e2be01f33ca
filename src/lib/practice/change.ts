/** How changes of several people meet in one record: field by field, and nothing is overwritten unseen. */
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

/** Equality of plain data, whatever the order of keys. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => isSame((one as never)[key], (other as never)[key]))
  );
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
