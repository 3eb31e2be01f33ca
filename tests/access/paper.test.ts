import { afterAll, beforeAll, expect, it } from 'vitest';
import { aPractice } from '../factories/practice';
import { openWorld, type ActorKind, type World } from '../factories/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const read = async (
  who: ActorKind,
  practiceId: string,
  rung: 'team' | 'cohort' | 'public' | null,
) => (await world.as(who)).paper.read({ cohortId: world.cohortA, practiceId, rung });

it('gives each text to those who may read it, and says which there are', async () => {
  const practiceId = await aPractice(world, { rung: 'cohort', content: { gist: 'Gezeigt.' } });
  const { cohortA: cohortId } = world;
  const changes = [{ field: 'gist' as const, from: 'Gezeigt.', to: 'Noch für uns.' }];
  await (await world.as('member')).practice.save({ cohortId, practiceId, changes });

  const others = await read('otherTeam', practiceId, null);
  expect([others.rungs, others.source.content.gist]).toEqual([['cohort'], 'Gezeigt.']);
  await expect(read('otherTeam', practiceId, 'team')).rejects.toMatchObject({
    appCode: 'not_found',
  });
  const own = await read('partnerMember', practiceId, 'team');
  expect([own.rungs, own.source.content.gist]).toEqual([['team', 'cohort'], 'Noch für uns.']);
});

it('tells the town of a public text only where the public is told it', async () => {
  const practiceId = await aPractice(world, { rung: 'public' });
  const town = async () => (await read('otherTeam', practiceId, 'public')).source.teamName;
  expect(await town()).toBeNull();
  await world.owner.practiceRelease.updateMany({
    where: { practiceId, rung: 'public' },
    data: { namesSite: true },
  });
  expect(await town()).toBe('Ahlen');
});

it('puts into a collection what is shown on the chosen rung, and nothing of another cohort', async () => {
  const cohortId = world.cohortA;
  const shown = await aPractice(world, { rung: 'cohort' });
  const kept = await aPractice(world);
  const { paper } = await world.as('otherTeam');
  const offered = (await paper.offer({ cohortId })).map(({ practiceId }) => practiceId);
  expect(offered).toContain(shown);
  expect(offered).not.toContain(kept);
  const collection = { cohortId, practiceIds: [kept] };
  await expect(paper.collection(collection)).rejects.toMatchObject({ appCode: 'not_found' });
  const outsider = await world.as('outsider');
  const elsewhere = { cohortId: world.cohortB, practiceIds: [shown] };
  await expect(outsider.paper.collection(elsewhere)).rejects.toMatchObject({
    appCode: 'not_found',
  });
});

it('prints for everyone what everyone reads, accessibly, until it is taken back', async () => {
  const practiceId = await aPractice(world, { rung: 'public', content: { gist: 'Für alle.' } });
  const { pdf } = (await world.as('anonymous')).practice.public;
  const file = await pdf({ practiceId });
  expect(file.fileName).toBe('Für alle.pdf');
  expect(Buffer.from(file.content, 'base64').toString('latin1')).toContain('pdfuaid');
  await world.owner.practiceRelease.deleteMany({ where: { practiceId, rung: 'public' } });
  await expect(pdf({ practiceId })).rejects.toMatchObject({ appCode: 'not_found' });
});
