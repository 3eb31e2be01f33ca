import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { record } from '$lib/activity/commands.server';
import { logChange } from '$lib/membership/log/commands.server';
import { AppError, conflict, notFound } from '$lib/platform/errors';
import { publish } from '$lib/platform/events.server';
import { sanitiseRichText } from '$lib/platform/rich-text.server';
import { mayManageCohort, mayMove, maySetDates, type MoveFacts } from '../policy';
import type { MoveCohort, OfCohort, OfDate, SaveDate, UpdateCohort } from '../schema';

export async function updateCohort(
  { db, actor }: PersonScope,
  { cohortId, version, welcome, ...values }: UpdateCohort,
): Promise<void> {
  ensure(mayManageCohort(actor, cohortId));
  const { count } = await db.cohort.updateMany({
    where: { id: cohortId, version },
    data: { ...values, welcome: sanitiseRichText(welcome), version: version + 1 },
  });
  if (count === 0) {
    const now = await db.cohort.findFirst({ where: { id: cohortId }, select: { version: true } });
    throw now ? conflict(now.version) : notFound();
  }
  await publish(db, { cohortId, kind: 'cohort', id: cohortId });
}

/**
 * One step of the cohort's life. Closing fixes the list of people, opening it again needs a reason;
 * everyone is told of both.
 */
export async function moveCohort(
  scope: PersonScope,
  { cohortId, to, reason }: MoveCohort,
): Promise<void> {
  const { db, actor, clock } = scope;
  ensure(mayManageCohort(actor, cohortId));
  const [cohort] = await db.$queryRaw<Omit<MoveFacts, 'reason'>[]>`
    SELECT c.state::text AS state,
           EXISTS (SELECT 1 FROM charter h WHERE h."cohortId" = c.id) AS "hasCharter",
           app.cohort_awaits_ballot(c.id, ${clock.now()}::timestamptz) AS "awaitsBallot",
           EXISTS (SELECT 1 FROM erasure e WHERE e."cohortId" = c.id) AS "isToBeErased"
      FROM cohort c WHERE c.id = ${cohortId}::uuid FOR UPDATE OF c`;
  if (!cohort) throw notFound();
  if (cohort.state === to) return;
  ensure(mayMove({ ...cohort, reason }, to));
  const tell = (kind: 'cohort_closed' | 'cohort_reopened' | 'cohort_archived', facts = {}) =>
    record(scope, { cohortId, kind, subjectKind: 'cohort', subjectId: cohortId, facts });
  // Told first: an archived cohort takes no new entry.
  if (to === 'archived') await tell('cohort_archived');
  await db.cohort.updateMany({ where: { id: cohortId }, data: { state: to } });
  if (cohort.state === 'forming' && to === 'closed') {
    await logChange(scope, { cohortId, change: 'cohort_closed', personName: '' });
    await tell('cohort_closed');
  } else if (cohort.state === 'closed' && to === 'forming') {
    await logChange(scope, { cohortId, change: 'cohort_reopened', personName: '', reason });
    await tell('cohort_reopened', { reason });
  } else await publish(db, { cohortId, kind: 'cohort', id: cohortId });
}

/**
 * Throws away a draft to which nobody but organisers has come.
 *
 * @throws AppError `cohort_not_draft`, `cohort_has_people`; `not_found` for whoever is neither its
 * organiser nor the administrator
 */
export async function discardCohort({ db }: PersonScope, { cohortId }: OfCohort): Promise<void> {
  const [row] = await db.$queryRaw<{ outcome: string }[]>`
    SELECT app.cohort_discard(${cohortId}::uuid) AS outcome`;
  if (row!.outcome !== 'discarded') throw new AppError(row!.outcome);
}

type DateValues = Omit<SaveDate, 'cohortId' | 'id'>;

const isSameDate = (one: DateValues, other: DateValues): boolean =>
  one.title === other.title &&
  one.place === other.place &&
  one.startsAt.getTime() === other.startsAt.getTime() &&
  one.endsAt?.getTime() === other.endsAt?.getTime();

/** Enters a date of the series, or changes it. */
export async function saveDate(
  scope: PersonScope,
  { cohortId, id, ...values }: SaveDate,
): Promise<{ id: string }> {
  const { db, actor } = scope;
  ensure(maySetDates(actor, cohortId));
  const stored = await db.cohortDate.findFirst({
    where: { cohortId, id },
    select: { title: true, place: true, startsAt: true, endsAt: true },
  });
  // Nobody is told of a change that is none.
  if (stored && isSameDate(stored, values)) return { id };
  if (stored) await db.cohortDate.updateMany({ where: { cohortId, id }, data: values });
  else await db.cohortDate.createMany({ data: [{ cohortId, id, ...values }] });
  await record(scope, {
    cohortId,
    kind: 'date_changed',
    subjectKind: 'cohort',
    subjectId: cohortId,
    facts: { title: values.title, startsAt: values.startsAt.toISOString(), isNew: stored === null },
  });
  return { id };
}

/** Takes a date away. It comes back by saving it again. */
export async function removeDate(scope: PersonScope, { cohortId, dateId }: OfDate): Promise<void> {
  const { db, actor } = scope;
  ensure(maySetDates(actor, cohortId));
  const date = await db.cohortDate.findFirst({
    where: { cohortId, id: dateId },
    select: { title: true, startsAt: true },
  });
  if (!date) return;
  await db.cohortDate.deleteMany({ where: { cohortId, id: dateId } });
  await record(scope, {
    cohortId,
    kind: 'date_changed',
    subjectKind: 'cohort',
    subjectId: cohortId,
    facts: { title: date.title, startsAt: date.startsAt.toISOString(), isRemoved: true },
  });
}
