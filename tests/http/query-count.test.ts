import pg from 'pg';
import { expect, it, vi } from 'vitest';
import { openHttp, type Http } from '../factories/http';
import { fillWithMany, type Many } from '../factories/many';
import { openWorld, type ActorKind, type World } from '../factories/world';
import { everyRoute } from './routes';
import type { Expected } from './outcomes';
import { table } from './table';

// A page asks the database as often with fifty rows as with one.

const READERS = ['member', 'moderator', 'organiser', 'administrator', 'outsider'] as const;

/** Addresses of one route: those of the table, about the things that have many rows. */
async function addressesOf(route: string, world: World, many: Many): Promise<string[]> {
  const own = await table[route]!.path(world);
  // Where a merge is proposed already, no other can be; and only a draft can be deleted.
  if (route.endsWith('/merge') || route.endsWith('/discard')) return [own];
  const address = own.replace(/\/topics\/[0-9a-f-]{36}/, `/topics/${many.topicId}`);
  // An objection lies on a ballot of its own.
  if (!route.includes('[ballot]') || route.includes('[objection]')) return [address];
  const { openBallotId, closedBallotId, decidedBallotId, draftBallotId } = many;
  return [openBallotId, closedBallotId, decidedBallotId, draftBallotId].map((id) =>
    address.replace(/\/ballots\/[0-9a-f-]{36}/, `/ballots/${id}`),
  );
}

/** Statements that a page sends to the database once everything is warm; null where it is not read. */
async function statementsOf(http: Http, who: ActorKind, address: string): Promise<number | null> {
  const read = async () => {
    const response = await http.get(who, address);
    await response.arrayBuffer();
    return response.status === 200;
  };
  if (!(await read())) return null;
  const query = vi.spyOn(pg.Client.prototype, 'query');
  const counts = [];
  // The smaller of two: a new connection, or one that is checked, adds statements of its own.
  for (let turn = 0; turn < 2; turn += 1) {
    query.mockClear();
    await read();
    counts.push(query.mock.calls.length);
  }
  query.mockRestore();
  return Math.min(...counts);
}

async function measure(rows: number): Promise<Record<string, string>> {
  const world = await openWorld();
  const many = await fillWithMany(world, rows);
  const http = await openHttp(world);
  const measured: Record<string, string> = {};
  for (const { path: route } of await everyRoute())
    for (const [index, address] of (await addressesOf(route, world, many)).entries())
      for (const who of READERS) {
        const count = await statementsOf(http, who, address);
        if (count !== null) measured[`${route} ${index} as ${who}`] = `${count} statements`;
      }
  await http.close();
  await world.close();
  return measured;
}

it('asks as often with 50 rows as with 1', async () => {
  const few = await measure(1);
  const many = await measure(50);
  const readable = Object.keys(table).filter((route) => {
    const { rest, ...some }: Expected = table[route]!.get;
    return READERS.some((who) => (some[who] ?? rest) === '200');
  });
  const routes = Object.keys(few).map((each) => each.split(' ')[0]!);
  expect([...new Set(routes)].sort()).toEqual(readable.sort());
  expect(many).toEqual(few);
}, 180_000);
