import { z } from 'zod';
import { fieldNames, practiceContent, practiceFields } from './fields';

const id = z.uuid();

/** One practice example of one cohort. */
export const practiceRef = z.object({ cohortId: id, practiceId: id });
export type PracticeRef = z.output<typeof practiceRef>;

/** Who reads: the team that owns it, its cohort, everyone. */
export const rungs = ['team', 'cohort', 'public'] as const;
export type Rung = (typeof rungs)[number];
/** Rungs with a released text of their own. */
export const releasedRungs = ['cohort', 'public'] as const;
export type ReleasedRung = (typeof releasedRungs)[number];

/** Starts a record: empty, with what is typed already, or from a topic. */
export const create = practiceRef.extend({
  topicId: id.nullable().default(null),
  content: practiceContent.partial().default({}),
});
export type Create = z.output<typeof create>;

const fieldValue = (field: keyof typeof practiceFields, value: unknown) =>
  practiceFields[field].safeParse(value);

/** What one writer changed: each field with what it said before. */
export const save = practiceRef.extend({
  changes: z
    .array(z.object({ field: z.enum(fieldNames), from: z.unknown(), to: z.unknown() }))
    .max(fieldNames.length)
    .transform((changes, context) =>
      changes.map((change) => {
        const to = fieldValue(change.field, change.to);
        if (!to.success)
          for (const issue of to.error.issues)
            context.addIssue({ ...issue, path: [change.field, ...issue.path] } as never);
        return { ...change, to: to.success ? to.data : change.to };
      }),
    ),
});
export type Save = z.output<typeof save>;

export const setThanks = practiceRef.extend({ isThanked: z.boolean() });
export type SetThanks = z.output<typeof setThanks>;

/** `before` and `from` say which comments: those before this one, or from this one on. */
export const page = practiceRef.extend({
  before: id.nullable().catch(null).optional(),
  from: id.nullable().catch(null).optional(),
});
export type PageInput = z.output<typeof page>;

/** So many examples fit beside one another. */
export const COMPARED = 3;
export const compare = z.object({ cohortId: id, practiceIds: z.array(id).max(COMPARED) });
export type Compare = z.output<typeof compare>;
