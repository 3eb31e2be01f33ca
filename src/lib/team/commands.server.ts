import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { record } from '$lib/activity/commands.server';
import { AppError, conflict, notFound } from '$lib/platform/errors';
import { publish } from '$lib/platform/events.server';
import { sanitiseRichText } from '$lib/platform/rich-text.server';
import { mayAddTeam, mayDescribeSite, mayManageTeams } from './policy';
import type { CreateTeam, OfTeam, UpdateSite, UpdateTeam } from './schema';

async function ensureNameIsFree({ db }: PersonScope, cohortId: string, name: string, id: string) {
  const other = await db.team.findFirst({
    where: { cohortId, name, id: { not: id } },
    select: { id: true },
  });
  if (other) throw new AppError('team_name_taken', { name });
}

export async function createTeam(
  scope: PersonScope,
  { cohortId, id, ...settings }: CreateTeam,
): Promise<{ id: string }> {
  const { db, actor, clock } = scope;
  ensure(mayManageTeams(actor, cohortId));
  // Two organisers at once must not both take the last seat: the row is locked by a statement of its
  // own, because one that waits for the lock counts what stood when it began.
  await db.$queryRaw`SELECT 1 FROM cohort WHERE id = ${cohortId}::uuid FOR UPDATE`;
  const [seats] = await db.$queryRaw<{ taken: number; siteSeats: number; isKnown: boolean }[]>`
    SELECT c."siteSeats", (SELECT count(*)::int FROM team t WHERE t."cohortId" = c.id) AS taken,
           EXISTS (SELECT 1 FROM team t WHERE t."cohortId" = c.id AND t.id = ${id}::uuid) AS "isKnown"
      FROM cohort c WHERE c.id = ${cohortId}::uuid`;
  if (!seats) throw notFound();
  if (seats.isKnown) return { id };
  ensure(mayAddTeam(seats));
  await ensureNameIsFree(scope, cohortId, settings.name, id);
  await db.team.createMany({ data: [{ cohortId, id, ...settings, createdAt: clock.now() }] });
  await publish(db, { cohortId, kind: 'cohort', id: cohortId });
  return { id };
}

async function refuseOutdated({ db }: PersonScope, { cohortId, teamId }: OfTeam): Promise<never> {
  const team = await db.team.findFirst({
    where: { cohortId, id: teamId },
    select: { version: true },
  });
  throw team ? conflict(team.version) : notFound();
}

export async function updateTeam(
  scope: PersonScope,
  { cohortId, teamId, version, ...settings }: UpdateTeam,
): Promise<void> {
  const { db, actor } = scope;
  ensure(mayManageTeams(actor, cohortId));
  await ensureNameIsFree(scope, cohortId, settings.name, teamId);
  const { count } = await db.team.updateMany({
    where: { cohortId, id: teamId, version },
    data: { ...settings, version: version + 1 },
  });
  if (count === 0) await refuseOutdated(scope, { cohortId, teamId });
  await publish(db, { cohortId, kind: 'team', id: teamId });
}

/** The team's own page: where it starts, what it wants, what it offers and looks for. */
export async function updateSite(
  scope: PersonScope,
  { cohortId, teamId, version, startingPoint, aims, offers, seeks }: UpdateSite,
): Promise<void> {
  const { db, actor } = scope;
  ensure(mayDescribeSite(actor, cohortId, teamId));
  const { count } = await db.team.updateMany({
    where: { cohortId, id: teamId, version },
    data: {
      startingPoint: sanitiseRichText(startingPoint),
      aims: sanitiseRichText(aims),
      offers: sanitiseRichText(offers),
      seeks: sanitiseRichText(seeks),
      version: version + 1,
    },
  });
  if (count === 0) await refuseOutdated(scope, { cohortId, teamId });
  const team = await db.team.findFirst({ where: { cohortId, id: teamId }, select: { name: true } });
  await record(scope, {
    cohortId,
    kind: 'site_changed',
    subjectKind: 'team',
    subjectId: teamId,
    facts: { title: team?.name ?? '' },
  });
}

/** Takes away a team to which nothing belongs yet. */
export async function removeTeam(scope: PersonScope, { cohortId, teamId }: OfTeam): Promise<void> {
  const { db, actor } = scope;
  ensure(mayManageTeams(actor, cohortId));
  const [uses] = await db.$queryRaw<{ isUsed: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM membership WHERE "teamId" = ${teamId}::uuid)
        OR EXISTS (SELECT 1 FROM invitation WHERE "teamId" = ${teamId}::uuid)
        OR EXISTS (SELECT 1 FROM topic WHERE "teamId" = ${teamId}::uuid) AS "isUsed"`;
  if (uses?.isUsed) throw new AppError('team_in_use');
  await db.team.deleteMany({ where: { cohortId, id: teamId } });
  await publish(db, { cohortId, kind: 'cohort', id: cohortId });
}
