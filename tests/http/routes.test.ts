import { globSync } from 'node:fs';
import { newId } from '$lib/platform/id';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHttp, type Http } from '../factories/http';
import { actorKinds, openWorld, type ActorKind, type World } from '../factories/world';
import { digest } from '../factories/digest';
import { everyRoute } from './routes';
import type { Expected, Outcome, RouteRow } from './outcomes';
import { besides, table } from './table';

const routes = await everyRoute();

let world: World;
let http: Http;
beforeAll(async () => {
  world = await openWorld();
  http = await openHttp(world);
});
afterAll(async () => {
  await http?.close();
  await world?.close();
});

/** How a request ended, in words that the table can hold. */
async function outcomeOf(response: Response): Promise<Outcome> {
  await response.arrayBuffer();
  const to = response.headers.get('location');
  if (to === null) return String(response.status);
  if (to.startsWith('/sign-in')) return 'sign in';
  return `→ ${to.replaceAll(world.cohortA, 'A').replaceAll(/[0-9a-f-]{36}/g, '…')}`;
}

type Outcomes = Partial<Record<ActorKind, Outcome>>;

/** How it ends for each of these kinds of actor. */
async function outcomesOf(
  kinds: readonly ActorKind[],
  send: (kind: ActorKind) => Promise<Response>,
): Promise<Outcomes> {
  const outcomes = kinds.map(async (kind) => [kind, await outcomeOf(await send(kind))] as const);
  return Object.fromEntries(await Promise.all(outcomes));
}

const inFull = ({ rest, ...some }: Expected) =>
  Object.fromEntries(actorKinds.map((kind) => [kind, some[kind] ?? rest])) as Record<
    ActorKind,
    Outcome
  >;

/** How a form ends for everyone: as declared for those who read its page, else as reading it. */
function formOutcomes({ get, post = {} }: RouteRow, action: string): Record<ActorKind, Outcome> {
  const declared = post[action] ?? '400';
  const { rest = '400', ...some } = typeof declared === 'string' ? { rest: declared } : declared;
  const read = Object.entries(inFull(get)).map(([kind, outcome]) => {
    return [kind, some[kind as ActorKind] ?? (outcome === '200' ? rest : outcome)];
  });
  return Object.fromEntries(read);
}

describe('who reads what', () => {
  it('is declared for every route of the program, and no other', () => {
    const paths = routes.map(({ path }) => path).sort();
    expect(Object.keys(table).sort()).toEqual(paths);
    const files = globSync('src/routes/**/{+page.svelte,+page.server.ts,+server.ts}');
    const folders = files.map((file) => file.replace(/^src\/routes|\/[^/]+$/g, ''));
    const inTree = folders.map((path) => path.replaceAll(/\/\([a-z]+\)/g, '') || '/');
    expect([...new Set(inTree)].sort()).toEqual(paths);
  });

  it.each(Object.entries(table))('%s', async (_route, { path, get }) => {
    const address = await path(world);
    expect(await outcomesOf(actorKinds, (kind) => http.get(kind, address))).toEqual(inFull(get));
  });

  it.each(Object.entries(besides))('%s', async (address, get) => {
    expect(await outcomesOf(actorKinds, (kind) => http.get(kind, address))).toEqual(inFull(get));
  });
});

/** What is answered where nothing was done. */
const isRefusal = (outcome: Outcome) => /^4|^sign in$/.test(outcome);

describe('who sends an empty form', () => {
  const forms = routes.flatMap(({ path, actions }) => actions.map((action) => ({ path, action })));

  it.each(forms)('$path $action', async ({ path: route, action }) => {
    const row = table[route]!;
    const query = action === 'default' ? '' : `?/${action}`;
    const expected = formOutcomes(row, action);
    const refused = actorKinds.filter((kind) => isRefusal(expected[kind]));
    const served = actorKinds.filter((kind) => !isRefusal(expected[kind]));

    const address = await row.path(world);
    const before = await digest(world);
    const outcomes = await outcomesOf(refused, (kind) => http.post(kind, address + query));
    expect(await digest(world), 'changed by somebody who was refused').toEqual(before);
    for (const kind of served) {
      const another = await row.path(world);
      Object.assign(outcomes, await outcomesOf([kind], () => http.post(kind, another + query)));
    }
    // Signing out ends what the next test needs.
    for (const kind of actorKinds) await world.signInAgain(kind);
    expect(outcomes).toEqual(expected);
  });

  it('is refused by every page that has no form', async () => {
    const without = routes.filter(({ isPage, actions }) => isPage && actions.length === 0);
    for (const { path: route } of without) {
      const address = await table[route]!.path(world);
      const outcomes = await outcomesOf(actorKinds, (kind) => http.post(kind, address));
      expect(Object.values(outcomes).filter((outcome) => !isRefusal(outcome))).toEqual([]);
    }
  });
});

describe('what is not there', () => {
  const below = routes.filter(({ path }) => path.includes('['));
  /** Anybody who reads the right address. */
  const readerOf = ({ get }: RouteRow) =>
    actorKinds.find((kind) => inFull(get)[kind] === '200') ?? 'member';
  /** An address of this route in which every id is another one. */
  const otherIds = (address: string, id: () => string) =>
    address.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, () => id());

  it.each(below)('$path with ids that nothing has, or that are none', async ({ path: route }) => {
    const row = table[route]!;
    const address = await row.path(world);
    if (otherIds(address, newId) === address) return;
    for (const id of [newId, () => 'x', () => '%00', () => "'; DROP TABLE topic; --"]) {
      const response = await http.get(readerOf(row), otherIds(address, id));
      expect([404, 405], otherIds(address, id)).toContain(response.status);
      await response.arrayBuffer();
    }
  });

  const withinCohort = below
    .filter(({ path }) => /^\/cohorts\/\[cohort\]\/.+\[/.test(path))
    // It answers with the names of the cohort in its address, whatever the topic.
    .filter(({ path }) => !path.endsWith('/mentionable'));
  it.each(withinCohort)('$path of another cohort', async ({ path: route }) => {
    const row = table[route]!;
    const address = (await row.path(world)).replace(world.cohortA, world.cohortB);
    // The outsider is a member of cohort B, where nothing of cohort A may be found.
    const response = await http.get('outsider', address);
    expect([403, 404, 405]).toContain(response.status);
    await response.arrayBuffer();
  });

  it.each(routes)('$path with nonsense behind its question mark', async ({ path: route }) => {
    const names = ['q', 'tag', 'before', 'after', 'from', 'version', 'state', 'phase', 'sort'];
    const address = (await table[route]!.path(world)).split('?')[0]!;
    for (const value of ['%00', 'x', '-1', '99999999999999999999', '%F0%9F%98%80']) {
      const query = names.map((name) => `${name}=${value}`).join('&');
      const response = await http.get(readerOf(table[route]!), `${address}?${query}`);
      expect(response.status, `${address}?${query}`).toBeLessThan(500);
      await response.arrayBuffer();
    }
  });

  it('is told to other programs in this machine only', async () => {
    const forwarded = await http.send('administrator', '/metrics', {
      headers: { 'x-forwarded-for': '192.0.2.1' },
    });
    expect(forwarded.status).toBe(404);
  });
});
