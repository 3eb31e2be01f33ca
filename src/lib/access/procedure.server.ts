import { initTRPC, TRPCError } from '@trpc/server';
import { ZodError } from 'zod';
import type { OpenSessions } from '$lib/account/session.server';
import type { Clock } from '$lib/platform/clock';
import type { Database, Reading } from '$lib/platform/db/client.server';
import { databaseFaultOf } from '$lib/platform/db/fault';
import { isWellFormed } from '$lib/platform/well-formed';
import { AppError, isAppError, notFound } from '$lib/platform/errors';
import type { EventHub } from '$lib/platform/events.server';
import type { Scanner } from '$lib/platform/files/scanner.server';
import type { FileStore } from '$lib/platform/files/store.server';
import { owesAcceptance, type Actor, type Locale, type Person } from './actor';
import { errorText } from './error-text';
import { withScope, type Scope } from './scope.server';

/** The services that live as long as the process. */
export interface Services {
  database: Database;
  clock: Clock;
  events: EventHub;
  sessions: OpenSessions;
  files: FileStore;
  /** null where nobody has set one up. */
  scanner: Scanner | null;
  /** Where this installation is reached, for links in mails: https://werkraum.example */
  origin: string;
  /** Whether mails leave; otherwise they wait in the outbox. */
  sendsMail: boolean;
  /** After how many days backups are gone; null where whoever runs the installation has not said. */
  backupDays: number | null;
}

/** What one call knows of the request around it. */
export interface Context {
  services: Services;
  actor: Actor;
  /** The transaction that all queries of a page share; null where a request may write. */
  reading: Reading | null;
  locale: Locale;
  /** The present session's id (in no answer, in no log) and its SHA-256, or null. */
  sessionId: string | null;
  sessionHash: string | null;
  /** The network address, for limits on attempts; never logged. */
  address: string;
  /** A short name of the browser for the list of one's own sessions. */
  device: string;
  /** Writes the session cookie; the edge knows how. */
  cookies: { setSession(id: string, expiresAt: Date): void; clearSession(): void };
}

const TRPC_CODES: Record<string, TRPCError['code']> = {
  not_found: 'NOT_FOUND',
  sign_in_required: 'UNAUTHORIZED',
  conflict: 'CONFLICT',
  too_many_attempts: 'TOO_MANY_REQUESTS',
  input_too_large: 'PAYLOAD_TOO_LARGE',
};

/** The database refuses every change in an archived cohort, whatever the command forgets (app.archive_wall). */
const isArchiveWall = (cause: unknown): boolean =>
  cause instanceof Error && /\bcohort_archived\b/.test(cause.message);

/** The code of ours behind an error of a call. */
export function appCodeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  if (isAppError(cause)) return cause.appCode;
  if (isArchiveWall(cause)) return 'cohort_archived';
  if (cause instanceof ZodError) return 'invalid_input';
  return error instanceof TRPCError && error.code === 'NOT_FOUND' ? 'not_found' : 'internal';
}

const t = initTRPC.context<Context>().create({
  // A stream that is silent for longer is dead: the browser opens a new one, and fetches again.
  sse: {
    ping: { enabled: true, intervalMs: 15_000 },
    client: { reconnectAfterInactivityMs: 40_000 },
  },
  errorFormatter({ shape, error, ctx }) {
    const appCode = appCodeOf(error);
    const facts = isAppError(error.cause) ? error.cause.facts : {};
    return {
      ...shape,
      // The reader's own language; never an internal message.
      message: errorText(appCode, facts, ctx?.locale ?? 'de'),
      data: {
        code: shape.data.code,
        httpStatus: shape.data.httpStatus,
        appCode,
        facts,
        issues:
          error.cause instanceof ZodError
            ? error.cause.issues.map((i) => ({ path: i.path.map(String), message: i.message }))
            : [],
      },
    };
  },
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Domain errors become tRPC errors that carry our code beside tRPC's. */
function asTRPCError(error: TRPCError): TRPCError {
  const appCode = appCodeOf(error);
  if (isAppError(error.cause)) {
    const code = TRPC_CODES[appCode] ?? 'BAD_REQUEST';
    error = new TRPCError({ code, message: appCode, cause: error.cause });
    Object.assign(error, { facts: (error.cause as AppError).facts });
  }
  return Object.assign(error, { appCode });
}

/** What the database refused, as an error of ours where it is one that a request can cause. */
function asOurs(error: unknown): TRPCError {
  const found =
    error instanceof TRPCError
      ? error
      : new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause: error });
  const fault = databaseFaultOf(found.cause);
  if (!fault) return asTRPCError(found);
  // An id that collides for good belongs to a row that the person does not see.
  const cause = fault === 'nonsense' ? new AppError('invalid_input') : notFound();
  return asTRPCError(new TRPCError({ code: 'BAD_REQUEST', cause }));
}

/**
 * A mutation is one read-write transaction. Where two met in the same rows, the second one is tried
 * again, and finds what the first one left: a repeated request is the same request, even at the same
 * time. A query is a READ ONLY transaction, or a part of the one that the queries of a page share.
 */
const inTransaction = t.middleware(async ({ ctx, type, next, getRawInput }) => {
  if (type === 'subscription') throw new Error('subscriptions hold no transaction');
  if (!isWellFormed(await getRawInput())) throw asOurs(new AppError('invalid_input'));
  const { services, actor, reading } = ctx;
  const work = async (scope: Scope) => {
    const result = await next({ ctx: { scope } });
    // tRPC reports errors as results; throwing is what rolls the transaction back.
    if (!result.ok) throw result.error;
    return result;
  };
  const write = () => withScope(services, actor, 'write', work);
  try {
    if (type === 'mutation')
      return await write().catch((error: TRPCError) => {
        if (databaseFaultOf(error.cause) !== 'collision') throw error;
        return write();
      });
    return reading
      ? await reading.inTurn((db) => work({ db, clock: services.clock, actor }))
      : await withScope(services, actor, 'read', work);
  } catch (error) {
    throw asOurs(error);
  }
});

const signedIn = t.middleware(({ ctx, next }) => {
  if (ctx.actor.kind !== 'person') {
    throw asTRPCError(
      new TRPCError({ code: 'UNAUTHORIZED', cause: new AppError('sign_in_required') }),
    );
  }
  return next({ ctx: { ...ctx, actor: ctx.actor as Person } });
});

/** For what is settled before the transaction opens: an attempt is counted even when it is refused. */
export const beforeTransaction = t.procedure.use(async ({ next }) => {
  const result = await next();
  if (!result.ok) throw asOurs(result.error);
  return result;
});

/** For everyone, signed in or not. What it reads without an actor comes from named functions. */
export const openProcedure = t.procedure.use(inTransaction);

/** Whose newest charter is not accepted yet reads "not found" everywhere: say what has to come first. */
const charterFirst = t.middleware(async ({ ctx, next, getRawInput }) => {
  const result = await next();
  if (result.ok || appCodeOf(result.error) !== 'not_found') return result;
  const { cohortId } = ((await getRawInput()) ?? {}) as { cohortId?: unknown };
  if (typeof cohortId === 'string' && owesAcceptance(ctx.actor, cohortId))
    throw asTRPCError(new TRPCError({ code: 'FORBIDDEN', cause: new AppError('charter_first') }));
  return result;
});

/** Whoever has let the time for a second factor pass sets it up before anything else. */
const secondFactorFirst = t.middleware(({ ctx, next }) => {
  const isOver = ctx.actor.kind === 'person' && ctx.actor.secondFactorDue?.isOver;
  if (isOver)
    throw asTRPCError(
      new TRPCError({ code: 'FORBIDDEN', cause: new AppError('second_factor_first') }),
    );
  return next();
});

/** For what goes without the second factor too: setting it up. */
export const ownProcedure = t.procedure
  .use(signedIn)
  .use(charterFirst)
  .use(inTransaction)
  .use(({ ctx, next }) => next({ ctx: { ...ctx, scope: { ...ctx.scope, actor: ctx.actor } } }));

/** For whoever is signed in; `ctx.scope.actor` is a Person. */
export const procedure = t.procedure.use(secondFactorFirst).concat(ownProcedure);

/** For work that takes long: its command opens short transactions of its own. */
export const longProcedure = beforeTransaction
  .use(secondFactorFirst)
  .use(signedIn)
  .use(charterFirst);

/** A stream of events; holds no transaction. */
export const streamProcedure = t.procedure.use(secondFactorFirst).use(signedIn);
