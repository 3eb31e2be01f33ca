import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '$lib/platform/id';
import { aPlannedWorkshop } from '../factories/agenda';
import { aWorkshop } from '../factories/workshop';
import { openWorld, type World } from '../factories/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const refOf = ({ cohortId, workshopId }: { cohortId: string; workshopId: string }) => ({
  cohortId,
  workshopId,
});

it('begins a plan with a template, an earlier plan or a file, without people and topics', async () => {
  const api = await world.as('moderator');
  const { ref } = await aPlannedWorkshop(world);
  const templateId = newId();
  await api.agenda.template.save({ ...ref, templateId, name: 'Halber Tag' });
  const other = refOf(await aWorkshop(world, { date: '2026-04-17' }));
  const changeId = newId();
  const from = { kind: 'template', templateId } as const;
  const taken = await api.agenda.template.use({ ...other, changeId, from });
  expect(taken).toEqual({ items: 2, putAside: 0, withoutMethod: 0 });
  // The same request again takes nothing more.
  await api.agenda.template.use({ ...other, changeId, from });
  const copy = { kind: 'workshop', workshopId: ref.workshopId } as const;
  await api.agenda.template.use({ ...other, changeId: newId(), from: copy });
  const { content } = await api.agenda.exchange.export(ref);
  const text = Buffer.from(content, 'base64').toString();
  expect(text).toContain('Wie gewinnen wir Menschen für kurze Einsätze?');
  await api.agenda.exchange.import({ ...other, changeId: newId(), text });
  const { items } = (await api.agenda.open(other)).content;
  expect(items.map(({ title }) => title)).toEqual(
    Array.from({ length: 3 }, () => ['Ankommen', 'Kurze Einsätze']).flat(),
  );
  for (const item of items) expect(item).toMatchObject({ topicId: null, responsibleIds: [] });
  expect(new Set(items.map(({ id }) => id)).size).toBe(6);
});

it('takes nothing of a file in which something is wrong', async () => {
  const api = await world.as('moderator');
  const { ref } = await aPlannedWorkshop(world);
  const items = [{ kind: 'break', minutes: 15 }, { kind: 'break' }];
  const text = JSON.stringify({ format: 'werkraum-agenda', version: 1, items });
  expect(await api.agenda.exchange.import({ ...ref, changeId: newId(), text })).toEqual({
    problems: [{ item: 2, field: 'minutes', code: 'missing' }],
  });
  expect((await api.agenda.open(ref)).content.items).toHaveLength(2);
});

it('keeps a method of the cohort, once, and tells whoever started from an older version', async () => {
  const api = await world.as('moderator');
  const method = {
    cohortId: world.cohortA,
    methodId: newId(),
    version: 0,
    name: 'Stadtspaziergang',
    minutesFrom: 45,
    minutesUntil: 90,
    peopleFrom: 4,
    steps: 'Losgehen.\n\nStehen bleiben.',
  };
  await api.agenda.method.save(method);
  await api.agenda.method.save(method);
  const own = async () =>
    (await api.agenda.method.list({ cohortId: world.cohortA })).filter(({ isOurs }) => !isOurs);
  expect(await own()).toMatchObject([{ steps: ['Losgehen.', 'Stehen bleiben.'] }]);
  await api.agenda.method.save({ ...method, version: 1, name: 'Ortsbegehung' });
  await expect(api.agenda.method.save({ ...method, version: 1 })).rejects.toMatchObject({
    appCode: 'conflict',
  });
  await api.agenda.method.remove({ cohortId: world.cohortA, methodId: method.methodId });
  expect(await own()).toEqual([]);
});
