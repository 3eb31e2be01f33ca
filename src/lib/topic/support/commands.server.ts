import { teamOf } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { record } from '$lib/activity/commands.server';
import type { Db } from '$lib/platform/db/client.server';
import { notFound } from '$lib/platform/errors';
import { publish } from '$lib/platform/events.server';
import * as policy from '../policy';
import { lockTopic } from '../queries.server';
import type { SetFollow, SetSupport } from '../schema';

/**
 * Counts the teams that a topic concerns besides its own: those that support it or a topic merged
 * into it, and the teams that proposed the merged ones; each team once. The topic's row has to be
 * locked, or two who support at once would each miss the other.
 */
export async function recountSupports(db: Db, topicId: string): Promise<void> {
  await db.$executeRaw`
    WITH RECURSIVE united AS (
      SELECT id, "teamId" FROM topic WHERE id = ${topicId}::uuid
      UNION ALL
      SELECT t.id, t."teamId" FROM topic t JOIN united u ON t."mergedIntoId" = u.id
    ), concerned AS (
      SELECT s."teamId" FROM support s JOIN united u ON u.id = s."topicId"
      UNION SELECT "teamId" FROM united
    )
    UPDATE topic
       SET "supportCount" = (SELECT count(*) FROM concerned c WHERE c."teamId" <> topic."teamId")
     WHERE id = ${topicId}::uuid`;
}

/** "Betrifft uns auch", said or taken back for the whole team. */
export async function setSupport(scope: PersonScope, input: SetSupport): Promise<void> {
  const { db, clock, actor } = scope;
  const { cohortId, topicId, isSupported } = input;
  const topic = await lockTopic(db, input);
  ensure(policy.maySupport(actor, topic));
  const teamId = teamOf(actor, cohortId);
  if (teamId === null) throw notFound();
  const isChanged = isSupported
    ? await add(scope, { cohortId, topicId, teamId })
    : await remove(db, { topicId, teamId });
  if (!isChanged) return;
  await recountSupports(db, topicId);
  if (!isSupported) {
    await publish(db, { cohortId, kind: 'topic', id: topicId });
    return;
  }
  await db.topic.update({
    where: { id: topicId },
    data: { activeAt: clock.now() },
    select: { id: true },
  });
  const team = await db.team.findUniqueOrThrow({ where: { id: teamId }, select: { name: true } });
  await record(scope, {
    cohortId,
    kind: 'topic_supported',
    subjectKind: 'topic',
    subjectId: topicId,
    facts: { question: topic.question, teamId, teamName: team.name },
  });
}

async function add(
  { db, clock, actor }: PersonScope,
  support: { cohortId: string; topicId: string; teamId: string },
): Promise<boolean> {
  const row = { ...support, byId: actor.accountId, at: clock.now() };
  const { count } = await db.support.createMany({ data: [row], skipDuplicates: true });
  return count > 0;
}

/** Takes the support back from the topic and from those merged into it: it counts as one. */
async function remove(db: Db, { topicId, teamId }: { topicId: string; teamId: string }) {
  const count = await db.$executeRaw`
    WITH RECURSIVE united AS (
      SELECT id FROM topic WHERE id = ${topicId}::uuid
      UNION ALL SELECT t.id FROM topic t JOIN united u ON t."mergedIntoId" = u.id
    )
    DELETE FROM support s USING united u WHERE s."topicId" = u.id AND s."teamId" = ${teamId}::uuid`;
  return count > 0;
}

/** Whoever can read a topic may follow it, for herself or himself alone. */
export async function setFollow({ db, clock, actor }: PersonScope, input: SetFollow) {
  const { cohortId, topicId, isFollowed } = input;
  const topic = await db.topic.findFirst({
    where: { id: topicId, cohortId },
    select: { id: true },
  });
  if (!topic) throw notFound();
  const { accountId } = actor;
  if (isFollowed)
    await db.follow.createMany({
      data: [{ cohortId, topicId, accountId, at: clock.now() }],
      skipDuplicates: true,
    });
  else await db.follow.deleteMany({ where: { topicId, accountId } });
}
