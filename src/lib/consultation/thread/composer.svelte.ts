import { client } from '$lib/access/client';
import { m } from '$lib/paraglide/messages.js';
import type { UnlockedKeys } from '$lib/vault/account-keys';
import type { Attachment } from '$lib/vault/attachment';
import type { Kind } from '../engine/kinds';
import type { NotesKeeper } from '../notes/notes-keeper.svelte';
import { threadFailure } from './failure';
import { forgetTyped, keepTyped, readKeptDraft } from './kept-draft';
import { isOffline, type ProtectedThread, type ServedPage } from './protected-thread.svelte';

const PAUSE_MS = 300;

/** What a person is writing: kept sealed on the device until it has arrived, or has become a note. */
export class Composer {
  text = $state('');
  kind = $state<Kind | null>(null);
  /** Sealed and uploaded already. */
  attachments = $state.raw<readonly Attachment[]>([]);
  /** Whether files are still on their way. */
  isAttaching = $state(false);
  isSending = $state(false);
  /** Sent while the connection was gone. */
  isWaiting = $state(false);
  failure = $state<string | null>(null);
  /** What just happened, for those who listen: sent, or kept as a note. */
  outcome = $state<'sent' | 'noted' | null>(null);

  #timer: ReturnType<typeof setTimeout> | undefined;
  #isRestored = false;

  constructor(
    private readonly keys: UnlockedKeys,
    private readonly thread: ProtectedThread,
    private readonly notes: NotesKeeper,
  ) {}

  /** What lies on the device from before; once, or what was just sent would come back. */
  async restore(consultationId: string): Promise<void> {
    if (this.#isRestored) return;
    this.#isRestored = true;
    const draft = await readKeptDraft(this.keys, consultationId);
    if (!draft || !this.isEmpty) return;
    this.text = draft.text;
    this.attachments = draft.attachments ?? [];
    this.kind = draft.kind;
    this.isWaiting = draft.isWaiting;
  }

  type(consultationId: string, text: string, kind: Kind): void {
    this.text = text;
    this.outcome = null;
    this.choose(consultationId, kind);
  }

  /** What was chosen last is what is kept, at the next pause. */
  choose(consultationId: string, kind: Kind): void {
    this.kind = kind;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#keep(consultationId, this.kind!), PAUSE_MS);
  }

  get isEmpty(): boolean {
    return this.text.trim() === '' && this.attachments.length === 0;
  }

  attach(consultationId: string, kind: Kind, attachment: Attachment): void {
    this.attachments = [...this.attachments, attachment];
    this.outcome = null;
    void this.#keep(consultationId, kind);
  }

  detach(page: ServedPage, kind: Kind, { fileId }: Attachment): void {
    this.attachments = this.attachments.filter((one) => one.fileId !== fileId);
    void this.#keep(page.consultationId, kind);
    // What does not arrive is swept away within a day.
    void client.upload.cancel.mutate({ cohortId: page.cohortId, id: fileId }).catch(() => {});
  }

  async send(page: ServedPage, kind: Kind): Promise<void> {
    const text = this.text.trim();
    if (this.isEmpty || this.isSending) return;
    clearTimeout(this.#timer);
    this.isSending = true;
    this.failure = null;
    try {
      await this.thread.send(this.keys, page, kind, text, this.attachments);
      this.#clear(page.consultationId, 'sent');
    } catch (error) {
      this.isWaiting = isOffline(error);
      if (!this.isWaiting) this.failure = threadFailure(error);
      await this.#keep(page.consultationId, kind);
    } finally {
      this.isSending = false;
    }
  }

  /** The connection is back: what waits is sent if its kind is still wanted, else it becomes a note. */
  async goOn(page: ServedPage, openKinds: readonly Kind[]): Promise<void> {
    if (!this.isWaiting || this.isSending || this.kind === null) return;
    if (openKinds.includes(this.kind)) await this.send(page, this.kind);
    else await this.intoNotes(page.consultationId);
  }

  /** The phase is over: nothing that was typed is lost. */
  async intoNotes(consultationId: string): Promise<void> {
    const names = this.attachments.map(({ name }) => m.consultation_attachment_noted({ name }));
    await this.notes.append([this.text, ...names].filter(Boolean).join('\n'));
    this.#clear(consultationId, 'noted');
  }

  #clear(consultationId: string, outcome: 'sent' | 'noted'): void {
    this.text = '';
    this.attachments = [];
    this.isWaiting = false;
    this.failure = null;
    this.outcome = outcome;
    forgetTyped(this.keys, consultationId);
  }

  #keep(consultationId: string, kind: Kind): Promise<void> {
    this.kind = kind;
    return keepTyped(this.keys, consultationId, {
      kind,
      text: this.text,
      attachments: [...this.attachments],
      isWaiting: this.isWaiting,
    });
  }
}
