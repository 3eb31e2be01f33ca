/** What a form without script sends, as the fields of a record; the names are those of the controls. Pure. */
import { numberFrom } from '../exchange/cells';
import { transferGroups, type PracticeContent, type PracticeField } from '../fields';
import { inputs, type Input } from './inputs';

/** Names of the controls that belong to one field. */
export const controlName = (field: PracticeField, ...rest: (string | number)[]): string =>
  [field, ...rest].join('.');

function rowsOf(form: FormData, field: PracticeField): Record<string, string>[] {
  const rows: Record<string, string>[] = [];
  for (const [name, value] of form) {
    const [head, index, key] = name.split('.');
    if (head !== field || key === undefined || typeof value !== 'string') continue;
    (rows[Number(index)] ??= {})[key] = value;
  }
  return rows.filter((row) => row !== undefined);
}

/** "2026-11", null where nothing is said, and what no schema takes where half of it is missing. */
export function monthOf(year: string, month: string): string | null {
  if (year.trim() === '' && month === '') return null;
  return `${year.trim()}-${month}`;
}

const readers: Record<Input['kind'], (form: FormData, field: PracticeField) => unknown> = {
  line: said,
  text: said,
  number: (form, field) => numberFrom(said(form, field)),
  month: (form, field) => monthOf(said(form, field, 'year'), said(form, field, 'month')),
  tags: (form, field) =>
    form
      .getAll(field)
      .flatMap((value) => String(value).split(','))
      .map((tag) => tag.trim())
      .filter(Boolean),
  radio: choice,
  select: choice,
  list: rowsOf,
  transfer: (form, field) =>
    Object.fromEntries(
      transferGroups.map((group) => [
        group,
        {
          score: numberFrom(said(form, field, group, 'score')),
          reason: said(form, field, group, 'reason'),
        },
      ]),
    ),
  attachments: rowsOf,
};

// Lines end with one sign in the page's fields, and with two in a form that is sent.
function said(form: FormData, field: PracticeField, ...rest: string[]): string {
  return String(form.get(controlName(field, ...rest)) ?? '').replaceAll('\r\n', '\n');
}

function choice(form: FormData, field: PracticeField): string | number | null {
  const chosen = said(form, field);
  if (chosen === '') return null;
  const input = inputs[field];
  return input.kind === 'radio' && input.isNumber ? Number(chosen) : chosen;
}

/** The fields of a part as they were sent; what is wrong with them is for `normal` to say. */
export const readPart = (
  form: FormData,
  fields: readonly PracticeField[],
): Partial<Record<keyof PracticeContent, unknown>> =>
  Object.fromEntries(fields.map((field) => [field, readers[inputs[field].kind](form, field)]));
