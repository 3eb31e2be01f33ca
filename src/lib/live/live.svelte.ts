import { fetchAgain, fetchAllAgain } from '$lib/ui/fetch-again';
import { tellHeard } from './heard';
import { isReachable } from './patient-fetch';
import type { LiveMessage } from './router.server';

/** Said between the tabs of one browser. */
type Said =
  | { said: 'message'; message: LiveMessage }
  | { said: 'connection'; isConnected: boolean }
  | { said: 'signed_out' }
  /** `since`: when the page of the tab that comes was asked for, in milliseconds since 1970. */
  | { said: 'hello'; since: number };

/** So many messages are kept for tabs that come. */
const KEPT_MESSAGES = 100;
/** Several changes in a row are fetched once. */
const GATHERING_MS = 120;
const LOST_AFTER_MS = 3_000;
/** After a try that found no connection. */
const AGAIN_AFTER_MS = 2_000;

/**
 * Keeps the open page up to date. One tab of the browser (whoever holds the lock) has the stream and
 * tells the others: six streams would use up all connections that HTTP/1.1 allows.
 */
export class Live {
  /** The connection has been gone for a while: worth a word. */
  isLost = $state(false);

  #pending: string[] = [];
  #isEverythingPending = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lostTimer: ReturnType<typeof setTimeout> | undefined;
  #isConnected = true;
  /** What was heard lately: a tab that comes may have been made before it, and hears only from now on. */
  #recent: { at: number; message: LiveMessage }[] = [];

  /** Opens for this account; the answer closes again. */
  open(accountId: string): () => void {
    const name = `werkraum-live-${accountId}`;
    const channel = new BroadcastChannel(name);
    const leaving = new AbortController();
    const hear = (said: Said) => this.#hear(said);
    const tell = (said: Said) => {
      channel.postMessage(said);
      hear(said);
    };
    let isLeader = false;
    channel.onmessage = ({ data }: MessageEvent<Said>) => {
      if (data.said !== 'hello') return hear(data);
      if (!isLeader) return;
      tell({ said: 'connection', isConnected: this.#isConnected });
      for (const message of this.#since(data.since))
        channel.postMessage({ said: 'message', message });
    };
    channel.postMessage({ said: 'hello', since: performance.timeOrigin } satisfies Said);

    const lead = async () => {
      isLeader = true;
      const { openStream } = await import('./stream');
      if (leaving.signal.aborted) return;
      const close = openStream({
        onMessage: (message) => {
          this.#recent = [...this.#recent, { at: Date.now(), message }].slice(-KEPT_MESSAGES);
          tell({ said: 'message', message });
        },
        onConnection: (isConnected) => tell({ said: 'connection', isConnected }),
        onSignedOut: () => tell({ said: 'signed_out' }),
      });
      await new Promise((resolve) => leaving.signal.addEventListener('abort', resolve));
      close();
    };
    navigator.locks.request(name, { signal: leaving.signal }, lead).catch((error: Error) => {
      if (error.name !== 'AbortError') throw error;
    });

    const onVisible = () => this.#schedule();
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      leaving.abort();
      channel.close();
      clearTimeout(this.#timer);
      clearTimeout(this.#lostTimer);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }

  /** What a page that was asked for at this moment may have missed. */
  #since(moment: number): LiveMessage[] {
    const missed = this.#recent.filter(({ at }) => at >= moment).map(({ message }) => message);
    return missed.length === KEPT_MESSAGES ? ['resync'] : missed;
  }

  #hear(said: Said): void {
    if (said.said === 'connection') this.#setConnected(said.isConnected);
    else if (said.said === 'signed_out') void fetchAllAgain();
    else if (said.said === 'message') this.#gather(said.message);
  }

  #setConnected(isConnected: boolean): void {
    this.#isConnected = isConnected;
    clearTimeout(this.#lostTimer);
    // Short gaps heal by themselves, and are worth no word.
    if (isConnected) this.isLost = false;
    else this.#lostTimer = setTimeout(() => (this.isLost = true), LOST_AFTER_MS);
  }

  #gather(message: LiveMessage): void {
    if (message === 'resync') this.#isEverythingPending = true;
    else {
      this.#pending.push(`${message.kind}:${message.id}`, `cohort:${message.cohortId}`);
    }
    this.#schedule();
  }

  /** A page that nobody sees waits until somebody does. */
  #schedule(delay = GATHERING_MS): void {
    const isNothing = this.#pending.length === 0 && !this.#isEverythingPending;
    if (isNothing || document.visibilityState === 'hidden') return;
    this.#timer ??= setTimeout(() => void this.#fetch(), delay);
  }

  async #fetch(): Promise<void> {
    // Where fetching again fails, the page would be loaded anew, and what is typed would go with it: so
    // nothing is tried while the line is down.
    const isThere = await isReachable();
    try {
      if (isThere) await this.#fetchPending();
    } finally {
      // What came in the meantime was gathered.
      this.#timer = undefined;
      this.#schedule(isThere ? GATHERING_MS : AGAIN_AFTER_MS);
    }
  }

  async #fetchPending(): Promise<void> {
    const keys = this.#pending;
    const isEverything = this.#isEverythingPending;
    this.#pending = [];
    this.#isEverythingPending = false;
    tellHeard(isEverything ? null : keys);
    await (isEverything ? fetchAllAgain() : fetchAgain((url) => keys.includes(url.href)));
  }
}
