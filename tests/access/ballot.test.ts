import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ballotJobs } from '$lib/ballot/jobs.server';
import { isPromisedLot } from '$lib/ballot/lot';
import { newId } from '$lib/platform/id';
import { abstain, aDraft, anOpenBallot, approve, aTopic, DAY_MS } from '../factories/voting';
import { openWorld, type World } from '../factories/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const ballotRow = (id: string) => world.owner.ballot.findUniqueOrThrow({ where: { id } });
const activities = (subjectId: string) =>
  world.owner.activity.findMany({ where: { subjectId }, orderBy: { id: 'asc' } });
const kindsOf = async (subjectId: string) => (await activities(subjectId)).map(({ kind }) => kind);

/** Lets the job of a queue do its work for one ballot, now. */
async function runJob(queue: string, ref: { cohortId: string; ballotId: string }) {
  const job = ballotJobs.find((one) => one.queue === queue)!;
  await world.asSystem(ref.cohortId, (scope) => job.run(scope as never, ref, world.services));
}

describe('a draft', () => {
  it('is offered only while the cohort takes new things', async () => {
    const { cohortA: cohortId } = world;
    const mayPrepare = async (name: 'member' | 'moderator') =>
      (await (await world.as(name)).ballot.list({ cohortId })).mayPrepare;
    const setState = (state: 'closed' | 'concluded') =>
      world.owner.cohort.update({ where: { id: cohortId }, data: { state } });
    const { state } = await world.owner.cohort.findUniqueOrThrow({ where: { id: cohortId } });
    expect(await mayPrepare('moderator')).toBe(true);
    expect(await mayPrepare('member')).toBe(false);
    await setState('concluded');
    expect(await mayPrepare('moderator')).toBe(false);
    await setState(state as 'closed');
  });

  it('is one however often it is sent, and seen by moderators only', async () => {
    const draft = await aDraft(world);
    const ref = { cohortId: draft.cohortId, ballotId: draft.ballotId };
    const moderator = await world.as('moderator');
    await moderator.ballot.saveDraft(draft);
    await moderator.ballot.saveDraft(draft);
    expect(await world.owner.ballotOption.count({ where: { ballotId: draft.ballotId } })).toBe(3);
    expect((await moderator.ballot.get(ref)).version).toBe(1);
    const member = await world.as('member');
    await expect(member.ballot.get(ref)).rejects.toMatchObject({ appCode: 'not_found' });
  });

  it('does not overwrite what another moderator saved meanwhile', async () => {
    const draft = await aDraft(world);
    const moderator = await world.as('moderator');
    const { version } = await moderator.ballot.saveDraft(draft);
    await moderator.ballot.saveDraft({ ...draft, version, title: 'Zuerst' });
    const late = moderator.ballot.saveDraft({ ...draft, version, title: 'Danach' });
    await expect(late).rejects.toMatchObject({
      appCode: 'conflict',
      facts: { currentVersion: 2 },
    });
    expect((await ballotRow(draft.ballotId)).title).toBe('Zuerst');
  });

  it('keeps each of the six methods with its settings', async () => {
    const moderator = await world.as('moderator');
    for (const settings of allSettings) {
      const draft = await aDraft(world, { settings });
      await moderator.ballot.saveDraft(draft);
      const ref = { cohortId: draft.cohortId, ballotId: draft.ballotId };
      const { draft: read } = await moderator.ballot.draftForm(ref);
      expect(read).toMatchObject({ method: settings.method, settings });
    }
  });

  it.each([
    ['too_few_options', { options: [] }],
    [
      'more_places_than_options',
      { settings: { method: 'approval', places: 4, budgetMinutes: null } },
    ],
    ['closing_time_over', { closesAt: new Date(0) }],
  ] as const)('does not open with the obstacle %s', async (obstacle, changes) => {
    const draft = await aDraft(world, changes as object);
    const ref = { cohortId: draft.cohortId, ballotId: draft.ballotId };
    const moderator = await world.as('moderator');
    await moderator.ballot.saveDraft(draft);
    expect((await moderator.ballot.get(ref)).obstacles).toContain(obstacle);
    const appCode = `ballot_obstacle_${obstacle}`;
    await expect(moderator.ballot.open(ref)).rejects.toMatchObject({ appCode });
    expect((await ballotRow(ref.ballotId)).state).toBe('draft');
  });

  it.each([0, 60_000])('does not begin %i ms ago', async (ago) => {
    const opensAt = new Date(world.clock.now().getTime() - ago);
    const draft = await aDraft(world, { opensAt });
    const saving = (await world.as('moderator')).ballot.saveDraft(draft);
    await expect(saving).rejects.toMatchObject({ appCode: 'ballot_start_is_over' });
    expect(await world.owner.ballot.count({ where: { id: draft.ballotId } })).toBe(0);
  });

  it('does not open with a topic that left the pool', async () => {
    const draft = await aDraft(world);
    const ref = { cohortId: draft.cohortId, ballotId: draft.ballotId };
    const moderator = await world.as('moderator');
    await moderator.ballot.saveDraft(draft);
    await world.owner.topic.update({
      where: { id: draft.options[0]!.topicId! },
      data: { state: 'withdrawn' },
    });
    const appCode = 'ballot_obstacle_topic_not_in_pool';
    await expect(moderator.ballot.open(ref)).rejects.toMatchObject({ appCode });
  });

  it('is opened by the clock at its opening time, and not before', async () => {
    const opensAt = new Date(world.clock.now().getTime() + DAY_MS);
    const draft = await aDraft(world, { opensAt, closesAt: new Date(opensAt.getTime() + DAY_MS) });
    const ref = { cohortId: draft.cohortId, ballotId: draft.ballotId };
    await (await world.as('moderator')).ballot.saveDraft(draft);
    await runJob('ballot.clock', ref);
    expect((await ballotRow(ref.ballotId)).state).toBe('draft');
    world.clock.set(opensAt);
    await runJob('ballot.clock', ref);
    expect(await ballotRow(ref.ballotId)).toMatchObject({ state: 'open', openedAt: opensAt });
  });
});

describe('opening', () => {
  it('fixes the electorate, promises a lot, and puts the topics on the ballot', async () => {
    const topicId = await aTopic(world, 'Wie feiern?');
    const other = await aTopic(world, 'Wie fördern?');
    const option = { title: 'x', minutes: null };
    const { ref, optionIds } = await anOpenBallot(world, {
      options: [
        { ...option, topicId },
        { ...option, topicId: other },
      ],
    });
    const voters = await world.owner.voter.findMany({ where: { ballotId: ref.ballotId } });
    expect(voters.map(({ teamId }) => teamId).sort()).toEqual(
      [world.teams.ahlen, world.teams.menden].sort(),
    );
    const topic = await world.owner.topic.findUniqueOrThrow({ where: { id: topicId } });
    expect(topic.state).toBe('on_ballot');
    expect(await kindsOf(topicId)).toEqual(['topic_on_ballot']);
    expect(await kindsOf(ref.ballotId)).toEqual(['ballot_opened']);
    const lot = await world.owner.ballotLot.findUniqueOrThrow({
      where: { ballotId: ref.ballotId },
    });
    const { lotHash } = await ballotRow(ref.ballotId);
    expect(await isPromisedLot(lot, lotHash!, optionIds)).toBe(true);
  });

  it('holds its topics: while people vote, none is withdrawn or merged', async () => {
    const topicId = await aTopic(world, 'Wie feiern?');
    const elsewhere = await aTopic(world, 'Wie tanzen?', { teamId: world.teams.menden });
    const merge = { cohortId: world.cohortA, id: newId() };
    const moderator = await world.as('moderator');
    await moderator.merge.propose({
      ...merge,
      fromId: topicId,
      intoId: elsewhere,
      reason: 'Dasselbe.',
    });
    const option = { title: 'x', minutes: null };
    await anOpenBallot(world, {
      options: [
        { ...option, topicId },
        { ...option, topicId: await aTopic(world, 'Wie fördern?') },
      ],
    });
    const member = await world.as('member');
    const refused = { appCode: 'topic_not_in_pool' };
    await expect(member.merge.consent({ ...merge, agrees: true })).rejects.toMatchObject(refused);
    const withdrawing = member.topic.withdraw({ cohortId: world.cohortA, topicId, reason: 'Ach.' });
    await expect(withdrawing).rejects.toMatchObject(refused);
  });

  it.each([
    [false, 3],
    [true, 4],
  ])('gives each person one vote (moderators included: %s)', async (includesModerators, count) => {
    const { ref } = await anOpenBallot(world, { electorate: 'persons', includesModerators });
    const where = { ballotId: ref.ballotId };
    const voters = await world.owner.voter.findMany({ where });
    expect(voters).toHaveLength(count);
    const { moderator } = world.people;
    const isIn = voters.some(({ accountId }) => accountId === moderator.accountId);
    expect(isIn).toBe(includesModerators);
  });

  it('happens once, however often it is asked for', async () => {
    const { ref } = await anOpenBallot(world);
    await (await world.as('moderator')).ballot.open(ref);
    expect(await kindsOf(ref.ballotId)).toEqual(['ballot_opened']);
  });

  it('shuffles the options for each voter, always alike for the same one', async () => {
    const options = Array.from({ length: 12 }, (_, index) => ({
      topicId: null,
      title: `Antwort ${index + 1}`,
      minutes: null,
    }));
    const { ref, optionIds } = await anOpenBallot(world, { options });
    const orderFor = async (who: 'member' | 'partnerMember' | 'otherTeam' | 'organiser') =>
      (await (await world.as(who)).ballot.get(ref)).options.map(({ id }) => id).join();
    expect(await orderFor('member')).toBe(await orderFor('partnerMember'));
    expect(await orderFor('member')).not.toBe(await orderFor('otherTeam'));
    expect(await orderFor('organiser')).toBe(optionIds.join());
  });
});

describe('closing', () => {
  it('happens by the clock, and is refused to late votes even before the job has run', async () => {
    const { ref, optionIds, closesAt } = await anOpenBallot(world);
    const member = await world.as('member');
    await member.ballot.cast({ ...ref, choice: approve(optionIds[0]!), version: 0 });
    await runJob('ballot.clock', ref);
    expect((await ballotRow(ref.ballotId)).state).toBe('open');
    world.clock.set(closesAt);
    const late = member.ballot.cast({ ...ref, choice: abstain, version: 1 });
    await expect(late).rejects.toMatchObject({ appCode: 'ballot_closed' });
    expect(await member.ballot.get(ref)).toMatchObject({ state: 'closed', isBeingCounted: true });
    await runJob('ballot.clock', ref);
    await runJob('ballot.clock', ref);
    const view = await member.ballot.get(ref);
    expect(view).toMatchObject({ state: 'closed', isBeingCounted: false, closedAt: closesAt });
    expect(view.outcome?.result).toMatchObject({ outcome: 'chosen', chosen: [optionIds[0]] });
    expect(await kindsOf(ref.ballotId)).toEqual(['ballot_opened', 'vote_changed', 'ballot_closed']);
  });

  it('can be moved to later, and everyone is told; never to earlier', async () => {
    const { ref, closesAt } = await anOpenBallot(world);
    const moderator = await world.as('moderator');
    const later = new Date(closesAt.getTime() + DAY_MS);
    await moderator.ballot.prolong({ ...ref, closesAt: later });
    await moderator.ballot.prolong({ ...ref, closesAt: later });
    const told = (await activities(ref.ballotId)).filter(({ kind }) => kind === 'ballot_changed');
    expect(told.map(({ facts }) => facts)).toEqual([
      expect.objectContaining({
        before: closesAt.toISOString(),
        closesAt: later.toISOString(),
      }),
    ]);
    const earlier = moderator.ballot.prolong({ ...ref, closesAt });
    await expect(earlier).rejects.toMatchObject({ appCode: 'ballot_only_longer' });
    world.clock.set(closesAt);
    await runJob('ballot.clock', ref);
    expect((await ballotRow(ref.ballotId)).state).toBe('open');
  });

  it('counts the quorum with abstentions, and chooses nothing below it', async () => {
    const { ref, optionIds } = await anOpenBallot(world, { quorumPercent: 60 });
    const member = await world.as('member');
    await member.ballot.cast({ ...ref, choice: approve(...optionIds), version: 0 });
    await (await world.as('moderator')).ballot.close(ref);
    const { outcome } = await member.ballot.get(ref);
    expect(outcome?.result).toMatchObject({
      outcome: 'quorum_missed',
      chosen: [],
      turnout: { quorum: { needed: 2, isReached: false } },
    });

    const second = await anOpenBallot(world, { quorumPercent: 60 });
    await member.ballot.cast({ ...second.ref, choice: approve(second.optionIds[2]!), version: 0 });
    const other = await world.as('otherTeam');
    await other.ballot.cast({ ...second.ref, choice: abstain, version: 0 });
    await (await world.as('moderator')).ballot.close(second.ref);
    const reached = await member.ballot.get(second.ref);
    expect(reached.outcome?.result).toMatchObject({
      outcome: 'chosen',
      chosen: [second.optionIds[2]],
    });
  });

  it('publishes the names of an open ballot and the lot, for everyone to check', async () => {
    const { ref, optionIds } = await anOpenBallot(world);
    const member = await world.as('member');
    await member.ballot.cast({ ...ref, choice: approve(optionIds[1]!), version: 0 });
    await (await world.as('moderator')).ballot.close(ref);
    const organiser = await world.as('organiser');
    const { outcome, lotHash } = await organiser.ballot.get(ref);
    expect(outcome?.votes).toEqual([
      expect.objectContaining({ voter: 'Ahlen', choice: approve(optionIds[1]!) }),
    ]);
    expect(await isPromisedLot(outcome!.lot!, lotHash!, optionIds)).toBe(true);
    const file = await organiser.ballot.export({ ...ref, format: 'pb' });
    expect(file.text).toContain('num_votes;1');
    expect(file.text).not.toContain('Ahlen');
  });
});

describe('cancelling', () => {
  it('says why to everyone, and gives the topics back', async () => {
    const { ref, optionIds } = await anOpenBallot(world);
    const moderator = await world.as('moderator');
    await moderator.ballot.cancel({ ...ref, reason: 'Ein Thema fehlt.' });
    await moderator.ballot.cancel({ ...ref, reason: 'Ein Thema fehlt.' });
    const member = await world.as('member');
    expect(await member.ballot.get(ref)).toMatchObject({
      state: 'cancelled',
      cancelReason: 'Ein Thema fehlt.',
      outcome: null,
    });
    const [option] = await world.owner.ballotOption.findMany({ where: { id: optionIds[0]! } });
    const topic = await world.owner.topic.findUniqueOrThrow({ where: { id: option!.topicId! } });
    expect(topic.state).toBe('carried_over');
    expect(await kindsOf(ref.ballotId)).toEqual(['ballot_opened', 'ballot_cancelled']);
    const late = member.ballot.cast({ ...ref, choice: abstain, version: 0 });
    await expect(late).rejects.toMatchObject({ appCode: 'ballot_closed' });
  });
});

describe('reminding', () => {
  const remindedTeams = async (ballotId: string) =>
    (await world.owner.voter.findMany({ where: { ballotId, remindedAt: { not: null } } })).map(
      ({ teamId }) => teamId,
    );

  it('goes only to those who have not voted, and not twice within hours', async () => {
    const { ref } = await anOpenBallot(world);
    await (await world.as('member')).ballot.cast({ ...ref, choice: abstain, version: 0 });
    const moderator = await world.as('moderator');
    expect(await moderator.ballot.remind(ref)).toEqual({ reminded: 1 });
    expect(await remindedTeams(ref.ballotId)).toEqual([world.teams.menden]);
    expect((await kindsOf(ref.ballotId)).at(-1)).toBe('ballot_reminder');
    const appCode = 'ballot_reminded_recently';
    await expect(moderator.ballot.remind(ref)).rejects.toMatchObject({ appCode });
  });

  it('happens by itself a day before closing', async () => {
    const { ref, closesAt } = await anOpenBallot(world);
    await runJob('ballot.remind', ref);
    expect(await remindedTeams(ref.ballotId)).toEqual([]);
    world.clock.set(new Date(closesAt.getTime() - DAY_MS));
    await runJob('ballot.remind', ref);
    await runJob('ballot.remind', ref);
    expect(await remindedTeams(ref.ballotId)).toHaveLength(2);
    const reminders = (await kindsOf(ref.ballotId)).filter((kind) => kind === 'ballot_reminder');
    expect(reminders).toHaveLength(1);
  });
});

const statusQuoOptionId = newId();
const allSettings = [
  { method: 'approval', places: null, budgetMinutes: 120 },
  { method: 'dots', points: 5, pointsPerOption: 3, places: 1, budgetMinutes: null },
  { method: 'score', places: 1, budgetMinutes: null },
  { method: 'ranked', places: 1, budgetMinutes: null },
  { method: 'resistance', statusQuoOptionId, places: 1, budgetMinutes: null },
  {
    method: 'equal-shares',
    budgetMinutes: 120,
    utility: 'cost',
    points: null,
    pointsPerOption: null,
    completion: 'add1u',
    incrementMinutesPerVoter: 1,
    isIntegral: false,
    tieBreaking: 'cost-then-approvals',
  },
] as const;
