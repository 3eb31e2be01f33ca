import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { appRouter } from '../../src/server/router';
import { actorKinds, openWorld, type World } from '../factories/world';
import type { AccessRow, AccessTable } from './table';

// Each room declares its part beside this file: <room>.access.ts exports `table`.
const parts = import.meta.glob<{ table: AccessTable }>('./*.access.ts', { eager: true });
const table: AccessTable = Object.assign({}, ...Object.values(parts).map((part) => part.table));

/** Streams hold no answer to compare; their own tests cover them. */
const STREAMS = new Set(['live.events']);

const procedures = Object.keys(appRouter._def.procedures).filter((path) => !STREAMS.has(path));

type Calls = { [key: string]: Calls } & ((input: unknown) => Promise<unknown>);

let world: World;
beforeAll(async () => {
  world = await openWorld({
    superuserUrl: inject('superuserUrl'),
    ownerUrl: inject('ownerUrl'),
    appUrl: inject('appUrl'),
  });
});
afterAll(() => world?.close());

async function outcome(path: string, row: AccessRow, kind: (typeof actorKinds)[number]) {
  const api = (await world.as(kind)) as unknown as Calls;
  const call = path.split('.').reduce((calls, key) => calls[key]!, api);
  const input = await row.input(world);
  return call(input).then(
    () => 'ok',
    (error: { appCode?: string; cause?: unknown }) => {
      if (!error.appCode || error.appCode === 'internal') throw error;
      return error.appCode;
    },
  );
}

describe('access table', () => {
  it('names every procedure, and no other', () => {
    expect(Object.keys(table).sort()).toEqual([...procedures].sort());
  });

  describe.each(Object.entries(table))('%s', (path, row) => {
    it.each(actorKinds)('%s', async (kind) => {
      expect(await outcome(path, row, kind)).toBe(row.expected[kind] ?? row.expected.rest);
    });
  });
});
