import { z } from 'zod';

export const workshopRef = z.object({ cohortId: z.uuid(), workshopId: z.uuid() });
export type WorkshopRef = z.output<typeof workshopRef>;

export const versionRef = workshopRef.extend({
  /** Null: the one that counts now. */
  version: z.number().int().min(1).max(10_000).nullable().default(null),
});
export type VersionRef = z.output<typeof versionRef>;

/** Why something is as it is: read by everyone, and shown in lists. */
export const publicReason = z.string().trim().max(500);

export const publishProgramme = workshopRef.extend({
  /** What the moderators saw: the state of the plan, and the number of the version to be. */
  revision: z.number().int().min(0),
  version: z.number().int().min(1),
  /** Why the programme changes; not asked for the first one. */
  reason: publicReason.default(''),
  /** Why chosen topics get less than decided, by topic. */
  reasons: z.record(z.uuid(), publicReason).default({}),
});
export type PublishProgramme = z.output<typeof publishProgramme>;
