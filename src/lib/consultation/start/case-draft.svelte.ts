import type { UnlockedKeys } from '$lib/vault/account-keys';
import { forgetSealed, keepSealed, readSealed } from '../sealed-draft';

const PAUSE_MS = 300;

interface Words {
  title: string;
  summary: string;
}

/** Title and sentence of a case that is not brought in yet: sealed on the device until it is. */
export class CaseDraft {
  title = $state('');
  summary = $state('');
  /** They come from before, and can be thrown away. */
  isRestored = $state(false);

  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #about: string;

  constructor(
    private readonly keys: UnlockedKeys,
    cohortId: string,
  ) {
    this.#about = `start/${cohortId}`;
  }

  async restore(): Promise<void> {
    const kept = (await readSealed(this.keys, this.#about)) as Words | null;
    if (!kept || this.title !== '' || this.summary !== '') return;
    this.#become(kept);
    this.isRestored = true;
  }

  type(words: Partial<Words>): void {
    this.#become({ title: this.title, summary: this.summary, ...words });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#keep(), PAUSE_MS);
  }

  /** The page is left, perhaps before the pause is over. */
  async leave(): Promise<void> {
    if (this.#timer !== undefined) await this.#keep();
  }

  async #keep(): Promise<void> {
    this.#stop();
    const { title, summary } = this;
    if (title.trim() === '' && summary.trim() === '') forgetSealed(this.keys, this.#about);
    else await keepSealed(this.keys, this.#about, { title, summary } satisfies Words);
  }

  /** Throws it away; what is answered brings it back. */
  discard(): () => void {
    const { title, summary } = this;
    this.forget();
    this.#become({ title: '', summary: '' });
    this.isRestored = false;
    return () => this.type({ title, summary });
  }

  /** Once it is brought in. */
  forget(): void {
    this.#stop();
    forgetSealed(this.keys, this.#about);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #become({ title, summary }: Words): void {
    this.title = title;
    this.summary = summary;
  }
}
