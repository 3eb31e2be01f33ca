import { Autosave } from '$lib/access/autosave.svelte';
import { client } from '$lib/access/client';
import { clearDrafts } from '$lib/ui/device-draft';
import type { OutcomeAnswer } from './answer';
import type { OutcomeRef } from './schema';

/** What the writer started from. */
export interface Basis {
  told: number;
  version: number;
}

interface Written {
  answer: OutcomeAnswer | null;
  body: string;
}

/** Keeps what is typed into the form of an outcome: at each pause on the server, until then on the device. */
export class OutcomeKeeper extends Autosave {
  /** Somebody else has written meanwhile: nothing is sent until the writer has decided. */
  hasConflict = $state(false);

  #isDirty = false;

  constructor(
    private readonly ref: OutcomeRef,
    public basis: Basis,
    private readonly read: () => Written | null,
    private readonly draftKey: string,
  ) {
    super();
  }

  /** Whether something typed here is not stored yet. */
  get isTouched(): boolean {
    return this.state !== 'saved';
  }

  /** To be told after each change of the form. */
  changed(): void {
    this.#isDirty = true;
    if (this.hasConflict || this.state === 'refused') return;
    if (this.state === 'saved') this.state = 'changed';
    this.schedule();
  }

  protected sending = () => () => this.#send();

  /** Goes on from what somebody else has stored: over it, where the own text stays. */
  goOnFrom(basis: Basis, isOver: boolean): void {
    this.basis = basis;
    this.hasConflict = false;
    this.state = isOver ? 'changed' : 'saved';
    this.#isDirty = isOver;
    if (isOver) void this.save();
    else clearDrafts(this.draftKey);
  }

  /** What was typed has been told. */
  told(basis: Basis): void {
    this.stop();
    this.goOnFrom(basis, false);
    this.savedAt = null;
  }

  close(): void {
    this.stop();
    if (this.state === 'changed') void this.save();
  }

  async #send(): Promise<void> {
    const written = this.#isDirty && !this.hasConflict ? this.read() : null;
    if (!written) return;
    this.#isDirty = false;
    this.state = 'saving';
    try {
      const sent = { ...this.ref, ...this.basis, ...written };
      const { version } = await client.outcome.save.mutate(sent);
      this.basis = { ...this.basis, version };
      this.succeed();
      this.refusal = null;
      this.#rest();
    } catch (error) {
      this.#isDirty = true;
      const { data } = error as { data?: { appCode?: string } | null };
      if (data?.appCode !== 'conflict') return this.fail(error);
      this.hasConflict = true;
      this.state = 'changed';
    }
  }

  /** After sending: what was typed meanwhile waits for the next pause. */
  #rest(): void {
    this.state = this.#isDirty ? 'changed' : 'saved';
    if (this.#isDirty) this.schedule();
    else clearDrafts(this.draftKey);
  }
}
