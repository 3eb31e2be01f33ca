import type { TopicState } from '$lib/topic/life';
import { newId } from '$lib/platform/id';
import type { World } from './world';

/** What a team says; every field filled with something believable. */
export const topicWords = {
  question: 'Wie gewinnen wir Menschen für kurze Einsätze?',
  about: '<p>Viele wollen helfen, aber nicht jede Woche.</p>',
  whyNow: '<p>Der Ehrenamtspreis steht an.</p>',
  bringsCase: '',
  bringsFailure: '',
  bringsExpert: '',
  needs: true,
  offers: false,
  tags: ['Vereine'],
  minutes: 60,
  format: 'discussion' as const,
};

/** A proposed topic of Ahlen (Anna and Ben) or Menden (Clara); made by the commands people use. */
export async function aTopic(
  world: World,
  options: { team?: 'ahlen' | 'menden'; state?: TopicState; question?: string } = {},
): Promise<string> {
  const { team = 'ahlen', state = 'proposed', question = topicWords.question } = options;
  const api = await world.as(team === 'ahlen' ? 'member' : 'otherTeam');
  const topicId = newId();
  const cohortId = world.cohortA;
  await api.topic.propose({ ...topicWords, question, cohortId, topicId, version: 0 });
  if (state !== 'proposed')
    await world.owner.topic.update({ where: { id: topicId }, data: { state } });
  return topicId;
}

export async function aDraft(world: World): Promise<string> {
  const api = await world.as('member');
  const topicId = newId();
  await api.topic.saveDraft({ ...topicWords, cohortId: world.cohortA, topicId, version: 0 });
  return topicId;
}

/** Entered by the moderator for Ahlen, which has not confirmed it yet. */
export async function anEnteredTopic(world: World): Promise<string> {
  const api = await world.as('moderator');
  const topicId = newId();
  const { cohortA: cohortId, teams } = world;
  await api.topic.enter({ ...topicWords, cohortId, topicId, teamId: teams.ahlen });
  return topicId;
}

/** A comment of Anna's. */
export async function aComment(world: World, body = '<p>Das kennen wir.</p>') {
  const topicId = await aTopic(world);
  const comment = { cohortId: world.cohortA, topicId, id: newId() };
  await (await world.as('member')).comment.create({ ...comment, body });
  return comment;
}

/** A proposal to merge a topic of Ahlen into one of Menden. */
export async function aMerge(world: World, topics: { fromId?: string; intoId?: string } = {}) {
  const fromId = topics.fromId ?? (await aTopic(world));
  const intoId = topics.intoId ?? (await aTopic(world, { team: 'menden' }));
  const merge = { cohortId: world.cohortA, id: newId() };
  const api = await world.as('moderator');
  await api.merge.propose({ ...merge, fromId, intoId, reason: 'Beide fragen dasselbe.' });
  return merge;
}
