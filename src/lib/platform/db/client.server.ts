import { PrismaPg } from '@prisma/adapter-pg';
import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import { type Prisma, PrismaClient } from '../../../generated/prisma/client';

/** A transaction that already says who acts. */
export type Db = Prisma.TransactionClient;

/** PostgreSQL settings that row-level security reads, e.g. { 'app.account': uuid }. */
export type ActingAs = Partial<Record<'app.account' | 'app.system_cohort' | 'app.system', string>>;

export interface Database {
  /** Runs `work` in one transaction in which PostgreSQL knows who acts. */
  transact<T>(
    acting: ActingAs,
    mode: 'read' | 'write',
    work: (db: Db) => Promise<T>,
    options?: { timeoutMs?: number },
  ): Promise<T>;
  /** Begins a reading transaction with a statement of its own; it stays open until it is closed. */
  read(entering: string): Promise<Reading>;
  /** The pool, for what needs no actor: named functions, health, LISTEN. */
  pool: pg.Pool;
  close(): Promise<void>;
}

/** A reading transaction that several calls share, one after the other. */
export interface Reading {
  /** The rows of the statement that it began with. */
  entered: unknown[];
  inTurn<T>(work: (db: Db) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

interface Beginning {
  statement: string;
  /** Hears what the last part of the statement answered. */
  onRows?: (rows: unknown[]) => void;
}

const beginning = new AsyncLocalStorage<Beginning>();

// Letters, digits and dashes only: the values travel inside the statement, without parameters.
const SAFE = /^[0-9a-zA-Z-]*$/;

function beginStatement(acting: ActingAs, mode: 'read' | 'write'): string {
  const settings = Object.entries(acting).map(([name, value]) => {
    if (!SAFE.test(value)) throw new Error(`unsafe value for ${name}`);
    // A reading transaction looks up once what the policies will ask (see the walls_once migration).
    return name === 'app.account' && mode === 'read'
      ? `app.enter('${value}')`
      : `set_config('${name}', '${value}', true)`;
  });
  const begin = mode === 'read' ? 'BEGIN READ ONLY' : 'BEGIN';
  return settings.length === 0 ? begin : `${begin}; SELECT ${settings.join(', ')}`;
}

/**
 * Prisma's adapter begins each transaction with a bare BEGIN. This client sends the statement that
 * was prepared for the transaction instead, so that telling who acts costs no further round trip.
 */
class ActingClient extends pg.Client {
  // The overloads of pg's query cannot be repeated here; the arguments are passed on as they came.
  override query(...args: unknown[]): never {
    const [config] = args as [{ text?: string }];
    const begin = beginning.getStore();
    if (begin === undefined || config?.text !== 'BEGIN')
      return (super.query as (...rest: unknown[]) => never)(...args);
    return super.query(begin.statement).then((answer) => {
      // Several statements in one message answer with a list.
      const last = ([answer].flat() as pg.QueryResult[]).at(-1)!;
      begin.onRows?.(last.rows);
      return last;
    }) as never;
  }
}

const MAXIMUM_STATEMENTS = 500;

/**
 * Names statements, so that PostgreSQL plans each once per connection instead of at every call: for
 * a page's statement under row-level security, planning costs many times what running it does.
 * Statements beyond the limit (lists of varying length make ever new ones) stay unnamed.
 */
function statementNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    // The adapter leaves a statement without a name unnamed, though its type does not say so.
    if (known !== undefined || names.size >= MAXIMUM_STATEMENTS) return known as string;
    const name = `s${names.size}`;
    names.set(sql, name);
    return name;
  };
}

export function openDatabase(url: string, options: { maxConnections?: number } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.maxConnections ?? 10,
    options: '-c jit=off -c plan_cache_mode=force_generic_plan',
    Client: ActingClient,
  });
  // A connection that breaks while idle (PostgreSQL restarted) is replaced by the pool itself.
  pool.on('error', () => {});
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: statementNames() }),
  });
  const transact = <T>(begin: Beginning, work: (db: Db) => Promise<T>, timeoutMs = 15_000) =>
    beginning.run(begin, () =>
      prisma.$transaction((db) => work(db), { timeout: timeoutMs, maxWait: 15_000 }),
    );
  return {
    pool,
    transact: (acting, mode, work, { timeoutMs } = {}) =>
      transact({ statement: beginStatement(acting, mode) }, work, timeoutMs),
    read: (entering) =>
      new Promise((resolve, reject) => {
        let entered: unknown[] = [];
        const begin = {
          statement: `BEGIN READ ONLY; ${entering}`,
          onRows: (rows: unknown[]) => (entered = rows),
        };
        const finished: Promise<void> = transact(begin, (db) => {
          const end = Promise.withResolvers<void>();
          let last: Promise<unknown> = Promise.resolve();
          resolve({
            entered,
            inTurn<T>(work: (db: Db) => Promise<T>) {
              const turn = last.then(() => work(db));
              last = turn.catch(() => {});
              return turn;
            },
            async close() {
              await last;
              end.resolve();
              // Nothing was written: a commit that fails loses nothing.
              await finished.catch(() => {});
            },
          });
          return end.promise;
        });
        finished.catch(reject);
      }),
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}
