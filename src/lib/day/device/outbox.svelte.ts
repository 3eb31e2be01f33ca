import { client } from '$lib/access/client';
import { failureText } from '$lib/access/failure-text';
import { forget, keep, readKept, type KeptWrite } from './kept';
import type { DayWrite } from './writes';

const AGAIN_AFTER_MS = 4_000;

/** What the server did not take: it stays readable until its author has seen that. */
export interface Refused extends KeptWrite {
  text: string;
}

/** Sends what a device writes, one after the other, as soon as there is a connection. */
export class Outbox {
  waiting = $state.raw<KeptWrite[]>([]);
  refused = $state.raw<Refused[]>([]);
  /** Arrived, but not yet in what was fetched. */
  #arrived = $state.raw<DayWrite[]>([]);
  /** Somebody has to sign in again before anything is taken. */
  isSignedOut = $state(false);
  #isSending = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param refresh fetches the day anew */
  constructor(
    private readonly place: string,
    private readonly refresh: () => Promise<boolean>,
  ) {}

  /** Everything that the day as it was fetched does not show yet. */
  get writes(): DayWrite[] {
    return [...this.#arrived, ...this.waiting.map(({ write }) => write)];
  }

  /** Takes up what is left of an earlier visit; the answer ends it. */
  open(): () => void {
    const take = () => {
      const refusedKeys = this.refused.map(({ key }) => key);
      this.waiting = readKept(this.place).filter(({ key }) => !refusedKeys.includes(key));
    };
    const go = () => void this.#send();
    take();
    go();
    window.addEventListener('online', go);
    window.addEventListener('storage', take);
    return () => {
      clearTimeout(this.#timer);
      window.removeEventListener('online', go);
      window.removeEventListener('storage', take);
    };
  }

  add(write: DayWrite): void {
    this.waiting = [...this.waiting, keep(this.place, write)];
    void this.#send();
  }

  dismiss(refused: Refused): void {
    forget(refused);
    this.refused = this.refused.filter(({ key }) => key !== refused.key);
  }

  async #send(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    clearTimeout(this.#timer);
    let hasSent = false;
    for (let next = this.waiting[0]; next; next = this.waiting[0]) {
      const outcome = await this.#deliver(next);
      if (outcome === 'later') break;
      hasSent = true;
      forget(next);
      const { key } = next;
      this.waiting = this.waiting.filter((one) => one.key !== key);
    }
    this.#isSending = false;
    if (this.waiting.length > 0) this.#timer = setTimeout(() => void this.#send(), AGAIN_AFTER_MS);
    if (!hasSent) return;
    const seen = this.#arrived;
    if (await this.refresh()) this.#arrived = this.#arrived.filter((one) => !seen.includes(one));
  }

  async #deliver(kept: KeptWrite): Promise<'arrived' | 'refused' | 'later'> {
    const { call, input } = kept.write;
    try {
      const mutate = client.day[call].mutate as (said: typeof input) => Promise<unknown>;
      await mutate(input);
      this.isSignedOut = false;
      this.#arrived = [...this.#arrived, kept.write];
      return 'arrived';
    } catch (error) {
      const { appCode } = (error as { data?: { appCode?: string } }).data ?? {};
      this.isSignedOut = appCode === 'sign_in_required';
      // Without an answer of ours nothing is known: it is tried again, and is the same write then.
      if (appCode === undefined || appCode === 'internal' || this.isSignedOut) return 'later';
      this.refused = [...this.refused, { ...kept, text: failureText(error) }];
      return 'refused';
    }
  }
}
