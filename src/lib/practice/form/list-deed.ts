/** What can be done with a list of a record: by the buttons of the page, or by a form without script. Pure. */
import { newId } from '$lib/platform/id';
import type { PracticeContent } from '../fields';

export const listFields = ['steps', 'partners', 'outcomes', 'attachments'] as const;
export type ListField = (typeof listFields)[number];
export type RowField = Exclude<ListField, 'attachments'>;

export type ListDeed =
  | { deed: 'add'; field: ListField }
  | { deed: 'up' | 'down' | 'remove'; field: ListField; id: string };

export const deedValue = (deed: ListDeed): string =>
  deed.deed === 'add' ? `add:${deed.field}` : `${deed.deed}:${deed.field}:${deed.id}`;

const blankLink = () => ({
  id: newId(),
  kind: 'link' as const,
  url: '',
  title: '',
  licence: 'unknown' as const,
  source: '',
});

/** The deed that a button of the form names; null for any other button. */
export function deedOf(value: string): ListDeed | null {
  const [deed, name, id = ''] = value.split(':');
  const field = listFields.find((one) => one === name);
  if (!field) return null;
  if (deed === 'add') return { deed, field };
  return deed === 'up' || deed === 'down' || deed === 'remove' ? { deed, field, id } : null;
}

/** Moves or takes out one entry; a move beyond an end changes nothing. */
export function applyDeed<Row extends { id: string }>(rows: readonly Row[], deed: ListDeed): Row[] {
  if (deed.deed === 'add') return [...rows];
  const place = rows.findIndex(({ id }) => id === deed.id);
  const row = rows[place];
  if (!row) return [...rows];
  const others = rows.toSpliced(place, 1);
  if (deed.deed === 'remove') return others;
  const target = deed.deed === 'up' ? place - 1 : place + 1;
  return target < 0 || target > others.length ? [...rows] : others.toSpliced(target, 0, row);
}

const blankRows = {
  steps: () => ({ id: newId(), when: '', what: '' }),
  partners: () => ({ id: newId(), name: '', role: '' }),
  outcomes: () => ({ id: newId(), what: '', figure: '', source: '' }),
} satisfies { [Field in RowField]: () => PracticeContent[Field][number] };

/** A new entry of a list, with nothing in it; of attachments, a link. */
export const blankRow = (field: ListField): Record<string, string> & { id: string } =>
  field === 'attachments' ? blankLink() : blankRows[field]();
