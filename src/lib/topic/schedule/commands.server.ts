import type { Scope } from '$lib/access/scope.server';
import { record } from '$lib/activity/commands.server';
import type { ActivityFacts, ActivityKind } from '$lib/activity/kinds';
import type { TopicState } from '../life';
import { lockTopic, type LockedTopic } from '../queries.server';

/** What the published programme of a workshop says of a topic. */
export interface Slot {
  cohortId: string;
  workshopId: string;
  topicId: string;
  /** All its items together; 0: it has none. */
  minutes: number;
  decidedMinutes: number | null;
  /** Why it has fewer than decided, or none. */
  reason: string;
}

/**
 * Writes the slot of a topic down, moves the topic along (chosen ↔ scheduled), and writes it into its passport.
 * Who may, the policy of the agenda has decided.
 *
 * @param facts when and where: { workshopTitle, date, from }
 * @param isMoved whether it had a slot in this workshop before, at another time or of another length
 */
export async function placeTopic(
  scope: Scope,
  slot: Slot,
  facts: ActivityFacts,
  isMoved: boolean,
): Promise<void> {
  const { db } = scope;
  const { cohortId, workshopId, topicId, minutes, decidedMinutes, reason } = slot;
  const topic = await lockTopic(db, { cohortId, topicId });
  const values = { minutes, decidedMinutes, reason };
  const before = await db.topicSlot.findUnique({
    where: { topicId_workshopId: { topicId, workshopId } },
    select: { reason: true },
  });
  const isExplained = reason !== '' && before?.reason !== reason;
  await db.topicSlot.upsert({
    where: { topicId_workshopId: { topicId, workshopId } },
    create: { cohortId, topicId, workshopId, ...values },
    update: values,
  });
  const to = await follow(scope, topic);
  const kind = passportKind(topic.state, to, { minutes, isMoved, isExplained });
  if (kind === null) return;
  const { question, teamName } = topic;
  await record(scope, {
    cohortId,
    kind,
    subjectKind: 'topic',
    subjectId: topicId,
    facts: { ...facts, workshopId, minutes, decidedMinutes, reason, question, teamName },
  });
}

/**
 * Moves the topics of a workshop along when it is cancelled (they wait for another slot), or taken up again.
 * Who may, the policy of workshops has decided.
 */
export async function placeTopicsAgain(
  scope: Scope,
  { cohortId, workshopId }: { cohortId: string; workshopId: string },
  facts: { workshopTitle: string; reason: string },
): Promise<void> {
  const slots = await scope.db.topicSlot.findMany({
    where: { workshopId, minutes: { gt: 0 } },
    orderBy: { topicId: 'asc' },
  });
  for (const { topicId, minutes, decidedMinutes } of slots) {
    const topic = await lockTopic(scope.db, { cohortId, topicId });
    const to = await follow(scope, topic);
    if (to === topic.state) continue;
    const { question, teamName } = topic;
    await record(scope, {
      cohortId,
      kind: to === 'scheduled' ? 'topic_scheduled' : 'topic_unscheduled',
      subjectKind: 'topic',
      subjectId: topicId,
      facts: { ...facts, workshopId, minutes, decidedMinutes, question, teamName },
    });
  }
}

/** Brings a topic into the state that its slots give it. What was held before counts for what was chosen then. */
async function follow({ db, clock }: Scope, { id, state }: LockedTopic): Promise<TopicState> {
  const slots = await db.topicSlot.count({
    where: { topicId: id, minutes: { gt: 0 }, workshop: { state: { in: ['planned', 'fixed'] } } },
  });
  const to = nextState(state, slots > 0);
  if (to !== state)
    await db.topic.update({
      where: { id },
      data: { state: to, activeAt: clock.now() },
      select: { id: true },
    });
  return to;
}

/** What a vote has not chosen stays where it is in its life, in a programme too. */
function nextState(state: TopicState, hasSlot: boolean): TopicState {
  if (state === 'chosen' && hasSlot) return 'scheduled';
  return state === 'scheduled' && !hasSlot ? 'chosen' : state;
}

interface Placing {
  minutes: number;
  isMoved: boolean;
  /** Whether it is said anew why it has no slot. */
  isExplained: boolean;
}

function passportKind(
  before: TopicState,
  after: TopicState,
  { minutes, isMoved, isExplained }: Placing,
): ActivityKind | null {
  if (after === 'scheduled' && minutes > 0) {
    if (before !== 'scheduled') return 'topic_scheduled';
    return isMoved ? 'topic_rescheduled' : null;
  }
  if (before === 'scheduled' && after === 'chosen') return 'topic_unscheduled';
  return after === 'chosen' && minutes === 0 && isExplained ? 'topic_left_out' : null;
}
