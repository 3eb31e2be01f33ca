import type { Locale, Role } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import type { CohortState } from '$lib/cohort/frame';
import { AppError, notFound } from '$lib/platform/errors';
import { queueMail } from '$lib/platform/mail.server';
import { secureRandomBytes } from '$lib/platform/random';
import { newJoinCode, newLetterCode, newToken, showCode } from './codes';
import { invitationMail } from './mail.server';
import { mayInvite, mayLetIn, mayManageInvitations, mayShowJoinCode } from './policy';
import {
  hashOfCode,
  hashOfJoinCode,
  hashOfToken,
  invitationFacts,
  publicTopics,
  type InvitationFacts,
} from './queries.server';
import type { Invite, Invitee, InviteMany, Letters, OfInvitation, OpenJoinCode } from './schema';

const VALID_DAYS = 30;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Where this installation is reached, for the links in mails. */
export interface Origin {
  origin: string;
}

interface InvitingCohort {
  id: string;
  name: string;
  programme: string;
  organisation: string;
  state: CohortState;
  timeZone: string;
  hasCharter: boolean;
}

async function invitingCohort({ db }: PersonScope, cohortId: string): Promise<InvitingCohort> {
  const [row] = await db.$queryRaw<InvitingCohort[]>`
    SELECT c.id, c.name, p.name AS programme, c.state::text AS state, c."timeZone",
           coalesce((SELECT organisation FROM installation), '') AS organisation,
           EXISTS (SELECT 1 FROM charter h WHERE h."cohortId" = c.id) AS "hasCharter"
      FROM cohort c JOIN programme p ON p.id = c."programmeId" WHERE c.id = ${cohortId}::uuid`;
  if (!row) throw notFound();
  return row;
}

const validUntil = ({ clock }: PersonScope): Date =>
  new Date(clock.now().getTime() + VALID_DAYS * DAY_MS);

/** Refuses what no place or no sense is left for; counts the places that it takes. */
function takePlace({ teams, taken }: InvitationFacts, { email, role, teamId }: Invitee): void {
  const double = taken.find((one) => one.email === email && one.role === role);
  if (double) throw new AppError(double.isJoined ? 'already_joined' : 'already_invited', { email });
  taken.push({ email, role, isJoined: false });
  if (teamId === null) return;
  const team = teams.find(({ id }) => id === teamId);
  if (!team) throw notFound();
  if (team.freePlaces <= 0) throw new AppError('team_full', { team: team.name });
  team.freePlaces -= 1;
}

interface NewInvitation extends Invitee {
  id: string;
  teamName: string | null;
  reason: string;
  topicIds?: string[];
  replacesMembershipId?: string;
}

/** Writes invitations and, where wished, hands their mails to the outbox. */
async function writeInvitations(
  scope: PersonScope,
  { origin }: Origin,
  cohort: InvitingCohort & { id: string },
  invitations: NewInvitation[],
  sendsMail: boolean,
): Promise<void> {
  const { db, clock, actor } = scope;
  const now = clock.now();
  const expiresAt = validUntil(scope);
  const written = invitations.map((invitation) => ({
    invitation,
    token: newToken(secureRandomBytes),
    code: newLetterCode(secureRandomBytes),
  }));
  await db.invitation.createMany({
    data: written.map(({ invitation, token, code }) => ({
      cohortId: cohort.id,
      id: invitation.id,
      email: invitation.email,
      name: invitation.name,
      role: invitation.role,
      teamId: invitation.teamId,
      locale: invitation.locale,
      reason: invitation.reason,
      replacesMembershipId: invitation.replacesMembershipId ?? null,
      invitedBy: actor.name,
      tokenHash: hashOfToken(token),
      codeHash: hashOfCode(code),
      createdAt: now,
      sentAt: sendsMail ? now : null,
      expiresAt,
    })),
  });
  await db.invitationTopic.createMany({
    data: invitations.flatMap(({ id, topicIds = [] }) =>
      topicIds.map((topicId) => ({ cohortId: cohort.id, invitationId: id, topicId })),
    ),
  });
  if (!sendsMail) return;
  for (const { invitation, token } of written)
    await sendMail(scope, { origin }, cohort, invitation, token, expiresAt);
}

async function sendMail(
  scope: PersonScope,
  { origin }: Origin,
  cohort: InvitingCohort,
  invitation: { email: string; name: string; locale: Locale; teamName: string | null },
  token: string,
  expiresAt: Date,
): Promise<void> {
  const { email, name, locale, teamName } = invitation;
  await queueMail(
    scope,
    invitationMail({
      cohortId: cohort.id,
      email,
      name,
      locale,
      teamName,
      cohortName: cohort.name,
      programme: cohort.programme,
      organisation: cohort.organisation,
      timeZone: cohort.timeZone,
      invitedBy: scope.actor.name,
      expiresAt,
      url: `${origin}/join/${token}`,
    }),
  );
}

/** @throws AppError `not_found` for topics of another cohort, and for drafts of a team */
async function ensurePublicTopics(scope: PersonScope, cohortId: string, topicIds: string[]) {
  if (topicIds.length === 0) return;
  const known = (await publicTopics(scope, { cohortId })).map(({ id }) => id);
  if (!topicIds.every((id) => known.includes(id))) throw notFound();
}

/** Invites one person; where one is replaced, the new one takes over when she or he accepts. */
export async function invite(
  scope: PersonScope,
  place: Origin,
  input: Invite & { replacesMembershipId?: string },
): Promise<{ id: string }> {
  const { cohortId, id, role, reason, sendsMail } = input;
  ensure(mayInvite(scope.actor, cohortId, role));
  if (await scope.db.invitation.findFirst({ where: { cohortId, id }, select: { id: true } }))
    return { id };
  const cohort = await invitingCohort(scope, cohortId);
  ensure(mayLetIn(cohort, role, reason));
  const facts = await invitationFacts(scope, { cohortId });
  takePlace(facts, input);
  await ensurePublicTopics(scope, cohortId, input.topicIds);
  const teamName = facts.teams.find((team) => team.id === input.teamId)?.name ?? null;
  await writeInvitations(
    scope,
    place,
    { ...cohort, id: cohortId },
    [{ ...input, teamName }],
    sendsMail,
  );
  return { id };
}

/** Invites everyone on a list, or nobody. */
export async function inviteMany(
  scope: PersonScope,
  place: Origin,
  { cohortId, rows, reason, sendsMail }: InviteMany,
): Promise<{ count: number }> {
  ensure(mayManageInvitations(scope.actor, cohortId));
  const ids = rows.map(({ id }) => id);
  const known = await scope.db.invitation.count({ where: { cohortId, id: { in: ids } } });
  if (known === rows.length) return { count: known };
  const cohort = await invitingCohort(scope, cohortId);
  const facts = await invitationFacts(scope, { cohortId });
  const invitations = rows.map((row) => {
    ensure(mayLetIn(cohort, row.role, reason));
    takePlace(facts, row);
    const teamName = facts.teams.find(({ id }) => id === row.teamId)?.name ?? null;
    return { ...row, teamName, reason };
  });
  await writeInvitations(scope, place, { ...cohort, id: cohortId }, invitations, sendsMail);
  return { count: rows.length };
}

async function openInvitation({ db }: PersonScope, { cohortId, invitationId }: OfInvitation) {
  const invitation = await db.invitation.findFirst({
    where: { cohortId, id: invitationId },
    select: {
      email: true,
      name: true,
      role: true,
      locale: true,
      acceptedAt: true,
      revokedAt: true,
      team: { select: { name: true } },
    },
  });
  if (!invitation) throw notFound();
  if (invitation.acceptedAt) throw new AppError('invitation_used');
  return invitation;
}

/** Sends the mail again, with a new link; links sent before stop working. */
export async function resend(scope: PersonScope, place: Origin, input: OfInvitation) {
  const { cohortId, invitationId } = input;
  const invitation = await openInvitation(scope, input);
  ensure(mayInvite(scope.actor, cohortId, invitation.role));
  const cohort = await invitingCohort(scope, cohortId);
  const token = newToken(secureRandomBytes);
  const expiresAt = validUntil(scope);
  await scope.db.invitation.updateMany({
    where: { cohortId, id: invitationId },
    data: {
      tokenHash: hashOfToken(token),
      sentAt: scope.clock.now(),
      expiresAt,
      revokedAt: null,
    },
  });
  const { email, name } = invitation;
  const teamName = invitation.team?.name ?? null;
  const locale = invitation.locale === 'en' ? 'en' : 'de';
  await sendMail(scope, place, cohort, { email, name, locale, teamName }, token, expiresAt);
}

/** Takes an invitation back: its link and its code open nothing any more. */
export async function revoke(scope: PersonScope, input: OfInvitation): Promise<void> {
  const { role } = await openInvitation(scope, input);
  ensure(mayInvite(scope.actor, input.cohortId, role));
  await scope.db.invitation.updateMany({
    where: { cohortId: input.cohortId, id: input.invitationId },
    data: { revokedAt: scope.clock.now() },
  });
}

/** Undoes `revoke`: the same link and code work again. */
export async function restore(scope: PersonScope, input: OfInvitation): Promise<void> {
  const { role } = await openInvitation(scope, input);
  ensure(mayInvite(scope.actor, input.cohortId, role));
  await scope.db.invitation.updateMany({
    where: { cohortId: input.cohortId, id: input.invitationId },
    data: { revokedAt: null },
  });
}

export interface Letter {
  id: string;
  name: string;
  email: string;
  role: Role;
  teamName: string | null;
  /** In groups of four, for the eye. */
  code: string;
  expiresAt: Date;
}

/**
 * What the printed letters say. Only hashes are kept, so every printing makes new codes; those of
 * letters printed before stop working.
 */
export async function letters(
  scope: PersonScope,
  { cohortId, invitationIds }: Letters,
): Promise<Letter[]> {
  const { db, actor, clock } = scope;
  ensure(mayManageInvitations(actor, cohortId));
  const invitations = await db.invitation.findMany({
    where: { cohortId, id: { in: invitationIds }, acceptedAt: null, revokedAt: null },
    select: { id: true, name: true, email: true, role: true, team: { select: { name: true } } },
    orderBy: [{ team: { name: 'asc' } }, { name: 'asc' }],
  });
  if (invitations.length === 0) throw notFound();
  const expiresAt = validUntil(scope);
  const coded = invitations.map((invitation) => ({
    ...invitation,
    code: newLetterCode(secureRandomBytes),
  }));
  const ids = coded.map(({ id }) => id);
  const hashes = coded.map(({ code }) => hashOfCode(code));
  await db.$executeRaw`
    UPDATE invitation SET "codeHash" = renewed.hash, "expiresAt" = ${expiresAt}::timestamptz,
           "sentAt" = coalesce("sentAt", ${clock.now()}::timestamptz)
      FROM unnest(${ids}::uuid[], ${hashes}::text[]) AS renewed (id, hash)
     WHERE invitation.id = renewed.id`;
  return coded.map(({ id, name, email, role, team, code }) => ({
    id,
    name,
    email,
    role,
    teamName: team?.name ?? null,
    code: showCode(code),
    expiresAt,
  }));
}

/** Makes the code for the projector; one that was open before ends. */
export async function openJoinCode(
  scope: PersonScope,
  { cohortId, id, minutes }: OpenJoinCode,
): Promise<{ code: string; expiresAt: Date }> {
  const { db, actor, clock } = scope;
  ensure(mayShowJoinCode(actor, cohortId));
  const now = clock.now();
  const code = newJoinCode(secureRandomBytes);
  const expiresAt = new Date(now.getTime() + minutes * MINUTE_MS);
  await db.joinCode.updateMany({ where: { cohortId, endedAt: null }, data: { endedAt: now } });
  const opened = { codeHash: hashOfJoinCode(code), createdAt: now, expiresAt };
  // Only its hash is known of a code that was shown: a repeated request shows another one instead.
  const { count } = await db.joinCode.updateMany({
    where: { cohortId, id },
    data: { ...opened, endedAt: null },
  });
  if (count === 0) await db.joinCode.createMany({ data: [{ cohortId, id, ...opened }] });
  return { code: showCode(code), expiresAt };
}

export async function endJoinCode(
  { db, actor, clock }: PersonScope,
  { cohortId }: { cohortId: string },
): Promise<void> {
  ensure(mayShowJoinCode(actor, cohortId));
  await db.joinCode.updateMany({
    where: { cohortId, endedAt: null },
    data: { endedAt: clock.now() },
  });
}
