import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { remindersOf } from '$lib/agreement/due';
import { agreementJobs } from '$lib/agreement/jobs.server';
import { newId } from '$lib/platform/id';
import { anAgreement } from '../factories/agreement';
import { workOff } from '../factories/notice';
import { aWorkshop } from '../factories/workshop';
import { openWorld, type ActorKind, type World } from '../factories/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const ref = () => ({ cohortId: world.cohortA });
const listOf = async (who: ActorKind = 'member') => (await world.as(who)).agreement.list(ref());
const one = async (agreementId: string, who: ActorKind = 'member') =>
  (await listOf(who)).agreements.find(({ id }) => id === agreementId)!;
const kindsOf = async (who: Exclude<ActorKind, 'anonymous'>, subjectId: string) => {
  const { accountId } = world.people[who];
  const notices = await world.owner.notice.findMany({
    where: { accountId, subjectId },
    orderBy: { id: 'asc' },
  });
  return notices.map(({ facts }) => (facts as { activity: string }).activity);
};
const text = () => ({
  ...ref(),
  agreementId: newId(),
  version: 0,
  what: 'Wir schreiben den Aufruf.',
  teamIds: [world.teams.ahlen],
  membershipIds: [] as string[],
  dueOn: '',
});

describe('writing an agreement down', () => {
  it('names whom it is up to, tells them, and shows it to them as theirs', async () => {
    const agreement = { ...text(), membershipIds: [world.people.otherTeam.membershipId] };
    await (await world.as('member')).agreement.save(agreement);
    const id = agreement.agreementId;
    expect(await one(id, 'partnerMember')).toMatchObject({
      what: agreement.what,
      teams: [{ name: 'Ahlen' }],
      people: [{ name: 'Clara' }],
      isMine: true,
      mayChange: true,
    });
    expect(await one(id, 'organiser')).toMatchObject({ isMine: false, mayChange: false });
    await workOff(world);
    expect(await kindsOf('otherTeam', id)).toEqual(['agreement_made']);
    expect(await kindsOf('partnerMember', id)).toEqual(['agreement_made']);
    expect(await kindsOf('organiser', id)).toEqual([]);
  });

  it('is for a day that is still to come; what is overdue can still be changed', async () => {
    const api = (await world.as('member')).agreement;
    const day = (days: number) =>
      new Date(world.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
    await expect(api.save({ ...text(), dueOn: day(-2) })).rejects.toMatchObject({
      appCode: 'agreement_due_past',
    });
    const agreement = { ...text(), dueOn: day(2) };
    await api.save(agreement);
    const { agreementId } = await anAgreement(world, { dueOn: day(-2) });
    await api.save({ ...agreement, agreementId, version: 1, dueOn: day(-2) });
    expect(await one(agreementId, 'member')).toMatchObject({ what: agreement.what });
  });

  it('is the same one when it is sent twice', async () => {
    const agreement = text();
    const api = (await world.as('member')).agreement;
    await api.save(agreement);
    await api.save(agreement);
    expect((await one(agreement.agreementId)).version).toBe(1);
  });

  it('takes nobody of another cohort, and no workshop without a date', async () => {
    const api = (await world.as('member')).agreement;
    const { workshopId } = await aWorkshop(world);
    for (const wrong of [
      { teamIds: [world.teams.senden] },
      { membershipIds: [world.people.outsider.membershipId] },
      { workshopId },
    ])
      await expect(api.save({ ...text(), ...wrong })).rejects.toMatchObject({
        appCode: 'not_found',
      });
    await expect(api.save({ ...text(), teamIds: [] })).rejects.toThrow();
  });

  it('tells a conflict, and can be handed over to another team', async () => {
    const { agreementId } = await anAgreement(world);
    const api = (await world.as('member')).agreement;
    const change = { ...text(), agreementId, version: 1, teamIds: [world.teams.menden] };
    await api.save(change);
    expect(await one(agreementId)).toMatchObject({
      teams: [{ name: 'Menden' }],
      version: 2,
      isMine: false,
    });
    const late = (await world.as('moderator')).agreement.save(change);
    await expect(late).rejects.toMatchObject({ appCode: 'conflict' });
    await workOff(world);
    expect(await kindsOf('otherTeam', agreementId)).toEqual(['agreement_changed']);
  });
});

describe('settling an agreement', () => {
  it('says who did it, and can be taken back', async () => {
    const agreement = await anAgreement(world);
    const api = (await world.as('partnerMember')).agreement;
    await api.settle({ ...agreement, state: 'done' });
    expect(await one(agreement.agreementId)).toMatchObject({ state: 'done', settledByName: 'Ben' });
    await api.settle({ ...agreement, state: 'open' });
    expect(await one(agreement.agreementId)).toMatchObject({ state: 'open' });
    await expect(api.settle({ ...agreement, state: 'dropped' })).rejects.toThrow();
    await api.settle({ ...agreement, state: 'dropped', why: 'Der Kreis macht es.' });
    expect(await one(agreement.agreementId)).toMatchObject({ why: 'Der Kreis macht es.' });
  });
});

describe('the next workshop', () => {
  it('begins with what is open from before, and keeps apart what was agreed on there', async () => {
    const last = await aWorkshop(world, { state: 'held', date: '2026-02-13' });
    const next = await aWorkshop(world, { date: '2099-04-13' });
    const { agreementId: open } = await anAgreement(world, { workshopId: last.workshopId });
    const { agreementId: done } = await anAgreement(world, {
      workshopId: last.workshopId,
      state: 'done',
    });
    const { agreementId: here } = await anAgreement(world, { workshopId: next.workshopId });
    const of = async ({ workshopId }: { workshopId: string }) => {
      const api = (await world.as('member')).agreement;
      const { agreements, before } = await api.ofWorkshop({ ...ref(), workshopId });
      return [agreements, before].map((some) => some.map(({ id }) => id));
    };
    const [madeThere, before] = await of(next);
    // The same opens the day and the board; experts do not read agreements.
    const day = { ...ref(), workshopId: next.workshopId };
    const opens = (await (await world.as('member')).day.open(day)).openAgreements!;
    expect(opens.agreements.map(({ id }) => id)).toEqual(before);
    const board = await (await world.as('moderator')).agenda.open(day);
    expect(board.agreements).toEqual(opens);
    // One after that is planned with it, and does not open with it.
    const later = await aWorkshop(world, { date: '2099-06-13' });
    const laterDay = { ...ref(), workshopId: later.workshopId };
    expect((await of(later))[1]).toEqual([]);
    const planned = await (await world.as('moderator')).agenda.open(laterDay);
    expect(planned.agreements.agreements.map(({ id }) => id)).toContain(open);
    await world.owner.workshopGuest.create({
      data: { ...day, membershipId: world.people.expert.membershipId, at: world.clock.now() },
    });
    expect((await (await world.as('expert')).day.open(day)).openAgreements).toBeNull();
    expect(madeThere).toEqual([here]);
    expect(before).toContain(open);
    expect(before).not.toContain(done);
    expect(await of(last)).toEqual([[open, done], []]);
  });
});

describe('a reminder', () => {
  const remind = (agreementId: string, dueOn: string, step: number) =>
    world.asSystem(world.cohortA, (scope) =>
      agreementJobs[0]!.run(scope, { ...ref(), agreementId, dueOn, step }, world.services),
    );

  it('comes once on each of both days, to those whom it is up to', async () => {
    const dueOn = '2099-03-13';
    const { agreementId } = await anAgreement(world, { dueOn });
    for (const step of [1, 1, 2, 2]) await remind(agreementId, dueOn, step);
    expect(await kindsOf('member', agreementId)).toEqual(['agreement_due_soon', 'agreement_due']);
    expect(await kindsOf('otherTeam', agreementId)).toEqual([]);
  });

  it('does not come for what is done, or due on another day by now', async () => {
    const dueOn = '2099-03-13';
    const { agreementId } = await anAgreement(world, { dueOn, state: 'done' });
    await remind(agreementId, dueOn, 1);
    const { agreementId: moved } = await anAgreement(world, { dueOn });
    await remind(moved, '2099-03-10', 1);
    expect(await kindsOf('member', agreementId)).toEqual([]);
    expect(await kindsOf('member', moved)).toEqual([]);
  });

  it('is planned when the day is set, and anew when it is moved', async () => {
    const agreement = { ...text(), dueOn: '2099-03-13' };
    const api = (await world.as('member')).agreement;
    await api.save(agreement);
    await api.save({ ...agreement, version: 1, dueOn: '2099-05-15' });
    const jobs = await world.owner.$queryRaw<{ at: Date }[]>`
      SELECT start_after AS at FROM pgboss.job
       WHERE name = 'agreement.remind' AND data->>'agreementId' = ${agreement.agreementId}`;
    const planned = ['2099-03-13', '2099-05-15'].flatMap((day) =>
      remindersOf(day, world.clock.now(), 'Europe/Berlin').map(({ at }) => at.getTime()),
    );
    expect(jobs.map(({ at }) => at.getTime()).sort()).toEqual(planned.sort());
  });
});

it('waits on the start page of those whom it is up to, once it is near', async () => {
  const day = (days: number) =>
    new Date(world.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
  const { agreementId: near } = await anAgreement(world, { dueOn: day(3) });
  const { agreementId: far } = await anAgreement(world, { dueOn: day(30) });
  const waitingFor = async (who: ActorKind) => {
    const { waiting } = await (await world.as(who)).start.page(ref());
    return waiting.filter(({ kind }) => kind === 'agreement').map(({ id }) => id);
  };
  const waiting = await waitingFor('partnerMember');
  expect(waiting).toContain(near);
  expect(waiting).not.toContain(far);
  expect(await waitingFor('otherTeam')).not.toContain(near);
});
