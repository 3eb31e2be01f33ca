import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../factories/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const words = { bodyDe: '<p>Unser Text</p>', bodyEn: '<p>Our text</p>' };

describe('the texts of the installation', () => {
  it('show the first draft, filled with what is known, until somebody writes', async () => {
    const visitor = await world.as('anonymous');
    const { body, changedAt } = await visitor.text.read({ kind: 'accessibility' });
    expect(changedAt).toBeNull();
    expect(body).toContain('Testhaus möchte');
    expect(body).toContain('haus@example.org');
    expect(body).toContain('<strong>[Telefonnummer]</strong>');
  });

  it('show what the administrator has written, cleaned, to everyone', async () => {
    const administrator = await world.as('administrator');
    const before = await administrator.text.forEditing({ kind: 'imprint' });
    expect(before).toMatchObject({ version: 0, changedAt: null });
    expect(before.de.html).toContain('Testhaus');
    await administrator.text.save({
      kind: 'imprint',
      bodyDe: '<h2>Anbieter</h2><script>alert(1)</script><p onclick="x()">Wir</p>',
      bodyEn: '<p>We</p>',
      version: 0,
    });
    const shown = await (await world.as('anonymous')).text.read({ kind: 'imprint' });
    expect(shown).toEqual({ body: '<h2>Anbieter</h2><p>Wir</p>', changedAt: world.clock.now() });
    expect(await administrator.text.list()).toEqual([
      { kind: 'imprint', changedAt: world.clock.now() },
      { kind: 'privacy', changedAt: null },
      { kind: 'accessibility', changedAt: null },
    ]);
  });

  it('are not overwritten by somebody who started earlier, nor emptied', async () => {
    const administrator = await world.as('administrator');
    const save = { kind: 'privacy', ...words, version: 0 } as const;
    expect(await administrator.text.save(save)).toEqual({ version: 1 });
    await expect(administrator.text.save(save)).rejects.toMatchObject({
      appCode: 'conflict',
      facts: { currentVersion: 1 },
    });
    const emptied = { ...save, bodyEn: '<style>p{}</style>', version: 1 };
    await expect(administrator.text.save(emptied)).rejects.toMatchObject({
      appCode: 'text_is_empty',
    });
    expect((await administrator.text.forEditing({ kind: 'privacy' })).en.html).toBe(words.bodyEn);
  });

  it('saved twice at the same moment, one of the two is told', async () => {
    const administrator = await world.as('administrator');
    const { version } = await administrator.text.forEditing({ kind: 'accessibility' });
    const save = { kind: 'accessibility', ...words, version } as const;
    const outcomes = await Promise.allSettled([
      administrator.text.save(save),
      administrator.text.save(save),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('the help', () => {
  it('says whom to ask', async () => {
    const { sections } = await (await world.as('anonymous')).text.help();
    expect(sections.find(({ id }) => id === 'ask')?.body).toContain('haus@example.org');
  });
});

describe('how we protect', () => {
  const pageIn = async (wording: 'plain' | 'easy') => {
    const { sections } = await (await world.as('anonymous')).text.protection({ wording });
    return sections.map(({ title, body }) => `${title} ${body}`).join('\n');
  };

  it.each(['plain', 'easy'] as const)('has no gap (%s)', async (wording) => {
    const page = await pageIn(wording);
    expect(page).not.toMatch(/[{}[\]]/);
    expect(page).toContain('haus@example.org');
  });

  it('tells how to check this installation', async () => {
    expect(await pageIn('plain')).toContain(`npm run verify -- ${world.services.origin}`);
  });

  it('says how long backups live, or that it is not known', async () => {
    expect(await pageIn('plain')).toContain('hier noch nicht angegeben');
    expect(await pageIn('easy')).toContain('Wie lange gibt es diese Kopien?');
    world.services.backupDays = 30;
    expect(await pageIn('plain')).toContain('bis zu 30 Tage');
    expect(await pageIn('easy')).toContain('Nach 30 Tagen');
    world.services.backupDays = null;
  });
});
