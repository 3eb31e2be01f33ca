import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '$lib/platform/id';
import { FORMAT } from '$lib/practice/exchange/format';
import { aPractice } from '../factories/practice';
import { openWorld, type ActorKind, type World } from '../factories/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

/** The file that somebody takes along, as text. */
async function taken(who: ActorKind, as: 'json' | 'csv', of: 'shown' | 'own' = 'shown') {
  const { exchange } = await world.as(who);
  const ref = { cohortId: world.cohortA, of };
  const file = await (as === 'json'
    ? exchange.export(ref)
    : exchange.download({ ...ref, format: 'csv' }));
  return Buffer.from(file.content, 'base64').toString();
}

it('takes along what others may read, and of the own team everything', async () => {
  await aPractice(world, { rung: 'cohort', content: { gist: 'Gezeigt.', kind: 'mixed' } });
  await aPractice(world, { content: { gist: 'Noch für uns.' } });
  for (const as of ['json', 'csv'] as const) {
    expect(await taken('otherTeam', as)).toContain('Gezeigt.');
    expect(await taken('otherTeam', as)).not.toContain('Noch für uns.');
    expect(await taken('partnerMember', as, 'own')).toContain('Noch für uns.');
    expect(await taken('otherTeam', as, 'own')).not.toContain('Noch für uns.');
  }
});

it('brings in what went out, to another team, and once only', async () => {
  const gist = `Aus Ahlen nach Menden. ${newId()}`;
  await aPractice(world, {
    rung: 'cohort',
    content: { gist, kind: 'failed', cost: 12, textLicence: 'cc_by' },
  });
  const cohortId = world.cohortA;
  const { exchange } = await world.as('otherTeam');
  for (const as of ['json', 'csv'] as const) {
    const read = await exchange.preview({ cohortId, text: await taken('otherTeam', as) });
    if ('refusal' in read) throw new Error(read.refusal);
    const row = read.rows.find((one) => one.gist === gist)!;
    // The second time, the team has it.
    const isThere = as === 'csv';
    expect(row).toMatchObject({
      town: 'Ahlen',
      isForeign: true,
      problems: isThere ? [{ code: 'already_there' }] : [],
    });
    if (isThere) continue;
    const practices = [{ practiceId: newId(), content: row.content! }];
    // Sent twice, it is the same.
    await exchange.import({ cohortId, practices });
    await exchange.import({ cohortId, practices });
  }
  const rows = await world.owner.practice.findMany({
    where: { teamId: world.teams.menden, content: { path: ['gist'], equals: gist } },
  });
  expect(rows).toHaveLength(1);
  expect(rows[0]!.content).toMatchObject({
    kind: 'failed',
    cost: 12,
    takenFrom: 'Ahlen, CC BY (Namensnennung)',
  });
  // Nobody else reads it: what is brought in begins with the team.
  expect(await world.owner.practiceRelease.count({ where: { practiceId: rows[0]!.id } })).toBe(0);
});

it('brings in again what was thrown away', async () => {
  const { exchange, practice } = await world.as('member');
  const cohortId = world.cohortA;
  const gist = `Einmal verworfen. ${newId()}`;
  const ref = await aPractice(world, { content: { gist } });
  const text = JSON.stringify({ format: FORMAT, version: 1, practices: [{ gist }] });
  const problems = async () => {
    const read = await exchange.preview({ cohortId, text });
    return 'refusal' in read ? read.refusal : read.rows.flatMap((row) => row.problems);
  };
  expect(await problems()).toMatchObject([{ code: 'already_there' }]);
  await practice.discard({ cohortId, practiceId: ref });
  expect(await problems()).toEqual([]);
});
