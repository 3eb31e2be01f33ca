import { Autosave } from '$lib/access/autosave.svelte';
import { client } from '$lib/access/client';
import { clearDrafts } from '$lib/ui/device-draft';
import { sectionFields, type SectionField, type SectionText } from '../change';
import type { SectionRef } from '../schema';

interface Stored extends SectionText {
  version: number;
  plain: string;
}

/**
 * Keeps what is typed into one section: on the server at each pause (on the device the editor keeps it).
 * What another moderator changes comes in where nothing is typed here; where both have written, both texts
 * stay until this one decides.
 */
export class SectionKeeper extends Autosave {
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

  /** @param read what stands in the form; null where the page is gone */
  constructor(
    private readonly ref: SectionRef,
    stored: Stored,
    private readonly read: () => SectionText | null,
    private readonly isBeingWritten: () => boolean,
  ) {
    super();
    this.shown = { ...stored };
    this.known = { title: stored.title, body: stored.body };
    this.#version = stored.version;
  }

  get draftKey(): string {
    return `proceedings/${this.ref.workshopId}/${this.ref.sectionId}/`;
  }

  open(): () => void {
    return this.listen();
  }

  /** To be told after each change in the form. */
  changed(): void {
    if (this.refusal !== null) return;
    if (this.state === 'saved') this.state = 'changed';
    this.schedule();
  }

  protected sending(): () => Promise<void> {
    // Read now: when its turn comes, the page may be gone.
    const typed = this.read();
    return async () => {
      if (typed) await this.#send(typed);
    };
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
    this.schedule();
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
      this.succeed();
      this.#rest();
    } catch (error) {
      this.fail(error);
    }
  }

  /** After sending: what was typed meanwhile waits for the next pause. */
  #rest(): void {
    const typed = this.read();
    if (typed && this.#changes(typed).length > 0) {
      this.state = 'changed';
      this.schedule();
      return;
    }
    this.state = 'saved';
    if (Object.keys(this.conflicts).length === 0) clearDrafts(this.draftKey);
  }
}

const without = (text: SectionText, refused: object): Partial<SectionText> =>
  Object.fromEntries(Object.entries(text).filter(([field]) => !(field in refused)));
