import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '$lib/platform/id';
import { giveKeys } from '../factories/keys';
import { happens, workOff } from '../factories/notice';
import { aPractice, aStep, practiceWords } from '../factories/practice';
import { aDraft, aMerge, anEnteredTopic, aTopic } from '../factories/topic';
import { aWorkshop } from '../factories/workshop';
import { anOpenBallot, DAY_MS } from '../factories/voting';
import { aCohortOfTheOrganiser } from './cohort.access';
import { openWorld, type ActorKind, type World } from '../factories/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const startFor = async (who: ActorKind, before: string | null = null) =>
  (await world.as(who)).start.page({ cohortId: world.cohortA, before });

/** What waits for this person about one thing. */
const waitingFor = async (who: ActorKind, id: string | null) =>
  (await startFor(who)).waiting.filter((thing) => thing.id === id).map(({ kind }) => kind);

describe('what waits', () => {
  it('for a voter: the vote, until it is cast; for nobody else', async () => {
    const { ref } = await anOpenBallot(world);
    expect(await waitingFor('member', ref.ballotId)).toEqual(['team_vote']);
    expect(await waitingFor('moderator', ref.ballotId)).toEqual([]);
    await world.owner.voter.updateMany({ where: ref, data: { hasVoted: true } });
    expect(await waitingFor('member', ref.ballotId)).toEqual([]);
  });

  it('for the moderators: a ballot that has ended, until it is decided', async () => {
    const { ref, closesAt } = await anOpenBallot(world);
    const opened = world.clock.now();
    world.clock.set(new Date(closesAt.getTime() + 1));
    expect(await waitingFor('moderator', ref.ballotId)).toEqual(['decide']);
    expect(await waitingFor('member', ref.ballotId)).toEqual([]);
    world.clock.set(opened);
    await world.owner.ballot.update({ where: { id: ref.ballotId }, data: { state: 'decided' } });
    expect(await waitingFor('moderator', ref.ballotId)).toEqual([]);
  });

  it('for the other one of a team: a step of an example, until it is answered', async () => {
    const practiceId = await aPractice(world);
    const stepId = await aStep(world, practiceId);
    expect(await waitingFor('partnerMember', practiceId)).toEqual(['practice_cohort']);
    for (const who of ['member', 'otherTeam', 'moderator'] as const)
      expect(await waitingFor(who, practiceId)).toEqual([]);
    const { ladder } = (await world.as('partnerMember')).practice;
    await ladder.agree({ cohortId: world.cohortA, practiceId, stepId });
    expect(await waitingFor('partnerMember', practiceId)).toEqual([]);
    // What is shown from now on, the start page of everyone tells.
    const { happened } = await startFor('otherTeam');
    const told = happened.filter(({ subjectId }) => subjectId === practiceId);
    expect(told).toMatchObject([{ kind: 'practice_shown', subjectTitle: practiceWords.gist }]);
  });

  it('for a team that was asked how it goes with an example: until it says something', async () => {
    const practiceId = await aPractice(world, { team: 'menden', rung: 'cohort' });
    const ref = { cohortId: world.cohortA, practiceId };
    const { practice } = await world.as('member');
    const at = new Date(world.clock.now().getTime() - 120 * DAY_MS);
    const longAgo = { startedAt: at, changedAt: at };
    await practice.saveAdoption({ ...ref, state: 'planned' });
    expect(await waitingFor('member', practiceId)).toEqual([]);
    await world.owner.practiceAdoption.updateMany({
      where: { practiceId },
      data: { remindedMonths: 3, ...longAgo },
    });
    expect(await waitingFor('partnerMember', practiceId)).toEqual(['adoption']);
    expect(await waitingFor('otherTeam', practiceId)).toEqual([]);
    expect(await practice.adopted({ cohortId: world.cohortA })).toContainEqual(
      expect.objectContaining({ id: practiceId, isDue: true }),
    );
    await practice.saveAdoption({ ...ref, state: 'planned', version: 1 });
    expect(await waitingFor('member', practiceId)).toEqual([]);
    await world.owner.practiceAdoption.updateMany({
      where: { practiceId },
      data: { state: 'established', ...longAgo },
    });
    expect(await waitingFor('member', practiceId)).toEqual([]);
  });

  it('for the organiser: the next step until the group is closed; for nobody else', async () => {
    const { cohortId } = await aCohortOfTheOrganiser(world);
    await world.owner.cohort.update({ where: { id: cohortId }, data: { state: 'forming' } });
    const organiser = await world.as('organiser');
    const kinds = async () =>
      (await organiser.start.page({ cohortId, before: null })).waiting.map(({ kind }) => kind);
    expect(await kinds()).toEqual(['set_up_teams']);
    const place = { inhabitants: null, tileColumn: null, tileRow: null };
    await organiser.team.create({ cohortId, id: newId(), name: 'Soest', ...place });
    await world.owner.cohort.update({ where: { id: cohortId }, data: { siteSeats: 1 } });
    expect(await kinds()).toEqual(['set_up_invite']);
    await world.owner.cohort.update({ where: { id: cohortId }, data: { state: 'closed' } });
    expect(await kinds()).toEqual([]);
    await world.owner.cohort.update({ where: { id: world.cohortA }, data: { state: 'forming' } });
    const { waiting } = await startFor('member');
    expect(waiting.filter(({ kind }) => kind.startsWith('set_up'))).toEqual([]);
  });

  it('a recovery page, for whoever has keys and none yet, unless it was put off', async () => {
    const isAsked = async (who: Parameters<typeof startFor>[0]) =>
      (await startFor(who)).waiting.some(({ kind }) => kind === 'recovery');
    expect(await isAsked('expert')).toBe(false);
    const { keysId } = await giveKeys(world, world.people.expert);
    expect(await isAsked('expert')).toBe(true);
    const api = await world.as('expert');
    await api.key.putOffRecovery();
    expect(await isAsked('expert')).toBe(false);
    await world.owner.accountKeys.update({
      where: { id: keysId },
      data: { recoveryPutOffUntil: world.clock.now() },
    });
    expect(await isAsked('expert')).toBe(true);
    const { accountId } = world.people.expert;
    const confirmedAt = world.clock.now();
    const slot = { keysId, accountId, kind: 'recovery' as const, blob: new Uint8Array([1]) };
    await world.owner.keySlot.create({ data: { ...slot, createdAt: confirmedAt, confirmedAt } });
    expect(await isAsked('expert')).toBe(false);
    await giveKeys(world, world.people.partner);
    expect(await isAsked('partner')).toBe(false);
  });

  it('for a team: its entered topic, its draft, its answer to a merge', async () => {
    const entered = await anEnteredTopic(world);
    const draft = await aDraft(world);
    const fromId = await aTopic(world);
    const merge = await aMerge(world, { fromId });
    expect(await waitingFor('member', entered)).toEqual(['confirm']);
    expect(await waitingFor('otherTeam', entered)).toEqual([]);
    expect(await waitingFor('partnerMember', draft)).toEqual(['draft_topic']);
    expect(await waitingFor('otherTeam', draft)).toEqual([]);
    expect(await waitingFor('member', fromId)).toEqual(['consent']);
    const answer = { cohortId: world.cohortA, id: merge.id, agrees: true };
    await (await world.as('member')).merge.consent(answer);
    expect(await waitingFor('member', fromId)).toEqual([]);
    expect(await waitingFor('otherTeam', fromId)).toEqual(['consent']);
  });

  it('for the organiser: open invitations', async () => {
    const kinds = async (who: ActorKind) => (await startFor(who)).waiting.map(({ kind }) => kind);
    expect(await kinds('organiser')).not.toContain('invitations');
    await world.owner.invitation.create({
      data: {
        cohortId: world.cohortA,
        id: newId(),
        email: 'neu@example.org',
        role: 'member',
        teamId: world.teams.menden,
        tokenHash: newId(),
        codeHash: newId(),
        createdAt: world.clock.now(),
        expiresAt: new Date(world.clock.now().getTime() + DAY_MS),
      },
    });
    expect(await kinds('organiser')).toContain('invitations');
    expect(await kinds('moderator')).not.toContain('invitations');
  });
});

describe('what is next', () => {
  it('holds dates and closing ballots in their order, without what is over', async () => {
    const dayOf = (days: number) =>
      new Date(world.clock.now().getTime() + days * DAY_MS).toISOString().slice(0, 10);
    await aWorkshop(world, { title: 'Fachtagung', kind: 'symposium', date: dayOf(4) });
    await aWorkshop(world, { title: 'Auftakt', date: dayOf(-4) });
    await aWorkshop(world, { title: 'Workshop', date: dayOf(1) });
    await aWorkshop(world, { title: 'Ausgefallen', date: dayOf(2), state: 'cancelled' });
    const { ref } = await anOpenBallot(world, { title: 'Vor der Fachtagung' });
    const ofMember = (await startFor('member')).coming;
    const dates = ofMember.filter(({ kind }) => kind === 'event').map(({ title }) => title);
    expect(dates).toEqual(['Workshop', 'Fachtagung']);
    expect(ofMember.map(({ id }) => id)).toContain(ref.ballotId);
    expect(ofMember.map(({ startsAt }) => startsAt)).toEqual(
      ofMember.map(({ startsAt }) => startsAt).toSorted(),
    );
    const ofPartner = (await startFor('partner')).coming;
    expect(ofPartner.map(({ title }) => title)).toEqual(['Workshop', 'Fachtagung']);
  });
});

describe('what has happened', () => {
  it('is told page by page, and new is what one was told and has not read', async () => {
    const earlierId = await aTopic(world);
    for (let count = 0; count < 16; count++)
      await happens(world, 'member', 'topic_changed', earlierId);
    world.clock.advance(1000);
    const topicId = await aTopic(world);
    await workOff(world);
    const first = await startFor('otherTeam');
    expect(first.happened[0]).toMatchObject({
      kind: 'topic_proposed',
      subjectId: topicId,
      actorName: 'Anna',
      isNew: true,
    });
    expect(first.older).toBe(first.happened.at(-1)!.id);
    const second = await startFor('otherTeam', first.older);
    const ids = [...first.happened, ...second.happened].map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].toSorted().toReversed());
    const api = await world.as('otherTeam');
    // An id of the present millisecond may come before the notice's own.
    const [newest] = (await api.notice.list({ cohortId: world.cohortA })).notices;
    await api.notice.markAllRead({ cohortId: world.cohortA, until: newest!.id });
    expect((await startFor('otherTeam')).happened[0]).toMatchObject({ isNew: false });
  });

  it('keeps an entered topic from other teams until it is confirmed', async () => {
    const topicId = await anEnteredTopic(world);
    const tells = async (who: ActorKind) =>
      (await startFor(who)).happened.some(({ subjectId }) => subjectId === topicId);
    expect(await tells('member')).toBe(true);
    expect(await tells('otherTeam')).toBe(false);
  });

  it('gives an expert what she was invited to, and nothing else', async () => {
    const topicId = await aTopic(world);
    const before = await startFor('expert');
    expect([before.happened, before.guestTopics]).toEqual([[], []]);
    await world.owner.topicGuest.create({
      data: {
        cohortId: world.cohortA,
        topicId,
        membershipId: world.people.expert.membershipId,
        at: world.clock.now(),
      },
    });
    const after = await startFor('expert');
    expect(after.guestTopics.map(({ id }) => id)).toEqual([topicId]);
    expect(after.happened.map(({ subjectId }) => subjectId)).toEqual([topicId]);
  });
});

describe('the first steps', () => {
  const stepsFor = async (who: ActorKind) => (await startFor(who)).firstSteps;

  it('are for a new member, and done when the facts say so', async () => {
    const { membershipId } = world.people.otherTeam;
    const joinedAt = world.clock.now();
    const where = { id: membershipId };
    await world.owner.membership.update({ where, data: { joinedAt, occupation: '' } });
    const teamId = world.teams.menden;
    await world.owner.topic.updateMany({ where: { teamId }, data: { state: 'withdrawn' } });
    await world.owner.comment.deleteMany({});
    await world.owner.support.deleteMany({});
    expect(await stepsFor('otherTeam')).toMatchObject({
      mates: [],
      hasEntry: false,
      hasJoinedIn: false,
      hasTopic: false,
    });
    expect(await stepsFor('moderator')).toBeNull();

    const api = await world.as('otherTeam');
    const ref = { cohortId: world.cohortA, topicId: await aTopic(world) };
    await api.topic.setSupport({ ...ref, isSupported: true });
    expect(await stepsFor('otherTeam')).toMatchObject({ hasJoinedIn: true, hasTopic: false });
    await aTopic(world, { team: 'menden' });
    await world.owner.membership.update({ where, data: { occupation: 'Stadtmarketing' } });
    expect(await stepsFor('otherTeam')).toBeNull();
  });

  it('are gone after a month', async () => {
    const where = { id: world.people.otherTeam.membershipId };
    const joinedAt = new Date(world.clock.now().getTime() - 31 * DAY_MS);
    await world.owner.membership.update({ where, data: { joinedAt, occupation: '' } });
    expect(await stepsFor('otherTeam')).toBeNull();
  });
});

it('gives a partner towns and numbers, and no content', async () => {
  await world.owner.cohort.update({
    where: { id: world.cohortA },
    data: { welcome: '<p>Nur für uns</p>' },
  });
  await aTopic(world);
  const { welcome, sites, numbers, guestTopics, waiting, happened } = await startFor('partner');
  expect(sites.map(({ name }) => name)).toEqual(['Ahlen', 'Menden']);
  expect(numbers).toMatchObject({ people: 3 });
  expect(numbers!.topics).toBeGreaterThan(0);
  expect({ welcome, guestTopics, waiting, happened }).toEqual({
    welcome: '',
    guestTopics: [],
    waiting: [],
    happened: [],
  });
  expect((await startFor('member')).numbers).toBeNull();
});
