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
  /** The pool, for what needs no actor: named functions, health, LISTEN. */
  pool: pg.Pool;
  close(): Promise<void>;
}

const beginning = new AsyncLocalStorage<string>();

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
    const statement = beginning.getStore();
    if (statement !== undefined && config?.text === 'BEGIN') args = [statement];
    return (super.query as (...rest: unknown[]) => never)(...args);
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
  return {
    pool,
    transact: (acting, mode, work, { timeoutMs = 15_000 } = {}) =>
      beginning.run(beginStatement(acting, mode), () =>
        prisma.$transaction((db) => work(db), { timeout: timeoutMs, maxWait: 15_000 }),
      ),
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}
