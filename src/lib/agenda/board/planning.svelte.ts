import { tick } from 'svelte';
import { m } from '$lib/paraglide/messages.js';
import { newId } from '$lib/platform/id';
import type { formatter } from '$lib/ui/formatter';
import type { StoredFile } from '$lib/upload/schema';
import { dayClock } from '../clock';
import { filesIn, LONGEST_MINUTES, onDays, type AgendaItem } from '../document';
import type { Operation } from '../operations';
import { planDay } from '../timing';
import { clockText, titleOf } from '../words';
import { boardWarnings } from './board-warnings';
import { Board } from './board.svelte';
import { Drag, type Aim } from './drag.svelte';
import { deedOf, type Deed } from './keys';
import {
  aside,
  insert,
  isThere,
  laneOf,
  placeAt,
  set,
  snapped,
  step,
  STEP,
  toDay,
  toTrack,
  type Place,
} from './moves';
import type { OpenBoard } from './queries.server';
import { drawn } from './scale';
import { warningText } from './warning-words';

/** What one can do on the board, by whatever means, and what it looks like then. */
export class Planning {
  readonly board: Board;
  readonly drag = new Drag();
  /** The item whose details are open. */
  selectedId = $state<string | null>(null);
  areWarningsOpen = $state(false);

  constructor(
    private readonly read: () => OpenBoard,
    cohortId: string,
    private readonly format: ReturnType<typeof formatter>,
  ) {
    const open = read();
    this.board = new Board({ cohortId, workshopId: open.workshop.id }, open);
  }

  readonly open = $derived.by(() => this.read());
  readonly mayPlan = $derived(this.open.may.plan);
  readonly #dayIds = $derived(this.open.days.map(({ id }) => id));
  readonly content = $derived.by(() => onDays(this.board.content, this.#dayIds));
  readonly #trackIds = $derived(this.content.tracks.map(({ id }) => id));
  readonly clocks = $derived(this.open.days.map(({ date }) => dayClock(date, this.open.timeZone)));
  readonly plans = $derived(this.#plansOf(this.content.items));
  readonly selected = $derived(this.content.items.find(({ id }) => id === this.selectedId) ?? null);

  /** Each day as it is drawn. */
  readonly #drawn = $derived(
    this.plans.map((plan) => ({ content: this.content, plan, picture: drawn(plan) })),
  );
  /** While a length is drawn, everything after it moves along; the other days are not touched. */
  readonly shown = $derived.by(() => {
    const { length } = this.drag;
    if (!length) return this.#drawn;
    const { content } = this;
    const items = content.items.map((item) =>
      item.id === length.itemId ? { ...item, minutes: length.minutes } : item,
    );
    const { dayId } = this.find(length.itemId) ?? {};
    return this.#drawn.map((day, at) => {
      if (day.plan.dayId !== dayId) return day;
      const plan = this.#planOf(items, at);
      const { pixelsPerMinute } = day.picture;
      return { content: { ...content, items }, plan, picture: { ...drawn(plan), pixelsPerMinute } };
    });
  });

  readonly days = $derived(
    this.open.days.map(({ id, date }, at) => ({
      id,
      label: date
        ? m.agenda_board_day_short({
            number: at + 1,
            date: this.format.date(`${date}T12:00:00Z`, 'short'),
          })
        : m.agenda_board_day({ number: at + 1 }),
    })),
  );

  readonly warnings = $derived.by(() => {
    const { open, content, format } = this;
    const found = boardWarnings(open, content);
    const dayLabel = (dayId: string) => this.labelOfDay(dayId);
    const words = { open, content, dayLabel, minutes: format.minutes, list: format.list };
    return found.map((warning) => ({ warning, text: warningText(warning, words) }));
  });
  readonly warningsByItem = $derived.by(() => {
    const byItem: Record<string, string[]> = {};
    for (const { warning, text } of this.warnings)
      // What begins too early is told where it is seen.
      if ('itemId' in warning && warning.kind !== 'overlap' && warning.kind !== 'before_day')
        (byItem[warning.itemId] ??= []).push(text);
    return byItem;
  });
  /** With a public reason, a departure from what was decided is settled. */
  readonly openWarnings = $derived(
    this.warnings.filter(({ warning }) => !('reason' in warning && warning.reason.trim() !== '')),
  );

  /** What clocks show when the item whose details are open begins; null where it is on no day. */
  readonly shownStart = $derived.by(() => {
    const found = this.selected && this.#slotOf(this.selected.id);
    return found ? this.clocks[found.at]!.shownAt(found.slot.start) : null;
  });

  #added = $state.raw<StoredFile[]>([]);
  readonly files = $derived([...this.open.files, ...this.#added]);
  readonly unknownFileIds = $derived(
    filesIn(this.content).filter((fileId) => !this.files.some(({ id }) => id === fileId)),
  );
  addFile(file: StoredFile): void {
    this.#added = [...this.#added, file];
  }

  labelOfDay(dayId: string): string {
    return this.days.find(({ id }) => id === dayId)?.label ?? '';
  }

  find(itemId: string | null): AgendaItem | null {
    return this.content.items.find(({ id }) => id === itemId) ?? null;
  }

  async select(itemId: string): Promise<void> {
    this.selectedId = itemId;
    await tick();
    document.getElementById('item-panel')?.focus();
  }

  async show(itemId: string): Promise<void> {
    cardOf(itemId)?.scrollIntoView({ block: 'center' });
    await this.select(itemId);
  }

  async showWarnings(): Promise<void> {
    this.areWarningsOpen = true;
    if (this.selectedId) await this.close();
    await tick();
    const section = document.getElementById('board-warnings');
    section?.scrollIntoView({ block: 'nearest' });
    section?.querySelector('summary')?.focus();
  }

  async close(): Promise<void> {
    const itemId = this.selectedId;
    this.selectedId = null;
    void this.board.send();
    await tick();
    if (itemId) cardOf(itemId)?.focus();
  }

  /** Puts something new on a day, or takes up what was put aside. */
  async plan(item: AgendaItem, place = this.#placeFor(item)): Promise<void> {
    const known = this.find(item.id);
    this.board.change([
      known ? { type: 'move_item', itemId: item.id, ...place } : insert(item, place),
    ]);
    this.#announce(item.id);
    await this.select(item.id);
  }

  planOn(item: AgendaItem, dayId: string): void {
    void this.plan(item, this.#placeFor(item, dayId));
  }

  /** What buttons do to an item. */
  deedsFor(item: AgendaItem) {
    return {
      go: (direction: 'earlier' | 'later') =>
        void this.#act(item, step(this.content, item, direction)),
      toDay: (dayId: string | null) =>
        void this.#act(item, dayId === null ? aside(item) : toDay(item, dayId)),
      toTrack: (trackId: string | null) =>
        void this.#act(item, toTrack(this.content, item, trackId)),
      pin: (at: number | null) => void this.#act(item, set(item, 'pinnedAt', at)),
      double: () => this.#double(item),
      remove: () => this.#remove(item),
    };
  }

  onkeydown(itemId: string, event: KeyboardEvent): void {
    const deed = deedOf(event);
    const item = this.find(itemId);
    if (!deed || !item) return;
    const isLooking = deed === 'focus_before' || deed === 'focus_after';
    if (!isLooking && !this.mayPlan) return;
    event.preventDefault();
    if (isLooking) focusBeside(event, deed === 'focus_before' ? -1 : 1);
    else if (deed === 'remove') this.#remove(item);
    else void this.#act(item, this.#operationOf(deed, item));
  }

  undo(): void {
    this.board.said = this.board.undo() ? m.agenda_board_undone() : m.agenda_board_overtaken();
  }
  redo(): void {
    this.board.said = this.board.redo() ? m.agenda_board_redone() : m.agenda_board_overtaken();
  }

  grab(event: PointerEvent, item: AgendaItem): void {
    this.drag.grab(event, item.id, {
      aimAt: ({ dayId, trackId, minute, top }): Aim => {
        const plan = this.plans.find((one) => one.dayId === dayId)!;
        const place = placeAt(this.content, plan, trackId, minute, item.id);
        return { ...place, minute: snapped(top) };
      },
      drop: (aim) => this.#drop(item, aim),
    });
  }

  stretch(event: PointerEvent, item: AgendaItem, pixelsPerMinute: number): void {
    const { id: itemId, minutes } = item;
    this.drag.stretch(event, { itemId, minutes }, pixelsPerMinute, withinLimits, (next) => {
      const now = this.find(itemId);
      if (now) void this.#act(now, set(now, 'minutes', next));
    });
  }

  #plansOf(items: AgendaItem[]) {
    return this.open.days.map((_day, at) => this.#planOf(items, at));
  }

  #planOf(items: AgendaItem[], at: number) {
    return planDay(this.open.days[at]!, items, this.#trackIds, this.clocks[at]!);
  }

  #slotOf(itemId: string) {
    for (const [at, plan] of this.plans.entries()) {
      const slot = plan.slots.find((one) => one.itemId === itemId);
      if (slot) return { slot, at };
    }
    return null;
  }

  /** Does something to an item, and tells where it stands then; the focus goes along with it. */
  async #act(item: AgendaItem, ...operations: (Operation | null)[]): Promise<void> {
    const list = operations.filter((one) => one !== null);
    const hadFocus = document.activeElement === cardOf(item.id);
    if (list.length > 0) this.board.change(list);
    this.#announce(item.id);
    if (!hadFocus) return;
    await tick();
    cardOf(item.id)?.focus();
  }

  #announce(itemId: string): void {
    const item = this.find(itemId);
    if (!item) return;
    const found = this.#slotOf(itemId);
    const title = titleOf(item);
    if (!found) {
      this.board.said = m.agenda_board_now_aside({ title });
      return;
    }
    const { slot, at } = found;
    const time = (elapsed: number) => clockText(this.clocks[at]!.shownAt(elapsed));
    const day = this.days[at]!.label;
    const lane = laneOf(item, this.content);
    const track = this.content.tracks.find(({ id }) => id === lane)?.name;
    const now = m.agenda_board_now({ title, day, from: time(slot.start), until: time(slot.end) });
    const pinned = item.pinnedAt === null ? undefined : m.agenda_board_pinned();
    this.board.said = [now, track, pinned].filter(Boolean).join(', ');
  }

  /** After what is open now, else on the first day that has so much time left. */
  #placeFor(item: AgendaItem, dayId?: string): Place {
    const { selected, content, plans } = this;
    if (selected?.dayId && (!dayId || selected.dayId === dayId)) {
      const next = content.items[content.items.indexOf(selected) + 1];
      const trackId = laneOf(selected, content);
      return { dayId: selected.dayId, trackId, beforeId: next?.id ?? null };
    }
    const hasRoom = plans.find(({ end, plannedEnd }) => plannedEnd + item.minutes <= end);
    return { dayId: dayId ?? (hasRoom ?? plans.at(-1)!).dayId, trackId: null, beforeId: null };
  }

  #remove(item: AgendaItem): void {
    const found = this.#slotOf(item.id);
    const ids = found ? this.plans[found.at]!.slots.map(({ itemId }) => itemId) : [];
    const at = ids.indexOf(item.id);
    const neighbour = ids[at + 1] ?? ids[at - 1];
    this.board.change([{ type: 'remove_item', itemId: item.id }]);
    this.board.said = m.agenda_board_removed({ title: titleOf(item) });
    this.selectedId = null;
    void tick().then(() => neighbour && cardOf(neighbour)?.focus());
  }

  #double(item: AgendaItem): void {
    const next = this.content.items[this.content.items.indexOf(item) + 1];
    const copy = { ...item, id: newId(), pinnedAt: null };
    this.board.change([{ type: 'insert_item', item: copy, beforeId: next?.id ?? null }]);
    this.#announce(copy.id);
    this.selectedId = copy.id;
  }

  #operationOf(deed: Deed, item: AgendaItem): Operation | null {
    const { content } = this;
    const track = (by: 1 | -1) => {
      const lanes = [null, ...this.#trackIds];
      const next = lanes[lanes.indexOf(laneOf(item, content)) + by];
      return next === undefined ? null : toTrack(content, item, next);
    };
    const day = (by: 1 | -1) => {
      const at = this.open.days.findIndex(({ id }) => id === item.dayId);
      const next = at === -1 ? undefined : this.open.days[at + by];
      return next ? toDay(item, next.id) : null;
    };
    const found = this.#slotOf(item.id);
    const start = found ? this.clocks[found.at]!.shownAt(found.slot.start) : null;
    switch (deed) {
      case 'earlier':
      case 'later':
        return step(content, item, deed);
      case 'track_before':
        return track(-1);
      case 'track_after':
        return track(1);
      case 'day_before':
        return day(-1);
      case 'day_after':
        return day(1);
      case 'shorter':
        return set(item, 'minutes', withinLimits(item.minutes - STEP));
      case 'longer':
        return set(item, 'minutes', withinLimits(item.minutes + STEP));
      case 'pin':
        return set(item, 'pinnedAt', item.pinnedAt === null ? start : null);
      default:
        return null;
    }
  }

  #drop(item: AgendaItem, { minute, ...place }: Aim): void {
    const now = this.find(item.id);
    if (!now) return void this.plan(item, place);
    const at = this.open.days.findIndex(({ id }) => id === place.dayId);
    const pinnedAt = Math.max(0, this.clocks[at]!.shownAt(minute));
    void this.#act(
      now,
      isThere(this.content, now, place) ? null : { type: 'move_item', itemId: now.id, ...place },
      // What keeps its time is let go at another one.
      now.pinnedAt === null || now.pinnedAt === pinnedAt ? null : set(now, 'pinnedAt', pinnedAt),
    );
  }
}

const withinLimits = (minutes: number): number =>
  Math.min(LONGEST_MINUTES, Math.max(STEP, snapped(minutes)));

const cardOf = (itemId: string) =>
  document.querySelector<HTMLElement>(`[data-item="${itemId}"] button`);

function focusBeside(event: KeyboardEvent, by: 1 | -1): void {
  const cards = [...document.querySelectorAll<HTMLElement>('[data-item] button')];
  cards[cards.indexOf(event.currentTarget as HTMLElement) + by]?.focus();
}
