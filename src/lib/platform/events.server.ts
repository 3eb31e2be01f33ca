import type pg from 'pg';
import type { Db } from './db/client.server';

/** Something changed. Ids only: whoever hears it fetches again through the access rules. */
export interface LiveEvent {
  cohortId: string;
  /** The kind of thing: "topic", "ballot", "notice" … */
  kind: string;
  id: string;
  /** Only this account should hear it (notices); absent: everyone who reads the cohort. */
  accountId?: string;
}

const CHANNEL = 'werkraum';

/** Tells every instance, when the transaction commits. */
export async function publish(db: Db, event: LiveEvent): Promise<void> {
  await db.$executeRaw`SELECT pg_notify(${CHANNEL}, ${JSON.stringify(event)})`;
}

/** The same for many at once: one statement. */
export async function publishAll(db: Db, events: LiveEvent[]): Promise<void> {
  if (events.length === 0) return;
  const payloads = events.map((event) => JSON.stringify(event));
  await db.$executeRaw`SELECT pg_notify(${CHANNEL}, payload) FROM unnest(${payloads}::text[]) AS payload`;
}

type Listener = (event: LiveEvent | 'resync' | 'end') => void;

export interface EventHub {
  /**
   * Calls `listener` for each event, with 'resync' after events may have been missed, and with 'end'
   * before the program stops: open streams would hold it up.
   */
  subscribe(listener: Listener): () => void;
  close(): Promise<void>;
}

/** Listens on one connection of its own; when it breaks, it connects again and says 'resync'. */
export function listenForEvents(
  connect: () => pg.Client,
  options: { retryMs?: number; onError?: (error: unknown) => void } = {},
): EventHub & { ready: Promise<void> } {
  const listeners = new Set<Listener>();
  const emit = (event: LiveEvent | 'resync' | 'end') =>
    listeners.forEach((listener) => listener(event));
  let client: pg.Client | null = null;
  let isClosed = false;
  let retry: NodeJS.Timeout | undefined;

  async function start(): Promise<void> {
    const next = connect();
    let hasEnded = false;
    const onEnd = (error?: unknown) => {
      if (hasEnded || isClosed) return;
      hasEnded = true;
      options.onError?.(error);
      retry = setTimeout(() => void start().then(() => emit('resync')), options.retryMs ?? 500);
    };
    next.on('error', onEnd);
    next.on('end', onEnd);
    next.on('notification', (message) => {
      if (message.payload) emit(JSON.parse(message.payload) as LiveEvent);
    });
    try {
      await next.connect();
      await next.query(`LISTEN ${CHANNEL}`);
      client = next;
    } catch (error) {
      onEnd(error);
    }
  }

  return {
    ready: start(),
    subscribe(listener) {
      if (isClosed) listener('end');
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      if (isClosed) return;
      isClosed = true;
      clearTimeout(retry);
      emit('end');
      listeners.clear();
      await client?.end();
    },
  };
}
