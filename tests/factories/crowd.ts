import { pino } from 'pino';
import pg from 'pg';
import { expect, inject } from 'vitest';
import { buildApp } from '../../src/server/app';
import { openWorld, type World, type WorldPerson } from './world';

// What an attack on something secret needs: a crowd that says it over HTTP, the log of the server as it writes it,
// and the database as its superuser sees it.

export const CROWD = 24;

export interface WatchedCrowd {
  world: World;
  crowd: WorldPerson[];
  /** Everything that the server logs, line by line. */
  log: string[];
  superuser: pg.Client;
  /** Sends a mutation as a browser does. */
  send: (person: WorldPerson, procedure: string, input: object) => Promise<void>;
  close: () => Promise<void>;
}

/** Whoever else were a member here would be one of the crowd that says nothing. */
export async function openWatchedCrowd(): Promise<WatchedCrowd> {
  const world = await openWorld();
  const url = new URL(inject('superuserUrl'));
  url.pathname = new URL(world.urls.ownerUrl).pathname;
  const superuser = new pg.Client({ connectionString: url.href });
  await superuser.connect();
  const log: string[] = [];
  const { origin } = world.services;
  const app = await buildApp({
    services: world.services,
    log: pino({ level: 'trace' }, { write: (line: string) => void log.push(line) }),
    origin,
    trustProxy: false,
    metricsToken: null,
    clientDir: null,
    pages: (_request, response) => void response.end(),
  });
  const { member, partnerMember, otherTeam } = world.people;
  const crowd = [member, partnerMember, otherTeam];
  const place = { cohortId: world.cohortA, role: 'member', teamId: world.teams.menden } as const;
  while (crowd.length < CROWD) crowd.push(await world.addPerson(`Person${crowd.length}`, place));
  return {
    world,
    crowd,
    log,
    superuser,
    async send({ sessionId }, procedure, input) {
      const answer = await app.inject({
        method: 'POST',
        url: `/trpc/${procedure}`,
        headers: { origin, cookie: `session=${sessionId}` },
        payload: input,
      });
      expect(answer.statusCode).toBe(200);
    },
    async close() {
      await app.close();
      await superuser.end();
      await world.close();
    },
  };
}
