import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '$lib/platform/id';
import { aPlannedWorkshop, planItems } from '../factories/agenda';
import { aNote } from '../factories/day';
import { workOff } from '../factories/notice';
import { aHeldDay, aToldOutcome } from '../factories/outcome';
import { aTopic } from '../factories/topic';
import { openWorld, type ActorKind, type World } from '../factories/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

type Ref = { cohortId: string; workshopId: string; topicId: string };
const refOf = ({ cohortId, workshopId, topicId }: Ref): Ref => ({ cohortId, workshopId, topicId });
const api = async (who: ActorKind = 'moderator') => (await world.as(who)).outcome;
const seen = async ({ cohortId, workshopId, topicId }: Ref, who: ActorKind = 'moderator') => {
  const { topics } = await (await api(who)).ofWorkshop({ cohortId, workshopId });
  return topics.find(({ id }) => id === topicId)!;
};
const stateOf = async ({ topicId }: Ref) =>
  (await world.owner.topic.findUniqueOrThrow({ where: { id: topicId } })).state;
const passportOf = async (ref: Ref, who: ActorKind = 'member') =>
  (await (await world.as(who)).topic.page(ref)).passport.map(({ kind }) => kind);
const newsOf = async (who: Exclude<ActorKind, 'anonymous'>, { topicId }: Ref) => {
  const { accountId } = world.people[who];
  const notices = await world.owner.notice.findMany({
    where: { accountId, subjectId: topicId, activityId: { not: null } },
  });
  return notices
    .map(({ facts, kind }) => [(facts as { activity: string }).activity, kind] as const)
    .filter(([activity]) => /outcome|return/.test(activity))
    .sort();
};

describe('a draft', () => {
  it('is read by moderators alone, and meets a second writer with a conflict', async () => {
    const ref = refOf(await aHeldDay(world));
    const draft = { ...ref, told: 0, version: 0, answer: null, body: '<p>Ein Anfang.</p>' };
    expect(await (await api()).save(draft)).toEqual({ version: 1 });
    // The same, sent twice, is the same.
    expect(await (await api()).save(draft)).toEqual({ version: 1 });
    expect(await seen(ref)).toMatchObject({ draft: { body: draft.body, version: 1 }, told: [] });
    expect(await seen(ref, 'member')).toMatchObject({ draft: null, told: [] });
    expect(await seen(ref, 'organiser')).toMatchObject({ draft: null });
    const late = (await api()).save({ ...draft, body: '<p>Von vorhin.</p>' });
    await expect(late).rejects.toMatchObject({ appCode: 'conflict' });
  });

  it('can be thrown away, and is none where it says what was told', async () => {
    const ref = await aToldOutcome(world);
    const [told] = (await seen(ref)).told;
    const { body, answer } = told!;
    const change = { ...ref, told: 1, version: 0, answer, body: '<p>Anders.</p>' };
    await (await api()).save(change);
    expect(await (await api()).save({ ...change, version: 1, body })).toEqual({ version: 0 });
    await (await api()).save(change);
    await (await api()).discard(ref);
    expect((await seen(ref)).draft).toBeNull();
  });

  it('is cleaned, and needs words before it is told', async () => {
    const ref = refOf(await aHeldDay(world));
    const text = { ...ref, told: 0, version: 0, answer: 'open' as const };
    await expect((await api()).tell({ ...text, body: '<p> </p>' })).rejects.toThrow();
    await (await api()).save({ ...text, body: '<p onclick="x()">Noch offen.</p>' });
    expect((await seen(ref)).draft?.body).toBe('<p>Noch offen.</p>');
  });
});

describe('telling', () => {
  it('reaches the team, its supporters and nobody else; sent twice, once', async () => {
    const day = await aHeldDay(world);
    const ref = refOf(day);
    await world.owner.support.create({
      data: {
        cohortId: ref.cohortId,
        topicId: ref.topicId,
        teamId: world.teams.menden,
        at: new Date(),
      },
    });
    await aToldOutcome(world, 'partly', day);
    await aToldOutcome(world, 'partly', day);
    await workOff(world);
    expect(await newsOf('member', ref)).toEqual([['topic_outcome_told', 'team']]);
    expect(await newsOf('partnerMember', ref)).toEqual([['topic_outcome_told', 'team']]);
    expect(await newsOf('otherTeam', ref)).toEqual([['topic_outcome_told', 'topic']]);
    expect(await newsOf('organiser', ref)).toEqual([]);
    expect(await stateOf(ref)).toBe('outcome');
    expect((await seen(ref, 'member')).told).toMatchObject([{ answer: 'partly', version: 1 }]);
  });

  it('is corrected openly: the earlier version stays, and the team is told so', async () => {
    const ref = await aToldOutcome(world, 'open');
    const correction = { ...ref, told: 1, version: 0, answer: 'answered' as const };
    await (await api()).tell({ ...correction, body: '<p>Doch beantwortet.</p>' });
    await workOff(world);
    expect((await seen(ref, 'otherTeam')).told.map(({ answer }) => answer)).toEqual([
      'answered',
      'open',
    ]);
    expect((await newsOf('member', ref)).map(([kind]) => kind)).toEqual([
      'topic_outcome_corrected',
      'topic_outcome_told',
    ]);
    const late = (await api()).tell({ ...correction, body: '<p>Zu spät.</p>' });
    await expect(late).rejects.toMatchObject({ appCode: 'conflict' });
  });

  it('is found by its newest words', async () => {
    const ref = await aToldOutcome(world, 'open');
    const correction = { ...ref, told: 1, version: 0, answer: 'answered' as const };
    await (await api()).tell({ ...correction, body: '<p>Ein <b>Wimpelkettenverleih</b>.</p>' });
    const found = async (q: string, who: ActorKind = 'member') =>
      (await (await world.as(who)).search.find({ cohortId: ref.cohortId, q })).hits.filter(
        ({ id }) => id === ref.topicId,
      );
    expect(await found('Wimpelkettenverleih')).toMatchObject([
      {
        ...{ kind: 'outcome', excerpt: 'Ein Wimpelkettenverleih.' },
        href: `/cohorts/${ref.cohortId}/topics/${ref.topicId}#outcome`,
      },
    ]);
    expect(await found('Ansprechperson')).toEqual([]);
  });

  it('shows the notes of its blocks and the word of its team beside the form', async () => {
    const day = await aHeldDay(world);
    await (await world.as('member')).day.writeNote(aNote(day, 'Ein Merkblatt reicht.'));
    const reaction = { answer: 'partly' as const, sentence: 'Das Geld fehlt.', version: 0 };
    await (await world.as('member')).day.react({ ...refOf(day), ...reaction });
    expect(await seen(day)).toMatchObject({
      notes: [{ body: 'Ein Merkblatt reicht.', authorName: 'Anna' }],
      reactions: [{ answer: 'partly', sentence: 'Das Geld fehlt.', teamName: 'Ahlen' }],
    });
    const [said] = (await seen(day)).reactions;
    expect(new Date(said!.at)).toEqual(world.clock.now());
  });
});

it('names what follows from it, on the topic and in its passport', async () => {
  const ref = await aToldOutcome(world);
  const { cohortId, workshopId, topicId } = ref;
  const agreement = {
    ...{ cohortId, workshopId, topicId, agreementId: newId() },
    ...{ what: 'Wir schreiben ein Merkblatt.', teamIds: [world.teams.ahlen] },
  };
  await (await world.as('moderator')).agreement.save(agreement);
  expect((await seen(ref)).agreements).toMatchObject([{ what: agreement.what }]);
  const { course } = await (await world.as('member')).topic.page({ cohortId, topicId });
  expect(course.agreements).toMatchObject([{ what: agreement.what, workshopId }]);
  const foreign = { ...agreement, agreementId: newId(), topicId: newId() };
  await expect((await world.as('moderator')).agreement.save(foreign)).rejects.toMatchObject({
    appCode: 'not_found',
  });
});

it('waits on the start page of moderators as long as it is missing', async () => {
  const ref = refOf(await aHeldDay(world));
  const waiting = async (who: ActorKind) => {
    const page = await (await world.as(who)).start.page({ cohortId: ref.cohortId });
    return page.waiting.filter(({ kind, id }) => kind === 'outcomes' && id === ref.workshopId);
  };
  expect(await waiting('moderator')).toMatchObject([{ count: 1 }]);
  expect(await waiting('member')).toEqual([]);
  const text = { answer: 'open' as const, body: '<p>Noch offen.</p>' };
  await (await api()).tell({ ...ref, told: 0, version: 0, ...text });
  expect(await waiting('moderator')).toEqual([]);
});

it('is no work where the programme had no slot: the topic stays chosen, its reason in the passport', async () => {
  const { ref, topicId, workshop, welcome } = await aPlannedWorkshop(world);
  const why = { reasons: { [topicId]: 'Die Fachfrau ist krank.' } };
  const revision = await planItems(world, workshop, [welcome], why);
  const moderator = await world.as('moderator');
  await moderator.agenda.publish.publish({ ...ref, revision, version: 1 });
  const left = { cohortId: ref.cohortId, topicId };
  expect(await passportOf({ ...ref, ...left })).toContain('topic_left_out');
  await world.owner.workshopDay.updateMany({
    where: { workshopId: ref.workshopId },
    data: { date: world.clock.now() },
  });
  await moderator.day.hold(ref);
  expect(await stateOf({ ...ref, ...left })).toBe('chosen');
});

describe('back to the pool', () => {
  it('goes with its whole way, and comes back with one press', async () => {
    const ref = await aToldOutcome(world, 'partly');
    await (await api()).returnToPool(ref);
    await (await api()).returnToPool(ref);
    expect(await stateOf(ref)).toBe('carried_over');
    expect(await seen(ref)).toMatchObject({ mayReturn: false, mayTakeFromPool: true });
    expect((await passportOf(ref)).filter((kind) => kind === 'topic_returned')).toHaveLength(1);
    await (await api()).takeFromPool(ref);
    expect(await stateOf(ref)).toBe('outcome');
    expect(await passportOf(ref)).toEqual(
      expect.arrayContaining(['topic_outcome_told', 'topic_returned', 'topic_return_taken_back']),
    );
  });

  it('takes what was chosen and had no slot, and gives that back as chosen', async () => {
    const day = await aHeldDay(world);
    const topicId = await aTopic(world, { state: 'chosen', team: 'menden' });
    const { cohortId, workshopId } = day;
    const ref = { cohortId, workshopId, topicId };
    const left = async (who: ActorKind) => {
      const view = await (await api(who)).ofWorkshop({ cohortId, workshopId });
      return view.left.map(({ id }) => id);
    };
    expect(await left('moderator')).toContain(topicId);
    expect(await left('member')).toEqual([]);
    await (await api()).returnToPool(ref);
    expect(await stateOf(ref)).toBe('carried_over');
    expect(await left('moderator')).toContain(topicId);
    await (await api()).takeFromPool(ref);
    expect(await stateOf(ref)).toBe('chosen');
  });

  it('ends with the next ballot, and what was held does not count as the slot of what is chosen then', async () => {
    const ref = await aToldOutcome(world, 'open');
    await (await api()).returnToPool(ref);
    await world.owner.topic.update({ where: { id: ref.topicId }, data: { state: 'chosen' } });
    const next = await aHeldDay(world);
    await (await world.as('moderator')).day.takeUpAgain(next);
    const { departures } = await (await world.as('moderator')).agenda.publish.preview(next);
    expect(departures.map(({ topicId }) => topicId)).toContain(ref.topicId);
  });

  it('leaves the pool once a correction says that it is answered', async () => {
    const ref = await aToldOutcome(world, 'partly');
    await (await api()).returnToPool(ref);
    const text = { answer: 'answered' as const, body: '<p>Seither geklärt.</p>' };
    await (await api()).tell({ ...ref, told: 1, version: 0, ...text });
    expect(await stateOf(ref)).toBe('outcome');
    expect(await seen(ref)).toMatchObject({ mayReturn: false, mayTakeFromPool: false });
  });
});
