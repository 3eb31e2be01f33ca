import type { System } from '$lib/access/actor';
import type { Scope } from '$lib/access/scope.server';
import { tellPrivately } from '$lib/notice/commands.server';
import { paceOf } from '$lib/notice/queries.server';
import { enqueue } from '$lib/platform/jobs.server';
import { queueMail } from '$lib/platform/mail.server';
import { cohortOf, workshopFacts } from '../../queries.server';
import type { WorkshopRef } from '../../schema';
import { moveUp } from '../commands.server';
import type { PrivateNews } from '../news';
import { comingMail } from './mail.server';
import { dueThings, peopleToWriteTo } from './queries.server';

export const CARE_QUEUE = 'participation.care';

/** Asks for a look at each workshop for which something is due; each cohort's own job then decides anew. */
export async function watch(scope: Scope<System>): Promise<void> {
  const due = await dueThings(scope);
  const refs = new Map(due.map(({ cohortId, workshopId }) => [workshopId, cohortId]));
  for (const [workshopId, cohortId] of refs)
    await enqueue(scope.db, CARE_QUEUE, { cohortId, workshopId });
}

/** Gives seats away that became free, and reminds whoever is to be reminded; nobody twice. */
export async function care(
  scope: Scope<System>,
  ref: WorkshopRef,
  { origin }: { origin: string },
): Promise<void> {
  const { db, clock } = scope;
  // One after the other: two would remind the same people.
  await db.$executeRaw`SELECT app.lock_seats(${ref.workshopId}::uuid)`;
  const due = (await dueThings(scope)).filter(({ workshopId }) => workshopId === ref.workshopId);
  if (due.some(({ kind }) => kind === 'seat')) await moveUp(scope, ref);
  const reminders = due.flatMap(({ membershipId, kind, forDate }) =>
    membershipId === null || kind === 'seat' ? [] : [{ membershipId, kind, forDate }],
  );
  if (reminders.length === 0) return;
  await db.participationReminder.createMany({
    data: reminders.map((reminder) => ({ ...ref, ...reminder, at: clock.now() })),
  });
  const idsOf = (wanted: 'answer' | 'coming') =>
    reminders.flatMap(({ kind, membershipId }) => (kind === wanted ? membershipId : []));
  const missing = await peopleToWriteTo(scope, ref, idsOf('answer'));
  await tellPrivately(scope, {
    cohortId: ref.cohortId,
    kind: 'participation_answer_missing',
    noticeKind: 'date',
    subjectKind: 'workshop',
    subjectId: ref.workshopId,
    actorId: null,
    accountIds: missing.map(({ accountId }) => accountId),
  });
  await writeToThoseWhoCome(scope, ref, idsOf('coming'), origin);
}

/** When and where, two days before: by mail, to whoever wants mails about dates at all. */
async function writeToThoseWhoCome(
  scope: Scope<System>,
  ref: WorkshopRef,
  membershipIds: string[],
  origin: string,
): Promise<void> {
  if (membershipIds.length === 0) return;
  const workshop = await workshopFacts(scope.db, ref);
  const { timeZone } = await cohortOf(scope, ref.cohortId);
  for (const person of await peopleToWriteTo(scope, ref, membershipIds)) {
    if ((await paceOf(scope, person.accountId, 'date')) === 'off') continue;
    await queueMail(scope, comingMail(person, { workshop, timeZone, origin }));
  }
}

/** Tells somebody what concerns her or him: that a seat is free now, that others named her or him, … */
export async function tell(scope: Scope<System>, news: PrivateNews): Promise<void> {
  const { cohortId, workshopId, kind, membershipId, actorId } = news;
  const people = await peopleToWriteTo(scope, news, [membershipId]);
  await tellPrivately(scope, {
    cohortId,
    kind,
    noticeKind: 'date',
    subjectKind: 'workshop',
    subjectId: workshopId,
    actorId,
    accountIds: people.map(({ accountId }) => accountId).filter((id) => id !== actorId),
    // A seat that one has waited for is worth a mail of its own.
    isPressing: kind === 'participation_moved_up',
  });
}

/** What people need is not kept longer than it is of use. */
export const forgetNeeds = ({ db, clock }: Scope<System>) =>
  db.$executeRaw`SELECT app.forget_needs(${clock.now()}::timestamptz)`;
