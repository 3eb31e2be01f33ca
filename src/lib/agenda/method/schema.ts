import { z } from 'zod';

const id = z.uuid();

export const ofCohort = z.object({ cohortId: id });
export type OfCohort = z.output<typeof ofCohort>;

const minutes = z.coerce.number().int().min(1).max(1_440);
const people = z.coerce.number().int().min(1).max(500);
/** A field that is left empty says that there is no limit. */
const noLimit = (value: unknown) => (value === '' || value === undefined ? null : value);

const words = z.object({
  name: z.string().trim().min(1).max(80),
  purpose: z.string().trim().max(500).default(''),
  minutesFrom: minutes,
  minutesUntil: minutes,
  peopleFrom: people,
  peopleUntil: z.preprocess(noLimit, people.nullable()).default(null),
  material: z.string().trim().max(500).default(''),
  /** One a line. */
  steps: z.string().trim().max(4_000).default(''),
});

interface Limits {
  minutesFrom: number;
  minutesUntil: number;
  peopleFrom: number;
  peopleUntil: number | null;
}

const hasTime = ({ minutesFrom, minutesUntil }: Limits) => minutesFrom <= minutesUntil;
const hasPeople = ({ peopleFrom, peopleUntil }: Limits) =>
  peopleUntil === null || peopleFrom <= peopleUntil;

const fields = words.extend({
  methodId: id,
  /** 0 for a new one; else the version that the writer started from. */
  version: z.coerce.number().int().min(0).default(0),
});

/** What the form of a method says. */
export const methodForm = fields
  .refine(hasTime, { path: ['minutesUntil'], error: 'until_before_from' })
  .refine(hasPeople, { path: ['peopleUntil'], error: 'until_before_from' });

export const saveMethod = fields
  .extend({ cohortId: id })
  .refine(hasTime, { path: ['minutesUntil'], error: 'until_before_from' })
  .refine(hasPeople, { path: ['peopleUntil'], error: 'until_before_from' });
export type SaveMethod = z.output<typeof saveMethod>;

export const methodRef = z.object({ cohortId: id, methodId: id });
export type MethodRef = z.output<typeof methodRef>;
