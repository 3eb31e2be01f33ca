import { z } from 'zod';
import { moment } from '$lib/platform/moment';
import { runKinds } from './run';

const id = z.uuid();

export const dayRef = z.object({ cohortId: id, workshopId: id });
export type DayRef = z.infer<typeof dayRef>;

export const MAXIMUM_EXTENSION = 120;

/** One tap; `at` is when the device says it was, by the server's clock as far as it knew that. */
export const tap = dayRef
  .extend({
    id,
    kind: z.enum(runKinds),
    itemId: id.nullable(),
    otherItemId: id.nullable(),
    minutes: z.int().min(1).max(MAXIMUM_EXTENSION).nullable(),
    undoneId: id.nullable(),
    at: z.iso.datetime().refine((text) => moment.safeParse(text).success),
  })
  .refine(
    ({ kind, itemId, otherItemId, minutes, undoneId }) =>
      (kind === 'undone') === (undoneId !== null) &&
      (kind === 'undone') === (itemId === null) &&
      (kind === 'extended') === (minutes !== null) &&
      (kind !== 'moved_on' || otherItemId !== null),
  );
export type Tap = z.infer<typeof tap>;

export const MAXIMUM_NOTE = 1_000;
/** A parked question becomes the question of a topic, with one click. */
export const MAXIMUM_PARKED = 200;
export const MAXIMUM_SENTENCE = 300;

/** The version that the writer started from; 0 for something new. */
const version = z.int().min(0);

export const writeNote = dayRef.extend({
  id,
  itemId: id,
  body: z.string().trim().min(1).max(MAXIMUM_NOTE),
  version,
});
export type WriteNote = z.infer<typeof writeNote>;

export const writeParked = dayRef.extend({
  id,
  itemId: id.nullable(),
  body: z.string().trim().min(1).max(MAXIMUM_PARKED),
  version,
});
export type WriteParked = z.infer<typeof writeParked>;

export const entryRef = dayRef.extend({ id });
export type EntryRef = z.infer<typeof entryRef>;

/** `topicId` is made by the device: proposed twice, it is the same topic. */
export const proposeParked = entryRef.extend({ topicId: id });
export type ProposeParked = z.infer<typeof proposeParked>;

export const reactionAnswers = ['yes', 'partly', 'no'] as const;
export type ReactionAnswer = (typeof reactionAnswers)[number];

export const react = dayRef.extend({
  topicId: id,
  answer: z.enum(reactionAnswers),
  sentence: z.string().trim().max(MAXIMUM_SENTENCE),
  version,
});
export type React = z.infer<typeof react>;

export const topicRef = dayRef.extend({ topicId: id });
export type TopicRef = z.infer<typeof topicRef>;
