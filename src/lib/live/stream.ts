import type { LiveMessage } from './router.server';

export interface StreamListener {
  onMessage(message: LiveMessage): void;
  onConnection(isConnected: boolean): void;
  /** The server knows this browser no longer: the session has ended. */
  onSignedOut(): void;
}

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;
/** The server says something every 15 seconds; after this the connection is dead, though nobody said so. */
const LONGEST_SILENCE_MS = 40_000;

/** One stream of events that opens itself again whenever it ends, until it is closed. */
export function openStream(listener: StreamListener): () => void {
  let isClosed = false;
  let failures = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let source: EventSource | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let drop = () => {};

  function connect() {
    retry = undefined;
    let hasEnded = false;
    const end = () => {
      if (hasEnded || isClosed) return;
      hasEnded = true;
      listener.onConnection(false);
      void again();
    };
    // The browser's own reader of streams: tRPC's client would weigh ten kilobytes on every page.
    const opened = (source = new EventSource('/trpc/live.events'));
    const close = () => {
      clearTimeout(silence);
      opened.close();
      end();
    };
    drop = close;
    const hear = () => {
      clearTimeout(silence);
      silence = setTimeout(close, LONGEST_SILENCE_MS);
    };
    opened.addEventListener('connected', () => {
      failures = 0;
      hear();
      listener.onConnection(true);
    });
    opened.addEventListener('ping', hear);
    opened.onmessage = ({ data }: MessageEvent<string>) => {
      hear();
      listener.onMessage(JSON.parse(data) as LiveMessage);
    };
    for (const ending of ['error', 'return', 'serialized-error'])
      opened.addEventListener(ending, close);
  }

  async function again() {
    const isOver = await isSignedOut();
    if (isClosed) return;
    if (isOver) return listener.onSignedOut();
    const delay = Math.min(FIRST_RETRY_MS * 2 ** failures, LONGEST_RETRY_MS);
    failures += 1;
    // A little chance, so that after a restart not all browsers come back in the same moment.
    retry = setTimeout(connect, delay * (0.75 + Math.random() / 2));
  }

  // The device knows long before the silence tells.
  const onOffline = () => drop();
  const onOnline = () => {
    if (retry === undefined) return;
    clearTimeout(retry);
    connect();
  };
  window.addEventListener('offline', onOffline);
  window.addEventListener('online', onOnline);

  connect();
  return () => {
    isClosed = true;
    window.removeEventListener('offline', onOffline);
    window.removeEventListener('online', onOnline);
    clearTimeout(retry);
    clearTimeout(silence);
    source?.close();
  };
}

/** A stream cannot say why it was refused; an ordinary call can. */
async function isSignedOut(): Promise<boolean> {
  const answer = await fetch('/trpc/notice.countUnread').catch(() => null);
  return answer?.status === 401;
}
