import { z } from 'zod';
import { moment } from '$lib/platform/moment';
import { methodSettings, type MethodSettings } from './method';
import { MAXIMUM_OPTIONS } from './limits';

const id = z.uuid();
const MAXIMUM_TITLE = 200;
const MAXIMUM_TEXT = 20_000;
const MAXIMUM_REASON = 2_000;
const MAXIMUM_MINUTES = 1_440;
const MAXIMUM_OBJECTION_DAYS = 20;

export const cohortRef = z.object({ cohortId: id });
export type CohortRef = z.infer<typeof cohortRef>;

export const ballotRef = z.object({ cohortId: id, ballotId: id });
export type BallotRef = z.infer<typeof ballotRef>;

export const listBallots = cohortRef.extend({ before: id.optional() });
export type ListBallots = z.infer<typeof listBallots>;

/** A topic that is put to the vote, or a free answer with a title of its own. */
const option = z
  .object({
    /** Only of "all stays as it is", which the settings of systemic consensing name. */
    id: z.uuid().optional(),
    topicId: id.nullable(),
    /** Of a free answer; a topic brings its question. */
    title: z.string().trim().max(500),
    minutes: z.int().min(1).max(MAXIMUM_MINUTES).nullable(),
  })
  .refine(({ topicId, title }) => topicId !== null || title !== '', 'required');

const noOptionTwice = (options: z.infer<typeof option>[]) => {
  const topics = options.flatMap(({ topicId }) => topicId ?? []);
  return new Set(topics).size === topics.length;
};

/** An option without an id of its own gets one; the status quo has the one that the settings name. */
const isStatusQuo = (optionId: string | undefined, settings: MethodSettings) =>
  optionId === undefined ||
  (settings.method === 'resistance' && settings.statusQuoOptionId === optionId);

export const saveDraft = ballotRef
  .extend({
    /** The version that the editor started from; 0 for a new draft. */
    version: z.int().min(0),
    title: z.string().trim().min(1).max(MAXIMUM_TITLE),
    /** Rich text. */
    explanation: z.string().max(MAXIMUM_TEXT),
    settings: methodSettings,
    options: z.array(option).max(MAXIMUM_OPTIONS).refine(noOptionTwice, 'option_twice'),
    electorate: z.enum(['persons', 'teams']),
    isSecret: z.boolean(),
    includesModerators: z.boolean(),
    quorumPercent: z.int().min(1).max(100).nullable(),
    /** Working days in which teams can object to the decision; null: it is final at once. */
    objectionDays: z.int().min(1).max(MAXIMUM_OBJECTION_DAYS).nullable(),
    /** Opens by itself then; null: a moderator opens it. */
    opensAt: moment.nullable(),
    closesAt: moment,
  })
  .refine(({ opensAt, closesAt }) => opensAt === null || opensAt < closesAt, {
    error: 'closes_before_it_opens',
    path: ['closesAt'],
  })
  .refine(({ options, settings }) => options.every(({ id: own }) => isStatusQuo(own, settings)), {
    error: 'invalid',
    path: ['options'],
  });
export type SaveDraft = z.infer<typeof saveDraft>;

export const prolong = ballotRef.extend({ closesAt: moment });
export type Prolong = z.infer<typeof prolong>;

export const cancel = ballotRef.extend({ reason: z.string().trim().min(1).max(MAXIMUM_REASON) });
export type Cancel = z.infer<typeof cancel>;
