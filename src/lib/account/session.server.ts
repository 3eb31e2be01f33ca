import { createHash } from 'node:crypto';
import { Lucia, TimeSpan, type Adapter, type DatabaseSession, type DatabaseUser } from 'lucia';
import type { MembershipFacts, Person } from '$lib/access/actor';
import type { Clock } from '$lib/platform/clock';
import type { Database, Db, Reading } from '$lib/platform/db/client.server';

// The one file that knows Lucia (docs/adr/0001): it makes ids, extends a session in the second half
// of its life and refuses expired ones. What it stores goes through named database functions, and
// only the SHA-256 of a session id ever reaches the database.

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof luciaOver>;
    DatabaseSessionAttributes: { device: string };
    DatabaseUserAttributes: {
      name: string;
      locale: 'de' | 'en';
      isAdministrator: boolean;
      memberships: MembershipFacts[];
      secondFactorDueAt: Date | null;
    };
  }
}

const SESSION_DAYS = 14;

/** Lucia knows the machine's clock only; what we store follows ours (tests and the demo set it). */
const aheadOfMachineMs = (clock: Clock): number => clock.now().getTime() - Date.now();
const byOurClock = (moment: Date, clock: Clock): Date =>
  new Date(moment.getTime() + aheadOfMachineMs(clock));
const byMachineClock = (moment: Date, clock: Clock): Date =>
  new Date(moment.getTime() - aheadOfMachineMs(clock));

/** Runs a statement, on the pool or inside an open transaction. */
type Run = <Row>(name: string, sql: string, values: unknown[]) => Promise<Row[]>;

export const sessionHash = (id: string): string => createHash('sha256').update(id).digest('hex');

interface FoundRow {
  idHash: string;
  accountId: string;
  expiresAt: Date;
  name: string;
  locale: 'de' | 'en';
  isAdministrator: boolean;
  memberships: MembershipFacts[];
  secondFactorDueAt: Date | null;
}

function adapterOver(run: Run, clock: Clock): Adapter {
  return {
    async getSessionAndUser(id) {
      const [row] = await run<FoundRow>(
        'session_find',
        'SELECT * FROM app.session_find($1::text, $2::timestamptz)',
        [sessionHash(id), clock.now()],
      );
      if (!row) return [null, null];
      const { idHash: _, accountId, expiresAt, ...attributes } = row;
      const session: DatabaseSession = {
        id,
        userId: accountId,
        expiresAt: byMachineClock(expiresAt, clock),
        attributes: { device: '' },
      };
      const user: DatabaseUser = { id: accountId, attributes };
      return [session, user];
    },
    async getUserSessions(accountId) {
      const rows = await run<{ idHash: string; expiresAt: Date; device: string }>(
        'session_list',
        'SELECT * FROM app.session_list($1::uuid, $2::timestamptz)',
        [accountId, clock.now()],
      );
      return rows.map((row) => ({
        id: row.idHash,
        userId: accountId,
        expiresAt: byMachineClock(row.expiresAt, clock),
        attributes: { device: row.device },
      }));
    },
    async setSession({ id, userId, expiresAt, attributes }) {
      await run(
        'session_start',
        'SELECT app.session_start($1::text, $2::uuid, $3::text, $4::timestamptz, $5::timestamptz)::text',
        [sessionHash(id), userId, attributes.device, clock.now(), byOurClock(expiresAt, clock)],
      );
    },
    async updateSessionExpiration(id, expiresAt) {
      await run('session_extend', 'SELECT app.session_extend($1::text, $2::timestamptz)::text', [
        sessionHash(id),
        byOurClock(expiresAt, clock),
      ]);
    },
    async deleteSession(id) {
      await run('session_end', 'SELECT app.session_end($1::text)::text', [sessionHash(id)]);
    },
    async deleteUserSessions(accountId) {
      await run('session_end_all', 'SELECT app.session_end_all($1::uuid)::text', [accountId]);
    },
    async deleteExpiredSessions() {
      await run('session_end_expired', 'SELECT app.session_end_expired($1::timestamptz)::text', [
        clock.now(),
      ]);
    },
  };
}

function luciaOver(run: Run, clock: Clock) {
  return new Lucia(adapterOver(run, clock), {
    sessionExpiresIn: new TimeSpan(SESSION_DAYS, 'd'),
    getUserAttributes: (attributes) => attributes,
    getSessionAttributes: (attributes) => attributes,
  });
}

export interface FoundSession {
  person: Person;
  sessionHash: string;
  /** Set when the session was extended: the cookie has to follow. */
  extendedUntil: Date | null;
}

export interface Sessions {
  find(id: string): Promise<FoundSession | null>;
  /** Starts a session and returns its id, which goes into the cookie and nowhere else. */
  start(accountId: string, device: string): Promise<{ id: string; expiresAt: Date }>;
  end(id: string): Promise<void>;
  endAll(accountId: string): Promise<void>;
  endExpired(): Promise<void>;
}

function sessionsOver(run: Run, clock: Clock): Sessions {
  const lucia = luciaOver(run, clock);
  return {
    async find(id) {
      const { session, user } = await lucia.validateSession(id);
      if (!session) return null;
      const { id: accountId, name, locale, isAdministrator, memberships } = user;
      const { secondFactorDueAt: at } = user;
      const secondFactorDue = at && { at, isOver: at <= clock.now() };
      const person = { accountId, name, locale, isAdministrator, memberships, secondFactorDue };
      return {
        person: { kind: 'person', ...person },
        sessionHash: sessionHash(id),
        extendedUntil: session.fresh ? session.expiresAt : null,
      };
    },
    async start(accountId, device) {
      const { id, expiresAt } = await lucia.createSession(accountId, { device });
      return { id, expiresAt };
    },
    end: (id) => lucia.invalidateSession(id),
    endAll: (accountId) => lucia.invalidateUserSessions(accountId),
    endExpired: () => lucia.deleteExpiredSessions(),
  };
}

/** Sessions of the process. */
export interface OpenSessions extends Sessions {
  /**
   * Looks the session up in the message that begins the reading transaction of a page, and lets
   * PostgreSQL know who acts. Null where the session is over; else the reading has to be closed.
   */
  enter(id: string): Promise<{ found: FoundSession; reading: Reading } | null>;
}

/** Sessions on connections of their own: for the edge, before any transaction. */
export function openSessions(database: Database, clock: Clock): OpenSessions {
  const run = async <Row>(name: string, text: string, values: unknown[]) => {
    const { rows } = await database.pool.query({ name, text, values });
    return rows as Row[];
  };
  return {
    ...sessionsOver(run, clock),
    async enter(id) {
      // Both values are made of letters, digits and signs of a date: they travel inside the statement.
      const reading = await database.read(
        `SELECT * FROM app.session_enter('${sessionHash(id)}', '${clock.now().toISOString()}')`,
      );
      const writes: (() => Promise<unknown>)[] = [];
      const sessions = sessionsOver(async <Row>(name: string, text: string, values: unknown[]) => {
        if (name === 'session_find') return reading.entered as Row[];
        // Later: a reading transaction writes nothing, and must not wait for a second connection.
        writes.push(() => run(name, text, values));
        return [];
      }, clock);
      const found = await sessions.find(id);
      const close = async () => {
        await reading.close();
        for (const write of writes) await write();
      };
      if (found) return { found, reading: { ...reading, close } };
      await close();
      return null;
    },
  };
}

/** Sessions inside an open transaction: starts or ends with it. */
export const sessionsIn = (db: Db, clock: Clock): Sessions =>
  sessionsOver(
    <Row>(_name: string, text: string, values: unknown[]) =>
      db.$queryRawUnsafe<Row[]>(text, ...values),
    clock,
  );
