import { z } from 'zod';

const id = z.uuid();

/** Unite the topic `fromId` with `intoId`, which goes on. */
export const proposeMerge = z.object({
  cohortId: id,
  id,
  fromId: id,
  intoId: id,
  reason: z.string().trim().min(1).max(1_000),
});
export type ProposeMerge = z.output<typeof proposeMerge>;

export const mergeRef = z.object({ cohortId: id, id });
export type MergeRef = z.output<typeof mergeRef>;

export const consent = mergeRef.extend({ agrees: z.boolean() });
export type Consent = z.output<typeof consent>;

export const candidates = z.object({
  cohortId: id,
  topicId: id,
  q: z.string().trim().max(100).catch(''),
});
export type Candidates = z.output<typeof candidates>;
