import { teamOf } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import { record } from '$lib/activity/commands.server';
import type { ActivityKind } from '$lib/activity/kinds';
import { AppError, conflict, notFound } from '$lib/platform/errors';
import { publish } from '$lib/platform/events.server';
import { sanitiseRichText } from '$lib/platform/rich-text.server';
import { isInPool, type TopicState } from './life';
import * as policy from './policy';
import { cohortFacts, lockTopic, type LockedTopic } from './queries.server';
import { richFields, type Change, type Enter, type Propose, type SaveDraft } from './schema';
import type { TopicRef, TopicText, Withdraw } from './schema';

/** What came in, cut down to the words of a topic, its rich text cleaned. */
function cleanText(input: TopicText): TopicText {
  const { question, needs, offers, tags, minutes, format } = input;
  const rich = Object.fromEntries(
    richFields.map((field) => [field, sanitiseRichText(input[field])]),
  ) as Pick<TopicText, (typeof richFields)[number]>;
  return { question, ...rich, needs, offers, tags, minutes, format };
}

/** Writes down a version of the words: who made it, when, and what they were. */
async function keepVersion(scope: PersonScope, topic: TopicRef, version: number, text: TopicText) {
  await scope.db.topicRevision.createMany({
    data: [
      {
        ...topic,
        version,
        changedById: scope.actor.accountId,
        changedAt: scope.clock.now(),
        content: text,
      },
    ],
  });
}

const tell = (
  scope: PersonScope,
  topic: Pick<LockedTopic, 'cohortId' | 'id'>,
  kind: ActivityKind,
  facts: Record<string, string | number | string[] | null>,
) =>
  record(scope, {
    cohortId: topic.cohortId,
    kind,
    subjectKind: 'topic',
    subjectId: topic.id,
    facts,
  });

async function follow({ db, clock, actor }: PersonScope, { cohortId, topicId }: TopicRef) {
  const row = { cohortId, topicId, accountId: actor.accountId, at: clock.now() };
  await db.follow.createMany({ data: [row], skipDuplicates: true });
}

/** Stores a new draft of the own team; false where the id is taken already. */
async function insertDraft({ db, clock, actor }: PersonScope, input: SaveDraft): Promise<boolean> {
  const { cohortId, topicId } = input;
  ensure(policy.mayPropose(actor, await cohortFacts(db, cohortId)));
  const teamId = teamOf(actor, cohortId);
  if (teamId === null) throw notFound();
  const now = clock.now();
  const moments = { createdAt: now, changedAt: now, activeAt: now };
  const own = { cohortId, id: topicId, teamId, proposedById: actor.accountId };
  const { count } = await db.topic.createMany({
    data: [{ ...cleanText(input), ...moments, ...own, state: 'draft' }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** Stores a draft again, and answers its new version. */
async function updateDraft(scope: PersonScope, input: SaveDraft, topic: LockedTopic) {
  const { db, clock, actor } = scope;
  const { topicId, version } = input;
  ensure(policy.mayChange(actor, topic));
  if (topic.state !== 'draft') throw new AppError('topic_is_proposed');
  // The first saving, sent twice, is the same saving.
  const isRepeated = version === 0 && topic.version === 1;
  if (!isRepeated && topic.version !== version) throw conflict(topic.version);
  const nextVersion = isRepeated ? 1 : version + 1;
  const now = clock.now();
  await db.topic.update({
    where: { id: topicId },
    data: { ...cleanText(input), changedAt: now, activeAt: now, version: nextVersion },
    select: { id: true },
  });
  return nextVersion;
}

/** Stores a draft, new or again. Only its team sees it. */
export async function saveDraft(scope: PersonScope, input: SaveDraft) {
  const { topicId } = input;
  if (await insertDraft(scope, input)) return { topicId, version: 1 };
  const topic = await lockTopic(scope.db, input);
  return { topicId, version: await updateDraft(scope, input, topic) };
}

/** Proposes a topic in the name of the team: a new one, or its draft. */
export async function propose(scope: PersonScope, input: Propose) {
  const { db, clock, actor } = scope;
  const { cohortId, topicId } = input;
  const isNew = await insertDraft(scope, input);
  const topic = await lockTopic(db, input);
  const isRepeated = topic.state !== 'draft' && topic.proposedById === actor.accountId;
  if (isRepeated) return { topicId, version: topic.version };

  const version = isNew ? 1 : await updateDraft(scope, input, topic);
  const now = clock.now();
  await db.topic.update({
    where: { id: topicId },
    data: { state: 'proposed', proposedById: actor.accountId, proposedAt: now, activeAt: now },
    select: { id: true },
  });
  const text = cleanText(input);
  await keepVersion(scope, { cohortId, topicId }, version, text);
  await follow(scope, { cohortId, topicId });
  const { teamId, teamName } = topic;
  await tell(scope, topic, 'topic_proposed', { question: text.question, teamId, teamName });
  return { topicId, version };
}

/** A moderator enters a topic for a team that telephoned. The team confirms it. */
export async function enter(scope: PersonScope, input: Enter) {
  const { db, clock, actor } = scope;
  const { cohortId, topicId, teamId } = input;
  ensure(policy.mayEnter(actor, await cohortFacts(db, cohortId)));
  const team = await db.team.findFirst({
    where: { id: teamId, cohortId },
    select: { name: true },
  });
  if (!team) throw notFound();
  const now = clock.now();
  const text = cleanText(input);
  const row = { ...text, createdAt: now, changedAt: now, activeAt: now, cohortId, id: topicId };
  const { count } = await db.topic.createMany({
    data: [{ ...row, teamId, enteredById: actor.accountId, state: 'unconfirmed' }],
    skipDuplicates: true,
  });
  if (count === 0) {
    const before = await db.topic.findFirst({
      where: { id: topicId, cohortId, enteredById: actor.accountId },
      select: { id: true },
    });
    if (!before) throw notFound();
    return { topicId };
  }
  await keepVersion(scope, { cohortId, topicId }, 1, text);
  // The question stays out of the log: until the team agrees, it is nobody else's to read.
  await tell(scope, { cohortId, id: topicId }, 'topic_entered', { teamId, teamName: team.name });
  return { topicId };
}

/** The team agrees to what a moderator entered for it: now everyone reads it. */
export async function confirm(scope: PersonScope, ref: TopicRef) {
  const { db, clock, actor } = scope;
  const topic = await lockTopic(db, ref);
  ensure(policy.mayConfirm(actor, topic));
  const now = clock.now();
  await db.topic.update({
    where: { id: topic.id },
    data: { state: 'proposed', proposedById: actor.accountId, proposedAt: now, activeAt: now },
    select: { id: true },
  });
  await follow(scope, ref);
  const { question, teamId, teamName } = topic;
  await tell(scope, topic, 'topic_confirmed', { question, teamId, teamName });
}

/** The team does not want it so: it becomes the team's draft, to be rewritten or discarded. */
export async function takeBack(scope: PersonScope, ref: TopicRef) {
  const topic = await lockTopic(scope.db, ref);
  ensure(policy.mayConfirm(scope.actor, topic));
  await scope.db.topic.update({
    where: { id: topic.id },
    data: { state: 'draft', proposedById: scope.actor.accountId },
    select: { id: true },
  });
  await publish(scope.db, { cohortId: topic.cohortId, kind: 'topic', id: topic.id });
}

/** Changes the words. Who started from an older version than the present one gets a conflict. */
export async function change(scope: PersonScope, input: Change) {
  const { db, clock, actor } = scope;
  const ref = { cohortId: input.cohortId, topicId: input.topicId };
  const topic = await lockTopic(db, ref);
  ensure(policy.mayChange(actor, topic));
  if (topic.version !== input.version) throw conflict(topic.version);
  const now = clock.now();
  const text = cleanText(input);
  const version = topic.version + 1;
  await db.topic.update({
    where: { id: topic.id },
    data: { ...text, version, changedAt: now, activeAt: now },
    select: { id: true },
  });
  if (topic.state === 'draft') return { version };
  await keepVersion(scope, ref, version, text);
  if (topic.state === 'unconfirmed')
    await publish(db, { cohortId: topic.cohortId, kind: 'topic', id: topic.id });
  else await tell(scope, topic, 'topic_changed', { question: text.question, version });
  return { version };
}

export async function discard({ db, actor }: PersonScope, ref: TopicRef) {
  const topic = await lockTopic(db, ref);
  ensure(policy.mayDiscard(actor, topic));
  await db.topic.deleteMany({ where: { id: topic.id } });
}

export async function withdraw(scope: PersonScope, input: Withdraw) {
  const topic = await lockTopic(scope.db, input);
  ensure(policy.mayWithdraw(scope.actor, topic));
  await setState(scope, topic, 'withdrawn');
  const { question, teamName } = topic;
  await tell(scope, topic, 'topic_withdrawn', { question, teamName, reason: input.reason });
}

export async function reopen(scope: PersonScope, ref: TopicRef) {
  const topic = await lockTopic(scope.db, ref);
  ensure(policy.mayReopen(scope.actor, topic));
  await setState(scope, topic, 'proposed');
  const { question, teamName } = topic;
  await tell(scope, topic, 'topic_reopened', { question, teamName });
}

async function setState({ db, clock }: Scope, topic: { id: string }, state: TopicState) {
  // Whatever goes on ends that a moderator could take a topic out of the pool again.
  const data = { state, returnedFrom: null, activeAt: clock.now() };
  await db.topic.update({ where: { id: topic.id }, data, select: { id: true } });
}

/** What a ballot makes of its topics; the ballot room says when. */
export type BallotStep = 'on_ballot' | 'chosen' | 'carried_over';

/**
 * Moves topics along with the workshop that has worked on them, or back when that is taken back, and writes it
 * into their passports. Who may, the day's policy has decided; what has gone on since stays as it is.
 */
export async function moveWithWorkshop(
  scope: Scope,
  {
    cohortId,
    topicIds,
    to,
  }: { cohortId: string; topicIds: string[]; to: 'worked_on' | 'scheduled' },
  facts: { workshopId: string; workshopTitle: string },
): Promise<void> {
  const from: TopicState[] = to === 'worked_on' ? ['chosen', 'scheduled'] : ['worked_on'];
  const kind = to === 'worked_on' ? 'topic_worked_on' : 'topic_work_taken_back';
  for (const topicId of [...topicIds].sort()) {
    const topic = await lockTopic(scope.db, { cohortId, topicId });
    if (!from.includes(topic.state)) continue;
    await setState(scope, topic, to);
    const { question, teamName } = topic;
    await record(scope, {
      cohortId,
      kind,
      subjectKind: 'topic',
      subjectId: topicId,
      facts: { ...facts, question, teamName },
    });
  }
}

/** Writes into the passports of topics how a provisional decision has fallen. They stay on the ballot. */
export async function noteProvisional(
  scope: Scope,
  { cohortId, topicIds, isChosen }: { cohortId: string; topicIds: string[]; isChosen: boolean },
  facts: { ballotId: string; ballotTitle: string },
): Promise<void> {
  const kind = isChosen ? 'topic_chosen_provisionally' : 'topic_carried_over_provisionally';
  for (const topicId of [...topicIds].sort()) {
    const { question, teamName } = await lockTopic(scope.db, { cohortId, topicId });
    const about = { subjectKind: 'topic', subjectId: topicId } as const;
    await record(scope, { cohortId, kind, ...about, facts: { ...facts, question, teamName } });
  }
}

/**
 * Moves topics along with their ballot, and writes it into their passports. `facts` name the ballot
 * ({ ballotId, ballotTitle }). Who may, the ballot's policy has decided.
 */
export async function moveWithBallot(
  scope: Scope,
  { cohortId, topicIds, to }: { cohortId: string; topicIds: string[]; to: BallotStep },
  facts: { ballotId: string; ballotTitle: string },
): Promise<void> {
  for (const topicId of [...topicIds].sort()) {
    const topic = await lockTopic(scope.db, { cohortId, topicId });
    if (to === 'on_ballot' && !isInPool(topic.state)) throw new AppError('topic_not_in_pool');
    if (to !== 'on_ballot' && topic.state !== 'on_ballot') continue;
    await setState(scope, topic, to);
    const kind = `topic_${to}` as const;
    const { question, teamName } = topic;
    await record(scope, {
      cohortId,
      kind,
      subjectKind: 'topic',
      subjectId: topicId,
      facts: { ...facts, question, teamName },
    });
  }
}
