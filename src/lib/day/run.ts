/** What runs on a workshop's day: what moderators tapped, folded with the published programme. Pure. */
import { dayClock, type DayClock } from '$lib/agenda/clock';
import type { PublishedAgenda, PublishedItem } from '$lib/agenda/published';

export const runKinds = ['started', 'ended', 'moved_on', 'extended', 'undone'] as const;
export type RunKind = (typeof runKinds)[number];

/** One tap. Its id is made by the device: the same tap, heard twice, is the same tap. */
export interface RunEvent {
  id: string;
  kind: RunKind;
  /** What it is about; null where another tap is taken back. */
  itemId: string | null;
  /** Moved on: what begins. Extended: whose minutes it takes; null: nobody's, what follows moves. */
  otherItemId: string | null;
  /** Extended: by how many. */
  minutes: number | null;
  /** Undone: the tap that is taken back. */
  undoneId: string | null;
  /** When it was tapped, by the server's clock as far as the device knew it (ISO 8601, UTC). */
  at: string;
}

/** Skipped: something after it has begun, and it has not. It can still be started. */
export type RunState = 'waiting' | 'running' | 'done' | 'skipped';

/** Times are minutes since the day's midnight that have gone by, seconds as fractions. */
export interface RunItem {
  item: PublishedItem;
  state: RunState;
  /** What it has: planned, extended by what it was given, less what was taken from it. */
  minutes: number;
  /** What was given or taken. */
  changedBy: number;
  /** When it began or will begin, and ended or will end; of a skipped one what was planned. */
  start: number;
  end: number;
  /** Of a running one: minutes left; below zero it runs over. */
  left: number;
  /** For how long what comes before it still runs when it was to keep its time. */
  late: number;
}

/**
 * Before: nothing was started, and the programme has not begun. By plan: it has, but nobody says so: the clock
 * alone tells what runs. Live: moderators lead. Over: the last thing is done, or the day is past.
 */
export type RunPhase = 'before' | 'by_plan' | 'live' | 'over';

export interface DayRun {
  dayId: string;
  phase: RunPhase;
  now: number;
  /** Every item of the day, in the order of the programme. */
  items: RunItem[];
  running: RunItem[];
  /** What comes next: in each track the first that waits. */
  next: RunItem[];
  /** Minutes behind the programme at present; below zero it is ahead. */
  behind: number;
  plannedEnd: number;
  end: number;
  /** Taps that change nothing: what they are about had changed already, or is gone. */
  ignored: RunEvent[];
}

/** A day's taps are those from its midnight until noon of the next day: sooner or later they are rehearsals. */
export const LENGTH_OF_A_DAY = 36 * 60;

interface Played {
  spells: { from: number; until: number | null }[];
  given: number;
  taken: number;
}

const isRunning = ({ spells }: Played): boolean => spells.at(-1)?.until === null;
const hasRun = (played: Map<string, Played>, { id }: PublishedItem): boolean =>
  played.get(id)!.spells.length > 0;

const byMoment = (one: RunEvent, other: RunEvent): number =>
  Date.parse(one.at) - Date.parse(other.at) || (one.id < other.id ? -1 : 1);

/** Each tap once, without those that were taken back, in the order in which they were made. */
export function effectiveTaps(events: readonly RunEvent[]): RunEvent[] {
  const once = [...new Map(events.map((event) => [event.id, event])).values()];
  const undone = new Set(once.flatMap(({ undoneId }) => undoneId ?? []));
  return once.filter(({ kind, id }) => kind !== 'undone' && !undone.has(id)).toSorted(byMoment);
}

/** Whether two items cannot run beside each other: one is for everyone, or both are of one track. */
const isInTheWay = (one: string | null, other: string | null): boolean =>
  one === null || other === null || one === other;

/**
 * The state of one day of a programme at one moment. Taps may come in any order and more than once.
 *
 * @param now milliseconds since 1970
 */
export function runDay(
  programme: PublishedAgenda,
  dayId: string,
  events: readonly RunEvent[],
  now: number,
): DayRun {
  const day = programme.days.find(({ id }) => id === dayId);
  if (!day) throw new Error(`no day ${dayId}`);
  const clock = dayClock(day.date, programme.timeZone);
  const elapsed = elapsedOf(clock);
  const trackOf = trackIn(programme);
  const items = programme.items.filter((item) => item.dayId === dayId);
  const { played, ignored } = play(items, trackOf, effectiveTaps(events), elapsed);
  const present = elapsed(now);
  const plannedEnd = Math.max(clock.elapsedAt(day.startMinute), ...items.map(({ end }) => end));
  const isLed = [...played.values()].some(({ spells }) => spells.length > 0);
  const isPassedBy = (index: number) =>
    items
      .slice(index + 1)
      .some((later) => hasRun(played, later) && isInTheWay(trackOf(items[index]!), trackOf(later)));
  const isThrough = items.every((item, index) => hasRun(played, item) || isPassedBy(index));
  const isQuiet = ![...played.values()].some(isRunning);
  const facts = { now: present, isLed, plannedEnd, isThrough: isThrough && isQuiet };
  const phase = phaseOf(items, facts);
  const start = clock.elapsedAt(day.startMinute);
  const laid =
    isLed || phase === 'before'
      ? layOut(items, trackOf, played, { phase, now: present, start, isPassedBy })
      : items.map((item) => asPlanned(item, present));
  const running = laid.filter(({ state }) => state === 'running');
  const next = nextOf(laid, trackOf);
  return {
    ...{ dayId, phase, now: present, items: laid, running, next, plannedEnd, ignored },
    behind: behindOf(laid, running, next),
    end: Math.max(start, ...laid.filter(({ state }) => state !== 'skipped').map(({ end }) => end)),
  };
}

/** Minutes since the day's midnight; a day without a date has no moments, and is always before its midnight. */
function elapsedOf(clock: DayClock): (ms: number) => number {
  const midnight = clock.momentAt(0)?.getTime();
  return (ms) => (midnight === undefined ? -1 : (ms - midnight) / 60_000);
}

/** A track that is gone is for everyone. */
const trackIn =
  ({ tracks }: Pick<PublishedAgenda, 'tracks'>) =>
  ({ trackId }: PublishedItem): string | null =>
    tracks.some(({ id }) => id === trackId) ? trackId : null;

/** Goes through the taps and says when each item ran, and what it was given or lost. */
function play(
  items: readonly PublishedItem[],
  trackOf: (item: PublishedItem) => string | null,
  taps: readonly RunEvent[],
  elapsed: (ms: number) => number,
) {
  const byId = new Map(items.map((item) => [item.id, item]));
  const played = new Map(
    items.map(({ id }): [string, Played] => [id, { spells: [], given: 0, taken: 0 }]),
  );
  const ignored: RunEvent[] = [];
  const isOn = (id: string) => isRunning(played.get(id)!);
  const stop = (id: string, at: number) => (played.get(id)!.spells.at(-1)!.until = at);
  const start = (item: PublishedItem, at: number) => {
    for (const other of items)
      if (isOn(other.id) && isInTheWay(trackOf(item), trackOf(other))) stop(other.id, at);
    played.get(item.id)!.spells.push({ from: at, until: null });
  };
  /** Whether the tap changes anything. */
  const apply = ({ kind, itemId, otherItemId, minutes, at: moment }: RunEvent): boolean => {
    const item = byId.get(itemId ?? '');
    const at = elapsed(Date.parse(moment));
    if (!item || at < 0 || at >= LENGTH_OF_A_DAY) return false;
    if (kind === 'started') {
      if (isOn(item.id)) return false;
      start(item, at);
    } else if (kind === 'ended') {
      if (!isOn(item.id)) return false;
      stop(item.id, at);
    } else if (kind === 'moved_on') {
      const next = byId.get(otherItemId ?? '');
      // Somebody else may have moved on already; what one tap starts in two tracks leaves the same item twice.
      const isLeft = isOn(item.id) || played.get(item.id)!.spells.at(-1)?.until === at;
      if (!next || !isLeft || isOn(next.id)) return false;
      if (isOn(item.id)) stop(item.id, at);
      start(next, at);
    } else {
      played.get(item.id)!.given += minutes!;
      const giver = played.get(otherItemId ?? '');
      const left = giver && byId.get(otherItemId!)!.minutes + giver.given - giver.taken;
      if (giver) giver.taken += Math.min(minutes!, Math.max(0, left!));
    }
    return true;
  };
  for (const tap of taps) if (!apply(tap)) ignored.push(tap);
  return { played, ignored };
}

interface DayFacts {
  now: number;
  isLed: boolean;
  plannedEnd: number;
  /** Nothing waits any more, and nothing runs. */
  isThrough: boolean;
}

function phaseOf(
  items: readonly PublishedItem[],
  { now, isLed, plannedEnd, isThrough }: DayFacts,
): RunPhase {
  if (now >= LENGTH_OF_A_DAY) return 'over';
  if (isLed) return isThrough ? 'over' : 'live';
  if (now >= plannedEnd) return 'over';
  return items.some(({ start }) => start <= now) ? 'by_plan' : 'before';
}

interface Present {
  phase: RunPhase;
  now: number;
  /** When the day begins. */
  start: number;
  isPassedBy: (index: number) => boolean;
}

/** When everything was or will be. What keeps its time begins then, or once everyone is there. */
function layOut(
  items: readonly PublishedItem[],
  trackOf: (item: PublishedItem) => string | null,
  played: Map<string, Played>,
  { phase, now, start, isPassedBy }: Present,
): RunItem[] {
  /** Until when each track is taken, and until when everyone is. */
  const taken = new Map<string | null, number>();
  let common = start;
  const freeFor = (track: string | null) =>
    track === null ? Math.max(common, ...taken.values()) : (taken.get(track) ?? common);
  // What was gone back to runs on after what came later in the programme.
  const take = (track: string | null, end: number) => {
    const until = Math.max(end, freeFor(track));
    if (track !== null) return taken.set(track, until);
    common = until;
    taken.clear();
  };
  return items.map((item, index) => {
    const { spells, given, taken: lost } = played.get(item.id)!;
    const minutes = item.minutes + given - lost;
    const facts = { item, minutes, changedBy: given - lost, left: minutes, late: 0 };
    const track = trackOf(item);
    if (hasRun(played, item)) {
      const ran = spells.reduce((sum, { from, until }) => sum + (until ?? now) - from, 0);
      const left = minutes - ran;
      const until = spells.at(-1)!.until;
      const end = until ?? now + Math.max(0, left);
      take(track, end);
      const state = until === null ? ('running' as const) : ('done' as const);
      return { ...facts, state, start: spells[0]!.from, end, left };
    }
    if (phase === 'over' || isPassedBy(index))
      return { ...facts, state: 'skipped' as const, start: item.start, end: item.end };
    const free = Math.max(freeFor(track), phase === 'live' ? now : 0);
    const keeps = item.pinnedAt !== null;
    const begin = keeps ? Math.max(free, item.start) : free;
    take(track, begin + minutes);
    const late = keeps ? begin - item.start : 0;
    return { ...facts, state: 'waiting' as const, start: begin, end: begin + minutes, late };
  });
}

/** What the clock says where nobody leads. */
function asPlanned(item: PublishedItem, now: number): RunItem {
  const { start, end, minutes } = item;
  const state = now >= end ? 'done' : now >= start ? 'running' : 'waiting';
  return { item, state, minutes, changedBy: 0, start, end, left: end - now, late: 0 };
}

function nextOf(
  items: readonly RunItem[],
  trackOf: (item: PublishedItem) => string | null,
): RunItem[] {
  const waiting = items.filter(({ state }) => state === 'waiting');
  const tracks = new Set(waiting.map(({ item }) => trackOf(item)));
  if (tracks.size > 1) tracks.delete(null);
  const first = [...tracks].map((track) =>
    waiting.find(({ item }) => isInTheWay(trackOf(item), track)),
  );
  return [...new Set(first)].filter((item) => item !== undefined);
}

function behindOf(items: RunItem[], running: RunItem[], next: RunItem[]): number {
  if (running.length > 0) return Math.max(...running.map(({ item, end }) => end - item.end));
  if (next.length > 0) return Math.max(...next.map(({ item, start }) => start - item.start));
  const last = items.findLast(({ state }) => state === 'done');
  return last ? last.end - last.item.end : 0;
}

/** Where the minutes of an extension can come from, and what that does. */
export interface Offer {
  /** Null: from nobody. */
  otherItemId: string | null;
  /** What is left of the other one. */
  minutes: number;
  /** By how many minutes the day ends later than without it. */
  endShift: number;
  /** What begins later than without it. */
  moved: { item: PublishedItem; start: number }[];
}

const MINUTES_TOGETHER = 1e-6;

/**
 * Everything that an extension could be taken from: what comes later and has more minutes than are asked for;
 * the last thing of the day first, breaks after everything else. Nobody comes first where that costs nothing.
 */
export function offersFor(
  programme: PublishedAgenda,
  run: DayRun,
  events: readonly RunEvent[],
  extension: { itemId: string; minutes: number; now: number },
): Offer[] {
  const { itemId, minutes, now } = extension;
  const trackOf = trackIn(programme);
  const own = run.items.find(({ item }) => item.id === itemId)!;
  const givers = run.items.filter(
    ({ item, state, minutes: has }) =>
      state === 'waiting' && has > minutes && isInTheWay(trackOf(item), trackOf(own.item)),
  );
  const isBreak = ({ item }: RunItem) => item.kind === 'break';
  const latestFirst = givers.toReversed();
  const sorted = [...latestFirst.filter((one) => !isBreak(one)), ...latestFirst.filter(isBreak)];
  const offers = [...sorted, null].map((giver): Offer => {
    const tap: RunEvent = {
      ...{ id: '~', kind: 'extended', itemId, minutes, undoneId: null },
      otherItemId: giver?.item.id ?? null,
      at: new Date(now).toISOString(),
    };
    const after = runDay(programme, run.dayId, [...events, tap], now);
    const moved = after.items.filter(
      ({ state, start }, index) =>
        state === 'waiting' && start - run.items[index]!.start > MINUTES_TOGETHER,
    );
    return {
      otherItemId: giver?.item.id ?? null,
      minutes: giver ? giver.minutes - minutes : 0,
      endShift: after.end - run.end,
      moved: moved.map(({ item, start }) => ({ item, start })),
    };
  });
  const isFree = ({ otherItemId, endShift }: Offer) =>
    otherItemId === null && endShift <= MINUTES_TOGETHER;
  return [...offers.filter(isFree), ...offers.filter((offer) => !isFree(offer))];
}

/** What starts when the moderators move on from an item: what comes next to it, in each track. */
export function comesAfter(programme: PublishedAgenda, run: DayRun, itemId: string): RunItem[] {
  const trackOf = trackIn(programme);
  const own = run.items.find(({ item }) => item.id === itemId)!.item;
  return run.next.filter(({ item }) => isInTheWay(trackOf(item), trackOf(own)));
}

/**
 * The day that is looked at: the one that is today; before the workshop its first, after it its last one.
 *
 * @param today "2026-03-13" in the programme's time zone
 */
export function dayAt(programme: PublishedAgenda, today: string): string | null {
  const { days } = programme;
  const here = days.find(({ date }) => date === today);
  const coming = days.find(({ date }) => date === null || date > today);
  return (here ?? coming ?? days.at(-1))?.id ?? null;
}
