import { afterAll, beforeAll, expect, it } from 'vitest';
import { readableExport } from '$lib/account/export/readable';
import { openWorld, type World } from '../factories/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

it.each(['de', 'en'] as const)(
  'has a name in %s for every table that names a person',
  async (locale) => {
    const tables = await world.owner.$queryRaw<{ name: string }[]>`
    SELECT DISTINCT table_name AS name FROM app.account_references()`;
    const sections = tables.map(({ name }) => ({ section: name, reason: '', entries: [] }));
    const titles = readableExport({ exportedAt: world.clock.now(), sections }, locale);
    const names = tables.map(({ name }) => name);
    expect(names.length).toBeGreaterThan(50);
    expect(titles.map(({ title }) => title).filter((title) => names.includes(title))).toEqual([]);
  },
);
