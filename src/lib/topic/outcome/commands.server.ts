import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { record } from '$lib/activity/commands.server';
import type { ActivityFacts } from '$lib/activity/kinds';
import { AppError, conflict, notFound } from '$lib/platform/errors';
import { publish } from '$lib/platform/events.server';
import { sanitiseRichText } from '$lib/platform/rich-text.server';
import { isInPool, type TopicState } from '../life';
import { lockTopic, type LockedTopic } from '../queries.server';
import type { OutcomeAnswer } from './answer';
import * as policy from './policy';
import type { OutcomeRef, SaveOutcome, TellOutcome } from './schema';

interface LockedOutcome {
  topic: LockedTopic & { returnedFrom: TopicState | null };
  facts: policy.ReturnFacts;
  workshopTitle: string;
  /** What was told last of this workshop. */
  told: { version: number; answer: OutcomeAnswer; body: string; toldById: string | null } | null;
  draft: { version: number; answer: OutcomeAnswer | null; body: string } | null;
}

/**
 * A topic with what has come of it at a workshop, its row locked until the transaction ends. A foreign
 * workshop, and one that has not worked on the topic, is not found.
 */
async function lockOutcome(scope: PersonScope, ref: OutcomeRef): Promise<LockedOutcome> {
  const { db } = scope;
  const { cohortId, topicId, workshopId } = ref;
  const topic = await lockTopic(db, ref);
  const workshop = await db.workshop.findFirst({
    where: { id: workshopId, cohortId },
    select: { title: true, state: true },
  });
  if (!workshop) throw notFound();
  const { returnedFrom } = await db.topic.findUniqueOrThrow({
    where: { id: topicId },
    select: { returnedFrom: true },
  });
  const told = await db.topicOutcome.findMany({
    where: { topicId },
    orderBy: [{ toldAt: 'desc' }, { version: 'desc' }],
  });
  const draft = await db.topicOutcomeDraft.findUnique({
    where: { topicId_workshopId: { topicId, workshopId } },
    select: { version: true, answer: true, body: true },
  });
  return {
    topic: { ...topic, returnedFrom },
    workshopTitle: workshop.title,
    told: told.find((outcome) => outcome.workshopId === workshopId) ?? null,
    draft,
    facts: {
      cohortId,
      cohortState: topic.cohortState,
      workshopState: workshop.state,
      state: topic.state,
      answer: told[0]?.answer ?? null,
      isReturned: returnedFrom !== null,
    },
  };
}

/** The same, for writing: who started from something older gets a conflict. */
async function lockForWriting(
  scope: PersonScope,
  input: SaveOutcome | TellOutcome,
): Promise<LockedOutcome> {
  const outcome = await lockOutcome(scope, input);
  ensure(policy.mayWrite(scope.actor, outcome.facts));
  const { topicId, workshopId } = input;
  const hadSlot = await scope.db.topicSlot.count({
    where: { topicId, workshopId, minutes: { gt: 0 } },
  });
  if (hadSlot === 0 && outcome.told === null) throw notFound();
  return outcome;
}

function ensureBasis({ told, draft }: LockedOutcome, input: SaveOutcome | TellOutcome): void {
  const [toldVersion, version] = [told?.version ?? 0, draft?.version ?? 0];
  if (toldVersion !== input.told || version !== input.version) throw conflict(version);
}

interface Text {
  answer: OutcomeAnswer | null;
  body: string;
}

const isSameText = (one: Text | null, other: Text): boolean =>
  one !== null && one.answer === other.answer && one.body === other.body;

/** Open pages of moderators fetch again; a draft is no news for anybody else. */
const refresh = ({ db }: PersonScope, { cohortId, workshopId }: OutcomeRef) =>
  publish(db, { cohortId, kind: 'outcome', id: workshopId });

/** Keeps what a moderator is writing; nobody else reads it. A draft that says what was told is none. */
export async function saveOutcome(
  scope: PersonScope,
  input: SaveOutcome,
): Promise<{ version: number }> {
  const { db, clock, actor } = scope;
  const { cohortId, topicId, workshopId, answer } = input;
  const outcome = await lockForWriting(scope, input);
  const text = { answer, body: sanitiseRichText(input.body) };
  const stored = outcome.draft ?? outcome.told ?? { answer: null, body: '' };
  // Sent once more, because the answer got lost.
  if (isSameText(stored, text)) return { version: outcome.draft?.version ?? 0 };
  ensureBasis(outcome, input);
  const isBack = isSameText(outcome.told ?? { answer: null, body: '' }, text);
  const version = isBack ? 0 : input.version + 1;
  const where = { topicId, workshopId };
  const written = { ...text, version, changedById: actor.accountId, changedAt: clock.now() };
  if (isBack) await db.topicOutcomeDraft.deleteMany({ where });
  else if (outcome.draft) await db.topicOutcomeDraft.updateMany({ where, data: written });
  else await db.topicOutcomeDraft.createMany({ data: [{ cohortId, ...where, ...written }] });
  await refresh(scope, input);
  return { version };
}

/** Throws away what was written and not told. */
export async function discardOutcome(scope: PersonScope, ref: OutcomeRef): Promise<void> {
  const { facts } = await lockOutcome(scope, ref);
  ensure(policy.mayWrite(scope.actor, facts));
  const { topicId, workshopId } = ref;
  await scope.db.topicOutcomeDraft.deleteMany({ where: { topicId, workshopId } });
  await refresh(scope, ref);
}

/** Tells the team, and everyone whom the topic concerns, what came of it; or what was not right about that. */
export async function tellOutcome(
  scope: PersonScope,
  input: TellOutcome,
): Promise<{ version: number }> {
  const { db, clock, actor } = scope;
  const { cohortId, topicId, workshopId, answer } = input;
  const outcome = await lockForWriting(scope, input);
  const text = { answer, body: sanitiseRichText(input.body) };
  // Sent twice, or nothing new: nobody is told again.
  if (isSameText(outcome.told, text)) {
    await db.topicOutcomeDraft.deleteMany({ where: { topicId, workshopId } });
    return { version: outcome.told!.version };
  }
  ensureBasis(outcome, input);
  const version = input.told + 1;
  await db.topicOutcome.createMany({
    data: [
      {
        ...{ cohortId, topicId, workshopId, version, ...text },
        ...{ toldById: actor.accountId, toldAt: clock.now() },
      },
    ],
  });
  await db.topicOutcomeDraft.deleteMany({ where: { topicId, workshopId } });
  const to = stateAfter(outcome.topic.state, answer);
  await move(scope, outcome, to, to === outcome.topic.state ? outcome.topic.returnedFrom : null);
  const kind = version === 1 ? 'topic_outcome_told' : 'topic_outcome_corrected';
  await tell(scope, outcome, input, kind, {
    answer,
    teamIds: await teamsConcerned(scope, topicId),
  });
  await refresh(scope, input);
  return { version };
}

/** What is answered waits for no further ballot; else what has gone on since stays as it is. */
function stateAfter(state: TopicState, answer: OutcomeAnswer): TopicState {
  if (state === 'worked_on') return 'outcome';
  return isInPool(state) && answer === 'answered' ? 'outcome' : state;
}

async function move(
  { db, clock }: PersonScope,
  { topic }: LockedOutcome,
  state: TopicState,
  returnedFrom: TopicState | null,
): Promise<void> {
  await db.topic.update({
    where: { id: topic.id },
    data: { state, returnedFrom, activeAt: clock.now() },
    select: { id: true },
  });
}

const tell = (
  scope: PersonScope,
  { topic, workshopTitle }: LockedOutcome,
  { cohortId, topicId, workshopId }: OutcomeRef,
  kind:
    'topic_outcome_told' | 'topic_outcome_corrected' | 'topic_returned' | 'topic_return_taken_back',
  facts: ActivityFacts,
) =>
  record(scope, {
    cohortId,
    kind,
    subjectKind: 'topic',
    subjectId: topicId,
    facts: {
      ...{ workshopId, workshopTitle, question: topic.question, teamName: topic.teamName },
      ...facts,
    },
  });

/** The teams whose topics were united in it, its own among them. */
async function teamsConcerned({ db }: PersonScope, topicId: string): Promise<string[]> {
  const teams = await db.$queryRaw<{ teamId: string }[]>`
    WITH RECURSIVE united AS (
      SELECT id, "teamId" FROM topic WHERE id = ${topicId}::uuid
      UNION ALL SELECT t.id, t."teamId" FROM topic t JOIN united u ON t."mergedIntoId" = u.id
    )
    SELECT DISTINCT "teamId" FROM united`;
  return teams.map(({ teamId }) => teamId);
}

/** Gives what stayed open back to the pool, for the next ballot; so too what was chosen and had no slot. */
export async function returnToPool(scope: PersonScope, ref: OutcomeRef): Promise<void> {
  const outcome = await lockOutcome(scope, ref);
  const { topic, facts } = outcome;
  const isRepeated = topic.state === 'carried_over' && facts.isReturned;
  ensure(
    policy.mayReturn(scope.actor, isRepeated ? { ...facts, state: topic.returnedFrom! } : facts),
  );
  if (isRepeated) return;
  await move(scope, outcome, 'carried_over', topic.state);
  await tell(scope, outcome, ref, 'topic_returned', { answer: facts.answer });
  await refresh(scope, ref);
}

/** Takes that back, as long as the topic is on no ballot yet. */
export async function takeFromPool(scope: PersonScope, ref: OutcomeRef): Promise<void> {
  const outcome = await lockOutcome(scope, ref);
  const { topic, facts } = outcome;
  ensure(policy.mayTakeFromPool(scope.actor, facts));
  if (topic.returnedFrom === null) throw new AppError('outcome_not_in_pool_by_return');
  await move(scope, outcome, topic.returnedFrom, null);
  await tell(scope, outcome, ref, 'topic_return_taken_back', {});
  await refresh(scope, ref);
}
