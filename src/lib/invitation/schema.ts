import { z } from 'zod';
import { locale, mailAddress, personName, stretchedPassword } from '$lib/account/schema';
import { ofCohort } from '$lib/cohort/schema';
import { newKeys } from '$lib/key/schema';
import { normaliseCode } from './codes';

const MAXIMUM_ROWS = 300;

const code = z.string().trim().min(1).max(40).transform(normaliseCode);

/** How one comes in: the link of a mail, the code of a letter, or the code on the projector. */
export const way = z.union([
  z.object({ token: z.string().min(1).max(100) }),
  z.object({ code }),
  z.object({ joinCode: code, email: mailAddress }),
]);
export type Way = z.infer<typeof way>;

export const acceptAsNew = stretchedPassword.extend({
  way,
  /** The new account's id, made by the browser: a repeated request is the same request. */
  id: z.uuid(),
  name: personName,
  locale,
  keys: newKeys,
});
export type AcceptAsNew = z.infer<typeof acceptAsNew>;

export const acceptSignedIn = z.object({ way });
export type AcceptSignedIn = z.infer<typeof acceptSignedIn>;

export const invitedRole = z.enum(['member', 'moderator', 'organiser', 'expert', 'partner']);

const reason = z.string().trim().max(500).default('');

const invitee = z.object({
  email: mailAddress,
  name: z.string().trim().max(120).default(''),
  role: invitedRole,
  teamId: z.uuid().nullable().default(null),
  locale: locale.default('de'),
});
export type Invitee = z.infer<typeof invitee>;

const needsTeam = ({ role, teamId }: { role: string; teamId: string | null }) =>
  (role === 'member') === (teamId !== null);

/** The topics that an expert will read; everybody else's role says what they read. */
const topicIds = z.array(z.uuid()).max(MAXIMUM_ROWS).default([]);
const hasNoOtherTopics = ({ role, topicIds }: { role: string; topicIds: string[] }) =>
  role === 'expert' || topicIds.length === 0;

export const invite = ofCohort
  .extend({
    ...invitee.shape,
    id: z.uuid(),
    topicIds,
    reason,
    sendsMail: z.boolean().default(true),
  })
  .refine(needsTeam, { path: ['teamId'], error: 'team_missing' })
  .refine(hasNoOtherTopics, { path: ['topicIds'] });
export type Invite = z.infer<typeof invite>;

export const inviteMany = ofCohort.extend({
  rows: z
    .array(invitee.extend({ id: z.uuid() }).refine(needsTeam, { path: ['teamId'] }))
    .min(1)
    .max(MAXIMUM_ROWS),
  reason,
  sendsMail: z.boolean().default(true),
});
export type InviteMany = z.infer<typeof inviteMany>;

/** A table as it was pasted or uploaded; what stands in it is judged by preview. */
export const previewTable = ofCohort.extend({
  rows: z
    .array(z.object({ line: z.int().min(1), cells: z.array(z.string().max(2_000)).max(60) }))
    .max(MAXIMUM_ROWS + 1),
});
export type PreviewTable = z.infer<typeof previewTable>;

export const ofInvitation = ofCohort.extend({ invitationId: z.uuid() });
export type OfInvitation = z.infer<typeof ofInvitation>;

export const letters = ofCohort.extend({
  invitationIds: z.array(z.uuid()).min(1).max(MAXIMUM_ROWS),
});
export type Letters = z.infer<typeof letters>;

export const openJoinCode = ofCohort.extend({
  id: z.uuid(),
  minutes: z.coerce.number().int().min(5).max(480).default(60),
});
export type OpenJoinCode = z.infer<typeof openJoinCode>;
