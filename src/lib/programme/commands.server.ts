import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { endSessionsOf } from '$lib/account/commands.server';
import { record } from '$lib/activity/commands.server';
import { invite, type Origin } from '$lib/invitation/commands.server';
import { conflict, notFound } from '$lib/platform/errors';
import { newId } from '$lib/platform/id';
import { mayAdminister, mayEndRole } from './policy';
import type {
  AppointOrganiser,
  CreateCohort,
  CreateProgramme,
  RemoveOrganiser,
  RenameProgramme,
} from './schema';

/** Sets a programme up; a repeated request is the same request. */
export async function createProgramme(
  { db, actor, clock }: PersonScope,
  { id, name }: CreateProgramme,
): Promise<{ id: string }> {
  ensure(mayAdminister(actor));
  await db.programme.createMany({
    data: [{ id, name, createdAt: clock.now() }],
    skipDuplicates: true,
  });
  return { id };
}

/** @throws AppError `conflict` where somebody has renamed it since */
export async function renameProgramme(
  { db, actor }: PersonScope,
  { programmeId, name, version }: RenameProgramme,
): Promise<{ version: number }> {
  ensure(mayAdminister(actor));
  const { count } = await db.programme.updateMany({
    where: { id: programmeId, version },
    data: { name, version: version + 1 },
  });
  if (count === 1) return { version: version + 1 };
  const found = await db.programme.findUnique({
    where: { id: programmeId },
    select: { version: true },
  });
  throw found ? conflict(found.version) : notFound();
}

const asDate = (day: string): Date | null => (day === '' ? null : new Date(day));

/**
 * Sets a cohort up, as a draft without people. Its charter is the organiser's to publish: nobody
 * else can be invited before.
 */
export async function createCohort(
  { db, actor, clock }: PersonScope,
  { id, programmeId, name, siteSeats, teamSize, startsOn, endsOn }: CreateCohort,
): Promise<{ id: string }> {
  ensure(mayAdminister(actor));
  const programme = await db.programme.findUnique({
    where: { id: programmeId },
    select: { id: true },
  });
  if (!programme) throw notFound();
  await db.cohort.createMany({
    data: [
      {
        id,
        programmeId,
        name,
        siteSeats,
        teamSize,
        startsOn: asDate(startsOn),
        endsOn: asDate(endsOn),
        createdAt: clock.now(),
      },
    ],
    skipDuplicates: true,
  });
  return { id };
}

/** Invites an organiser; with the first one, the cohort begins to form. */
export async function appointOrganiser(
  scope: PersonScope,
  place: Origin,
  input: AppointOrganiser,
): Promise<{ id: string }> {
  ensure(mayAdminister(scope.actor));
  const invited = await invite(scope, place, {
    ...input,
    role: 'organiser',
    teamId: null,
    topicIds: [],
    sendsMail: true,
  });
  await scope.db.$executeRaw`SELECT app.cohort_begin_forming(${input.cohortId}::uuid)`;
  return invited;
}

/** Ends an organiser's role at once; everyone in the cohort is told, and the log keeps it. */
export async function removeOrganiser(
  scope: PersonScope,
  { cohortId, membershipId, reason }: RemoveOrganiser,
): Promise<void> {
  const { db, actor, clock } = scope;
  ensure(mayAdminister(actor));
  const membership = await db.membership.findFirst({
    where: { cohortId, id: membershipId, role: 'organiser' },
    select: {
      endedAt: true,
      account: { select: { id: true, name: true } },
      cohort: { select: { state: true } },
    },
  });
  if (!membership) throw notFound();
  if (membership.endedAt) return;
  ensure(mayEndRole(membership.cohort.state, reason));
  const { id: accountId, name: personName } = membership.account;
  const at = clock.now();
  await db.membership.updateMany({
    where: { cohortId, id: membershipId, endedAt: null },
    data: { endedAt: at },
  });
  await db.membershipLog.createMany({
    data: [
      {
        cohortId,
        id: newId(at),
        at,
        change: 'left',
        personName,
        role: 'organiser',
        byName: actor.name,
        reason,
      },
    ],
  });
  await record(scope, {
    cohortId,
    kind: 'person_left',
    subjectKind: 'membership',
    subjectId: membershipId,
    facts: { personName, role: 'organiser', reason },
  });
  await endSessionsOf(scope, accountId);
}
