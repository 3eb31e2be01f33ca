import type { Role } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { endSessionsOf, tellOpenPages } from '$lib/account/commands.server';
import { record } from '$lib/activity/commands.server';
import { mayManageCohort } from '$lib/cohort/policy';
import { invite, type Origin } from '$lib/invitation/commands.server';
import { publicTopics } from '$lib/invitation/queries.server';
import { enterRemovals } from '$lib/key/directory/commands.server';
import { AppError, notFound } from '$lib/platform/errors';
import { publish } from '$lib/platform/events.server';
import { logChange } from './log/commands.server';
import { mayChangeEntry, mayLeave } from './policy';
import type { EndMembership, GiveRole, OfMembership, ReplacePerson, UpdateEntry } from './schema';

/** What the directory shows of oneself. */
export async function updateEntry(
  { db, actor }: PersonScope,
  { cohortId, membershipId, ...entry }: UpdateEntry,
): Promise<void> {
  ensure(mayChangeEntry(actor, cohortId, membershipId));
  await db.membership.updateMany({ where: { cohortId, id: membershipId }, data: entry });
  await publish(db, { cohortId, kind: 'cohort', id: cohortId });
}

interface Leaving {
  accountId: string;
  name: string;
  role: Role;
  teamId: string | null;
  teamName: string | null;
  hasLeft: boolean;
  isClosed: boolean;
  organiserCount: number;
}

async function lockLeaving(
  { db }: PersonScope,
  { cohortId, membershipId }: OfMembership,
): Promise<Leaving> {
  const [row] = await db.$queryRaw<Leaving[]>`
    SELECT m."accountId", a.name, m.role::text AS role, m."teamId", t.name AS "teamName",
           m."endedAt" IS NOT NULL AS "hasLeft", c.state <> 'draft' AND c.state <> 'forming' AS "isClosed",
           (SELECT count(*)::int FROM membership o WHERE o."cohortId" = c.id
               AND o.role = 'organiser' AND o."endedAt" IS NULL) AS "organiserCount"
      FROM membership m JOIN account a ON a.id = m."accountId" JOIN cohort c ON c.id = m."cohortId"
      LEFT JOIN team t ON t.id = m."teamId"
     WHERE m."cohortId" = ${cohortId}::uuid AND m.id = ${membershipId}::uuid FOR UPDATE OF m`;
  if (!row) throw notFound();
  return row;
}

/** The membership ends, and with it every open session and the keys' place in the directory. */
async function leave(
  scope: PersonScope,
  { cohortId, membershipId }: OfMembership,
  leaving: Leaving,
) {
  const { db, clock } = scope;
  await db.membership.updateMany({
    where: { cohortId, id: membershipId, endedAt: null },
    data: { endedAt: clock.now() },
  });
  await db.invitation.updateMany({
    where: { cohortId, replacesMembershipId: membershipId, acceptedAt: null, revokedAt: null },
    data: { revokedAt: clock.now() },
  });
  await enterRemovals(scope, leaving.accountId);
  await endSessionsOf(scope, leaving.accountId);
}

/** Somebody leaves without a successor, or loses a role; announced with its reason. */
export async function endMembership(scope: PersonScope, input: EndMembership): Promise<void> {
  const { cohortId, membershipId, reason } = input;
  ensure(mayManageCohort(scope.actor, cohortId));
  const leaving = await lockLeaving(scope, input);
  if (leaving.hasLeft) return;
  ensure(mayLeave({ ...leaving, reason }));
  const { name, role, teamName } = leaving;
  await logChange(scope, {
    cohortId,
    change: role === 'member' ? 'left' : 'role_ended',
    personName: name,
    role,
    teamName,
    reason,
  });
  await record(scope, {
    cohortId,
    kind: 'person_left',
    subjectKind: 'membership',
    subjectId: membershipId,
    facts: { person: name, role, team: teamName, reason },
  });
  await leave(scope, input, leaving);
}

/**
 * Somebody else takes the place. What belongs to the team (topics, drafts, supports, its ballot) stays
 * with the team; what the person followed and her unused votes pass on when the successor joins.
 */
export async function replacePerson(
  scope: PersonScope,
  place: Origin,
  input: ReplacePerson,
): Promise<{ invitationId: string }> {
  const { cohortId, membershipId, id, email, name: successorName, reason } = input;
  ensure(mayManageCohort(scope.actor, cohortId));
  const leaving = await lockLeaving(scope, input);
  const repeated = await scope.db.invitation.findFirst({
    where: { cohortId, id },
    select: { id: true },
  });
  if (repeated) return { invitationId: id };
  if (leaving.hasLeft) throw new AppError('already_left', { name: leaving.name });
  const { name, role, teamId, teamName } = leaving;
  // A successor takes over the place: an organiser who is replaced leaves the cohort in good hands.
  ensure(mayLeave({ ...leaving, reason, organiserCount: leaving.organiserCount + 1 }));
  await logChange(scope, {
    cohortId,
    change: 'replaced',
    personName: name,
    successorName,
    role,
    teamName,
    reason,
  });
  await record(scope, {
    cohortId,
    kind: 'person_replaced',
    subjectKind: 'membership',
    subjectId: membershipId,
    facts: { person: name, successor: successorName, role, team: teamName, reason },
  });
  const { locale, sendsMail } = input;
  const topicIds = await guestTopicsOf(scope, input);
  await leave(scope, input, leaving);
  await invite(scope, place, {
    cohortId,
    id,
    email,
    name: successorName,
    role,
    teamId,
    locale,
    topicIds,
    reason,
    sendsMail,
    replacesMembershipId: membershipId,
  });
  return { invitationId: id };
}

/** An expert's successor reads the same topics, as far as they can still be read by the cohort. */
async function guestTopicsOf(
  scope: PersonScope,
  { cohortId, membershipId }: OfMembership,
): Promise<string[]> {
  const readable = (await publicTopics(scope, { cohortId })).map(({ id }) => id);
  const guests = await scope.db.topicGuest.findMany({
    where: { cohortId, membershipId, topicId: { in: readable } },
    select: { topicId: true },
  });
  return guests.map(({ topicId }) => topicId);
}

/** Gives somebody who is in the cohort already one more role. */
export async function giveRole(
  scope: PersonScope,
  { cohortId, membershipId, id, role, reason }: GiveRole,
): Promise<void> {
  const { db, clock, actor } = scope;
  ensure(mayManageCohort(actor, cohortId));
  const person = await lockLeaving(scope, { cohortId, membershipId });
  const { accountId, name } = person;
  const present = await db.membership.findFirst({
    where: { cohortId, accountId, role, endedAt: null },
    select: { id: true },
  });
  if (present) return;
  if (person.hasLeft) throw new AppError('already_left', { name });
  if (person.isClosed && reason === '') throw new AppError('reason_missing');
  await db.membership.createMany({
    data: [{ cohortId, id, accountId, role, joinedAt: clock.now() }],
  });
  await logChange(scope, { cohortId, change: 'role_given', personName: name, role, reason });
  await record(scope, {
    cohortId,
    kind: 'role_given',
    subjectKind: 'membership',
    subjectId: id,
    facts: { person: name, role, reason },
  });
  await tellOpenPages(scope, accountId);
}
