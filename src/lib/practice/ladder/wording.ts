/** What a form says about one field of the text that is to be shown. Pure. */
import type { PracticeContent, PracticeField } from '../fields';

/** Fields of lines and paragraphs, which are worded otherwise as a whole. */
export const isText = (content: PracticeContent, field: PracticeField): boolean =>
  typeof content[field] === 'string' &&
  !['kind', 'status', 'language', 'textLicence'].includes(field) &&
  !['startedOn', 'endedOn', 'townKind', 'townSize', 'budgetBand'].includes(field);

type Row = { id: string } & Record<string, unknown>;

/** Entries of lists, with the texts that one can word otherwise. */
export const rowsOf = (content: PracticeContent, field: PracticeField): Row[] =>
  ['steps', 'partners', 'outcomes', 'attachments'].includes(field)
    ? (content[field] as unknown as Row[])
    : [];

/** The texts of a list's entry that can be worded otherwise; what a file is stays. */
export const partsOf = (row: Row): string[] =>
  Object.keys(row).filter(
    (part) =>
      typeof row[part] === 'string' && !['id', 'fileId', 'kind', 'licence', 'url'].includes(part),
  );

/** What a field says when it is left out. */
function nothing(content: PracticeContent, field: PracticeField): unknown {
  const value = content[field];
  if (field === 'transfer') {
    const none = { score: null, reason: '' };
    return { population: none, environment: none, implementation: none, support: none };
  }
  if (Array.isArray(value)) return [];
  return isText(content, field) ? '' : null;
}

/** The language is that of the text, how it ended is what it is about; the licence is chosen below. */
export const canBeLeftOut = (field: PracticeField): boolean =>
  !['gist', 'kind', 'language', 'textLicence', 'story'].includes(field);

/**
 * The field as the form says it: `leaveOut`, the text under `value`, or for lists the texts under
 * `<row>.<part>` without the rows that have `<row>.remove`.
 */
export function readWording(
  form: FormData,
  content: PracticeContent,
  field: PracticeField,
): unknown {
  if (form.get('leaveOut') === 'on' && canBeLeftOut(field)) return nothing(content, field);
  if (isText(content, field)) return String(form.get('value') ?? '').replaceAll('\r\n', '\n');
  if (field === 'tags')
    return String(form.get('value') ?? '')
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== '');
  const rows = rowsOf(content, field);
  if (rows.length === 0) return content[field];
  return rows
    .filter(({ id }) => !form.has(`${id}.remove`))
    .map((row) => ({
      ...row,
      ...Object.fromEntries(
        partsOf(row).map((part) => [part, String(form.get(`${row.id}.${part}`) ?? row[part])]),
      ),
    }));
}
