/** What a field would be kept as, from what stands in the form. Pure. */
import { practiceFields, type PracticeField } from '../fields';

/** What is wrong with a field: in the words of `findingText`. */
export type Finding =
  | { kind: 'too_long' | 'too_many' | 'too_big' | 'too_small'; limit: number }
  | { kind: 'address' | 'not_whole' | 'not_number' | 'month' | 'invalid' };

export type Normal = { value: unknown; finding: null } | { value: null; finding: Finding };

interface Issue {
  code: string;
  expected?: string;
  path: PropertyKey[];
  origin?: string;
  maximum?: number | bigint;
  minimum?: number | bigint;
}

/** What an entry has before anything is written in it. */
const given = ['id', 'kind', 'licence'];
const isBlank = (row: object): boolean =>
  Object.entries(row).every(([key, value]) => given.includes(key) || value === '');

/** Entries in which nothing is written are none yet. */
function withoutBlanks(field: PracticeField, value: unknown): unknown {
  const lists: readonly PracticeField[] = ['steps', 'partners', 'outcomes', 'attachments'];
  return lists.includes(field) ? (value as object[]).filter((row) => !isBlank(row)) : value;
}

const months: readonly PracticeField[] = ['startedOn', 'endedOn'];

function findingOf({ code, expected, path, origin, maximum, minimum }: Issue): Finding {
  if (code === 'invalid_type' && expected === 'int') return { kind: 'not_whole' };
  if (code === 'invalid_type' && expected === 'number') return { kind: 'not_number' };
  if (code === 'too_big' && origin === 'string')
    return { kind: 'too_long', limit: Number(maximum) };
  if (code === 'too_big' && origin === 'array') return { kind: 'too_many', limit: Number(maximum) };
  if (code === 'too_big') return { kind: 'too_big', limit: Number(maximum) };
  if (code === 'too_small') return { kind: 'too_small', limit: Number(minimum) };
  return { kind: path.at(-1) === 'url' ? 'address' : 'invalid' };
}

/** The field as it would be stored, or the first thing that is wrong with it. */
export function normal(field: PracticeField, typed: unknown): Normal {
  const parsed = practiceFields[field].safeParse(withoutBlanks(field, typed));
  if (parsed.success) return { value: parsed.data, finding: null };
  const finding = findingOf(parsed.error.issues[0] as unknown as Issue);
  // Half a month was typed; anything but a text comes from no form.
  const isHalfMonth = months.includes(field) && typeof typed === 'string';
  return { value: null, finding: isHalfMonth ? { kind: 'month' } : finding };
}

export type Findings = Partial<Record<PracticeField, Finding>>;
