/**
 * An agenda in a file: what leaves and what comes in, between installations and other programs. Its JSON Schema,
 * published at /schemas/agenda.json, is made from what is read here. Pure.
 */
import { z } from 'zod';
import { templateContent, templateItem, templateOf } from '../template/template';
import type { AgendaContent } from '../document';
import type { Day } from '../timing';

export const FORMAT = 'werkraum-agenda';
const FORMAT_VERSION = 1;
export const SCHEMA_PATH = '/schemas/agenda.json';
export const MAXIMUM_FILE_BYTES = 400_000;

/** Told to whoever reads the file, and not taken over: they are of one workshop alone. */
const told = {
  topic: z.string().optional(),
  people: z.array(z.string()).optional(),
};

export const agendaFile = templateContent.extend({
  format: z.literal(FORMAT),
  version: z.literal(FORMAT_VERSION),
  title: z.string().optional(),
  days: z
    .array(z.object({ date: z.iso.date().nullable(), start: z.int(), end: z.int() }))
    .max(31)
    .optional(),
  items: z.array(templateItem.extend(told)).max(400),
});
export type AgendaFile = z.output<typeof agendaFile>;

/** The published schema (JSON Schema, draft 2020-12). */
export const agendaSchema = (origin: string): Record<string, unknown> => ({
  $id: `${origin}${SCHEMA_PATH}`,
  title: 'Werkraum: agenda of a workshop',
  ...z.toJSONSchema(agendaFile, { io: 'input' }),
});

interface Names {
  questionOf: (topicId: string) => string;
  nameOf: (membershipId: string) => string;
}

export function toFile(
  title: string,
  content: AgendaContent,
  days: readonly Day[],
  { questionOf, nameOf }: Names,
): AgendaFile {
  const { tracks, items } = templateOf(content, days);
  return {
    format: FORMAT,
    version: FORMAT_VERSION,
    title,
    days: days.map(({ date, startMinute, endMinute }) => ({
      date,
      start: startMinute,
      end: endMinute,
    })),
    tracks,
    items: items.map((item, index) => {
      const { topicId, responsibleIds, expertIds } = content.items[index]!;
      const topic = topicId === null ? '' : questionOf(topicId);
      const people = [...responsibleIds, ...expertIds].map(nameOf).filter(Boolean);
      return {
        ...item,
        ...(topic ? { topic } : {}),
        ...(people.length > 0 ? { people } : {}),
      };
    }),
  };
}

export type Refusal = 'not_json' | 'not_agenda' | 'newer_version' | 'empty';

export interface Problem {
  /** Which item, from 1; null: the file as a whole. */
  item: number | null;
  /** As the file calls it: "minutes". */
  field: string;
  code: 'missing' | 'too_long' | 'invalid';
}

export type ReadFile = { refusal: Refusal } | { problems: Problem[] } | { file: AgendaFile };

const frame = z.object({ format: z.literal(FORMAT), version: z.number() });

/** So many are told: who has more corrects these first. */
const MOST_PROBLEMS = 20;

/** What a file says, or what is wrong with it; nothing of it is taken over by halves. */
export function readAgendaFile(text: string): ReadFile {
  let said: unknown;
  try {
    said = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { refusal: 'not_json' };
  }
  const { data: framed } = frame.safeParse(said);
  if (!framed) return { refusal: 'not_agenda' };
  if (framed.version > FORMAT_VERSION) return { refusal: 'newer_version' };
  const { data, error } = agendaFile.safeParse(said);
  if (!data) return { problems: error.issues.slice(0, MOST_PROBLEMS).map(problemOf) };
  return data.items.length === 0 ? { refusal: 'empty' } : { file: data };
}

function problemOf({ path, code, ...issue }: z.core.$ZodIssue): Problem {
  const isInItem = path[0] === 'items' && typeof path[1] === 'number';
  const field = String(isInItem ? (path[2] ?? 'items') : (path[0] ?? ''));
  const isMissing = code === 'invalid_type' && issue.input === undefined;
  return {
    item: isInItem ? (path[1] as number) + 1 : null,
    field,
    code: isMissing ? 'missing' : code === 'too_big' ? 'too_long' : 'invalid',
  };
}
