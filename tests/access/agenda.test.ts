import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newItem } from '$lib/agenda/document';
import type { Operation } from '$lib/agenda/operations';
import { newId } from '$lib/platform/id';
import { aWorkshop } from '../factories/workshop';
import { openWorld, type World } from '../factories/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const anItem = (title: string, id = newId()) => newItem({ id, kind: 'input', minutes: 30, title });
const inserted = (item = anItem('Impuls')): Operation => ({
  type: 'insert_item',
  item,
  beforeId: null,
});
const titled = (itemId: string, from: string, to: string): Operation => ({
  type: 'set_item',
  itemId,
  field: 'title',
  from,
  to,
});

async function aBoard() {
  const { cohortId, workshopId } = await aWorkshop(world);
  const ref = { cohortId, workshopId };
  const api = (await world.as('moderator')).agenda;
  const change = (operations: Operation[], since = 0, id = newId()) =>
    api.change({ ...ref, id, since, operations: operations as never });
  return { ref, api, change };
}

describe('planning an agenda', () => {
  it('begins empty, and reading it makes nothing', async () => {
    const { ref, api } = await aBoard();
    expect(await api.open(ref)).toMatchObject({ revision: 0, content: { items: [], tracks: [] } });
    expect(await world.owner.agenda.count({ where: { workshopId: ref.workshopId } })).toBe(0);
  });

  it('keeps what is planned, and tells a board what it has missed', async () => {
    const { ref, api, change } = await aBoard();
    const [one, two] = [anItem('Ankommen'), anItem('Impuls')];
    await change([inserted(one)]);
    const answer = await change([inserted(two)], 1);
    expect(answer).toMatchObject({ revision: 2, refused: [], changes: [{ revision: 2 }] });
    expect((await api.open(ref)).content.items.map(({ title }) => title)).toEqual([
      'Ankommen',
      'Impuls',
    ]);
    const news = await api.changesSince({ ...ref, since: 0 });
    expect(news).toMatchObject({ changes: [{ byName: 'Mona' }, { revision: 2 }] });
    expect(await api.changesSince({ ...ref, since: 2 })).toEqual({ revision: 2, changes: [] });
    // A board that stands further than the log, or before a gap in it, begins anew.
    expect(await api.changesSince({ ...ref, since: 7 })).toHaveProperty('content');
  });

  it('does a change once, however often it is sent', async () => {
    const { ref, api, change } = await aBoard();
    const [operation, id] = [inserted(), newId()];
    await change([operation], 0, id);
    const again = await change([operation], 0, id);
    expect(again).toMatchObject({ revision: 1, refused: [], changes: [{ id }] });
    expect((await api.open(ref)).content.items).toHaveLength(1);
  });

  it('overwrites nothing: says what stands there now, and does the rest', async () => {
    const { ref, api, change } = await aBoard();
    const item = anItem('Impuls');
    await change([inserted(item)]);
    await change([titled(item.id, 'Impuls', 'Impuls aus Ahlen')], 1);
    const answer = await change(
      [titled(item.id, 'Impuls', 'Impuls aus Menden'), inserted(anItem('Pause'))],
      1,
    );
    expect(answer.refused).toMatchObject([
      { refusal: { why: 'changed', current: 'Impuls aus Ahlen' } },
    ]);
    expect((await api.open(ref)).content.items.map(({ title }) => title)).toEqual([
      'Impuls aus Ahlen',
      'Pause',
    ]);
  });

  it('does two changes at the same moment one after the other', async () => {
    const { ref, api, change } = await aBoard();
    await Promise.all(Array.from({ length: 6 }, (_, at) => change([inserted(anItem(`${at}`))])));
    const { content, revision } = await api.open(ref);
    expect(content.items).toHaveLength(6);
    expect(revision).toBe(6);
  });

  it('takes neither topics nor people of another cohort', async () => {
    const { change } = await aBoard();
    const foreign = world.people.outsider.membershipId;
    const item = { ...anItem('Impuls'), responsibleIds: [foreign] };
    await expect(change([inserted(item)])).rejects.toMatchObject({ appCode: 'not_found' });
    const topic = { ...anItem('Impuls'), topicId: newId() };
    await expect(change([inserted(topic)])).rejects.toMatchObject({ appCode: 'not_found' });
  });

  it('refuses what no field may say', async () => {
    const { change } = await aBoard();
    const wrong: Operation[] = [
      { type: 'set_item', itemId: newId(), field: 'minutes', from: 30, to: 0 },
      { type: 'set_item', itemId: newId(), field: 'kind', from: 'input', to: 'party' },
      { type: 'set_item', itemId: newId(), field: 'title', from: '', to: undefined },
      { type: 'insert_item', item: { ...anItem('x'), minutes: 1.5 }, beforeId: null },
    ];
    for (const operation of wrong)
      await expect(change([operation])).rejects.toMatchObject({ appCode: 'invalid_input' });
  });
});
