import { failureText } from './failure-text';

/** Sent at a pause in typing, and while somebody types without a pause. */
const PAUSE_MS = 1_200;
const LONGEST_WAIT_MS = 10_000;
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 30_000;

export type SaveState = 'saved' | 'changed' | 'saving' | 'offline' | 'refused';

/**
 * When what is typed is sent, one after the other, and again where it could not be. What is sent, and what an
 * answer means, each form knows by itself.
 */
export abstract class Autosave {
  state = $state<SaveState>('saved');
  /** In milliseconds since 1970. */
  savedAt = $state<number | null>(null);
  /** Why the server takes nothing more. */
  refusal = $state<string | null>(null);

  #timer: ReturnType<typeof setTimeout> | undefined;
  #waitingSince: number | null = null;
  #failures = 0;
  #turn: Promise<void> = Promise.resolve();

  /** What is to be sent; asked at once, done when its turn has come. */
  protected abstract sending(): () => Promise<void>;

  /** Sends what is not sent yet; whether all of it is kept now. */
  async save(): Promise<boolean> {
    this.stop();
    const send = this.sending();
    const turn = this.#turn.then(() => {
      this.#waitingSince = null;
      return send();
    });
    this.#turn = turn;
    await turn;
    return this.state === 'saved';
  }

  /** Saves as soon as the browser is online again, until the answer is called. */
  protected listen(): () => void {
    const onOnline = () => void this.save();
    window.addEventListener('online', onOnline);
    return () => {
      window.removeEventListener('online', onOnline);
      this.stop();
    };
  }

  /** Saves at the next pause. */
  protected schedule(): void {
    const now = Date.now();
    this.#waitingSince ??= now;
    if (this.state === 'saving' || this.state === 'offline') return;
    const left = this.#waitingSince + LONGEST_WAIT_MS - now;
    this.#planned(Math.max(0, Math.min(PAUSE_MS, left)));
  }

  protected stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  protected succeed(): void {
    this.#failures = 0;
    this.savedAt = Date.now();
  }

  /** What the server cannot do just now, or no more so often, it may well do later: that is tried again. */
  protected fail(error: unknown): void {
    const { data } = error as { data?: { httpStatus?: number } | null };
    const status = data?.httpStatus;
    if (status !== undefined && status < 500 && status !== 429) {
      this.refusal = failureText(error);
      this.state = 'refused';
      return;
    }
    this.state = 'offline';
    this.#planned(Math.min(FIRST_RETRY_MS * 2 ** this.#failures, LONGEST_RETRY_MS));
    this.#failures += 1;
  }

  #planned(delayMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), delayMs);
  }
}
