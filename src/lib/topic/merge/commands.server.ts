import { teamOf } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { record } from '$lib/activity/commands.server';
import type { ActivityKind } from '$lib/activity/kinds';
import type { Db } from '$lib/platform/db/client.server';
import { AppError, notFound } from '$lib/platform/errors';
import { publish } from '$lib/platform/events.server';
import { lockTopic, type LockedTopic } from '../queries.server';
import { recountSupports } from '../support/commands.server';
import { objectionDeadline } from './objection';
import * as policy from './policy';
import type { Consent, MergeRef, ProposeMerge } from './schema';

interface LockedMerge extends policy.MergeFacts {
  id: string;
  timeZone: string;
  fromState: string | null;
  from: LockedTopic;
  into: LockedTopic;
}

/** Both topics, locked in the order of their ids: two merges at once must not wait for each other. */
async function lockBoth(db: Db, cohortId: string, fromId: string, intoId: string) {
  const isFromFirst = fromId < intoId;
  const first = await lockTopic(db, { cohortId, topicId: isFromFirst ? fromId : intoId });
  const second = await lockTopic(db, { cohortId, topicId: isFromFirst ? intoId : fromId });
  return isFromFirst ? { from: first, into: second } : { from: second, into: first };
}

async function lockMerge(db: Db, { cohortId, id }: MergeRef): Promise<LockedMerge> {
  const named = await db.merge.findFirst({
    where: { id, cohortId },
    select: { fromId: true, intoId: true },
  });
  if (!named) throw notFound();
  const topics = await lockBoth(db, cohortId, named.fromId, named.intoId);
  // Read again: only now nobody else can decide about it.
  const { state, fromState } = await db.merge.findUniqueOrThrow({
    where: { id },
    select: {
      state: true,
      fromState: true,
    },
  });
  const { timeZone } = await db.cohort.findUniqueOrThrow({
    where: { id: cohortId },
    select: { timeZone: true },
  });
  const { cohortState } = topics.from;
  return { id, cohortId, cohortState, state, fromState, timeZone, ...topics };
}

type Named = Pick<LockedMerge, 'id' | 'cohortId' | 'from' | 'into'>;

async function tell(
  scope: PersonScope,
  merge: Named,
  kind: ActivityKind,
  more: Record<string, string>,
) {
  const { id, cohortId, from, into } = merge;
  // The log speaks of the one topic; whoever has the other one open has to see it as well.
  await publish(scope.db, { cohortId, kind: 'topic', id: into.id });
  await record(scope, {
    cohortId,
    kind,
    subjectKind: 'topic',
    subjectId: from.id,
    facts: {
      mergeId: id,
      question: from.question,
      fromId: from.id,
      intoId: into.id,
      intoQuestion: into.question,
      teamIds: [...new Set([from.teamId, into.teamId])],
      ...more,
    },
  });
}

/** A moderator proposes to unite two topics that ask the same. */
export async function propose(scope: PersonScope, input: ProposeMerge): Promise<{ id: string }> {
  const { db, clock, actor } = scope;
  const { cohortId, id, fromId, intoId, reason } = input;
  if (fromId === intoId) throw new AppError('merge_with_itself');
  const topics = await lockBoth(db, cohortId, fromId, intoId);
  const pending = await db.merge.findFirst({
    where: { fromId: { in: [fromId, intoId] }, state: 'proposed' },
    select: { id: true, proposedById: true },
  });
  if (pending?.id === id && pending.proposedById === actor.accountId) return { id };
  ensure(policy.mayProposeMerge(actor, { ...topics, isPending: pending !== null }));
  const row = { cohortId, id, fromId, intoId, reason, proposedById: actor.accountId };
  const { count } = await db.merge.createMany({
    data: [{ ...row, createdAt: clock.now() }],
    skipDuplicates: true,
  });
  if (count === 0) throw notFound();
  await tell(scope, { id, cohortId, ...topics }, 'merge_proposed', { reason });
  return { id };
}

/** A team agrees, or not. With the last agreement the topics are united. */
export async function consent(scope: PersonScope, input: Consent): Promise<void> {
  const { db, actor } = scope;
  const merge = await lockMerge(db, input);
  ensure(policy.mayConsent(actor, merge));
  const teamId = teamOf(actor, merge.cohortId);
  if (teamId === null) throw notFound();
  // The team said so before: who said it first stays.
  if (input.agrees && (await hasAgreedBefore(scope, merge, teamId))) return;
  await storeConsent(scope, merge, teamId, input.agrees);
  const team = await db.team.findUniqueOrThrow({ where: { id: teamId }, select: { name: true } });
  const who = { teamId, teamName: team.name };
  if (!input.agrees) {
    await settle(scope, merge, 'declined');
    await tell(scope, merge, 'merge_declined', who);
    return;
  }
  await tell(scope, merge, 'merge_agreed', who);
  const agreements = await db.mergeConsent.findMany({
    where: { mergeId: merge.id, agrees: true },
    select: { teamId: true },
  });
  const hasAgreed = (concerned: string) => agreements.some((each) => each.teamId === concerned);
  if (hasAgreed(merge.from.teamId) && hasAgreed(merge.into.teamId)) await unite(scope, merge);
}

const hasAgreedBefore = async ({ db }: PersonScope, { id: mergeId }: LockedMerge, teamId: string) =>
  (await db.mergeConsent.count({ where: { mergeId, teamId, agrees: true } })) > 0;

async function storeConsent(
  { db, clock, actor }: PersonScope,
  { id: mergeId, cohortId }: LockedMerge,
  teamId: string,
  agrees: boolean,
) {
  const said = { agrees, byId: actor.accountId, at: clock.now() };
  await db.mergeConsent.upsert({
    where: { mergeId_teamId: { mergeId, teamId } },
    create: { cohortId, mergeId, teamId, ...said },
    update: said,
    select: { mergeId: true },
  });
}

async function settle(
  { db, clock }: PersonScope,
  { id }: LockedMerge,
  state: Exclude<policy.MergeState, 'proposed'>,
) {
  const data = { state, decidedAt: clock.now() };
  await db.merge.update({ where: { id }, data, select: { id: true } });
}

/** The one topic goes on with the supporters of both; the other stays readable and points to it. */
async function unite(scope: PersonScope, merge: LockedMerge): Promise<void> {
  const { db, clock } = scope;
  const { from, into } = merge;
  await settle(scope, merge, 'merged');
  await db.merge.update({
    where: { id: merge.id },
    data: { fromState: from.state },
    select: { id: true },
  });
  await db.topic.update({
    where: { id: from.id },
    data: { state: 'merged', mergedIntoId: into.id, pinnedAt: null },
    select: { id: true },
  });
  await db.topic.update({
    where: { id: into.id },
    data: { activeAt: clock.now() },
    select: { id: true },
  });
  // Other proposals about the topic that has gone have lost their sense.
  await db.merge.updateMany({
    where: { state: 'proposed', OR: [{ fromId: from.id }, { intoId: from.id }] },
    data: { state: 'undone', decidedAt: clock.now() },
  });
  await recountSupports(db, into.id);
  await tell(scope, merge, 'topic_merged', {});
}

/** The partner objects to what the other has agreed to: the proposal falls, or the merge is undone. */
export async function object(scope: PersonScope, ref: MergeRef): Promise<void> {
  const { db, clock, actor } = scope;
  const merge = await lockMerge(db, ref);
  const teamId = teamOf(actor, merge.cohortId);
  const said =
    teamId === null
      ? null
      : await db.mergeConsent.findUnique({
          where: { mergeId_teamId: { mergeId: merge.id, teamId } },
          select: { teamId: true, agrees: true, byId: true, at: true },
        });
  const agreement = said && {
    ...said,
    canStillObject: clock.now() < objectionDeadline(said.at, merge.timeZone),
  };
  ensure(policy.mayObject(actor, { merge, consent: agreement }));
  await storeConsent(scope, merge, said!.teamId, false);
  const team = await db.team.findUniqueOrThrow({
    where: { id: said!.teamId },
    select: { name: true },
  });
  await end(scope, merge, 'declined');
  await tell(scope, merge, 'merge_declined', { teamId: said!.teamId, teamName: team.name });
}

/** A moderator takes the proposal back, or separates what was united. */
export async function undo(scope: PersonScope, ref: MergeRef): Promise<void> {
  const merge = await lockMerge(scope.db, ref);
  ensure(policy.mayUndoMerge(scope.actor, merge));
  await end(scope, merge, 'undone');
  await tell(scope, merge, 'merge_undone', {});
}

async function end(scope: PersonScope, merge: LockedMerge, state: 'declined' | 'undone') {
  const wasMerged = merge.state === 'merged';
  await settle(scope, merge, state);
  if (wasMerged) await separate(scope, merge);
}

async function separate({ db, clock }: PersonScope, merge: LockedMerge): Promise<void> {
  const wasCarriedOver = merge.fromState === 'carried_over';
  await db.topic.update({
    where: { id: merge.from.id },
    data: {
      state: wasCarriedOver ? 'carried_over' : 'proposed',
      mergedIntoId: null,
      activeAt: clock.now(),
    },
    select: { id: true },
  });
  await recountUpwards(db, merge.into);
}

/** The topic that went on may have been merged itself since: every count above it changes too. */
async function recountUpwards(db: Db, { cohortId, id }: Pick<LockedTopic, 'cohortId' | 'id'>) {
  let topicId: string | null = id;
  while (topicId !== null) {
    await lockTopic(db, { cohortId, topicId });
    await recountSupports(db, topicId);
    const above: { mergedIntoId: string | null } = await db.topic.findUniqueOrThrow({
      where: { id: topicId },
      select: { mergedIntoId: true },
    });
    topicId = above.mergedIntoId;
  }
}
