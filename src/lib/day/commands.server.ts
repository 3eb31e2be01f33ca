import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import type { Db } from '$lib/platform/db/client.server';
import { conflict } from '$lib/platform/errors';
import { publish } from '$lib/platform/events.server';
import * as policy from './policy';
import { dayFacts, topicOfDay } from './queries.server';
import type { DayRef, React, Tap, TopicRef } from './schema';

/** Tells the open pages of the day. */
export const tell = (db: Db, { cohortId, workshopId }: DayRef): Promise<void> =>
  publish(db, { cohortId, kind: 'day', id: workshopId });

/** Writes a tap down. The same tap once more changes nothing. */
export async function tap(scope: PersonScope, input: Tap): Promise<void> {
  const { db, clock, actor } = scope;
  ensure(policy.mayRun(actor, await dayFacts(scope, input)));
  const receivedAt = clock.now();
  // Nobody taps in the future: a device whose clock ran ahead meant now.
  const at = new Date(Math.min(Date.parse(input.at), receivedAt.getTime()));
  const { count } = await db.runEvent.createMany({
    data: [{ ...input, at, receivedAt, byId: actor.accountId }],
    skipDuplicates: true,
  });
  if (count > 0) await tell(db, input);
}

/** What the team says to what was worked out on its topic. */
export async function react(scope: PersonScope, input: React): Promise<{ version: number }> {
  const { db, clock, actor } = scope;
  const { cohortId, workshopId, topicId, answer, sentence, version } = input;
  const topic = await topicOfDay(db, input);
  ensure(policy.mayReact(actor, await dayFacts(scope, input), topic));
  const key = { workshopId, topicId, teamId: topic.teamId };
  const said = { answer, sentence, byId: actor.accountId, at: clock.now() };
  const next = version + 1;
  const { count } =
    version === 0
      ? await db.topicReaction.createMany({
          data: [{ cohortId, ...key, ...said }],
          skipDuplicates: true,
        })
      : await db.topicReaction.updateMany({
          where: { ...key, version },
          data: { ...said, version: next },
        });
  if (count === 0) {
    const there = await db.topicReaction.findFirst({ where: key });
    const isRepeated = there?.answer === answer && there.sentence === sentence;
    if (!isRepeated) throw conflict(there?.version ?? 0);
    return { version: there.version };
  }
  await tell(db, input);
  return { version: next };
}

export async function takeReactionBack(scope: PersonScope, input: TopicRef): Promise<void> {
  const { db, actor } = scope;
  const { workshopId, topicId } = input;
  const { teamId } = await topicOfDay(db, input);
  ensure(policy.mayReact(actor, await dayFacts(scope, input), { teamId }));
  await db.topicReaction.deleteMany({ where: { workshopId, topicId, teamId } });
  await tell(db, input);
}
