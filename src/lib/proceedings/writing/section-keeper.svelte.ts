import { client } from '$lib/access/client';
import { failureText } from '$lib/access/failure-text';
import { clearDrafts } from '$lib/ui/device-draft';
import { sectionFields, type SectionField, type SectionText } from '../change';
import type { SectionRef } from '../schema';

/** Sent at a pause in typing, and while somebody types without a pause. */
const PAUSE_MS = 1_200;
const LONGEST_WAIT_MS = 10_000;
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 30_000;

interface Stored extends SectionText {
  version: number;
  plain: string;
}

type State = 'saved' | 'changed' | 'saving' | 'offline' | 'refused';

/**
 * Keeps what is typed into one section: on the server at each pause (on the device the editor keeps it).
 * What another moderator changes comes in where nothing is typed here; where both have written, both texts
 * stay until this one decides.
 */
export class SectionKeeper {
  state = $state<State>('saved');
  /** In milliseconds since 1970. */
  savedAt = $state<number | null>(null);
  /** Why the server takes nothing more. */
  refusal = $state<string | null>(null);
  /** What somebody else has written into a field that has been changed here, too. */
  conflicts = $state<Partial<SectionText>>({});
  /** What the fields begin with, and how often they began anew. */
  shown: Stored = $state()!;
  round = $state(0);
  /** Somebody else's text that waits, because the writer is in the field just now. */
  arrived = $state<Stored | null>(null);
  /** What the server has, as far as this page knows. */
  known: SectionText = $state()!;

  #version: number;
  /** What was sent last, as the editor spells it. */
  #sent: SectionText | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waitingSince: number | null = null;
  #failures = 0;
  #turn: Promise<void> = Promise.resolve();

  /** @param read what stands in the form; null where the page is gone */
  constructor(
    private readonly ref: SectionRef,
    stored: Stored,
    private readonly read: () => SectionText | null,
    private readonly isBeingWritten: () => boolean,
  ) {
    this.shown = { ...stored };
    this.known = { title: stored.title, body: stored.body };
    this.#version = stored.version;
  }

  get draftKey(): string {
    return `proceedings/${this.ref.workshopId}/${this.ref.sectionId}/`;
  }

  open(): () => void {
    const onOnline = () => void this.save();
    window.addEventListener('online', onOnline);
    return () => {
      window.removeEventListener('online', onOnline);
      clearTimeout(this.#timer);
    };
  }

  /** To be told after each change in the form. */
  changed(): void {
    if (this.refusal !== null) return;
    if (this.state === 'saved') this.state = 'changed';
    this.#schedule();
  }

  /** Sends what is not sent yet; whether all of it is kept now. */
  async save(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    // Read now: when its turn comes, the page may be gone.
    const typed = this.read();
    const turn = this.#turn.then(() => (typed ? this.#send(typed) : undefined));
    this.#turn = turn;
    await turn;
    return this.state === 'saved';
  }

  /** What is stored was fetched again. */
  receive(stored: Stored): void {
    if (stored.version <= this.#version || this.state !== 'saved') return;
    if (this.isBeingWritten()) this.arrived = stored;
    else this.#show(stored);
  }

  showArrived(): void {
    if (this.arrived) this.#show(this.arrived);
  }

  /** Settles a conflict: the own text, theirs, or both of them one below the other. */
  decide(field: SectionField, choice: 'mine' | 'theirs' | 'both'): void {
    const theirs = this.conflicts[field];
    const typed = this.read();
    if (theirs === undefined || !typed) return;
    this.known = { ...this.known, [field]: theirs };
    this.conflicts = Object.fromEntries(
      Object.entries(this.conflicts).filter(([name]) => name !== field),
    );
    this.#sent = null;
    const mine = typed[field];
    const text = { mine, theirs, both: field === 'body' ? `${theirs}${mine}` : mine }[choice];
    this.shown = { ...this.shown, ...typed, [field]: text, plain: '' };
    this.round += 1;
    clearDrafts(this.draftKey);
    this.state = 'changed';
    this.#schedule();
  }

  #show(stored: Stored): void {
    this.#version = stored.version;
    this.known = { title: stored.title, body: stored.body };
    this.shown = { ...stored };
    this.arrived = null;
    this.#sent = null;
    this.round += 1;
  }

  #changes(typed: SectionText) {
    return sectionFields.flatMap((field) => {
      const to = typed[field];
      const isSent = this.#sent?.[field] === to;
      const isSame = to === this.known[field] || (field === 'title' && to.trim() === '');
      if (isSent || isSame || this.conflicts[field] !== undefined) return [];
      return [{ field, from: this.known[field], to }];
    });
  }

  async #send(typed: SectionText): Promise<void> {
    const changes = this.#changes(typed);
    this.#waitingSince = null;
    if (changes.length === 0) {
      this.#rest();
      return;
    }
    this.state = 'saving';
    try {
      const { conflicts, ...stored } = await client.proceedings.saveSection.mutate({
        ...this.ref,
        changes,
      });
      this.#version = Math.max(this.#version, stored.version);
      this.#sent = typed;
      const refused = Object.fromEntries(conflicts.map(({ field, current }) => [field, current]));
      const { title, body } = stored;
      this.known = { ...this.known, ...without({ title, body }, refused) };
      this.conflicts = { ...this.conflicts, ...refused };
      this.#failures = 0;
      this.savedAt = Date.now();
      this.#rest();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** After sending: what was typed meanwhile waits for the next pause. */
  #rest(): void {
    const typed = this.read();
    if (typed && this.#changes(typed).length > 0) {
      this.state = 'changed';
      this.#schedule();
      return;
    }
    this.state = 'saved';
    if (Object.keys(this.conflicts).length === 0) clearDrafts(this.draftKey);
  }

  #fail(error: unknown): void {
    if (isAnswer(error)) {
      this.refusal = failureText(error);
      this.state = 'refused';
      return;
    }
    this.state = 'offline';
    const delay = Math.min(FIRST_RETRY_MS * 2 ** this.#failures, LONGEST_RETRY_MS);
    this.#failures += 1;
    this.#timer = setTimeout(() => void this.save(), delay);
  }

  #schedule(): void {
    const now = Date.now();
    this.#waitingSince ??= now;
    if (this.state === 'saving' || this.state === 'offline') return;
    clearTimeout(this.#timer);
    const left = this.#waitingSince + LONGEST_WAIT_MS - now;
    this.#timer = setTimeout(() => void this.save(), Math.max(0, Math.min(PAUSE_MS, left)));
  }
}

const without = (text: SectionText, refused: object): Partial<SectionText> =>
  Object.fromEntries(Object.entries(text).filter(([field]) => !(field in refused)));

/** What the server cannot do just now, or no more so often, it may well do later: that is tried again. */
function isAnswer(error: unknown): boolean {
  const { data } = error as { data?: { httpStatus?: number } | null };
  const status = data?.httpStatus;
  return status !== undefined && status < 500 && status !== 429;
}
