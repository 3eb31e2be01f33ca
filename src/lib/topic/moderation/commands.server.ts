import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { record } from '$lib/activity/commands.server';
import { AppError, notFound } from '$lib/platform/errors';
import { publish } from '$lib/platform/events.server';
import { isPublic } from '../life';
import * as policy from '../policy';
import { lockTopic } from '../queries.server';
import type { AddNote, DeleteNote, SetGuest, SetPin } from '../schema';

/** Pinned topics stand first in the list. */
export async function setPin(scope: PersonScope, input: SetPin): Promise<void> {
  const { db, clock, actor } = scope;
  const { cohortId, topicId, isPinned } = input;
  const topic = await lockTopic(db, input);
  ensure(policy.mayModerate(actor, topic));
  if (!isPublic(topic.state)) throw new AppError('topic_not_proposed_yet');
  const { count } = await db.topic.updateMany({
    where: { id: topicId, pinnedAt: isPinned ? null : { not: null } },
    data: { pinnedAt: isPinned ? clock.now() : null },
  });
  if (count === 0) return;
  if (!isPinned) await publish(db, { cohortId, kind: 'topic', id: topicId });
  else
    await record(scope, {
      cohortId,
      kind: 'topic_pinned',
      subjectKind: 'topic',
      subjectId: topicId,
      facts: { question: topic.question },
    });
}

/** An internal note, for the moderators alone. */
export async function addNote({ db, clock, actor }: PersonScope, input: AddNote): Promise<void> {
  const { cohortId, topicId, id, body } = input;
  ensure(policy.mayModerate(actor, await lockTopic(db, input)));
  const row = { cohortId, topicId, id, body, authorId: actor.accountId, createdAt: clock.now() };
  await db.topicNote.createMany({ data: [row], skipDuplicates: true });
  const kept = await db.topicNote.findFirst({ where: { id, topicId }, select: { id: true } });
  if (!kept) throw notFound();
  await publish(db, { cohortId, kind: 'topic', id: topicId });
}

export async function deleteNote({ db, actor }: PersonScope, input: DeleteNote): Promise<void> {
  const { cohortId, topicId, id } = input;
  ensure(policy.mayModerate(actor, await lockTopic(db, input)));
  const { count } = await db.topicNote.deleteMany({ where: { id, topicId } });
  if (count === 0) throw notFound();
  await publish(db, { cohortId, kind: 'topic', id: topicId });
}

/**
 * Invites an expert of the cohort to this one topic, and tells everyone who reads along now; or ends
 * the invitation.
 */
export async function setGuest(scope: PersonScope, input: SetGuest): Promise<void> {
  const { db, clock, actor } = scope;
  const { cohortId, topicId, membershipId, isInvited } = input;
  const topic = await lockTopic(db, input);
  ensure(policy.mayInviteGuests(actor, topic));
  const expert = await db.membership.findFirst({
    where: { id: membershipId, cohortId, role: 'expert', endedAt: null },
    select: { accountId: true, account: { select: { name: true } } },
  });
  if (!expert) throw notFound();
  if (!isInvited) {
    await db.topicGuest.deleteMany({ where: { topicId, membershipId } });
    return publish(db, { cohortId, kind: 'topic', id: topicId });
  }
  const { count } = await db.topicGuest.createMany({
    data: [{ cohortId, topicId, membershipId, at: clock.now() }],
    skipDuplicates: true,
  });
  if (count === 0) return;
  await record(scope, {
    cohortId,
    kind: 'topic_guest_invited',
    subjectKind: 'topic',
    subjectId: topicId,
    facts: {
      question: topic.question,
      person: expert.account.name,
      guestId: expert.accountId,
    },
  });
}
