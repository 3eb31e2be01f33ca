import { z } from 'zod';
import { workshopRef } from '../schema';

// What single people hear about who comes to a workshop, beside what everyone reads.

export const TELL_QUEUE = 'participation.tell';

export const privateNewsKinds = [
  'participation_moved_up',
  'participation_named',
  'participation_entered',
  'participation_guest',
] as const;
export type PrivateNewsKind = (typeof privateNewsKinds)[number];

/** What the job that tells them is given. */
export const privateNews = workshopRef.extend({
  kind: z.enum(privateNewsKinds),
  /** Who is told. */
  membershipId: z.uuid(),
  actorId: z.uuid().nullable(),
});
export type PrivateNews = z.infer<typeof privateNews>;
