import { ensure } from '$lib/access/decision';
import type { System } from '$lib/access/actor';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import { record } from '$lib/activity/commands.server';
import { AppError, notFound } from '$lib/platform/errors';
import { publish } from '$lib/platform/events.server';
import { queueMail } from '$lib/platform/mail.server';
import type { CohortState } from '../frame';
import { mayErase, mayManageCohort } from '../policy';
import type { AskErasure, OfCohort } from '../schema';
import { erasureMail, type ErasureNews } from './mail.server';
import { addresseesOf, dueErasures } from './queries.server';
import { erasureDueAt } from './waiting-time';

interface House {
  origin: string;
}

async function lockCohort({ db }: PersonScope, cohortId: string) {
  const [cohort] = await db.$queryRaw<{ name: string; timeZone: string; state: CohortState }[]>`
    SELECT name, "timeZone", state::text AS state FROM cohort
     WHERE id = ${cohortId}::uuid FOR UPDATE`;
  if (!cohort) throw notFound();
  return cohort;
}

/** Mailed to everyone whatever they chose: nobody loses things unaware. */
async function tellByMail(scope: Scope, house: House, news: ErasureNews): Promise<void> {
  for (const addressee of await addresseesOf(scope, news.cohortId))
    await queueMail(scope, erasureMail(addressee, news, house));
}

/**
 * Asks for an archived cohort to be erased; everyone is told, and has time to object. Asking again
 * changes nothing.
 *
 * @throws AppError `cohort_not_archived`; `cohort_name_differs` where the typed name is another one
 */
export async function askErasure(
  scope: PersonScope,
  house: House,
  { cohortId, confirmation, backupNote }: AskErasure,
): Promise<{ dueAt: Date }> {
  const { db, actor, clock } = scope;
  ensure(mayManageCohort(actor, cohortId));
  const { name, state, timeZone } = await lockCohort(scope, cohortId);
  ensure(mayErase(state));
  if (confirmation !== name) throw new AppError('cohort_name_differs');
  const asked = await db.erasure.findFirst({ where: { cohortId }, select: { dueAt: true } });
  if (asked) return asked;
  const askedAt = clock.now();
  const dueAt = erasureDueAt(askedAt);
  const askedByName = actor.name;
  await db.erasure.createMany({ data: [{ cohortId, askedAt, askedByName, dueAt, backupNote }] });
  await record(scope, {
    cohortId,
    kind: 'erasure_asked',
    subjectKind: 'cohort',
    subjectId: cohortId,
    facts: { dueAt: dueAt.toISOString() },
  });
  await tellByMail(scope, house, {
    kind: 'asked',
    cohortId,
    cohort: name,
    by: askedByName,
    dueAt,
    timeZone,
  });
  return { dueAt };
}

/** Takes it back: everything stays, and everyone is told. */
export async function withdrawErasure(
  scope: PersonScope,
  house: House,
  { cohortId }: OfCohort,
): Promise<void> {
  const { db, actor } = scope;
  ensure(mayManageCohort(actor, cohortId));
  const { name, timeZone } = await lockCohort(scope, cohortId);
  const { count } = await db.erasure.deleteMany({ where: { cohortId, erasedAt: null } });
  if (count === 0) return;
  await record(scope, {
    cohortId,
    kind: 'erasure_withdrawn',
    subjectKind: 'cohort',
    subjectId: cohortId,
  });
  const news = { cohortId, cohort: name, by: actor.name, timeZone };
  await tellByMail(scope, house, { kind: 'withdrawn', ...news });
}

/** Erases what is due; the certificates are written in the same transaction. */
export async function eraseDue(scope: Scope<System>, house: House): Promise<void> {
  const { db, clock } = scope;
  for (const { cohortId, name } of await dueErasures(scope)) {
    // While it is known who belonged to it.
    const addressees = await addresseesOf(scope, cohortId);
    const [row] = await db.$queryRaw<{ isErased: boolean }[]>`
      SELECT app.cohort_erase(${cohortId}::uuid, ${clock.now()}::timestamptz) AS "isErased"`;
    if (!row!.isErased) continue;
    for (const addressee of addressees)
      await queueMail(
        scope,
        erasureMail(addressee, { kind: 'erased', cohortId, cohort: name }, house),
      );
    await publish(db, { cohortId, kind: 'cohort', id: cohortId });
  }
}
