/** What changes from one published programme to the next, and whom it concerns. Pure. */
import { isSame } from '$lib/platform/same';
import { dayClock } from '../clock';
import type { PublishedAgenda, PublishedItem } from '../published';

/** What of an item has changed: another time, length, track or room, other people, other words. */
export const aspects = ['time', 'length', 'track', 'room', 'people', 'words'] as const;
export type Aspect = (typeof aspects)[number];

export type ItemChange =
  | { kind: 'new'; item: PublishedItem; before: null }
  | { kind: 'gone'; item: null; before: PublishedItem }
  | { kind: 'changed'; item: PublishedItem; before: PublishedItem; aspects: Aspect[] };

/** When an item begins and ends as clocks show it, and on which day. */
export interface ShownTime {
  dayId: string;
  date: string | null;
  from: number;
  until: number;
}

export function shownTime(agenda: PublishedAgenda, item: PublishedItem): ShownTime {
  const { dayId, start, end } = item;
  const date = agenda.days.find(({ id }) => id === dayId)?.date ?? null;
  const clock = dayClock(date, agenda.timeZone);
  return { dayId, date, from: clock.shownAt(start), until: clock.shownAt(end) };
}

export const trackName = (agenda: PublishedAgenda, { trackId }: PublishedItem): string =>
  agenda.tracks.find(({ id }) => id === trackId)?.name ?? '';

/** A day that is put off takes its items along: what counts is the date, where there is one. */
const beginsAt = (agenda: PublishedAgenda, item: PublishedItem) => {
  const { dayId, date, from } = shownTime(agenda, item);
  return { day: date ?? dayId, from };
};

const minutesOf = ({ start, end }: PublishedItem): number => end - start;

const wordsOf = (item: PublishedItem) => {
  const { kind, title, about, goal, material, methodId, fileIds } = item;
  const { topicId, practiceId, consultationId } = item;
  const subjects = { topicId, practiceId, consultationId };
  return { kind, title, about, goal, material, methodId, fileIds, ...subjects };
};

const peopleOf = ({ responsibleIds, expertIds }: PublishedItem) => ({
  responsible: responsibleIds.toSorted(),
  experts: expertIds.toSorted(),
});

const looks: Record<Aspect, (agenda: PublishedAgenda, item: PublishedItem) => unknown> = {
  time: beginsAt,
  length: (_agenda, item) => minutesOf(item),
  track: trackName,
  room: (_agenda, { room }) => room,
  people: (_agenda, item) => peopleOf(item),
  words: (_agenda, item) => wordsOf(item),
};

/**
 * The items that differ, in the order of the new programme; what is gone comes last.
 *
 * @param before null: there was none, so everything is new
 */
export function difference(before: PublishedAgenda | null, after: PublishedAgenda): ItemChange[] {
  const earlier = new Map(before?.items.map((item) => [item.id, item]));
  const present = new Set(after.items.map(({ id }) => id));
  const changes = after.items.flatMap((item): ItemChange[] => {
    const old = earlier.get(item.id);
    if (!before || !old) return [{ kind: 'new', item, before: null }];
    const changed = aspects.filter(
      (aspect) => !isSame(looks[aspect](before, old), looks[aspect](after, item)),
    );
    return changed.length === 0 ? [] : [{ kind: 'changed', item, before: old, aspects: changed }];
  });
  const gone = (before?.items ?? []).filter(({ id }) => !present.has(id));
  return [
    ...changes,
    ...gone.map((old): ItemChange => ({ kind: 'gone', item: null, before: old })),
  ];
}

/** Somebody whom items can concern. */
export interface Concerned {
  membershipId: string;
  teamId: string | null;
}

/** The teams of a topic: the one that proposed it, and those whose topics were merged with it. */
export type TeamsOf = (topicId: string) => readonly string[];

/** Whoever is responsible, comes as an expert, or is of a team whose topic it is. */
export function concerns(item: PublishedItem, person: Concerned, teamsOf: TeamsOf): boolean {
  const { membershipId, teamId } = person;
  const isNamed =
    item.responsibleIds.includes(membershipId) || item.expertIds.includes(membershipId);
  return (
    isNamed || (teamId !== null && item.topicId !== null && teamsOf(item.topicId).includes(teamId))
  );
}

/** What changes for one person: items that concern her or him now, or did before. */
export const changesFor = (
  changes: readonly ItemChange[],
  person: Concerned,
  teamsOf: TeamsOf,
): ItemChange[] =>
  changes.filter(({ item, before }) =>
    [item, before].some((one) => one !== null && concerns(one, person, teamsOf)),
  );
