import { newItem, type AgendaItem } from '$lib/agenda/document';
import { newId } from '$lib/platform/id';
import { aTopic } from './topic';
import { aWorkshop, publishProgramme, type SomeWorkshop } from './workshop';
import type { World } from './world';

/** A workshop that takes place today, its programme published, with one topic of Ahlen's. */
export interface SomeDay extends SomeWorkshop {
  items: AgendaItem[];
  topicId: string;
}

/** From nine on: welcome, the topic, a break, the closing round. */
export async function aDay(world: World, topic?: Promise<string>): Promise<SomeDay> {
  const topicId = await (topic ?? aTopic(world));
  const date = world.clock.now().toISOString().slice(0, 10);
  const workshop = await aWorkshop(world, { date });
  const { cohortId, workshopId, dayId } = workshop;
  const items = [
    newItem({ id: newId(), kind: 'welcome', minutes: 30, dayId, title: 'Ankommen' }),
    newItem({ id: newId(), kind: 'group_work', minutes: 60, dayId, title: 'Arbeit', topicId }),
    newItem({ id: newId(), kind: 'break', minutes: 15, dayId, title: 'Pause' }),
    newItem({ id: newId(), kind: 'plenary', minutes: 30, dayId, title: 'Abschlussrunde' }),
  ];
  await publishProgramme(world, workshop, items);
  await world.owner.topicSlot.create({ data: { cohortId, workshopId, topicId, minutes: 60 } });
  await world.owner.topic.update({ where: { id: topicId }, data: { state: 'scheduled' } });
  return { ...workshop, items, topicId };
}

/** What a tap says; `started` where nothing else is said. */
export const aTap = (
  { cohortId, workshopId, items }: SomeDay,
  at: Date,
  more: Record<string, unknown> = {},
) => ({
  ...{ cohortId, workshopId, id: newId(), kind: 'started' as const, itemId: items[0]!.id },
  ...{ otherItemId: null, minutes: null, undoneId: null, at: at.toISOString() },
  ...more,
});

export const aNote = ({ cohortId, workshopId, items }: SomeDay, body = 'Alle duzen sich.') => ({
  ...{ cohortId, workshopId, id: newId(), itemId: items[1]!.id, body, version: 0 },
});
