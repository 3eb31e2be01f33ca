import { z } from 'zod';
import { ofCohort } from '$lib/cohort/schema';
import { hasWords } from '$lib/platform/plain-text';

const MAXIMUM_BODY = 20_000;

/** The roles that can be addressed; partners see dates and numbers, no announcements. */
export const addressableRoles = ['member', 'moderator', 'organiser', 'expert'] as const;

/** Empty lists mean everyone; a person is addressed who fits both lists. */
export const audience = ofCohort.extend({
  teamIds: z.array(z.uuid()).max(50).default([]),
  roles: z.array(z.enum(addressableRoles)).default([]),
});
export type Audience = z.infer<typeof audience>;

export const sendAnnouncement = audience.extend({
  id: z.uuid(),
  subject: z.string().trim().min(1).max(200),
  /** Rich text. */
  body: z.string().max(MAXIMUM_BODY).refine(hasWords, 'required'),
});
export type SendAnnouncement = z.infer<typeof sendAnnouncement>;

export const listAnnouncements = ofCohort.extend({
  /** The oldest announcement of the page before. */
  before: z.uuid().nullable().catch(null).default(null),
});
export type ListAnnouncements = z.infer<typeof listAnnouncements>;
