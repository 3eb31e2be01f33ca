import { client } from '$lib/access/client';
import { failureText } from '$lib/access/failure-text';
import { clearDrafts, keepDraft, readDraft } from '$lib/ui/device-draft';
import { openOwn, sealOwn, type UnlockedKeys } from '$lib/vault/account-keys';
import { notesPurpose } from './purpose';

interface OwnNotes {
  blob: string;
  version: number;
}

interface Ref {
  cohortId: string;
  consultationId: string;
}

/** Written down at a pause in typing. */
const PAUSE_MS = 900;

/** The private notes of one person: sealed with a key that nobody else has, before they leave the page. */
export class NotesKeeper {
  text = $state('');
  state = $state<'opening' | 'saved' | 'changed' | 'saving' | 'failed'>('opening');
  failure = $state<string | null>(null);

  #version = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly keys: UnlockedKeys,
    private readonly ref: Ref,
  ) {}

  /** Shows what is kept, unless something was typed since. */
  async show(notes: OwnNotes | null): Promise<void> {
    const isNewer = notes !== null && notes.version > this.#version;
    if (isNewer && (this.state === 'opening' || this.state === 'saved')) {
      this.text = await this.#opened(notes);
      this.#version = notes.version;
    }
    if (this.state !== 'opening') return;
    this.state = 'saved';
    await this.#takeUp();
  }

  change(text: string): void {
    this.text = text;
    this.state = 'changed';
    void this.#keepHere(text);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), PAUSE_MS);
  }

  /** Keeps something beside the notes that are there: what can no longer be sent. */
  async append(text: string): Promise<void> {
    this.text = joined(this.text, text);
    this.state = 'changed';
    await this.save();
  }

  save(): Promise<void> {
    clearTimeout(this.#timer);
    const turn = this.#turn.then(() => this.#save());
    this.#turn = turn.catch(() => {});
    return turn;
  }

  async #save(): Promise<void> {
    if (this.state !== 'changed' && this.state !== 'failed') return;
    this.state = 'saving';
    const text = this.text;
    try {
      await this.#write(text);
      this.failure = null;
      this.state = this.text === text ? 'saved' : 'changed';
      if (this.state === 'saved') clearDrafts(this.#draftKey);
    } catch (error) {
      this.failure = failureText(error);
      this.state = 'failed';
    }
  }

  async #write(text: string): Promise<void> {
    const blob = await sealOwn(this.keys, notesPurpose(this.ref.consultationId), text);
    try {
      const { version } = await client.consultation.writeNotes.mutate({
        ...this.ref,
        version: this.#version,
        blob,
      });
      this.#version = version;
    } catch (error) {
      const { data } = error as { data?: { appCode?: string } | null };
      if (data?.appCode !== 'conflict') throw error;
      // Written on another device meanwhile: both are kept.
      const { notes } = await client.consultation.read.query(this.ref);
      if (!notes) throw error;
      this.#version = notes.version;
      const theirs = await this.#opened(notes);
      this.text = theirs === text ? text : joined(theirs, this.text);
      await this.#write(this.text);
    }
  }

  get #draftKey(): string {
    return `consultation-notes/${this.keys.accountId}/${this.ref.consultationId}`;
  }

  /** Sealed on the device until the server has it: a page that is closed in the midst of a word loses none. */
  async #keepHere(typed: string): Promise<void> {
    const text = await sealOwn(this.keys, notesPurpose(this.ref.consultationId), typed);
    if (this.text === typed) keepDraft(this.#draftKey, { text, basis: String(this.#version) });
  }

  /** What the page was closed with. */
  async #takeUp(): Promise<void> {
    const draft = readDraft(this.#draftKey);
    if (!draft?.text) return;
    const typed = await this.#opened({ blob: draft.text });
    if (typed === '' || typed === this.text) return clearDrafts(this.#draftKey);
    this.text = draft.basis === String(this.#version) ? typed : joined(this.text, typed);
    this.state = 'changed';
    await this.save();
  }

  /** Empty where they were sealed with keys that are lost. */
  async #opened({ blob }: Pick<OwnNotes, 'blob'>): Promise<string> {
    try {
      return await openOwn(this.keys, notesPurpose(this.ref.consultationId), blob);
    } catch {
      return '';
    }
  }
}

const joined = (...texts: string[]): string =>
  texts
    .map((text) => text.trim())
    .filter(Boolean)
    .join('\n\n');
