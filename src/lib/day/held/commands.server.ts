import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { daysOf } from '$lib/agenda/queries.server';
import { publish } from '$lib/platform/events.server';
import { newId } from '$lib/platform/id';
import { moveWithWorkshop } from '$lib/topic/commands.server';
import { tell } from '../commands.server';
import * as policy from '../policy';
import { dayFacts, leftRunning, lockDay } from '../queries.server';
import type { DayRef } from '../schema';

/** The day, locked, for those who run it. */
async function lockOwnDay(scope: PersonScope, ref: DayRef): Promise<policy.DayFacts> {
  ensure(policy.mayRun(scope.actor, await dayFacts(scope, ref)));
  return lockDay(scope, ref);
}

/** What still runs ends with the workshop: nobody could end it afterwards. */
async function endRunning(scope: PersonScope, ref: DayRef): Promise<void> {
  const { db, clock, actor } = scope;
  const { cohortId, workshopId } = ref;
  const ended = await leftRunning(scope, ref);
  const said = { cohortId, workshopId, kind: 'ended' as const, byId: actor.accountId };
  const receivedAt = clock.now();
  await db.runEvent.createMany({
    data: ended.map(({ itemId, at }) => ({ ...said, id: newId(), itemId, at, receivedAt })),
  });
}

/** The workshop is over: topics that had their slot in it are worked on. */
export async function hold(scope: PersonScope, ref: DayRef): Promise<void> {
  const day = await lockOwnDay(scope, ref);
  if (day.workshopState === 'held') return;
  ensure(policy.mayHold(scope.actor, day));
  await endRunning(scope, ref);
  await move(scope, ref, 'held');
}

/** It is not over after all: its topics wait for their slot again, unless more has come of them. */
export async function takeUpAgain(scope: PersonScope, ref: DayRef): Promise<void> {
  const day = await lockOwnDay(scope, ref);
  ensure(policy.mayTakeUpAgain(scope.actor, day));
  await move(scope, ref, 'fixed');
}

async function move(scope: PersonScope, ref: DayRef, state: 'held' | 'fixed'): Promise<void> {
  const { db, clock } = scope;
  const { cohortId, workshopId } = ref;
  const now = clock.now();
  const { title } = await db.workshop.update({
    where: { id: workshopId },
    data: { state, heldAt: state === 'held' ? now : null, changedAt: now },
    select: { title: true },
  });
  const slots = await db.topicSlot.findMany({
    where: { workshopId, minutes: { gt: 0 } },
    select: { topicId: true },
  });
  const topicIds = slots.map(({ topicId }) => topicId);
  const to = state === 'held' ? 'worked_on' : 'scheduled';
  const days = await daysOf(db, ref);
  // Often somebody says days later that it is over: passports tell when it was.
  const facts = { workshopId, workshopTitle: title, date: days.at(-1)?.date ?? null };
  await moveWithWorkshop(scope, { cohortId, topicIds, to }, facts);
  await publish(db, { cohortId, kind: 'workshop', id: workshopId });
  await tell(db, ref);
}
