import { teamOf } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import type { Db } from '$lib/platform/db/client.server';
import { notFound } from '$lib/platform/errors';
import { publishAll } from '$lib/platform/events.server';
import { toPlainText } from '$lib/platform/rich-text.server';
import { applyChanges } from './change';
import { LONG, practiceContent, type PracticeContent } from './fields';
import * as policy from './policy';
import { cohortFacts, lockPractice } from './queries.server';
import { beginningOf } from './record/beginning';
import type { Create, Save } from './schema';
import { holdFiles, keepVersion } from './version/commands.server';

/** Starts a record for the own team; sent twice, it is the same record. */
export async function create(scope: PersonScope, input: Create) {
  const { db, clock, actor } = scope;
  const { cohortId, practiceId, topicId } = input;
  ensure(policy.mayCreate(actor, await cohortFacts(db, cohortId)));
  const teamId = teamOf(actor, cohortId);
  if (teamId === null) throw notFound();
  const now = clock.now();
  const content = await firstContent(db, input, teamId);
  const by = { createdById: actor.accountId, changedById: actor.accountId };
  const { count } = await db.practice.createMany({
    data: [
      { cohortId, id: practiceId, teamId, topicId, content, ...by, createdAt: now, changedAt: now },
    ],
    skipDuplicates: true,
  });
  if (count === 0) await lockPractice(db, input);
  else {
    await holdFiles(scope, input, content);
    await keepVersion(scope, input, { version: 1, content });
  }
  return { practiceId, version: 1 };
}

/** What is written already, and what the team and the topic say anyway. */
async function firstContent(db: Db, input: Create, teamId: string): Promise<PracticeContent> {
  const { cohortId, topicId } = input;
  const town = await db.team.findUniqueOrThrow({
    where: { id: teamId },
    select: { siteKind: true, inhabitants: true },
  });
  const topic = topicId
    ? await db.topic.findFirst({
        where: { id: topicId, cohortId },
        select: { about: true, tags: true },
      })
    : null;
  if (topicId && !topic) throw notFound();
  const said = topic && { problem: toPlainText(topic.about).slice(0, LONG), tags: topic.tags };
  return beginningOf(practiceContent.parse(input.content), town, said);
}

/**
 * Writes what one person has changed. Fields that somebody else has changed meanwhile stay as they
 * are and come back as conflicts, with both texts; all others are written.
 */
export async function save(scope: PersonScope, input: Save) {
  const { db, clock, actor } = scope;
  const practice = await lockPractice(db, input);
  ensure(policy.mayChange(actor, practice));
  const { content, applied, conflicts } = applyChanges(practice.content, input.changes);
  if (applied.length === 0) return { version: practice.version, conflicts };
  const version = practice.version + 1;
  await db.practice.update({
    where: { id: practice.id },
    data: { content, version, changedAt: clock.now(), changedById: actor.accountId },
    select: { id: true },
  });
  await holdFiles(scope, input, content);
  await keepVersion(scope, input, { version, content });
  await tellTeam(db, practice);
  return { version, conflicts };
}

/** Open pages of the team fetch again; to nobody else is there anything to tell. */
export async function tellTeam(
  db: Db,
  { cohortId, id, teamId }: { cohortId: string; id: string; teamId: string },
): Promise<void> {
  const people = await db.membership.findMany({
    where: { cohortId, teamId, endedAt: null },
    select: { accountId: true },
  });
  const events = people.map(({ accountId }) => ({ cohortId, kind: 'practice', id, accountId }));
  await publishAll(db, events);
}
