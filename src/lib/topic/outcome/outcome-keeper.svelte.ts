import { client } from '$lib/access/client';
import { failureText } from '$lib/access/failure-text';
import { clearDrafts } from '$lib/ui/device-draft';
import type { OutcomeAnswer } from './answer';
import type { OutcomeRef } from './schema';

/** Saved at a pause in typing. */
const PAUSE_MS = 1_200;
const RETRY_MS = 5_000;

/** What the writer started from. */
export interface Basis {
  told: number;
  version: number;
}

interface Written {
  answer: OutcomeAnswer | null;
  body: string;
}

type State = 'saved' | 'changed' | 'saving' | 'offline' | 'refused' | 'conflict';

/** Keeps what is typed into the form of an outcome: at each pause on the server, until then on the device. */
export class OutcomeKeeper {
  state = $state<State>('saved');
  /** In milliseconds since 1970. */
  savedAt = $state<number | null>(null);
  /** Why the server takes nothing more. */
  refusal = $state<string | null>(null);

  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn: Promise<void> = Promise.resolve();
  #isDirty = false;

  constructor(
    private readonly ref: OutcomeRef,
    public basis: Basis,
    private readonly read: () => Written | null,
    private readonly draftKey: string,
  ) {}

  /** Whether something typed here is not stored yet. */
  get isTouched(): boolean {
    return this.state !== 'saved';
  }

  /** To be told after each change of the form. */
  changed(): void {
    this.#isDirty = true;
    if (this.state === 'conflict' || this.state === 'refused') return;
    if (this.state === 'saved') this.state = 'changed';
    this.#schedule(PAUSE_MS);
  }

  /** Sends what is not sent yet; whether all of it is kept now. */
  async save(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#turn = this.#turn.then(() => this.#send());
    await this.#turn;
    return this.state === 'saved';
  }

  /** Goes on from what somebody else has stored: over it, where the own text stays. */
  goOnFrom(basis: Basis, isOver: boolean): void {
    this.basis = basis;
    this.state = isOver ? 'changed' : 'saved';
    this.#isDirty = isOver;
    if (isOver) void this.save();
    else clearDrafts(this.draftKey);
  }

  /** What was typed has been told. */
  told(basis: Basis): void {
    clearTimeout(this.#timer);
    this.goOnFrom(basis, false);
    this.savedAt = null;
  }

  close(): void {
    clearTimeout(this.#timer);
    if (this.state === 'changed') void this.save();
  }

  #schedule(delayMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), delayMs);
  }

  async #send(): Promise<void> {
    const written = this.#isDirty && this.state !== 'conflict' ? this.read() : null;
    if (!written) return;
    this.#isDirty = false;
    this.state = 'saving';
    try {
      const sent = { ...this.ref, ...this.basis, ...written };
      const { version } = await client.outcome.save.mutate(sent);
      this.basis = { ...this.basis, version };
      this.savedAt = Date.now();
      this.refusal = null;
      this.#rest();
    } catch (error) {
      this.#isDirty = true;
      this.#fail(error);
    }
  }

  /** After sending: what was typed meanwhile waits for the next pause. */
  #rest(): void {
    this.state = this.#isDirty ? 'changed' : 'saved';
    if (this.#isDirty) this.#schedule(PAUSE_MS);
    else clearDrafts(this.draftKey);
  }

  #fail(error: unknown): void {
    const { data } = error as { data?: { httpStatus?: number; appCode?: string } | null };
    const status = data?.httpStatus;
    if (data?.appCode === 'conflict') this.state = 'conflict';
    else if (status !== undefined && status < 500 && status !== 429) {
      this.refusal = failureText(error);
      this.state = 'refused';
    } else {
      this.state = 'offline';
      this.#schedule(RETRY_MS);
    }
  }
}
