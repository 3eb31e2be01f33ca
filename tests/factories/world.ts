import { PrismaPg } from '@prisma/adapter-pg';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { PrismaClient, type Prisma } from '../../src/generated/prisma/client';
import type { Role, System } from '$lib/access/actor';
import { withScope, type Scope } from '$lib/access/scope.server';
import { directoryStore } from '$lib/platform/files/directory-store.server';
import { newId } from '$lib/platform/id';
import { createCaller, type Api } from '../../src/server/router';
import { openContext, openServices } from '../../src/server/services';
import { createDatabase, type ServerUrls, type TestDatabase } from './database';

/**
 * Every kind of actor there is. `member` and `partnerMember` are the two of one team, `otherTeam` is
 * a member of another team of the same cohort, `outsider` of another cohort, `former` was replaced.
 */
export const actorKinds = [
  'anonymous',
  'outsider',
  'member',
  'partnerMember',
  'otherTeam',
  'moderator',
  'organiser',
  'expert',
  'partner',
  'administrator',
  'former',
] as const;
export type ActorKind = (typeof actorKinds)[number];

export interface WorldPerson {
  accountId: string;
  membershipId: string;
  email: string;
  name: string;
  sessionId: string;
}

/** A clock that stands still until it is set. */
export interface TestClock {
  now(): Date;
  set(at: Date): void;
  advance(milliseconds: number): void;
}

function testClock(start: Date): TestClock {
  let at = start.getTime();
  return {
    now: () => new Date(at),
    set: (next) => (at = next.getTime()),
    advance: (milliseconds) => (at += milliseconds),
  };
}

/** The PostgreSQL that tests/postgres.setup.ts has started. */
const serverOfTests = (): ServerUrls => ({
  superuserUrl: inject('superuserUrl'),
  ownerUrl: inject('ownerUrl'),
  appUrl: inject('appUrl'),
});

/**
 * A small installation on a database of its own: cohort A (running) with two teams and every kind of
 * actor, cohort B with one team. Everybody is really signed in; calls go through the real router.
 */
export async function openWorld(server = serverOfTests()) {
  const databaseOfTest: TestDatabase = await createDatabase(server);
  const owner = new PrismaClient({ adapter: new PrismaPg(databaseOfTest.ownerUrl) });
  const clock = testClock(new Date());
  const filesDir = await mkdtemp(join(tmpdir(), 'werkraum-files-'));
  const services = openServices(databaseOfTest.appUrl, 'http://localhost:3000', {
    files: directoryStore(filesDir),
    clock,
  });
  await services.events.ready;

  const now = clock.now();
  await owner.installation.create({
    data: {
      id: 1,
      organisation: 'Testhaus',
      contactEmail: 'haus@example.org',
      setUpAt: now,
      pepper: randomBytes(32),
    },
  });
  const programmeId = newId();
  await owner.programme.create({ data: { id: programmeId, name: 'Programm', createdAt: now } });
  const cohortA = await addCohort('Durchgang A');
  const cohortB = await addCohort('Durchgang B');
  const ahlen = await addTeam(cohortA, 'Ahlen');
  const menden = await addTeam(cohortA, 'Menden');
  const senden = await addTeam(cohortB, 'Senden');

  async function addCohort(name: string): Promise<string> {
    const id = newId();
    const data: Prisma.CohortUncheckedCreateInput = {
      id,
      programmeId,
      name,
      state: 'closed',
      createdAt: now,
    };
    await owner.cohort.create({ data });
    await owner.charter.create({
      data: { id: newId(), cohortId: id, version: 1, bodyDe: '-', bodyEn: '-', publishedAt: now },
    });
    return id;
  }

  async function addTeam(cohortId: string, name: string): Promise<string> {
    const id = newId();
    await owner.team.create({ data: { id, cohortId, name, createdAt: now } });
    return id;
  }

  async function addPerson(
    name: string,
    place: { cohortId: string; role: Role; teamId?: string; hasLeft?: boolean } | 'administrator',
  ): Promise<WorldPerson> {
    const accountId = newId();
    const membershipId = newId();
    const email = `${name.toLowerCase()}-${accountId.slice(-6)}@example.org`;
    await owner.account.create({
      data: { id: accountId, name, createdAt: now, isAdministrator: place === 'administrator' },
    });
    await owner.credential.create({
      data: { accountId, email, stretching: {}, secretHash: randomBytes(32), changedAt: now },
    });
    if (place !== 'administrator') {
      const { cohortId, role, teamId = null, hasLeft = false } = place;
      const endedAt = hasLeft ? now : null;
      await owner.membership.create({
        data: { id: membershipId, cohortId, accountId, role, teamId, joinedAt: now, endedAt },
      });
      const charter = await owner.charter.findFirstOrThrow({ where: { cohortId } });
      await owner.charterAcceptance.create({
        data: { cohortId, charterId: charter.id, accountId, at: now },
      });
    }
    const { id: sessionId } = await services.sessions.start(accountId, 'Test');
    return { accountId, membershipId, email, name, sessionId };
  }

  const people: Record<Exclude<ActorKind, 'anonymous'>, WorldPerson> = {
    outsider: await addPerson('Otto', { cohortId: cohortB, role: 'member', teamId: senden }),
    member: await addPerson('Anna', { cohortId: cohortA, role: 'member', teamId: ahlen }),
    partnerMember: await addPerson('Ben', { cohortId: cohortA, role: 'member', teamId: ahlen }),
    otherTeam: await addPerson('Clara', { cohortId: cohortA, role: 'member', teamId: menden }),
    moderator: await addPerson('Mona', { cohortId: cohortA, role: 'moderator' }),
    organiser: await addPerson('Olga', { cohortId: cohortA, role: 'organiser' }),
    expert: await addPerson('Emil', { cohortId: cohortA, role: 'expert' }),
    partner: await addPerson('Paul', { cohortId: cohortA, role: 'partner' }),
    administrator: await addPerson('Ada', 'administrator'),
    former: await addPerson('Fred', {
      cohortId: cohortA,
      role: 'member',
      teamId: menden,
      hasLeft: true,
    }),
  };

  const openContextAs = (sessionId: string | null, address = '127.0.0.1') =>
    openContext(services, {
      sessionId,
      locale: 'de',
      address,
      device: 'Test',
      cookies: { setSession() {}, clearSession() {} },
    });

  return {
    owner,
    services,
    clock,
    /** Where the objects of the file store lie. */
    filesDir,
    cohortA,
    cohortB,
    teams: { ahlen, menden, senden },
    people,
    addCohort,
    addTeam,
    addPerson,
    /** Every procedure, called as this kind of actor, or as the person of a session. */
    async as(
      who: ActorKind | WorldPerson,
      options: { address?: string; signal?: AbortSignal } = {},
    ): Promise<Api> {
      const sessionId =
        typeof who === 'object'
          ? who.sessionId
          : who === 'anonymous'
            ? null
            : people[who].sessionId;
      const { address, signal } = options;
      return createCaller(await openContextAs(sessionId, address), { signal });
    },
    /** Some calls end sessions (signing out, replacing a person): the next call starts signed in again. */
    async signInAgain(who: ActorKind): Promise<void> {
      if (who === 'anonymous' || (await services.sessions.find(people[who].sessionId))) return;
      const { id } = await services.sessions.start(people[who].accountId, 'Test');
      people[who].sessionId = id;
    },
    /** An open transaction that acts as this kind of actor, for tests of the walls in the database. */
    async scopeAs<T>(who: ActorKind, work: (scope: Scope) => Promise<T>): Promise<T> {
      const sessionId = who === 'anonymous' ? null : people[who].sessionId;
      const { actor } = await openContextAs(sessionId);
      return withScope(services, actor, 'write', work);
    },
    /** A job's scope, for one cohort or (null) for none. */
    asSystem: <T>(
      cohortId: string | null,
      work: (scope: Scope<System>) => Promise<T>,
    ): Promise<T> => withScope(services, { kind: 'system', cohortId }, 'write', work),
    urls: { ownerUrl: databaseOfTest.ownerUrl, appUrl: databaseOfTest.appUrl },
    async close() {
      await owner.$disconnect();
      await services.close();
      await databaseOfTest.drop();
      await rm(filesDir, { recursive: true, force: true });
    },
  };
}

export type World = Awaited<ReturnType<typeof openWorld>>;
