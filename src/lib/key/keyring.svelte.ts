import type { UnlockedKeys } from '$lib/vault/account-keys';
import { dropHeldKeys, holdKeys, readHeldKeys } from './browser-store';

/** Said between the tabs of one browser. */
type Said = 'kept' | 'wiped';

/**
 * The keys of whoever is signed in, for as long as the session lasts: signing in puts them here, signing
 * out (in any tab) and a session that is found ended take them away.
 */
class Keyring {
  /** Undefined until the browser has looked; null: this browser does not hold them. */
  keys = $state.raw<UnlockedKeys | null | undefined>(undefined);

  #accountId: string | null | undefined;
  #channel: BroadcastChannel | undefined;
  /** One after the other: what signs out must not be overtaken by what signed in before. */
  #turn: Promise<unknown> = Promise.resolve();

  /** Whose page this is; null: nobody is signed in. Called when a page opens, and when that changes. */
  follow(accountId: string | null): Promise<void> {
    const isFirst = this.#accountId === undefined;
    this.#accountId = accountId;
    this.#listen();
    return this.#inTurn(async () => {
      const held = await readHeldKeys();
      const isOwn = held?.keys.accountId === accountId;
      // Unlocked after this page was asked for: somebody has just signed in, in another tab.
      const isNewer = isFirst && held !== null && held.since > performance.timeOrigin;
      if (held && !isOwn && !isNewer) await dropHeldKeys();
      this.keys = held && isOwn ? held.keys : null;
      if (held && !isOwn && !isNewer) this.#tell('wiped');
    });
  }

  /** Keeps what was unlocked, for all tabs. */
  keep(keys: UnlockedKeys): Promise<void> {
    this.keys = keys;
    return this.#inTurn(async () => {
      await holdKeys({ keys, since: Date.now() });
      this.#tell('kept');
    });
  }

  /** Takes the keys out of this browser, in all tabs. */
  wipe(): Promise<void> {
    this.keys = null;
    // At once: the page may be leaving.
    this.#tell('wiped');
    return this.#inTurn(async () => {
      await dropHeldKeys();
      this.keys = null;
    });
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => {});
    return turn;
  }

  #listen(): void {
    if (this.#channel) return;
    this.#channel = new BroadcastChannel('werkraum-keys');
    this.#channel.onmessage = ({ data }: MessageEvent<Said>) => {
      if (data === 'wiped') this.keys = null;
      else void this.#inTurn(async () => this.#take());
    };
  }

  async #take(): Promise<void> {
    const held = await readHeldKeys();
    if (held?.keys.accountId === this.#accountId) this.keys = held!.keys;
  }

  #tell(said: Said): void {
    this.#listen();
    this.#channel!.postMessage(said);
  }
}

export const keyring = new Keyring();
