import { isMember, teamOf } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { conflict, notFound } from '$lib/platform/errors';
import * as topics from '$lib/topic/commands.server';
import { topicText } from '$lib/topic/schema';
import { tell } from '../commands.server';
import * as policy from '../policy';
import { dayFacts } from '../queries.server';
import type { EntryRef, ProposeParked, WriteNote, WriteParked } from '../schema';

/** Writes a note, a new one or one's own again. */
export async function writeNote(scope: PersonScope, input: WriteNote) {
  const { db, clock, actor } = scope;
  const { cohortId, workshopId, id, itemId, body, version } = input;
  const day = await dayFacts(scope, input);
  ensure(policy.mayWrite(actor, day));
  const now = clock.now();
  const row = { cohortId, workshopId, id, itemId, authorId: actor.accountId, body };
  if (version === 0) {
    const data = [{ ...row, createdAt: now, changedAt: now }];
    const { count } = await db.blockNote.createMany({ data, skipDuplicates: true });
    if (count === 1) return written(scope, input, 1);
  }
  const stored = await db.blockNote.findFirst({ where: { id, workshopId } });
  if (!stored) throw notFound();
  ensure(policy.mayChange(actor, day, stored));
  // Sent once more, because the answer got lost.
  if (stored.body === body) return { version: stored.version };
  const { count } = await db.blockNote.updateMany({
    where: { id, version },
    data: { body, version: version + 1, changedAt: now },
  });
  if (count === 0) throw conflict(stored.version);
  return written(scope, input, version + 1);
}

async function written(scope: PersonScope, input: WriteNote | WriteParked, version: number) {
  await tell(scope.db, input);
  return { version };
}

/** Takes a note off. Who undoes that writes it again, under its own id. */
export async function removeNote(scope: PersonScope, input: EntryRef): Promise<void> {
  const { id, workshopId } = input;
  const day = await dayFacts(scope, input);
  ensure(policy.mayWrite(scope.actor, day));
  const stored = await scope.db.blockNote.findFirst({
    where: { id, workshopId },
    select: { authorId: true },
  });
  if (!stored) return;
  ensure(policy.mayRemove(scope.actor, day, stored));
  await scope.db.blockNote.deleteMany({ where: { id } });
  await tell(scope.db, input);
}

/** Keeps what there is no time for; it is the question of its author's team. */
export async function writeParked(scope: PersonScope, input: WriteParked) {
  const { db, clock, actor } = scope;
  const { cohortId, workshopId, id, itemId, body, version } = input;
  const day = await dayFacts(scope, input);
  ensure(policy.mayWrite(actor, day));
  if (version === 0) {
    const teamId = teamOf(actor, cohortId);
    const row = { cohortId, workshopId, id, itemId, teamId, authorId: actor.accountId, body };
    const { count } = await db.parkingEntry.createMany({
      data: [{ ...row, createdAt: clock.now() }],
      skipDuplicates: true,
    });
    if (count === 1) return written(scope, input, 1);
  }
  const stored = await readParked(scope, input);
  if (!stored) throw notFound();
  ensure(policy.mayChange(actor, day, stored));
  if (stored.body === body) return { version: stored.version };
  const { count } = await db.parkingEntry.updateMany({
    where: { id, version, topicId: null },
    data: { body, version: version + 1 },
  });
  if (count === 0) throw conflict(stored.version);
  return written(scope, input, version + 1);
}

const readParked = ({ db }: PersonScope, { id, workshopId }: EntryRef) =>
  db.parkingEntry.findFirst({
    where: { id, workshopId },
    select: { authorId: true, teamId: true, topicId: true, body: true, version: true },
  });

export async function removeParked(scope: PersonScope, input: EntryRef): Promise<void> {
  const day = await dayFacts(scope, input);
  ensure(policy.mayWrite(scope.actor, day));
  const stored = await readParked(scope, input);
  if (!stored) return;
  ensure(policy.mayRemove(scope.actor, day, stored));
  await scope.db.parkingEntry.deleteMany({ where: { id: input.id, topicId: null } });
  await tell(scope.db, input);
}

/** Makes a topic of a parked question. A moderator enters it for the team, which then confirms it. */
export async function proposeParked(
  scope: PersonScope,
  input: ProposeParked,
): Promise<{ topicId: string }> {
  const { db, actor } = scope;
  const { cohortId, id, topicId } = input;
  const day = await dayFacts(scope, input);
  const seen = await readParked(scope, input);
  if (!seen) throw notFound();
  ensure(policy.mayPropose(actor, day, seen));
  // Locked: two who click at once make one topic.
  await db.$queryRaw`SELECT 1 FROM parking_entry WHERE id = ${id}::uuid FOR UPDATE`;
  const stored = (await readParked(scope, input))!;
  if (stored.topicId !== null) return { topicId: stored.topicId };
  const text = topicText.parse({ question: stored.body });
  if (isMember(actor, cohortId))
    await topics.propose(scope, { ...text, cohortId, topicId, version: 0 });
  else await topics.enter(scope, { ...text, cohortId, topicId, teamId: stored.teamId! });
  await db.parkingEntry.updateMany({ where: { id }, data: { topicId } });
  await tell(db, input);
  return { topicId };
}
