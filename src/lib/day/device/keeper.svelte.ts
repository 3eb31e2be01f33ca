import { createContext } from 'svelte';
import { client } from '$lib/access/client';
import { dayClock } from '$lib/agenda/clock';
import type { PublishedAgenda } from '$lib/agenda/published';
import { whenHeard } from '$lib/live/heard';
import { newId } from '$lib/platform/id';
import { clockOffset } from '$lib/ui/clock-offset';
import { isoOf } from '$lib/ui/format';
import type { DayView } from '../queries.server';
import { closedDay } from '../held/endings';
import { comesAfter, dayAt, effectiveTaps, runDay, type DayRun, type RunEvent } from '../run';
import type { Tap } from '../schema';
import { keepView, readView } from './kept';
import { Outbox } from './outbox.svelte';
import { withWrites, type DayWrite } from './writes';

const TICK_MS = 1_000;
/** A device that is so far off is told: nobody should wonder why its clock and this page differ. */
const WORTH_A_WORD_MS = 60_000;

interface Opened {
  cohortId: string;
  view: DayView;
  accountId: string;
  name: string;
  team: { id: string; name: string } | null;
}

type Said = Pick<Tap, 'kind'> & Partial<Tap>;

/** A rehearsal: on this device alone, beginning when the programme does. */
interface Rehearsal {
  /** How far its clock is from the real one. */
  aheadMs: number;
  taps: (RunEvent & { byName: string })[];
}

/**
 * The day on one device: what was fetched, with what is on its way, at the present moment by the server's
 * clock. Goes on from what it has when the connection is gone.
 */
export class DayKeeper {
  #fetched: DayView;
  #ticked: number;
  #offset = $state(0);
  #rehearsal = $state.raw<Rehearsal | null>(null);
  /** Asked for by the reader; null: the day that it is. */
  chosenDayId = $state<string | null>(null);
  readonly outbox: Outbox;
  readonly #place: string;

  constructor(private readonly opened: Opened) {
    this.#fetched = $state.raw(opened.view);
    this.#ticked = $state(Date.parse(opened.view.serverTime));
    const { accountId, view } = opened;
    this.#place = `${accountId}:${view.workshop.id}`;
    this.outbox = new Outbox(this.#place, () => this.refresh());
  }

  get ref() {
    return { cohortId: this.opened.cohortId, workshopId: this.opened.view.workshop.id };
  }

  view = $derived.by((): DayView => {
    const view = withWrites(this.#fetched, this.outbox.writes, this.opened);
    return this.#rehearsal ? { ...view, taps: this.#rehearsal.taps } : view;
  });
  /** In a rehearsal a workshop without a date is held today. */
  programme = $derived.by((): PublishedAgenda | null => {
    const { programme } = this.view;
    if (!programme || !this.#rehearsal) return programme;
    const days = programme.days.map((day) => ({ ...day, date: day.date ?? this.#today }));
    return { ...programme, days };
  });
  isRehearsing = $derived(this.#rehearsal !== null);
  now = $derived.by(() => this.#ticked + (this.#rehearsal?.aheadMs ?? 0));
  #today = $derived.by(() => dateIn(this.#fetched.programme?.timeZone ?? 'UTC', this.#ticked));
  dayId = $derived(this.chosenDayId ?? (this.programme && dayAt(this.programme, this.#today)));
  day = $derived(this.programme?.days.find(({ id }) => id === this.dayId) ?? null);
  isToday = $derived(this.day?.date === this.#today);
  clock = $derived(dayClock(this.day?.date ?? null, this.programme?.timeZone ?? 'UTC'));
  run = $derived.by((): DayRun | null => {
    const { programme, dayId } = this;
    if (!programme || !dayId) return null;
    const { taps, workshopState } = this.view;
    return workshopState === 'held'
      ? closedDay(programme, dayId, taps)
      : runDay(programme, dayId, taps, this.now);
  });
  /** Whether the buttons of the day do something now. */
  isLeading = $derived(
    this.isRehearsing || (this.view.may.run && this.isToday && this.view.workshopState !== 'held'),
  );
  /** The last tap that counts, with everything that was tapped together with it. */
  lastTaps = $derived.by(() => {
    const counted = effectiveTaps(this.view.taps) as DayView['taps'];
    const last = counted.at(-1);
    return last ? counted.filter(({ at, byName }) => at === last.at && byName === last.byName) : [];
  });
  /** How far the device's own clock is off: milliseconds, zero where it is not worth a word. */
  clockErrorMs = $derived(Math.abs(this.#offset) > WORTH_A_WORD_MS ? this.#offset : 0);

  /** For the page while it is open; the answer ends it. */
  open(): () => void {
    // A page that is older than what was fetched last was kept on the device: its time says nothing.
    const kept = readView(this.#place);
    const isKeptPage = kept !== null && kept.view.serverTime >= this.#fetched.serverTime;
    if (isKeptPage) {
      this.#fetched = kept.view;
      this.#offset = kept.offsetMs;
    } else this.#receive(this.#fetched, clockOffset(Date.parse(this.#fetched.serverTime)));
    const tick = () => (this.#ticked = Date.now() + this.#offset);
    tick();
    const timer = setInterval(tick, TICK_MS);
    const { workshopId } = this.ref;
    const fetch = () => void this.refresh();
    const unhear = ['day', 'workshop'].map((kind) => whenHeard(`${kind}:${workshopId}`, fetch));
    const close = this.outbox.open();
    return () => {
      clearInterval(timer);
      unhear.forEach((stop) => stop());
      close();
    };
  }

  /** Whether it could be fetched. */
  async refresh(): Promise<boolean> {
    try {
      const askedAt = Date.now();
      const fetched = await client.day.open.query(this.ref);
      // Half of the way is a fair guess of how old the answer is.
      const offset = Date.parse(fetched.serverTime) - (askedAt + Date.now()) / 2;
      this.#receive(fetched, offset);
      return true;
    } catch {
      return false;
    }
  }

  #receive(view: DayView, offsetMs: number): void {
    this.#fetched = view;
    this.#offset = offsetMs;
    keepView(this.#place, { view, offsetMs });
  }

  /** What a form of the page brought along. */
  take(view: DayView): void {
    if (view.serverTime > this.#fetched.serverTime) this.#receive(view, this.#offset);
  }

  write(write: DayWrite): void {
    this.outbox.add(write);
  }

  /** Everything that one touch says, at one moment unless it says another. */
  tap(...said: Said[]): void {
    this.#ticked = Date.now() + this.#offset;
    const at = isoOf(this.now);
    for (const one of said) {
      const nothing = { itemId: null, otherItemId: null, minutes: null, undoneId: null };
      const tap = { ...this.ref, ...nothing, at, ...one, id: newId() };
      if (this.#rehearsal)
        this.#rehearsal = {
          ...this.#rehearsal,
          taps: [...this.#rehearsal.taps, { ...tap, byName: this.opened.name }],
        };
      else this.write({ call: 'tap', input: tap });
    }
  }

  start(itemId: string): void {
    this.tap({ kind: 'started', itemId });
  }

  /** Begins to lead in the midst of the day: so far it went as planned. */
  takeLead(): void {
    const begun = this.run!.items.filter(({ start }) => start <= this.run!.now);
    this.tap(
      ...begun.map(({ item: { id: itemId }, start }) => ({
        kind: 'started' as const,
        itemId,
        at: isoOf(this.clock.momentAt(start)!),
      })),
    );
  }

  end(itemId: string): void {
    this.tap({ kind: 'ended', itemId });
  }

  moveOn(itemId: string): void {
    const after = comesAfter(this.programme!, this.run!, itemId);
    this.tap(
      ...after.map(({ item }) => ({ kind: 'moved_on' as const, itemId, otherItemId: item.id })),
    );
  }

  extend(itemId: string, minutes: number, otherItemId: string | null): void {
    this.tap({ kind: 'extended', itemId, minutes, otherItemId });
  }

  undo(taps: readonly { id: string }[]): void {
    this.tap(...taps.map(({ id }) => ({ kind: 'undone' as const, undoneId: id })));
  }

  rehearse(): void {
    this.#rehearsal = { aheadMs: 0, taps: [] };
    const start = this.clock.momentAt(this.clock.elapsedAt(this.day!.startMinute))!;
    this.#rehearsal = { aheadMs: start.getTime() - this.#ticked, taps: [] };
  }

  /** In a rehearsal, time is turned on. */
  skip(minutes: number): void {
    const rehearsal = this.#rehearsal;
    if (rehearsal)
      this.#rehearsal = { ...rehearsal, aheadMs: rehearsal.aheadMs + minutes * 60_000 };
  }

  endRehearsal(): void {
    this.#rehearsal = null;
  }
}

/** "2026-03-13": the date at a moment. */
const dateIn = (timeZone: string, ms: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone }).format(ms);

export const [dayKeeper, provideDayKeeper] = createContext<DayKeeper>();
