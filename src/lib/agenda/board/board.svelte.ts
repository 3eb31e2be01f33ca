import { client } from '$lib/access/client';
import { failureText } from '$lib/access/failure-text';
import { newId } from '$lib/platform/id';
import { isSame } from '$lib/platform/same';
import { clearDrafts, keepDraft, readDraft } from '$lib/ui/device-draft';
import type { AgendaContent } from '../document';
import { apply, type ItemField, type Operation, type Refusal } from '../operations';
import type { News } from '../queries.server';
import type { AgendaRef } from '../schema';

/** Words are sent at a pause in typing, everything else at once. */
const PAUSE_MS = 700;
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 30_000;
const MOST_STEPS = 100;

/** Somebody else has written where this board has written too. */
export interface Conflict {
  mine: unknown;
  theirs: unknown;
  /** Null where that is not known any more. */
  byName: string | null;
}

/** Something could not be done, because somebody else had removed what it was about. */
export interface Lost {
  id: string;
  title: string;
  /** What was typed, so that it can be copied. */
  text: string;
}

interface Step {
  forth: Operation[];
  back: Operation[];
}

interface Sent {
  id: string;
  /** As they travel, again and again until an answer comes. */
  wire: Operation[];
  /** Those of them that are not in what is confirmed yet, and still fit to it. */
  open: Operation[];
}

type Setting = Extract<Operation, { type: 'set_item' | 'rename_track' | 'set_reason' }>;
const isSetting = (operation: Operation): operation is Setting =>
  ['set_item', 'rename_track', 'set_reason'].includes(operation.type);

/** What one writes in: the same for all who write there. */
export const fieldKey = (itemId: string, field: ItemField): string => `${itemId}:${field}`;
function keyOf(operation: Setting): string {
  if (operation.type === 'set_item') return fieldKey(operation.itemId, operation.field);
  return operation.type === 'rename_track' ? operation.trackId : operation.topicId;
}

/**
 * The open board: what the server has confirmed, and on top of it what was done here and is still on its
 * way. What others do comes in below it; where both have written the same field, both texts stay until
 * whoever sits here decides.
 */
export class Board {
  #confirmed = $state.raw<AgendaContent>()!;
  #revision: number;
  #sending = $state.raw<Sent | null>(null);
  #waiting = $state.raw<Operation[]>([]);
  #done = $state.raw<Step[]>([]);
  #undone = $state.raw<Step[]>([]);

  /** What is seen. Confirmed as it was done here, it stays the same object: nothing is drawn anew. */
  readonly content = $derived.by(() => {
    const open = [...(this.#sending?.open ?? []), ...this.#waiting];
    const { content } = apply(this.#confirmed, open);
    if (!this.#seen || !isSame(this.#seen, content)) this.#seen = content;
    return this.#seen;
  });
  #seen: AgendaContent | undefined;
  readonly canUndo = $derived(this.#done.length > 0);
  readonly canRedo = $derived(this.#undone.length > 0);
  readonly isSaved = $derived(this.#sending === null && this.#waiting.length === 0);

  isOffline = $state(false);
  /** Why the server takes nothing. */
  refusal = $state<string | null>(null);
  conflicts = $state.raw<Record<string, Conflict>>({});
  lost = $state.raw<Lost[]>([]);
  /** Said aloud, and shown for a while: what a step did, or why it did nothing. */
  said = $state('');

  /** Who wrote there last, of what came while the board was open. */
  readonly #writers: Record<string, string | null> = {};
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #isTyping = false;

  constructor(
    private readonly ref: AgendaRef,
    stored: { content: AgendaContent; revision: number },
  ) {
    this.#confirmed = stored.content;
    this.#revision = stored.revision;
  }

  /** Takes up what a page that was closed too early had not sent. */
  open(): () => void {
    const kept = parsed(readDraft(this.#draftKey)?.text);
    if (kept) {
      if (kept.sending) this.#sending = { ...kept.sending, open: kept.sending.wire };
      this.#waiting = [...kept.waiting, ...this.#waiting];
      this.conflicts = kept.conflicts;
      this.#settle();
      void this.send();
    }
    const onOnline = () => void this.send();
    window.addEventListener('online', onOnline);
    return () => {
      window.removeEventListener('online', onOnline);
      clearTimeout(this.#timer);
      if (this.#waiting.length > 0) void this.send();
    };
  }

  /** Does it here at once, and sends it. */
  change(operations: Operation[]): void {
    this.#isTyping = false;
    this.#do(operations);
    void this.send();
  }

  /** What is typed into a field: one step for as long as it is typed in, sent at a pause. */
  type(operation: Setting): void {
    const key = keyOf(operation);
    const conflict = this.conflicts[key];
    if (conflict) {
      this.conflicts = { ...this.conflicts, [key]: { ...conflict, mine: operation.to } };
      this.#keep();
      return;
    }
    const last = this.#waiting.at(-1);
    const isGoingOn = this.#isTyping && last && isSetting(last) && keyOf(last) === key;
    if (isGoingOn) {
      const joined = { ...last, to: operation.to } as Setting;
      this.#waiting = [...this.#waiting.slice(0, -1), joined];
      const step = this.#done.at(-1);
      const back = step?.back.map((one) => (isSetting(one) ? { ...one, from: operation.to } : one));
      if (step)
        this.#done = [...this.#done.slice(0, -1), { forth: [joined], back: back as Operation[] }];
      this.#keep();
    } else this.#do([operation]);
    this.#isTyping = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.send(), PAUSE_MS);
  }

  undo(): boolean {
    const step = this.#done.at(-1);
    if (!step) return false;
    this.#done = this.#done.slice(0, -1);
    const isDone = this.#repeat(step.back, step.forth);
    if (isDone) this.#undone = [...this.#undone, step];
    return isDone;
  }

  redo(): boolean {
    const step = this.#undone.at(-1);
    if (!step) return false;
    this.#undone = this.#undone.slice(0, -1);
    const isDone = this.#repeat(step.forth, step.back);
    if (isDone) this.#done = [...this.#done, step];
    return isDone;
  }

  /** Settles a conflict: the own words, or theirs. */
  decide(
    key: string,
    choice: 'mine' | 'theirs',
    put: (mine: unknown, theirs: unknown) => Operation,
  ) {
    const conflict = this.conflicts[key];
    if (!conflict) return;
    this.#forget(key);
    if (choice === 'mine') this.change([put(conflict.mine, conflict.theirs)]);
    this.#keep();
  }

  dismissLost(id: string): void {
    this.lost = this.lost.filter((one) => one.id !== id);
  }

  /** Something has happened on the server: fetches it. */
  async catchUp(): Promise<void> {
    const { ref } = this;
    const news = await client.agenda.changesSince
      .query({ ...ref, since: this.#revision })
      .catch(() => null);
    if (news) this.#take(news as News);
  }

  /** Sends what waits, one change after the other. */
  async send(): Promise<void> {
    clearTimeout(this.#timer);
    this.#isTyping = false;
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      while (this.#sending || this.#waiting.length > 0) {
        this.#sending ??= { id: newId(), wire: this.#waiting, open: this.#waiting };
        if (this.#sending.wire === this.#waiting) this.#waiting = [];
        this.#keep();
        if (!(await this.#sendOne(this.#sending))) return;
      }
    } finally {
      this.#isBusy = false;
      this.#keep();
    }
  }
  #isBusy = false;

  async #sendOne({ id, wire }: Sent): Promise<boolean> {
    const { ref } = this;
    try {
      const input = { ...ref, id, since: this.#revision, operations: wire };
      const { refused, ...news } = await client.agenda.change.mutate(input as never);
      this.#sending = null;
      this.#failures = 0;
      this.isOffline = false;
      this.refusal = null;
      this.#take(news as News);
      for (const { operation, refusal } of refused)
        this.#note(operation as Operation, refusal as Refusal);
      return true;
    } catch (error) {
      return this.#fail(error);
    }
  }

  /** Whether to go on with what waits. */
  #fail(error: unknown): boolean {
    const { data } = error as { data?: object | null };
    if (data) {
      // Refused for good: what was typed stays to be read, everything else is as it was.
      this.refusal = failureText(error);
      const open = [...(this.#sending?.wire ?? []), ...this.#waiting];
      this.#sending = null;
      this.#waiting = [];
      for (const operation of open.filter(isSetting))
        this.#conflict(operation, this.#currentOf(operation));
      return false;
    }
    this.isOffline = true;
    const delay = Math.min(FIRST_RETRY_MS * 2 ** this.#failures, LONGEST_RETRY_MS);
    this.#failures += 1;
    this.#timer = setTimeout(() => void this.send(), delay);
    return false;
  }

  #do(operations: Operation[]): void {
    const { applied, inverses } = apply(this.content, operations);
    if (applied.length === 0) return;
    this.#done = [...this.#done, { forth: applied, back: inverses }].slice(-MOST_STEPS);
    this.#undone = [];
    this.#waiting = [...this.#waiting, ...applied];
    this.#keep();
  }

  /** Takes a step back or forth again, unless somebody else has changed something about it since. */
  #repeat(operations: Operation[], opposite: Operation[]): boolean {
    this.#isTyping = false;
    const { content, applied, refused } = apply(this.content, operations);
    const isClean =
      refused.length === 0 && holdSame(apply(content, opposite).content, this.content);
    if (!isClean) return false;
    this.#waiting = [...this.#waiting, ...applied];
    void this.send();
    return true;
  }

  #take(news: News): void {
    if (news.revision < this.#revision) return;
    if ('content' in news) this.#confirmed = news.content;
    else
      for (const { id, revision, operations, byName } of news.changes) {
        if (revision <= this.#revision) continue;
        this.#confirmed = apply(this.#confirmed, operations).content;
        if (id === this.#sending?.id) this.#sending = { ...this.#sending, open: [] };
        else for (const one of operations.filter(isSetting)) this.#writers[keyOf(one)] = byName;
      }
    this.#revision = news.revision;
    this.#settle();
  }

  /** What no longer fits to what is confirmed becomes a conflict at once, before it is even refused. */
  #settle(): void {
    const sending = this.#sending;
    const open = sending?.open ?? [];
    const { refused } = apply(this.#confirmed, [...open, ...this.#waiting]);
    const out = refused.map(({ operation }) => operation);
    if (out.length > 0) {
      if (sending) this.#sending = { ...sending, open: open.filter((one) => !out.includes(one)) };
      this.#waiting = this.#waiting.filter((one) => !out.includes(one));
      for (const { operation, refusal } of refused) this.#note(operation, refusal);
    }
    for (const [key, { mine, theirs }] of Object.entries(this.conflicts)) {
      const isGone = !this.#isThere(key);
      if (isGone) this.#lose(mine);
      if (isGone || isSame(mine, theirs)) this.#forget(key);
    }
  }

  /** Whether the item has not been removed meanwhile. */
  #isThere(key: string): boolean {
    const [itemId, field] = key.split(':');
    return field === undefined || this.#confirmed.items.some(({ id }) => id === itemId);
  }

  /** It has no place any more, and stays to be read. */
  #lose(typed: unknown): void {
    if (typeof typed === 'string')
      this.lost = [...this.lost, { id: newId(), title: '', text: typed }];
  }

  #note(operation: Operation, refusal: Refusal): void {
    if (refusal.why === 'changed' && isSetting(operation))
      this.#conflict(operation, refusal.current);
    if (refusal.why === 'gone' && isSetting(operation)) this.#lose(operation.to);
  }

  #conflict(operation: Setting, theirs: unknown): void {
    const key = keyOf(operation);
    const byName = this.#writers[key] ?? null;
    this.conflicts = { ...this.conflicts, [key]: { mine: operation.to, theirs, byName } };
  }

  #currentOf(operation: Setting): unknown {
    const { items, tracks, reasons } = this.#confirmed;
    if (operation.type === 'set_item')
      return items.find(({ id }) => id === operation.itemId)?.[operation.field];
    if (operation.type === 'rename_track')
      return tracks.find(({ id }) => id === operation.trackId)?.name;
    return reasons[operation.topicId] ?? '';
  }

  #forget(key: string): void {
    const { [key]: _, ...others } = this.conflicts;
    this.conflicts = others;
  }

  get #draftKey(): string {
    return `agenda/${this.ref.workshopId}/`;
  }

  /** On the device, until the server has it. */
  #keep(): void {
    const isNothing = this.isSaved && Object.keys(this.conflicts).length === 0;
    if (isNothing) return clearDrafts(this.#draftKey);
    const kept = { sending: this.#sending, waiting: this.#waiting, conflicts: this.conflicts };
    keepDraft(this.#draftKey, { text: JSON.stringify(kept), basis: '' });
  }
}

interface Kept {
  sending: Sent | null;
  waiting: Operation[];
  conflicts: Record<string, Conflict>;
}

function parsed(text: string | undefined): Kept | null {
  try {
    return text ? (JSON.parse(text) as Kept) : null;
  } catch {
    return null;
  }
}

/** Whether two agendas hold the same things, whatever their order. */
function holdSame(one: AgendaContent, other: AgendaContent): boolean {
  const byId = ({ items, tracks, availability, reasons }: AgendaContent) => ({
    all: Object.fromEntries([...items, ...tracks, ...availability].map((each) => [each.id, each])),
    reasons,
  });
  return isSame(byId(one), byId(other));
}
