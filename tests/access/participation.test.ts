import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dayFromNow, participationActs } from '../factories/participation';
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

describe('an answer', () => {
  it('is given and changed until the workshop begins', async () => {
    const ref = await acts.fixed();
    expect((await acts.ownOf('member', ref)).own).toBeNull();
    await acts.say('member', ref, 'in_person');
    await acts.say('member', ref, 'online');
    expect(await acts.ownOf('member', ref)).toMatchObject({
      mayAnswer: true,
      own: { answer: 'online', place: null, enteredBy: null, isForOtherDate: false },
      numbers: { inPerson: 0, online: 1, unanswered: 4 },
    });
    // Nine o'clock in Berlin, three weeks later.
    world.clock.set(new Date('2026-03-23T07:59:00Z'));
    await acts.say('member', ref, 'in_person');
    world.clock.set(new Date('2026-03-23T08:00:00Z'));
    await expect(acts.say('member', ref, 'no')).rejects.toMatchObject({
      appCode: 'participation_closed',
    });
  });

  it('is not taken where it cannot be meant', async () => {
    const ref = await acts.fixed();
    await world.owner.workshop.update({
      where: { id: ref.workshopId },
      data: { onlineUrl: '' },
    });
    await expect(acts.say('member', ref, 'online')).rejects.toMatchObject({
      appCode: 'participation_not_online',
    });
    await world.owner.workshop.update({
      where: { id: ref.workshopId },
      data: { kind: 'online_meeting', number: null },
    });
    await expect(acts.say('member', ref, 'in_person')).rejects.toMatchObject({
      appCode: 'participation_only_online',
    });
    await acts.say('member', ref, 'online');
  });

  it('was said of the date that it was: another one asks again, and the seat is kept', async () => {
    const ref = await acts.fixed({ seats: 1 });
    await acts.say('member', ref, 'in_person');
    await world.owner.workshopDay.updateMany({
      where: { workshopId: ref.workshopId },
      data: { date: new Date(dayFromNow(world, 30)) },
    });
    expect((await acts.ownOf('member', ref)).own).toMatchObject({
      answer: 'in_person',
      place: null,
      isForOtherDate: true,
    });
    await acts.say('member', ref, 'in_person');
    expect((await acts.ownOf('member', ref)).own).toMatchObject({
      isForOtherDate: false,
      place: null,
    });
  });

  it('can be entered by staff, which the person reads', async () => {
    const ref = await acts.fixed();
    const { membershipId } = world.people.member;
    await (await acts.api('moderator')).answerFor({ ...ref, membershipId, answer: 'in_person' });
    await acts.workOff();
    expect((await acts.ownOf('member', ref)).own).toMatchObject({ enteredBy: 'Mona' });
    expect((await acts.personOf('member', ref, 'otherTeam')).enteredBy).toBe('Mona');
    expect(await acts.toldTo('member')).toEqual(['participation_entered']);
    const { membershipId: foreign } = world.people.outsider;
    await expect(
      (await acts.api('moderator')).answerFor({ ...ref, membershipId: foreign, answer: 'no' }),
    ).rejects.toMatchObject({ appCode: 'not_found' });
  });

  it('stays when a cancelled workshop is taken up again on its day, and goes with the day', async () => {
    const ref = await acts.fixed();
    await acts.say('member', ref, 'in_person');
    const { workshop } = await world.as('moderator');
    await workshop.cancel({ ...ref, reason: 'Krank.' });
    await workshop.resume(ref);
    expect((await acts.ownOf('member', ref)).own).toMatchObject({
      answer: 'in_person',
      isForOtherDate: false,
    });
    await workshop.cancel({ ...ref, reason: 'Wieder krank.' });
    world.clock.set(new Date('2026-03-24T09:00:00Z'));
    await workshop.resume(ref);
    expect(await world.owner.participation.count({ where: ref })).toBe(0);
  });
});

describe('who comes instead', () => {
  it('is asked, and answers by herself', async () => {
    const ref = await acts.fixed();
    await acts.say('member', ref, 'no');
    const { membershipId: replacedById } = world.people.partnerMember;
    await (await acts.api('member')).replace({ ...ref, replacedById });
    await acts.workOff();
    expect(await acts.toldTo('partnerMember')).toEqual(['participation_named']);
    expect(await acts.ownOf('partnerMember', ref)).toMatchObject({
      standsInFor: ['Anna'],
      own: null,
    });
    expect((await acts.personOf('member', ref, 'otherTeam')).replacedByName).toBe('Ben');
    // Coming oneself after all takes it back.
    await acts.say('member', ref, 'online');
    expect((await acts.ownOf('partnerMember', ref)).standsInFor).toEqual([]);
  });

  it('is one person, of this cohort, and somebody else', async () => {
    const ref = await acts.fixed();
    await acts.say('member', ref, 'no');
    const member = await acts.api('member');
    for (const who of ['outsider', 'member', 'former'] as const)
      await expect(
        member.replace({ ...ref, replacedById: world.people[who].membershipId }),
      ).rejects.toMatchObject({ appCode: 'not_found' });
    const { membershipId: replacedById } = world.people.partnerMember;
    await expect(member.replace({ ...ref, replacedById, guestName: 'Gustav' })).rejects.toThrow();
  });
});

describe('the board', () => {
  it('counts the people whom a team sends', async () => {
    const ref = await acts.fixed();
    const sent = async () => {
      const { teams } = await (await world.as('moderator')).agenda.open(ref);
      return teams.find(({ id }) => id === world.teams.ahlen)!.people;
    };
    const before = await sent();
    await acts.say('member', ref, 'no');
    expect(await sent()).toBe(before - 1);
    await (await acts.api('member')).replace({ ...ref, guestName: 'Gustav' });
    expect(await sent()).toBe(before);
  });
});

describe('attendance', () => {
  it('is entered from the day on, taken back, and known to the person alone', async () => {
    const ref = await acts.fixed({ inDays: 1 });
    await acts.say('member', ref, 'in_person');
    const { membershipId } = world.people.member;
    const entry = (attended: 'in_person' | null) => ({
      ...ref,
      entries: [{ membershipId, attended }],
    });
    const staff = await acts.api('moderator');
    await expect(staff.record(entry('in_person'))).rejects.toMatchObject({
      appCode: 'participation_not_begun',
    });
    world.clock.advance(86_400_000);
    await staff.record(entry('in_person'));
    expect((await acts.personOf('member', ref)).attended).toBe('in_person');
    expect((await acts.personOf('member', ref, 'otherTeam')).attended).toBeNull();
    expect((await acts.ownOf('member', ref)).attended).toBe('in_person');
    await staff.record(entry(null));
    expect((await acts.ownOf('member', ref)).attended).toBeNull();
  });
});

describe('everyone who said yes', () => {
  it('is entered as present with one press, and with another taken back', async () => {
    const ref = await acts.fixed({ inDays: 0 });
    world.clock.set(new Date('2026-03-02T06:00:00Z'));
    await acts.say('member', ref, 'in_person');
    await acts.say('otherTeam', ref, 'online');
    await acts.say('partnerMember', ref, 'no');
    await (await acts.api('partnerMember')).replace({ ...ref, guestName: 'Gustav Gast' });
    await acts.say('organiser', ref, 'no');
    const staff = await acts.api('moderator');
    const { membershipId } = world.people.member;
    await staff.record({ ...ref, entries: [{ membershipId, attended: 'absent' }] });
    const { entered } = await staff.recordComing(ref);
    const attendedBy = async (who: 'member' | 'otherTeam' | 'partnerMember' | 'organiser') =>
      (await acts.personOf(who, ref)).attended;
    expect(await attendedBy('member')).toBe('absent');
    expect(await attendedBy('otherTeam')).toBe('online');
    expect(await attendedBy('partnerMember')).toBe('in_person');
    expect(await attendedBy('organiser')).toBeNull();
    expect((await staff.recordComing(ref)).entered).toEqual([]);
    // The guest was there, not Ben.
    expect((await acts.ownOf('partnerMember', ref)).attended).toBeNull();
    await staff.record({
      ...ref,
      entries: entered.map((id) => ({ membershipId: id, attended: null })),
    });
    expect(await attendedBy('otherTeam')).toBeNull();
    const { content } = await staff.download({ ...ref, format: 'csv' });
    expect(Buffer.from(content, 'base64').toString()).toContain('Gustav Gast');
  });

  it('has a certificate when it is over: one’s own, a guest’s among everybody’s', async () => {
    const ref = await acts.fixed({ inDays: 0 });
    world.clock.set(new Date('2026-03-02T06:00:00Z'));
    await acts.say('member', ref, 'online');
    await acts.say('partnerMember', ref, 'no');
    await (await acts.api('partnerMember')).replace({ ...ref, guestName: 'Gustav Gast' });
    await (await acts.api('moderator')).recordComing(ref);
    const certificate = async (who: 'member' | 'partnerMember') =>
      (await acts.api(who)).certificate({ ...ref, of: 'me' });
    const refused = { appCode: 'participation_no_certificate' };
    await expect(certificate('member')).rejects.toMatchObject(refused);
    await (await world.as('moderator')).day.hold(ref);
    expect((await acts.ownOf('member', ref)).hasCertificate).toBe(true);
    const { fileName, content } = await certificate('member');
    expect(fileName).toBe('Teilnahmebescheinigung Ehrenamt gewinnen.pdf');
    const pagesOf = (pdf: string) =>
      [
        ...Buffer.from(pdf, 'base64')
          .toString('latin1')
          .matchAll(/\/Type \/Page\b/g),
      ].length;
    expect(pagesOf(content)).toBe(1);
    await expect(certificate('partnerMember')).rejects.toMatchObject(refused);
    const all = await (await acts.api('organiser')).certificate({ ...ref, of: 'everyone' });
    expect(pagesOf(all.content)).toBe(2);
  });
});

describe('what people need', () => {
  const need = { choices: ['no_pork', 'vegan'] as ('no_pork' | 'vegan')[], allergy: 'Nüsse' };

  it('is read by themselves and the organiser, and by nobody else', async () => {
    const ref = await acts.fixed();
    await acts.say('member', ref, 'in_person');
    await (await acts.api('member')).saveNeed({ ...ref, ...need });
    expect((await acts.ownOf('member', ref)).own?.need).toMatchObject({
      choices: ['vegan', 'no_pork'],
      allergy: 'Nüsse',
    });
    const { people, sums } = await (await acts.api('organiser')).needs(ref);
    expect(people).toMatchObject([{ name: 'Anna', allergy: 'Nüsse' }]);
    expect(sums).toEqual([
      { choice: 'vegan', count: 1 },
      { choice: 'no_pork', count: 1 },
    ]);
    for (const who of ['moderator', 'partnerMember', 'expert'] as const)
      expect(await world.scopeAs(who, ({ db }) => db.participationNeed.count())).toBe(0);
  });

  it('goes with the answer, with the person, and thirty days after the workshop', async () => {
    const ref = await acts.fixed();
    const count = () => world.owner.participationNeed.count({ where: ref });
    const write = async () => {
      await acts.say('member', ref, 'online');
      await (await acts.api('member')).saveNeed({ ...ref, ...need });
      expect(await count()).toBe(1);
    };
    await expect((await acts.api('otherTeam')).saveNeed({ ...ref, ...need })).rejects.toMatchObject(
      {
        appCode: 'participation_needs_answer',
      },
    );
    await write();
    await acts.say('member', ref, 'no');
    expect(await count()).toBe(0);
    await write();
    const forget = async () => {
      await acts.runJob('participation.forget');
    };
    world.clock.set(new Date('2026-04-22T12:00:00Z'));
    await forget();
    expect(await count()).toBe(1);
    world.clock.set(new Date('2026-04-22T22:30:00Z'));
    // In an archive too: the last thing here, for it takes no change any more.
    await world.owner.cohort.update({ where: { id: ref.cohortId }, data: { state: 'archived' } });
    await forget();
    expect(await count()).toBe(0);
  });
});
