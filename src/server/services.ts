import type { Actor, Locale } from '$lib/access/actor';
import { anonymous } from '$lib/access/actor';
import type { Context, Services } from '$lib/access/procedure.server';
import { openSessions } from '$lib/account/session.server';
import { systemClock, type Clock } from '$lib/platform/clock';
import { openDatabase } from '$lib/platform/db/client.server';
import { listenForEvents } from '$lib/platform/events.server';
import type { Scanner } from '$lib/platform/files/scanner.server';
import type { FileStore } from '$lib/platform/files/store.server';
import pg from 'pg';

/** Everything that lives as long as the process. */
export function openServices(
  databaseUrl: string,
  origin: string,
  {
    files,
    scanner = null,
    clock = systemClock,
    sendsMail = true,
    backupDays = null,
  }: {
    files: FileStore;
    scanner?: Scanner | null;
    clock?: Clock;
    sendsMail?: boolean;
    backupDays?: number | null;
  },
): Services & { events: { ready: Promise<void> }; close(): Promise<void> } {
  const database = openDatabase(databaseUrl);
  const events = listenForEvents(() => new pg.Client({ connectionString: databaseUrl }));
  return {
    database,
    clock,
    events,
    sessions: openSessions(database, clock),
    files,
    scanner,
    origin,
    sendsMail,
    backupDays,
    async close() {
      await events.close();
      await database.close();
    },
  };
}

/** What an edge (HTTP or SvelteKit) knows of one request. */
export interface RequestFacts {
  sessionId: string | null;
  /** The language asked for where nobody is signed in. */
  locale: Locale;
  address: string;
  device: string;
  cookies: Context['cookies'];
  /** Whether the request only reads: its queries then share one transaction, which must be closed. */
  isReading?: boolean;
}

/** Finds out who asks, and makes the context that every procedure gets. */
export async function openContext(services: Services, facts: RequestFacts): Promise<Context> {
  const { found, reading } = await findSession(services, facts);
  if (facts.sessionId && !found) facts.cookies.clearSession();
  if (facts.sessionId && found?.extendedUntil)
    facts.cookies.setSession(facts.sessionId, found.extendedUntil);
  const actor: Actor = found?.person ?? anonymous;
  return {
    services,
    actor,
    reading,
    locale: actor.kind === 'person' ? actor.locale : facts.locale,
    sessionHash: found?.sessionHash ?? null,
    sessionId: found ? facts.sessionId : null,
    address: facts.address,
    device: facts.device,
    cookies: facts.cookies,
  };
}

async function findSession({ sessions }: Services, { sessionId, isReading }: RequestFacts) {
  const entered = sessionId && isReading ? await sessions.enter(sessionId) : null;
  if (entered) return entered;
  return { found: sessionId && !isReading ? await sessions.find(sessionId) : null, reading: null };
}
