import type { ActivityFacts, ActivityKind } from '$lib/activity/kinds';
import { record } from '$lib/activity/commands.server';
import { newId } from '$lib/platform/id';
import { workOffJobs } from '../../src/server/jobs';
import type { ActorKind, World } from './world';

const log = { error() {} };

/** Does every job that is due, as the running program would. */
export const workOff = (world: World) => workOffJobs(world.urls.appUrl, world.services, log);

/** A topic of the team Ahlen. */
export async function aTopic(
  world: World,
  data: { question?: string; state?: 'proposed' | 'draft' | 'unconfirmed'; about?: string } = {},
): Promise<string> {
  const id = newId(world.clock.now());
  const at = world.clock.now();
  await world.owner.topic.create({
    data: {
      cohortId: world.cohortA,
      id,
      teamId: world.teams.ahlen,
      proposedById: world.people.member.accountId,
      state: data.state ?? 'proposed',
      question: data.question ?? 'Wie gewinnen wir Jüngere?',
      about: data.about ?? '',
      tags: [],
      createdAt: at,
      proposedAt: at,
      changedAt: at,
      activeAt: at,
    },
  });
  return id;
}

/** Something that happens to a topic, by this person. */
export const happens = (
  world: World,
  who: ActorKind,
  kind: ActivityKind,
  topicId: string,
  facts: ActivityFacts = {},
): Promise<string> =>
  world.scopeAs(who, (scope) =>
    record(scope, {
      cohortId: world.cohortA,
      kind,
      subjectKind: 'topic',
      subjectId: topicId,
      facts,
    }),
  );

export const follows = (world: World, topicId: string, who: Exclude<ActorKind, 'anonymous'>) =>
  world.owner.follow.create({
    data: {
      cohortId: world.cohortA,
      topicId,
      accountId: world.people[who].accountId,
      at: world.clock.now(),
    },
  });
