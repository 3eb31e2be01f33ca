import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aClosedBallot, anOpenBallot, approve } from '../factories/voting';
import { openWorld, type World } from '../factories/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

describe('deciding', () => {
  async function aCountedBallot() {
    const { ref, optionIds } = await anOpenBallot(world);
    const member = await world.as('member');
    await member.ballot.cast({ ...ref, choice: approve(...optionIds.slice(0, 2)), version: 0 });
    await (await world.as('moderator')).ballot.close(ref);
    const items = optionIds.map((optionId, index) => ({
      optionId,
      isChosen: index < 2,
      reason: '',
    }));
    return { ref, optionIds, items };
  }
  const topicStates = async (ballotId: string) =>
    (
      await world.owner.ballotOption.findMany({
        where: { ballotId },
        orderBy: { position: 'asc' },
        select: { topic: { select: { state: true } } },
      })
    ).map(({ topic }) => topic?.state);

  it('adopts the result: the topics move on, once', async () => {
    const { ref, items } = await aCountedBallot();
    const moderator = await world.as('moderator');
    const decision = { ...ref, statement: '<p>So.</p><script>x</script>', items };
    await moderator.ballot.decide(decision);
    await moderator.ballot.decide(decision);
    expect(await topicStates(ref.ballotId)).toEqual(['chosen', 'chosen', 'carried_over']);
    const told = await world.owner.activity.findMany({
      where: { subjectId: ref.ballotId, kind: 'ballot_decided' },
    });
    expect(told).toHaveLength(1);
    const view = await (await world.as('member')).ballot.get(ref);
    expect(view.state).toBe('decided');
    expect(view.outcome?.decision).toMatchObject({
      statement: '<p>So.</p>',
      decidedByName: 'Mona',
    });
    const turned = items.map((item) => ({ ...item, isChosen: true, reason: 'doch' }));
    const second = moderator.ballot.decide({ ...decision, items: turned });
    await expect(second).rejects.toMatchObject({ appCode: 'ballot_is_decided' });
  });

  it('departs from the result only with a reason, which everyone reads', async () => {
    const { ref, items, optionIds } = await aCountedBallot();
    const moderator = await world.as('moderator');
    const departing = items.map((item) => ({ ...item, isChosen: item.optionId !== optionIds[0] }));
    const silent = moderator.ballot.decide({ ...ref, statement: '', items: departing });
    await expect(silent).rejects.toMatchObject({ appCode: 'decision_needs_reason' });
    expect(await topicStates(ref.ballotId)).toEqual(['on_ballot', 'on_ballot', 'on_ballot']);
    const reasoned = departing.map((item) => ({ ...item, reason: 'Der Gast kann nur dann.' }));
    await moderator.ballot.decide({ ...ref, statement: '', items: reasoned });
    expect(await topicStates(ref.ballotId)).toEqual(['carried_over', 'chosen', 'chosen']);
    const view = await (await world.as('otherTeam')).ballot.get(ref);
    const departures = view.outcome!.decision!.items.filter(({ isDeparture }) => isDeparture);
    expect(departures.map(({ optionId, reason }) => [optionId, reason]).sort()).toEqual(
      [
        [optionIds[0], 'Der Gast kann nur dann.'],
        [optionIds[2], 'Der Gast kann nur dann.'],
      ].sort(),
    );
  });

  it('tells in the passport of a topic how it fared, but not to a guest without ballots', async () => {
    const { ref, items } = await aCountedBallot();
    const moderator = await world.as('moderator');
    await moderator.ballot.decide({ ...ref, statement: '', items });
    const [taken, , left] = await world.owner.ballotOption.findMany({
      where: { ballotId: ref.ballotId },
      orderBy: { position: 'asc' },
      select: { topicId: true },
    });
    const { cohortId } = ref;
    const { membershipId } = world.people.expert;
    const guest = { membershipId, isInvited: true };
    await moderator.topic.setGuest({ cohortId, topicId: taken!.topicId!, ...guest });
    const lastStep = async (name: 'otherTeam' | 'expert', id: string | null) =>
      (await (await world.as(name)).topic.page({ cohortId, topicId: id! })).passport.at(-1);
    expect(await lastStep('otherTeam', taken!.topicId)).toMatchObject({
      kind: 'topic_chosen',
      votes: { approvals: 2, answered: 2, electorate: 'teams' },
    });
    expect(await lastStep('otherTeam', left!.topicId)).toMatchObject({
      kind: 'topic_carried_over',
      votes: { approvals: 0, answered: 2 },
    });
    expect(await lastStep('expert', taken!.topicId)).toMatchObject({
      kind: 'topic_chosen',
      votes: null,
    });
  });

  it('waits for the result', async () => {
    const { ref, optionIds } = await anOpenBallot(world);
    const items = optionIds.map((optionId) => ({ optionId, isChosen: false, reason: '' }));
    const early = (await world.as('moderator')).ballot.decide({ ...ref, statement: '', items });
    await expect(early).rejects.toMatchObject({ appCode: 'ballot_not_in_state' });
    const { ref: closedRef } = await aClosedBallot(world);
    const foreign = (await world.as('moderator')).ballot.decide({
      ...closedRef,
      statement: '',
      items,
    });
    await expect(foreign).rejects.toMatchObject({ appCode: 'decision_incomplete' });
  });
});
