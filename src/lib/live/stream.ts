import { api } from './client';
import type { LiveMessage } from './router.server';

export interface StreamListener {
  onMessage(message: LiveMessage): void;
  onConnection(isConnected: boolean): void;
  /** The server knows this browser no longer: the session has ended. */
  onSignedOut(): void;
}

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;

/** One stream of events that opens itself again whenever it ends, until it is closed. */
export function openStream(listener: StreamListener): () => void {
  let isClosed = false;
  let failures = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let subscription: { unsubscribe(): void } | undefined;

  function connect() {
    let hasEnded = false;
    const end = () => {
      if (hasEnded || isClosed) return;
      hasEnded = true;
      listener.onConnection(false);
      void again();
    };
    subscription = api.live.events.subscribe(undefined, {
      onStarted() {
        failures = 0;
        listener.onConnection(true);
      },
      onData: (message) => listener.onMessage(message),
      onConnectionStateChange({ state }) {
        if (state === 'connecting' && !hasEnded) listener.onConnection(false);
      },
      onError: end,
      onComplete: end,
    });
  }

  async function again() {
    if (await isSignedOut()) return listener.onSignedOut();
    const delay = Math.min(FIRST_RETRY_MS * 2 ** failures, LONGEST_RETRY_MS);
    failures += 1;
    // A little chance, so that after a restart not all browsers come back in the same moment.
    retry = setTimeout(connect, delay * (0.75 + Math.random() / 2));
  }

  connect();
  return () => {
    isClosed = true;
    clearTimeout(retry);
    subscription?.unsubscribe();
  };
}

/** A stream cannot say why it was refused; an ordinary call can. */
async function isSignedOut(): Promise<boolean> {
  try {
    await api.notice.countUnread.query();
    return false;
  } catch (error) {
    return (error as { data?: { code?: string } }).data?.code === 'UNAUTHORIZED';
  }
}
