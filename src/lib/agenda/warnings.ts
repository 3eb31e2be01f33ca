/** What moderators should look at before a programme is published. Pure; nothing is repaired by itself. */
import { dayClock } from './clock';
import type { AgendaContent, AgendaItem, Availability } from './document';
import { planDay, type Day, type DayPlan, type Slot } from './timing';

/** So long people listen without a break. */
export const LONGEST_STRETCH = 90;
/** Minutes without programme from which on they count as a break. */
const LEAST_BREAK = 10;

/** A topic that a ballot's decision took. */
export interface DecidedTopic {
  id: string;
  /** What the decision gave it; null where it gave no time. */
  minutes: number | null;
  /** Whether another workshop's programme has it already. */
  isElsewhere: boolean;
  /** Teams that voted for it, as far as votes are known. */
  teamIds: readonly string[];
}

/** A team, and how many of its people can be in different places. */
export interface AttendingTeam {
  id: string;
  people: number;
}

export type Warning =
  | { kind: 'day_too_long'; dayId: string; itemId: string; minutes: number }
  | { kind: 'overlap'; itemId: string; minutes: number }
  | { kind: 'before_day'; itemId: string; minutes: number }
  | { kind: 'no_break'; itemId: string; minutes: number }
  | { kind: 'expert_twice'; membershipId: string; itemId: string; otherId: string }
  | { kind: 'room_twice'; room: string; itemId: string; otherId: string }
  | { kind: 'expert_away'; membershipId: string; itemId: string }
  | { kind: 'expert_not_invited'; membershipId: string; itemId: string }
  | { kind: 'room_away'; room: string; itemId: string }
  | { kind: 'topic_unplanned'; topicId: string; minutes: number | null; reason: string }
  | {
      kind: 'topic_shortened';
      topicId: string;
      itemId: string;
      minutes: number;
      planned: number;
      reason: string;
    }
  | { kind: 'team_split'; teamId: string; people: number; itemIds: string[]; itemId: string };

export interface WarningFacts {
  days: readonly Day[];
  timeZone: string;
  topics: readonly DecidedTopic[];
  teams: readonly AttendingTeam[];
  /** Experts who are not invited to this event. */
  uninvitedIds: readonly string[];
}

/** An item with its time. */
interface Timed extends Slot {
  item: AgendaItem;
  dayId: string;
}

const meet = (one: Timed, other: Timed): boolean =>
  one.dayId === other.dayId && one.start < other.end && other.start < one.end;

/** All that should be looked at, in the order of the days. */
export function findWarnings(content: AgendaContent, facts: WarningFacts): Warning[] {
  const trackIds = content.tracks.map(({ id }) => id);
  const byId = new Map(content.items.map((item) => [item.id, item]));
  const plans = facts.days.map((day) =>
    planDay(day, content.items, trackIds, dayClock(day.date, facts.timeZone)),
  );
  const timed = plans.flatMap(({ dayId, slots }) =>
    slots.map((slot): Timed => ({ ...slot, dayId, item: byId.get(slot.itemId)! })),
  );
  return [
    ...plans.flatMap((plan) => [
      ...tooLong(plan),
      ...overlaps(plan),
      ...withoutBreak(
        timed.filter(({ dayId }) => dayId === plan.dayId),
        trackIds,
      ),
    ]),
    ...twice(timed),
    ...away(timed, content.availability, facts),
    ...notInvited(timed, facts),
    ...topicsShort(timed, content.reasons, facts.topics),
    ...splitTeams(timed, facts),
  ];
}

function tooLong({ dayId, end, plannedEnd, slots }: DayPlan): Warning[] {
  const last = slots.find((slot) => slot.end === plannedEnd);
  if (plannedEnd <= end || !last) return [];
  return [{ kind: 'day_too_long', dayId, itemId: last.itemId, minutes: plannedEnd - end }];
}

/** A pinned item that runs into what comes before it, or begins before the day does, or both. */
const overlaps = ({ start, slots }: DayPlan): Warning[] =>
  slots
    .filter(({ overlap }) => overlap > 0)
    .flatMap(({ itemId, overlap, start: begin, end }): Warning[] => {
      if (begin >= start) return [{ kind: 'overlap', itemId, minutes: overlap }];
      const within = Math.min(end, begin + overlap) - start;
      return [
        { kind: 'before_day', itemId, minutes: start - begin },
        ...(within > 0 ? [{ kind: 'overlap' as const, itemId, minutes: within }] : []),
      ];
    });

/** The way of somebody who stays on one track; the first item after which it has been too long is named. */
function withoutBreak(timed: Timed[], trackIds: readonly string[]): Warning[] {
  const ways = trackIds.length === 0 ? [null] : trackIds;
  const found = new Map<string, Warning>();
  for (const way of ways) {
    const isCommon = ({ trackId }: AgendaItem) => trackId === null || !trackIds.includes(trackId);
    const path = timed
      .filter(({ item }) => isCommon(item) || item.trackId === way)
      .toSorted((one, other) => one.start - other.start);
    for (const stretch of stretchesOf(path)) {
      const begin = stretch[0]!.start;
      const end = Math.max(...stretch.map((slot) => slot.end));
      if (end - begin <= LONGEST_STRETCH) continue;
      const { itemId } = stretch.find((slot) => slot.end - begin > LONGEST_STRETCH)!;
      const known = found.get(itemId);
      const isLonger = known?.kind === 'no_break' && known.minutes >= end - begin;
      if (!isLonger) found.set(itemId, { kind: 'no_break', itemId, minutes: end - begin });
    }
  }
  return [...found.values()];
}

/** What follows each other without a break. */
function stretchesOf(path: Timed[]): Timed[][] {
  const stretches: Timed[][] = [];
  let stretch: Timed[] = [];
  let until = -Infinity;
  const close = () => {
    if (stretch.length > 0) stretches.push(stretch);
    stretch = [];
  };
  for (const slot of path) {
    const isBreak = slot.item.kind === 'break';
    if (isBreak || slot.start - until >= LEAST_BREAK) close();
    if (!isBreak) stretch.push(slot);
    until = Math.max(until, slot.end);
  }
  close();
  return stretches;
}

/** A room by its name, however it is spelled. */
export const roomKey = (room: string): string => room.trim().toLocaleLowerCase();

function twice(timed: Timed[]): Warning[] {
  const warnings: Warning[] = [];
  timed.forEach((one, at) => {
    for (const other of timed.slice(at + 1)) {
      if (!meet(one, other)) continue;
      const pair = { itemId: other.itemId, otherId: one.itemId };
      for (const membershipId of one.item.expertIds)
        if (other.item.expertIds.includes(membershipId))
          warnings.push({ kind: 'expert_twice', membershipId, ...pair });
      const room = one.item.room.trim();
      if (room !== '' && roomKey(room) === roomKey(other.item.room))
        warnings.push({ kind: 'room_twice', room, ...pair });
    }
  });
  return warnings;
}

/** Of whom nothing is said, that one always is there. */
function away(timed: Timed[], availability: Availability[], facts: WarningFacts): Warning[] {
  const clocks = new Map(facts.days.map(({ id, date }) => [id, dayClock(date, facts.timeZone)]));
  const isMissing = (slot: Timed, isAbout: (subject: Availability['subject']) => boolean) => {
    const said = availability.filter(({ subject }) => isAbout(subject));
    const clock = clocks.get(slot.dayId)!;
    const isThere = ({ dayId, from, until }: Availability) =>
      dayId === slot.dayId &&
      clock.elapsedAt(from) <= slot.start &&
      slot.end <= clock.elapsedAt(until);
    return said.length > 0 && !said.some(isThere);
  };
  return timed.flatMap((slot): Warning[] => {
    const { itemId, item } = slot;
    const experts = item.expertIds.filter((id) =>
      isMissing(slot, (about) => about.kind === 'expert' && about.membershipId === id),
    );
    const room = roomKey(item.room);
    const isRoomMissing =
      room !== '' &&
      isMissing(slot, (about) => about.kind === 'room' && roomKey(about.room) === room);
    return [
      ...experts.map((membershipId): Warning => ({ kind: 'expert_away', membershipId, itemId })),
      ...(isRoomMissing ? [{ kind: 'room_away' as const, room: item.room.trim(), itemId }] : []),
    ];
  });
}

/** Each once, where she or he speaks first. */
const notInvited = (timed: Timed[], { uninvitedIds }: WarningFacts): Warning[] =>
  uninvitedIds.flatMap((membershipId): Warning[] => {
    const slot = timed.find(({ item }) => item.expertIds.includes(membershipId));
    return slot ? [{ kind: 'expert_not_invited', membershipId, itemId: slot.itemId }] : [];
  });

/** Each departure from what was decided asks for a public reason. */
function topicsShort(
  timed: Timed[],
  reasons: Record<string, string>,
  topics: readonly DecidedTopic[],
): Warning[] {
  return topics.flatMap((topic): Warning[] => {
    const { id: topicId, minutes, isElsewhere } = topic;
    const slots = timed.filter(({ item }) => item.topicId === topicId);
    const reason = reasons[topicId] ?? '';
    if (slots.length === 0)
      return isElsewhere ? [] : [{ kind: 'topic_unplanned', topicId, minutes, reason }];
    const planned = slots.reduce((sum, { item }) => sum + item.minutes, 0);
    if (minutes === null || planned >= minutes || isElsewhere) return [];
    const { itemId } = slots[0]!;
    return [{ kind: 'topic_shortened', topicId, itemId, minutes, planned, reason }];
  });
}

/** A team that voted for more topics at the same time than it has people to send. */
function splitTeams(timed: Timed[], { topics, teams }: WarningFacts): Warning[] {
  const ofTopics = timed.filter(({ item }) => item.topicId !== null);
  return teams.flatMap(({ id: teamId, people }): Warning[] => {
    const voted = new Set(
      topics.filter(({ teamIds }) => teamIds.includes(teamId)).map(({ id }) => id),
    );
    const slots = ofTopics.filter(({ item }) => voted.has(item.topicId!));
    const seen = new Set<string>();
    return slots.flatMap((slot): Warning[] => {
      // What runs when this one begins: whatever meets, meets at the beginning of one of them.
      const running = slots.filter((other) => meet(slot, other) && other.start <= slot.start);
      const topicCount = new Set(running.map(({ item }) => item.topicId)).size;
      const itemIds = running.map(({ itemId }) => itemId).toSorted();
      const key = itemIds.join(' ');
      if (topicCount <= people || seen.has(key)) return [];
      seen.add(key);
      return [{ kind: 'team_split', teamId, people, itemIds, itemId: slot.itemId }];
    });
  });
}
