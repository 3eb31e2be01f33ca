import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adoptionJobs } from '$lib/practice/adoption/jobs.server';
import { aPractice } from '../factories/practice';
import { openWorld, type ActorKind, type World } from '../factories/world';

const DAY = 86_400_000;

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const ref = (practiceId: string) => ({ cohortId: world.cohortA, practiceId });
/** An example of Menden, shown to the cohort; Ahlen (Anna and Ben) may adopt it. */
const fromMenden = () =>
  aPractice(world, {
    team: 'menden',
    rung: 'cohort',
    content: { gist: 'Der Bürgerbus fährt.', kind: 'success' },
  });
const pageOf = async (practiceId: string, who: ActorKind = 'member') =>
  (await world.as(who)).practice.page(ref(practiceId));
const noticesOf = async (who: Exclude<ActorKind, 'anonymous'>, practiceId: string) =>
  world.owner.notice.findMany({
    where: { accountId: world.people[who].accountId, subjectId: practiceId },
    orderBy: { createdAt: 'asc' },
  });
const remind = async (practiceId: string, months: number) =>
  world.asSystem(world.cohortA, (scope) =>
    adoptionJobs[0]!.run(
      scope,
      { ...ref(practiceId), teamId: world.teams.ahlen, months },
      world.services,
    ),
  );

describe('an adoption', () => {
  it('stands in the list of its team, until the example is taken back', async () => {
    const practiceId = await fromMenden();
    await (await world.as('member')).practice.saveAdoption({ ...ref(practiceId), state: 'tried' });
    const adopted = async (who: ActorKind) =>
      (await (await world.as(who)).practice.adopted({ cohortId: world.cohortA })).filter(
        ({ id }) => id === practiceId,
      );
    expect(await adopted('partnerMember')).toMatchObject([
      { gist: 'Der Bürgerbus fährt.', teamName: 'Menden', state: 'tried', isDue: false },
    ]);
    expect(await adopted('otherTeam')).toEqual([]);
    expect(await adopted('moderator')).toEqual([]);
    await world.owner.practiceRelease.deleteMany({ where: { practiceId } });
    expect(await adopted('member')).toEqual([]);
  });

  it('goes its way step by step, one a day, and says why it ended', async () => {
    const practiceId = await fromMenden();
    const save = async (text: object) =>
      (await world.as('member')).practice.saveAdoption({ ...ref(practiceId), ...text });
    const nextDay = async () => {
      world.clock.advance(DAY);
      for (const who of ['member', 'moderator'] as const) await world.signInAgain(who);
    };
    await save({ state: 'interested' });
    await nextDay();
    const contactId = world.people.member.membershipId;
    await save({ state: 'established', contactId, version: 1 });
    await save({ state: 'tried', changed: 'Mit zwei Bussen.', contactId, version: 2 });
    await nextDay();
    await expect(save({ state: 'dropped', version: 3 })).rejects.toThrow('required');
    await save({ state: 'dropped', why: 'Kein Fahrer.', contactId, version: 3 });
    const { adoptions } = await pageOf(practiceId, 'moderator');
    expect(adoptions).toMatchObject([
      { team: { name: 'Ahlen' }, state: 'dropped', why: 'Kein Fahrer.', contact: { name: 'Anna' } },
    ]);
    expect(adoptions[0]!.steps.map(({ state }) => state)).toEqual([
      'interested',
      'tried',
      'dropped',
    ]);
  });

  it('of two people at once tells the second, and takes no contact of another team', async () => {
    const practiceId = await fromMenden();
    const save = async (who: ActorKind, text: object) =>
      (await world.as(who)).practice.saveAdoption({
        ...ref(practiceId),
        state: 'tried',
        ...text,
      });
    await save('member', {});
    await expect(save('partnerMember', {})).rejects.toMatchObject({ appCode: 'conflict' });
    const contactId = world.people.otherTeam.membershipId;
    await expect(save('member', { contactId, version: 1 })).rejects.toMatchObject({
      appCode: 'not_found',
    });
  });

  it('is asked about after 3, 6 and 12 months, once each, and not once it has ended', async () => {
    const practiceId = await fromMenden();
    const start = world.clock.now();
    const save = async (text: object) => {
      await world.signInAgain('member');
      await (await world.as('member')).practice.saveAdoption({ ...ref(practiceId), ...text });
    };
    const asked = async () =>
      (await noticesOf('partnerMember', practiceId)).filter(
        ({ facts }) => (facts as { activity: string }).activity === 'practice_adoption_asked',
      ).length;
    await save({ state: 'interested' });
    try {
      await remind(practiceId, 3);
      expect(await asked()).toBe(0);
      world.clock.set(new Date(start.getTime() + 95 * DAY));
      await remind(practiceId, 3);
      await remind(practiceId, 3);
      expect(await asked()).toBe(1);
      // Whoever has said how it goes a moment ago is not asked.
      await world.owner.notice.updateMany({
        where: { subjectId: practiceId },
        data: { readAt: world.clock.now() },
      });
      world.clock.set(new Date(start.getTime() + 186 * DAY));
      await save({ state: 'tried', version: 1 });
      await remind(practiceId, 6);
      expect(await asked()).toBe(1);
      world.clock.set(new Date(start.getTime() + 370 * DAY));
      await remind(practiceId, 12);
      expect(await asked()).toBe(2);
      await world.owner.practiceAdoption.updateMany({
        where: { practiceId },
        data: { remindedMonths: 6, state: 'established' },
      });
      await remind(practiceId, 12);
      expect(await asked()).toBe(2);
    } finally {
      world.clock.set(start);
    }
  });

  it('is asked at each of the three dates where nothing is said meanwhile', async () => {
    const practiceId = await fromMenden();
    const start = world.clock.now();
    await world.signInAgain('member');
    await (
      await world.as('member')
    ).practice.saveAdoption({ ...ref(practiceId), state: 'planned' });
    const readAll = () =>
      world.owner.notice.updateMany({
        where: { subjectId: practiceId },
        data: { readAt: world.clock.now() },
      });
    try {
      for (const [index, months] of [3, 6, 12].entries()) {
        world.clock.set(new Date(start.getTime() + months * 31 * DAY));
        await remind(practiceId, months);
        const asked = await noticesOf('partnerMember', practiceId);
        expect([months, asked.length]).toEqual([months, index + 1]);
        await readAll();
      }
      // Each date has had its own job from the beginning, or from the one before; after the last there is none.
      const jobs = await world.owner.$queryRaw<{ months: number }[]>`
        SELECT (data ->> 'months')::int AS months FROM pgboss.job
         WHERE name = 'practice.remind' AND data ->> 'practiceId' = ${practiceId} ORDER BY 1`;
      expect(jobs.map(({ months }) => months)).toEqual([3, 6, 12]);
    } finally {
      world.clock.set(start);
    }
  });

  it('can be deleted with its trail, and begun again', async () => {
    const practiceId = await fromMenden();
    const api = await world.as('member');
    await api.practice.saveAdoption({ ...ref(practiceId), state: 'planned' });
    await api.practice.deleteAdoption(ref(practiceId));
    expect((await pageOf(practiceId)).adoptions).toEqual([]);
    await expect(api.practice.deleteAdoption(ref(practiceId))).rejects.toMatchObject({
      appCode: 'not_found',
    });
    await api.practice.saveAdoption({ ...ref(practiceId), state: 'tried' });
    const { adoptions } = await pageOf(practiceId);
    expect(adoptions[0]!.steps.map(({ state }) => state)).toEqual(['tried']);
  });
});
