import { Autosave } from '$lib/access/autosave.svelte';
import { client } from '$lib/access/client';
import { newId } from '$lib/platform/id';
import { clearDrafts, keepDraft, readDraft } from '$lib/ui/device-draft';
import { isSame } from '$lib/platform/same';
import type { FieldConflict } from '../change';
import { fieldNames, type PracticeContent, type PracticeField } from '../fields';
import type { PracticeRef } from '../schema';
import { normal, type Findings } from './normal';

export interface StoredRecord {
  content: PracticeContent;
  version: number;
}

export interface Conflict {
  /** What the other person has written; what is typed here stands in the form. */
  theirs: unknown;
}

/**
 * Keeps what is typed into a record: on the device at once, on the server at each pause. What the
 * other person of the team changes comes in where nothing is typed here; where both have written, both
 * texts stay until one of them decides.
 */
export class RecordKeeper extends Autosave {
  /** What stands in the form. */
  content: PracticeContent = $state()!;
  findings = $state<Findings>({});
  conflicts = $state<Partial<Record<PracticeField, Conflict>>>({});
  /** Fields that somebody else changed while the page was open. */
  arrived = $state<PracticeField[]>([]);
  /** Whether something was on the device only, from a page that was closed too early. */
  hasTakenUp = $state(false);

  /** What the server has, as far as this page knows. */
  #known: PracticeContent;
  #version: number;
  #isSending = false;
  #latest: StoredRecord | null = null;

  constructor(
    private readonly ref: PracticeRef,
    stored: StoredRecord,
    typed: Partial<PracticeContent> = {},
  ) {
    super();
    this.#known = stored.content;
    this.#version = stored.version;
    this.content = $state.snapshot({ ...stored.content, ...typed }) as PracticeContent;
  }

  /** What could not be sent the last time is there again; the server decides whether it still fits. */
  open(): () => void {
    for (const field of fieldNames) this.#takeUp(field);
    const end = this.listen();
    return () => {
      end();
      if (this.state !== 'saved') void this.save();
    };
  }

  /** To be told after each change of `content`. */
  changed(): void {
    const open = this.#openFields();
    for (const field of open) keepDraft(this.#draftKey(field), this.#draftOf(field));
    for (const field of fieldNames) if (!open.includes(field)) this.#settle(field);
    if (open.length === 0) {
      if (this.state === 'changed') this.state = 'saved';
      return;
    }
    if (this.state === 'saved') this.state = 'changed';
    if (this.refusal === null) this.schedule();
  }

  /** What is stored was fetched again: comes in where nothing else is typed here. */
  receive(stored: StoredRecord): void {
    if (stored.version < this.#version) return;
    if (this.#isSending) {
      this.#latest = stored;
      return;
    }
    this.#version = stored.version;
    const arrived = fieldNames.filter((field) => this.#receiveField(field, stored.content[field]));
    if (arrived.length > 0) this.arrived = arrived;
  }

  protected sending = () => () => this.#send();

  /** Settles a conflict: the own text, theirs, or both of them one below the other. */
  decide(field: PracticeField, choice: 'mine' | 'theirs' | 'both'): void {
    const conflict = this.conflicts[field];
    if (!conflict) return;
    const theirs: unknown = $state.snapshot(conflict.theirs);
    this.#setKnown(field, theirs);
    if (choice === 'theirs') this.#put(field, theirs);
    if (choice === 'both') this.#put(field, joined(theirs, $state.snapshot(this.content[field])));
    const open = Object.entries(this.conflicts).filter(([name]) => name !== field);
    this.conflicts = Object.fromEntries(open);
    this.changed();
  }

  async #send(): Promise<void> {
    this.#findErrors();
    const changes = this.#changes();
    if (changes.length === 0) {
      this.#rest();
      return;
    }
    this.state = 'saving';
    this.#isSending = true;
    try {
      const { version, conflicts } = await client.practice.save.mutate({ ...this.ref, changes });
      this.#version = Math.max(this.#version, version);
      const refused = conflicts as FieldConflict[];
      for (const { field, to } of changes)
        if (!refused.some((conflict) => conflict.field === field)) this.#confirm(field, to);
      for (const { field, current } of refused) this.conflicts[field] = { theirs: current };
      this.succeed();
      this.#isSending = false;
      this.#rest();
    } catch (error) {
      this.#isSending = false;
      this.fail(error);
    }
    if (this.#latest) this.receive(this.#latest);
    this.#latest = null;
  }

  /** After sending: what was typed meanwhile waits for the next pause. */
  #rest(): void {
    const open = this.#openFields();
    this.state = open.length === 0 ? 'saved' : 'changed';
    if (this.#changes().length > 0) this.schedule();
  }

  #typed(field: PracticeField): unknown {
    return $state.snapshot(this.content[field]);
  }

  /** Fields that say something else than what the server has. */
  #openFields(): PracticeField[] {
    return fieldNames.filter((field) => {
      const { value, finding } = normal(field, this.#typed(field));
      return finding !== null || !isSame(value, this.#known[field]);
    });
  }

  #changes(): { field: PracticeField; from: unknown; to: unknown }[] {
    return this.#openFields().flatMap((field) => {
      const { value, finding } = normal(field, this.#typed(field));
      if (finding !== null || this.conflicts[field]) return [];
      return [{ field, from: this.#known[field], to: value }];
    });
  }

  #findErrors(): void {
    const findings: Findings = {};
    for (const field of fieldNames) {
      const { finding } = normal(field, this.#typed(field));
      if (finding) findings[field] = finding;
    }
    this.findings = findings;
  }

  #setKnown(field: PracticeField, value: unknown): void {
    this.#known = { ...this.#known, [field]: value };
  }

  #put(field: PracticeField, value: unknown): void {
    (this.content as Record<string, unknown>)[field] = $state.snapshot(value);
  }

  #confirm(field: PracticeField, value: unknown): void {
    this.#setKnown(field, value);
    const { value: typed } = normal(field, this.#typed(field));
    if (isSame(typed, value)) this.#settle(field);
    else keepDraft(this.#draftKey(field), this.#draftOf(field));
  }

  /** Nothing of a field is on the device alone any more. */
  #settle(field: PracticeField): void {
    if (!this.#kept[field]) return;
    this.#kept[field] = false;
    clearDrafts(this.#draftKey(field));
  }
  /** Fields with a draft on this device. */
  readonly #kept: Partial<Record<PracticeField, boolean>> = {};

  #receiveField(field: PracticeField, stored: unknown): boolean {
    if (isSame(stored, this.#known[field])) return false;
    const { value, finding } = normal(field, this.#typed(field));
    const isTouched = finding !== null || !isSame(value, this.#known[field]);
    if (this.conflicts[field]) {
      this.conflicts[field] = { theirs: stored };
      return false;
    }
    if (!isTouched) this.#put(field, stored);
    // Where both have written, sending tells: it still says what it began with.
    if (!isTouched || isSame(value, stored)) this.#setKnown(field, stored);
    return !isTouched;
  }

  #draftKey = (field: PracticeField): string => `practice/${this.ref.practiceId}/${field}/`;

  #draftOf(field: PracticeField) {
    this.#kept[field] = true;
    const text = JSON.stringify(this.#typed(field));
    return { text, basis: JSON.stringify(this.#known[field]) };
  }

  #takeUp(field: PracticeField): void {
    const draft = readDraft(this.#draftKey(field));
    if (!draft?.text) return;
    this.#kept[field] = true;
    const typed = parsed(draft.text);
    const isReadable = typed !== undefined && normal(field, typed).finding?.kind !== 'invalid';
    if (!isReadable || isSame(typed, this.#known[field])) {
      this.#settle(field);
      return;
    }
    this.#put(field, typed);
    this.#setKnown(field, parsed(draft.basis));
    this.hasTakenUp = true;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Two texts one below the other; of two lists, all entries of both. */
function joined(theirs: unknown, mine: unknown): unknown {
  if (Array.isArray(theirs) && Array.isArray(mine)) {
    const isNew = (entry: unknown) => !theirs.some((other) => isSame(entry, other));
    const anew = (entry: unknown) =>
      typeof entry === 'object' ? { ...entry, id: newId() } : entry;
    return [...(theirs as unknown[]), ...mine.filter(isNew).map(anew)];
  }
  if (typeof theirs === 'string' && typeof mine === 'string') return `${theirs}\n\n${mine}`;
  return mine;
}
