import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { notFound } from '$lib/platform/errors';
import { isSame } from '$lib/platform/same';
import { tellTeam } from '../commands.server';
import { practiceContent } from '../fields';
import * as policy from '../policy';
import { lockPractice } from '../queries.server';
import type { PracticeRef } from '../schema';
import { keepVersion } from '../version/commands.server';
import type { Restore } from './schema';

/** Goes back to what a version said, as a new version: what stood there until now stays in the list. */
export async function restore(scope: PersonScope, input: Restore): Promise<{ version: number }> {
  const { db, clock, actor } = scope;
  const practice = await lockPractice(db, input);
  ensure(policy.mayChange(actor, practice));
  const kept = await db.practiceRevision.findFirst({
    where: { practiceId: practice.id, version: input.version },
    select: { content: true },
  });
  if (!kept) throw notFound();
  const content = practiceContent.parse(kept.content);
  if (isSame(content, practice.content)) return { version: practice.version };
  const version = practice.version + 1;
  await db.practice.update({
    where: { id: practice.id },
    data: { content, version, changedAt: clock.now(), changedById: actor.accountId },
    select: { id: true },
  });
  await keepVersion(scope, input, { version, content, isOfItsOwn: true });
  await tellTeam(db, practice);
  return { version };
}

/** Puts a record away. For thirty days its team can fetch it back; then a job clears it. */
export async function discard({ db, clock, actor }: PersonScope, ref: PracticeRef): Promise<void> {
  const practice = await lockPractice(db, ref);
  ensure(policy.mayDiscard(actor, practice));
  if (practice.isDiscarded) return;
  await db.practice.update({
    where: { id: practice.id },
    data: { discardedAt: clock.now() },
    select: { id: true },
  });
  await tellTeam(db, practice);
}

export async function bringBack({ db, actor }: PersonScope, ref: PracticeRef): Promise<void> {
  const practice = await lockPractice(db, ref);
  ensure(policy.mayCreate(actor, practice));
  await db.practice.update({
    where: { id: practice.id },
    data: { discardedAt: null },
    select: { id: true },
  });
  await tellTeam(db, practice);
}
