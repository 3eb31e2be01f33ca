/**
 * Practice examples in a file: what leaves and what comes in, between installations and other programs.
 * Its JSON Schema, published at /schemas/practice.json, is made from what is read here. Pure.
 */
import { z } from 'zod';
import {
  fieldNames,
  licences,
  practiceContent,
  practiceFields,
  type Attachment,
  type PracticeContent,
  type PracticeField,
} from '../fields';

export const FORMAT = 'werkraum-practices';
export const FORMAT_VERSION = 1;
export const SCHEMA_PATH = '/schemas/practice.json';
export const MAXIMUM_IMPORTED = 100;

const { steps, partners, outcomes } = practiceFields;
const title = z.string().trim().max(200).default('');
const licence = z.enum(licences).default('unknown');
const source = z.string().trim().max(300).default('');

/** Links come in again; of a file it is only told that it was there. */
const attachment = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('link'),
    url: z.url({ protocol: /^https?$/ }).max(2_000),
    title,
    licence,
    source,
  }),
  z.object({ kind: z.enum(['document', 'picture']), title, licence, source }),
]);

/** One example in a file: the fields of a record, without ids and without files. */
export const exchanged = z.object({
  ...practiceFields,
  steps: z
    .array(steps.unwrap().element.omit({ id: true }))
    .max(40)
    .default([]),
  partners: z
    .array(partners.unwrap().element.omit({ id: true }))
    .max(40)
    .default([]),
  outcomes: z
    .array(outcomes.unwrap().element.omit({ id: true }))
    .max(40)
    .default([]),
  attachments: z.array(attachment).max(20).default([]),
});
export type Exchanged = z.output<typeof exchanged>;

/** Where it is from; told, and not taken over. */
const origin = { town: z.string().optional(), shownAt: z.iso.datetime().optional() };

export const exchangeFile = z.object({
  $schema: z.string().optional(),
  format: z.literal(FORMAT),
  version: z.literal(FORMAT_VERSION),
  practices: z.array(exchanged.extend(origin)).max(MAXIMUM_IMPORTED),
});
export type ExchangeFile = z.output<typeof exchangeFile>;

const withoutId = <T extends { id: string }>({ id: _id, ...rest }: T) => rest;

function attachmentOut(entry: Attachment): Exchanged['attachments'][number] {
  const { title, licence, source } = entry;
  const words = { title, licence, source };
  return entry.kind === 'link'
    ? { kind: 'link', url: entry.url, ...words }
    : { kind: entry.kind, ...words };
}

export const toExchanged = (content: PracticeContent): Exchanged => ({
  ...content,
  steps: content.steps.map(withoutId),
  partners: content.partners.map(withoutId),
  outcomes: content.outcomes.map(withoutId),
  attachments: content.attachments.map(attachmentOut),
});

/** @param newId gives an id to each entry of a list */
export function fromExchanged(one: Exchanged, newId: () => string): PracticeContent {
  const named = <T extends object>(entry: T) => ({ ...entry, id: newId() });
  const known = Object.fromEntries(fieldNames.map((field) => [field, one[field]]));
  return practiceContent.parse({
    ...known,
    steps: one.steps.map(named),
    partners: one.partners.map(named),
    outcomes: one.outcomes.map(named),
    attachments: one.attachments.filter(({ kind }) => kind === 'link').map(named),
  });
}

/** Files that are told of and do not come along. */
export const filesLeftOut = ({ attachments }: Exchanged): number =>
  attachments.filter(({ kind }) => kind !== 'link').length;

/** What is wrong with one thing that a file says. */
export interface Problem {
  field: PracticeField | null;
  code: ProblemCode;
  limit: number | null;
}
export type ProblemCode =
  | 'too_long'
  | 'too_many'
  | 'too_big'
  | 'too_small'
  | 'not_a_number'
  | 'not_a_month'
  | 'not_an_address'
  | 'unknown_word'
  | 'invalid'
  | 'empty'
  | 'already_there'
  | 'not_allowed';

/** The findings of zod about one example. */
export const problemsOf = (error: z.ZodError): Problem[] =>
  error.issues.map((issue) => {
    const [first] = issue.path;
    const field = fieldNames.find((name) => name === first) ?? null;
    return { field, code: codeOf(issue), limit: limitOf(issue) };
  });

const tooBig: Record<string, ProblemCode> = { string: 'too_long', array: 'too_many' };
const numbers: readonly unknown[] = ['staffHours', 'cost', 'evidence', 'score'];
const months: readonly unknown[] = ['startedOn', 'endedOn'];

function codeOf(issue: z.core.$ZodIssue): ProblemCode {
  const last = issue.path.at(-1);
  if (issue.code === 'too_big') return tooBig[issue.origin] ?? 'too_big';
  if (issue.code === 'too_small') return issue.origin === 'string' ? 'empty' : 'too_small';
  if (issue.code === 'invalid_value') return 'unknown_word';
  if (numbers.includes(last)) return 'not_a_number';
  if (months.includes(last)) return 'not_a_month';
  return last === 'url' ? 'not_an_address' : 'invalid';
}

function limitOf(issue: z.core.$ZodIssue): number | null {
  if (issue.code === 'too_big') return Number(issue.maximum);
  return issue.code === 'too_small' ? Number(issue.minimum) : null;
}
