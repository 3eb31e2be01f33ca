import { z } from 'zod';
import { locale, mailAddress } from '$lib/account/schema';
import { ofCohort } from '$lib/cohort/schema';

export const ofMembership = ofCohort.extend({ membershipId: z.uuid() });
export type OfMembership = z.infer<typeof ofMembership>;

const orNull = (text: string | null | undefined) => text || null;

/** What the directory shows of a person; each decides for herself. */
export const updateEntry = ofMembership.extend({
  occupation: z.string().trim().max(160).default(''),
  contactEmail: z
    .union([z.literal(''), mailAddress])
    .nullish()
    .transform(orNull),
  contactPhone: z.string().trim().max(60).nullish().transform(orNull),
  contactHint: z.string().trim().max(400).default(''),
});
export type UpdateEntry = z.infer<typeof updateEntry>;

export const readLog = ofCohort.extend({ before: z.uuid().nullish() });
export type ReadLog = z.infer<typeof readLog>;

const reason = z.string().trim().max(500).default('');

export const endMembership = ofMembership.extend({ reason });
export type EndMembership = z.infer<typeof endMembership>;

export const replacePerson = ofMembership.extend({
  /** The id of the successor's invitation. */
  id: z.uuid(),
  email: mailAddress,
  name: z.string().trim().min(1).max(120),
  locale: locale.default('de'),
  reason,
  sendsMail: z.boolean().default(true),
});
export type ReplacePerson = z.infer<typeof replacePerson>;

export const giveRole = ofMembership.extend({
  /** The id of the new membership. */
  id: z.uuid(),
  role: z.enum(['moderator', 'organiser']),
  reason,
});
export type GiveRole = z.infer<typeof giveRole>;
