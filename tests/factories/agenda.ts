import { newItem, type AgendaContent, type AgendaItem } from '$lib/agenda/document';
import { newId } from '$lib/platform/id';
import { aTopic } from './topic';
import { aWorkshop, type SomeWorkshop } from './workshop';
import type { World } from './world';

/** Writes a plan as the board would leave it, and answers its revision. */
export async function planItems(
  { owner, clock }: World,
  { cohortId, workshopId }: SomeWorkshop,
  items: AgendaItem[],
  said: Partial<AgendaContent> = {},
): Promise<number> {
  const content = { tracks: [], availability: [], reasons: {}, ...said, items } as object;
  const at = clock.now();
  const { revision } = await owner.agenda.upsert({
    where: { workshopId },
    create: { cohortId, workshopId, content, revision: 1, changedAt: at },
    update: { content, revision: { increment: 1 }, changedAt: at },
  });
  return revision;
}

/** A workshop with a plan of a welcome and one topic of Ahlen that a vote has chosen. */
export async function aPlannedWorkshop(world: World, said: { cohortId?: string } = {}) {
  // One chosen topic at a time: earlier ones of this world would be owed a place too.
  await world.owner.topic.updateMany({
    where: { cohortId: world.cohortA, state: { in: ['chosen', 'scheduled'] } },
    data: { state: 'worked_on' },
  });
  const topicId = await aTopic(world, { state: 'chosen' });
  const workshop = await aWorkshop(world, { ...said, date: '2026-03-13' });
  const { dayId } = workshop;
  const welcome = newItem({ id: newId(), kind: 'welcome', minutes: 30, dayId, title: 'Ankommen' });
  const work = newItem({
    id: newId(),
    kind: 'group_work',
    minutes: 60,
    dayId,
    title: 'Kurze Einsätze',
    topicId,
    room: 'Saal',
    notes: 'Karten vorher sortieren',
    responsibleIds: [world.people.moderator.membershipId],
  });
  const revision = await planItems(world, workshop, [welcome, work]);
  const ref = { cohortId: workshop.cohortId, workshopId: workshop.workshopId };
  return { workshop, ref, topicId, welcome, work, revision };
}

/** The same, published as the first version. */
export async function aPublishedWorkshop(world: World) {
  const planned = await aPlannedWorkshop(world);
  const { ref, revision } = planned;
  await (await world.as('moderator')).agenda.publish.publish({ ...ref, revision, version: 1 });
  return planned;
}
