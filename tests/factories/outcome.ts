import type { OutcomeAnswer } from '$lib/topic/outcome/answer';
import { aDay, type SomeDay } from './day';
import type { World } from './world';

/** A workshop that is over and has worked on one topic of Ahlen's. */
export async function aHeldDay(world: World, topic?: Promise<string>): Promise<SomeDay> {
  const day = await aDay(world, topic);
  const { cohortId, workshopId } = day;
  await (await world.as('moderator')).day.hold({ cohortId, workshopId });
  return day;
}

/** What came of its topic, told by the moderator. */
export async function aToldOutcome(
  world: World,
  answer: OutcomeAnswer = 'partly',
  day?: SomeDay,
): Promise<{ cohortId: string; workshopId: string; topicId: string }> {
  const { cohortId, workshopId, topicId } = day ?? (await aHeldDay(world));
  const ref = { cohortId, workshopId, topicId };
  const text = { answer, body: '<p>Kurze Einsätze brauchen eine Ansprechperson.</p>' };
  await (await world.as('moderator')).outcome.tell({ ...ref, told: 0, version: 0, ...text });
  return ref;
}
