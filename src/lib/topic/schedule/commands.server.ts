import type { Scope } from '$lib/access/scope.server';
import { record } from '$lib/activity/commands.server';
import type { ActivityFacts } from '$lib/activity/kinds';
import type { TopicState } from '../life';
import { lockTopic } from '../queries.server';

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
  await db.topicSlot.upsert({
    where: { topicId_workshopId: { topicId, workshopId } },
    create: { cohortId, topicId, workshopId, ...values },
    update: values,
  });
  const hasSlot = (await db.topicSlot.count({ where: { topicId, minutes: { gt: 0 } } })) > 0;
  const to = nextState(topic.state, hasSlot);
  if (to !== topic.state)
    await db.topic.update({
      where: { id: topicId },
      data: { state: to, activeAt: scope.clock.now() },
      select: { id: true },
    });
  const kind = to === 'scheduled' && minutes > 0 ? passportKind(topic.state, isMoved) : null;
  const isDropped = topic.state === 'scheduled' && to === 'chosen';
  if (kind === null && !isDropped) return;
  const { question, teamName } = topic;
  await record(scope, {
    cohortId,
    kind: kind ?? 'topic_unscheduled',
    subjectKind: 'topic',
    subjectId: topicId,
    facts: { ...facts, workshopId, minutes, decidedMinutes, reason, question, teamName },
  });
}

/** What a vote has not chosen stays where it is in its life, in a programme too. */
function nextState(state: TopicState, hasSlot: boolean): TopicState {
  if (state === 'chosen' && hasSlot) return 'scheduled';
  return state === 'scheduled' && !hasSlot ? 'chosen' : state;
}

const passportKind = (before: TopicState, isMoved: boolean) => {
  if (before !== 'scheduled') return 'topic_scheduled' as const;
  return isMoved ? ('topic_rescheduled' as const) : null;
};
