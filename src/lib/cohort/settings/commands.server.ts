import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { record } from '$lib/activity/commands.server';
import { logChange } from '$lib/membership/log/commands.server';
import { AppError, conflict, notFound } from '$lib/platform/errors';
import { publish } from '$lib/platform/events.server';
import { sanitiseRichText } from '$lib/platform/rich-text.server';
import { mayManageCohort, mayMove, type MoveFacts } from '../policy';
import type { MoveCohort, OfCohort, UpdateCohort } from '../schema';

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
