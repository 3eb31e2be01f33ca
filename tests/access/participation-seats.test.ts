import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anAnswer, dayFromNow, participationActs } from '../factories/participation';
import { openWorld, type World } from '../factories/world';

let world: World;
let acts: ReturnType<typeof participationActs>;
beforeAll(async () => {
  world = await openWorld();
  acts = participationActs(world);
});
afterAll(() => world?.close());
beforeEach(async () => {
  world.clock.set(new Date('2026-03-02T09:00:00Z'));
  await world.owner.workshop.deleteMany({});
  await world.owner.notice.deleteMany({});
  await world.owner.mail.deleteMany({});
});

describe('seats', () => {
  it('are taken in turn; who comes later waits, is told the place, and moves up', async () => {
    const ref = await acts.fixed({ seats: 1 });
    await acts.say('member', ref, 'in_person');
    expect(await acts.ownOf('otherTeam', ref)).toMatchObject({
      isFull: true,
      seats: { total: 1, taken: 1, waiting: 0 },
    });
    await acts.say('otherTeam', ref, 'in_person');
    world.clock.advance(1_000);
    await acts.say('partnerMember', ref, 'in_person');
    expect((await acts.ownOf('otherTeam', ref)).own).toMatchObject({ place: 1 });
    expect((await acts.ownOf('partnerMember', ref)).own).toMatchObject({ place: 2 });
    // Saying it again loses no place.
    world.clock.advance(1_000);
    await acts.say('otherTeam', ref, 'in_person');
    expect((await acts.ownOf('otherTeam', ref)).own).toMatchObject({ place: 1 });
    await acts.say('member', ref, 'no');
    expect((await acts.ownOf('otherTeam', ref)).own).toMatchObject({ place: null });
    expect((await acts.ownOf('partnerMember', ref)).own).toMatchObject({ place: 1 });
    await acts.workOff();
    expect(await acts.toldTo('otherTeam')).toEqual(['participation_moved_up']);
    expect(await acts.toldTo('partnerMember')).toEqual([]);
    const [notice] = await world.owner.notice.findMany({
      where: { accountId: world.people.otherTeam.accountId },
    });
    // Not with the daily mail of tomorrow.
    expect(notice?.mailDueAt).toEqual(world.clock.now());
  });

  it('are given to those who wait when staff raise their number', async () => {
    const ref = await acts.fixed({ seats: 1 });
    for (const who of ['member', 'otherTeam', 'partnerMember'] as const) {
      await acts.say(who, ref, 'in_person');
      world.clock.advance(1_000);
    }
    const { workshop } = await world.as('organiser');
    const { stored } = await workshop.form(ref);
    const { kind, number, title, about, place, onlineUrl, days, guestIds, version } = stored!;
    const same = { kind, number, title, about, place, onlineUrl, days, guestIds, version };
    await workshop.save({ ...ref, ...same, seats: 2 });
    expect((await acts.ownOf('otherTeam', ref)).own).toMatchObject({ place: null });
    expect((await acts.ownOf('partnerMember', ref)).own).toMatchObject({ place: 1 });
    await workshop.save({ ...ref, ...same, version: version + 1, seats: null });
    expect((await acts.ownOf('partnerMember', ref)).own).toMatchObject({ place: null });
  });

  it('are not given twice to two who press at the same moment', async () => {
    const ref = await acts.fixed({ seats: 1 });
    await Promise.all([
      acts.say('member', ref, 'in_person'),
      acts.say('otherTeam', ref, 'in_person'),
      acts.say('partnerMember', ref, 'in_person'),
    ]);
    const waiting = await world.owner.participation.count({
      where: { workshopId: ref.workshopId, waitingSince: { not: null } },
    });
    expect(waiting).toBe(2);
  });

  it('of people who have left go to those who wait', async () => {
    const ref = await acts.fixed({ seats: 1 });
    const leaver = await world.addPerson('Lea', { cohortId: world.cohortA, role: 'moderator' });
    await anAnswer(world, ref, leaver);
    await acts.say('member', ref, 'in_person');
    expect((await acts.ownOf('member', ref)).own).toMatchObject({ place: 1 });
    await world.owner.membership.update({
      where: { id: leaver.membershipId },
      data: { endedAt: world.clock.now() },
    });
    await acts.look();
    expect((await acts.ownOf('member', ref)).own).toMatchObject({ place: null });
    expect(await acts.toldTo('member')).toEqual(['participation_moved_up']);
  });

  it('is handed over to a guest, and lost by whoever sends one when all are taken', async () => {
    const ref = await acts.fixed({ seats: 1 });
    await acts.say('member', ref, 'in_person');
    await acts.say('otherTeam', ref, 'in_person');
    const member = await acts.api('member');
    await expect(member.replace({ ...ref, guestName: 'Gustav' })).rejects.toMatchObject({
      appCode: 'participation_comes_oneself',
    });
    world.clock.advance(1_000);
    await acts.say('partnerMember', ref, 'no');
    await (await acts.api('partnerMember')).replace({ ...ref, guestName: 'Gustav' });
    expect((await acts.ownOf('partnerMember', ref)).own).toMatchObject({
      answer: 'no',
      guestName: 'Gustav',
      place: 2,
    });
    await acts.workOff();
    expect(await acts.toldTo('organiser')).toEqual(['participation_guest']);
    expect(await acts.toldTo('moderator')).toEqual([]);
  });
});

describe('reminders', () => {
  it('go to those who have not answered, from seven days before on, once', async () => {
    // Monday, 9 March: a week before.
    const ref = await acts.fixed({ inDays: 14 });
    await acts.say('member', ref, 'no');
    world.clock.set(new Date('2026-03-08T22:30:00Z'));
    await acts.look();
    expect(await acts.toldTo('otherTeam')).toEqual([]);
    world.clock.set(new Date('2026-03-09T07:00:00Z'));
    await acts.look();
    await world.owner.notice.updateMany({ data: { readAt: world.clock.now() } });
    await acts.look();
    expect(await acts.toldTo('otherTeam')).toEqual(['participation_answer_missing']);
    expect(await acts.toldTo('member')).toEqual([]);
    expect(await acts.toldTo('expert')).toEqual([]);
  });

  it('go by mail to those who come, two days before, with place, time and link', async () => {
    const ref = await acts.fixed({ inDays: 14 });
    await acts.say('member', ref, 'in_person');
    await acts.say('otherTeam', ref, 'no');
    await acts.say('moderator', ref, 'online');
    await world.owner.noticeSetting.create({
      data: { accountId: world.people.moderator.accountId, kind: 'date', pace: 'off' },
    });
    world.clock.set(new Date('2026-03-14T07:00:00Z'));
    await acts.look();
    await acts.look();
    const mails = await world.owner.mail.findMany({
      where: { kind: 'participation' },
      include: { content: true },
    });
    expect(mails.map(({ recipient }) => recipient)).toEqual([world.people.member.email]);
    const text = mails[0]!.content!.text;
    for (const part of ['Haus am Dom, Olpe', 'Montag, 16. März 2026', '09:00', ref.workshopId])
      expect(text).toContain(part);
  });

  it('wait on the start page for an answer, and for one to the new date', async () => {
    const ref = await acts.fixed({ inDays: 14 });
    const waits = async () =>
      (
        await (await world.as('member')).start.page({ cohortId: ref.cohortId, before: null })
      ).waiting
        .filter(({ kind }) => kind === 'answer_workshop')
        .map(({ id }) => id);
    expect(await waits()).toEqual([ref.workshopId]);
    await acts.say('member', ref, 'no');
    expect(await waits()).toEqual([]);
    await world.owner.workshopDay.updateMany({
      where: { workshopId: ref.workshopId },
      data: { date: new Date(dayFromNow(world, 20)) },
    });
    expect(await waits()).toEqual([ref.workshopId]);
  });
});
