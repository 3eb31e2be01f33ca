import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '$lib/platform/id';
import { aMerge, aTopic } from '../factories/topic';
import { openWorld, type World, type WorldPerson } from '../factories/world';

let world: World;
/** A member of a third team. */
let selma: WorldPerson;

beforeAll(async () => {
  world = await openWorld();
  const teamId = await world.addTeam(world.cohortA, 'Senden');
  const place = { cohortId: world.cohortA, role: 'member', teamId } as const;
  selma = await world.addPerson('Selma', place);
});
afterAll(() => world?.close());

const refOf = (topicId: string) => ({ cohortId: world.cohortA, topicId });
const pageOf = async (topicId: string, who: Parameters<World['as']>[0] = 'member') =>
  (await world.as(who)).topic.page(refOf(topicId));
const DAY = 24 * 60 * 60 * 1000;

describe('merging', () => {
  /** Menden's topic is to go on in Ahlen's; Senden supports both. */
  async function twoTopics() {
    const intoId = await aTopic(world);
    const fromId = await aTopic(world, { team: 'menden' });
    const api = await world.as(selma);
    await api.topic.setSupport({ ...refOf(intoId), isSupported: true });
    await api.topic.setSupport({ ...refOf(fromId), isSupported: true });
    return { intoId, fromId, merge: await aMerge(world, { fromId, intoId }) };
  }

  it('waits for both teams, then unites the supporters and counts each team once', async () => {
    const { intoId, fromId, merge } = await twoTopics();
    await (await world.as('otherTeam')).merge.consent({ ...merge, agrees: true });
    expect((await pageOf(fromId)).topic.state).toBe('proposed');
    await (await world.as('member')).merge.consent({ ...merge, agrees: true });
    const [from, into] = [await pageOf(fromId), await pageOf(intoId)];
    expect(from.topic.state).toBe('merged');
    expect(from.mergedInto?.id).toBe(intoId);
    // Senden supported both and counts once; Menden proposed the other one.
    expect(into.supporters.map(({ name }) => name)).toEqual(['Menden', 'Senden']);
    expect(into.topic.supportCount).toBe(2);
    expect(into.united.map(({ id }) => id)).toEqual([fromId]);
    expect(into.passport.some(({ kind }) => kind === 'topic_merged')).toBe(true);
  });

  it('can be undone: everything is as before', async () => {
    const { intoId, fromId, merge } = await twoTopics();
    const before = [(await pageOf(intoId)).topic.supportCount, (await pageOf(fromId)).supporters];
    await (await world.as('otherTeam')).merge.consent({ ...merge, agrees: true });
    await (await world.as('member')).merge.consent({ ...merge, agrees: true });
    await (await world.as('moderator')).merge.undo(merge);
    const [from, into] = [await pageOf(fromId), await pageOf(intoId)];
    expect([into.topic.supportCount, from.supporters]).toEqual(before);
    expect(from.topic.state).toBe('proposed');
    expect(into.united).toEqual([]);
  });

  it('ends when a team declines', async () => {
    const { fromId, merge } = await twoTopics();
    await (await world.as('member')).merge.consent({ ...merge, agrees: false });
    const late = (await world.as('otherTeam')).merge.consent({ ...merge, agrees: true });
    await expect(late).rejects.toMatchObject({ appCode: 'merge_is_decided' });
    expect((await pageOf(fromId)).merges).toEqual([]);
  });

  it('lets the partner object for five working days, and no longer', async () => {
    const agreed = async () => {
      const { fromId, merge } = await twoTopics();
      await (await world.as('otherTeam')).merge.consent({ ...merge, agrees: true });
      await (await world.as('member')).merge.consent({ ...merge, agrees: true });
      return { fromId, merge };
    };
    const [inTime, late] = [await agreed(), await agreed()];
    const ben = await world.as('partnerMember');
    await ben.merge.object(inTime.merge);
    expect((await pageOf(inTime.fromId)).topic.state).toBe('proposed');
    const now = world.clock.now();
    world.clock.advance(9 * DAY);
    await expect(ben.merge.object(late.merge)).rejects.toMatchObject({
      appCode: 'merge_objection_is_late',
    });
    world.clock.set(now);
    expect((await pageOf(late.fromId)).topic.state).toBe('merged');
  });

  it('follows a chain: what was merged before counts as well, and separates again', async () => {
    const { intoId, merge } = await twoTopics();
    await (await world.as('otherTeam')).merge.consent({ ...merge, agrees: true });
    await (await world.as('member')).merge.consent({ ...merge, agrees: true });
    const lastId = await aTopic(world);
    const second = await aMerge(world, { fromId: intoId, intoId: lastId });
    await (await world.as('member')).merge.consent({ ...second, agrees: true });
    expect((await pageOf(lastId)).supporters.map(({ name }) => name)).toEqual(['Menden', 'Senden']);
    await (await world.as('moderator')).merge.undo(merge);
    expect((await pageOf(lastId)).topic.supportCount).toBe(1);
  });

  it('is refused for a topic that is being voted on or already asked about', async () => {
    const { fromId, intoId } = await twoTopics();
    const moderator = await world.as('moderator');
    const propose = (from: string, into: string) =>
      moderator.merge.propose({
        cohortId: world.cohortA,
        id: newId(),
        fromId: from,
        intoId: into,
        reason: 'Doppelt',
      });
    const voted = await aTopic(world, { state: 'on_ballot' });
    await expect(propose(fromId, voted)).rejects.toMatchObject({ appCode: 'topic_not_in_pool' });
    await expect(propose(fromId, intoId)).rejects.toMatchObject({ appCode: 'merge_is_pending' });
    await expect(propose(fromId, fromId)).rejects.toMatchObject({ appCode: 'merge_with_itself' });
  });
});
