import type { Clock } from '$lib/platform/clock';
import type { ActingAs, Database, Db } from '$lib/platform/db/client.server';
import type { Actor, Person } from './actor';

/** What a command or query works with: an open transaction that acts as `actor`. */
export interface Scope<A extends Actor = Actor> {
  db: Db;
  clock: Clock;
  actor: A;
}

/** A scope in which somebody is signed in. */
export type PersonScope = Scope<Person>;

/** How PostgreSQL is told who acts. */
export function actingAs(actor: Actor): ActingAs {
  switch (actor.kind) {
    case 'person':
      return { 'app.account': actor.accountId };
    case 'system':
      return actor.cohortId === null
        ? { 'app.system': 'on' }
        : { 'app.system_cohort': actor.cohortId };
    case 'anonymous':
      return {};
  }
}

/** Opens one transaction for the actor and hands it over as a scope. */
export function withScope<A extends Actor, T>(
  services: { database: Database; clock: Clock },
  actor: A,
  mode: 'read' | 'write',
  work: (scope: Scope<A>) => Promise<T>,
  options: { timeoutMs?: number } = {},
): Promise<T> {
  return services.database.transact(
    actingAs(actor),
    mode,
    (db) => work({ db, clock: services.clock, actor }),
    options,
  );
}
