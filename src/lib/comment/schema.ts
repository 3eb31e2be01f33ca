import { z } from 'zod';

const id = z.uuid();

/** What is commented: a topic, a practice example or the minutes of a workshop; one of them. */
const subject = {
  cohortId: id,
  topicId: id.nullable().default(null),
  practiceId: id.nullable().default(null),
  workshopId: id.nullable().default(null),
};
const isOfOne = ({ topicId, practiceId, workshopId }: Subject): boolean =>
  [topicId, practiceId, workshopId].filter((one) => one !== null).length === 1;
export interface Subject {
  cohortId: string;
  topicId: string | null;
  practiceId: string | null;
  workshopId: string | null;
}

/** A comment's body as HTML; the server cleans it, and refuses one that says nothing. */
const body = z.string().max(20_000);

export const subjectRef = z.object(subject).refine(isOfOne);

export const create = z
  .object({ ...subject, id, body, quotedId: id.nullable().default(null) })
  .refine(isOfOne);
export type CreateComment = z.output<typeof create>;

export const edit = z
  .object({ ...subject, id, body, version: z.number().int().min(1) })
  .refine(isOfOne);
export type EditComment = z.output<typeof edit>;

export const commentRef = z.object({ ...subject, id }).refine(isOfOne);
export type CommentRef = z.output<typeof commentRef>;

/** Comments before this one, or from this one on; the latest where both are left out. */
export interface CommentRange {
  before?: string | null | undefined;
  from?: string | null | undefined;
}
