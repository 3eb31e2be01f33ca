import { teamOf } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { notFound } from '$lib/platform/errors';
import { publish } from '$lib/platform/events.server';
import { applyChanges } from './change';
import { practiceContent, type PracticeContent } from './fields';
import * as policy from './policy';
import { cohortFacts, lockPractice } from './queries.server';
import type { Create, PracticeRef, Save } from './schema';

/** Versions that one person makes within this time are kept as one. */
const SITTING_MS = 10 * 60_000;

/** Starts a record for the own team; sent twice, it is the same record. */
export async function create(scope: PersonScope, input: Create) {
  const { db, clock, actor } = scope;
  const { cohortId, practiceId, topicId } = input;
  ensure(policy.mayCreate(actor, await cohortFacts(db, cohortId)));
  const teamId = teamOf(actor, cohortId);
  if (teamId === null) throw notFound();
  const now = clock.now();
  const content = practiceContent.parse(input.content);
  const by = { createdById: actor.accountId, changedById: actor.accountId };
  const { count } = await db.practice.createMany({
    data: [
      { cohortId, id: practiceId, teamId, topicId, content, ...by, createdAt: now, changedAt: now },
    ],
    skipDuplicates: true,
  });
  if (count === 1) await keepVersion(scope, input, 1, content);
  else await lockPractice(db, input);
  return { practiceId, version: 1 };
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
  await keepVersion(scope, input, version, content);
  await publish(db, { cohortId: practice.cohortId, kind: 'practice', id: practice.id });
  return { version, conflicts };
}

/** Writes down a version; the last one of the same sitting makes room for it. */
export async function keepVersion(
  { db, clock, actor }: PersonScope,
  { cohortId, practiceId }: PracticeRef,
  version: number,
  content: PracticeContent,
): Promise<void> {
  const now = clock.now();
  const last = await db.practiceRevision.findFirst({
    where: { practiceId },
    orderBy: { version: 'desc' },
    select: { version: true, changedById: true, changedAt: true },
  });
  const isSameSitting =
    last?.changedById === actor.accountId && now.getTime() - last.changedAt.getTime() < SITTING_MS;
  if (last && isSameSitting && last.version > 1)
    await db.practiceRevision.deleteMany({ where: { practiceId, version: last.version } });
  const row = { cohortId, practiceId, version, changedById: actor.accountId, changedAt: now };
  await db.practiceRevision.createMany({ data: [{ ...row, content }] });
}
