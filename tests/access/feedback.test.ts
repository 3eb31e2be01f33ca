import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feedbackJobs } from '$lib/feedback/jobs.server';
import { usualQuestions, type FeedbackAnswers } from '$lib/feedback/questions';
import { newId } from '$lib/platform/id';
import { aFeedback } from '../factories/feedback';
import { workOff } from '../factories/notice';
import { anAttendance } from '../factories/participation';
import { aWorkshop } from '../factories/workshop';
import { openWorld, type ActorKind, type World, type WorldPerson } from '../factories/world';

let world: World;
let crowd: WorldPerson[];
beforeAll(async () => {
  world = await openWorld();
  const { member, partnerMember, otherTeam } = world.people;
  const place = { cohortId: world.cohortA, role: 'member', teamId: world.teams.menden } as const;
  crowd = [member, partnerMember, otherTeam];
  while (crowd.length < 6) crowd.push(await world.addPerson(`Person${crowd.length}`, place));
});
afterAll(() => world?.close());

type Ref = { cohortId: string; workshopId: string };
const pageOf = async (ref: Ref, who: ActorKind = 'member') =>
  (await world.as(who)).feedback.page(ref);
const give = async (ref: Ref, person: WorldPerson, answers: FeedbackAnswers = { helpful: 4 }) =>
  (await world.as(person)).feedback.give({ ...ref, answers });
const answeredBy = async (ref: Ref, count: number) => {
  for (const person of crowd.slice(0, count)) await give(ref, person);
};
const close = async (ref: Ref) => (await world.as('moderator')).feedback.close(ref);
const resultsOf = async (ref: Ref, who?: ActorKind) =>
  (await pageOf(ref, who)).series.find(({ workshopId }) => workshopId === ref.workshopId)?.results;
const kindsOf = async ({ accountId }: WorldPerson, { workshopId }: Ref) => {
  const notices = await world.owner.notice.findMany({
    where: { accountId, subjectId: workshopId },
    orderBy: { id: 'asc' },
  });
  return notices.map(({ facts }) => (facts as { activity: string }).activity);
};

describe('asking the teams', () => {
  const open = async (state: 'fixed' | 'held', date: string) => {
    const { cohortId, workshopId } = await aWorkshop(world, { state, date });
    const ref = { cohortId, workshopId };
    const own = [{ id: newId(), kind: 'text' as const, text: 'Und das Essen?' }];
    const questions = { ...usualQuestions(), own };
    await (await world.as('moderator')).feedback.open({ ...ref, questions, days: 14 });
    return ref;
  };

  it('tells the members, and waits for each of them until she or he has answered', async () => {
    const ref = await open('held', '2026-03-13');
    await workOff(world);
    expect(await kindsOf(world.people.member, ref)).toEqual(['feedback_opened']);
    expect(await kindsOf(world.people.organiser, ref)).toEqual([]);
    const waits = async (who: ActorKind) => {
      const { waiting } = await (await world.as(who)).start.page({ cohortId: ref.cohortId });
      return waiting.some(({ kind, id }) => kind === 'feedback' && id === ref.workshopId);
    };
    expect([await waits('member'), await waits('moderator')]).toEqual([true, false]);
    await give(ref, world.people.member);
    expect([await waits('member'), await waits('partnerMember')]).toEqual([false, true]);
  });

  it('counts the days from the end of an event that is still to come', async () => {
    const soon = new Date(world.clock.now().getTime() + 10 * 86_400_000);
    const ref = await open('fixed', soon.toISOString().slice(0, 10));
    const { closesAt } = await pageOf(ref);
    const days = (closesAt!.getTime() - world.clock.now().getTime()) / 86_400_000;
    expect(days).toBeGreaterThan(23);
    expect(days).toBeLessThan(26);
  });

  it('takes answers to its own questions, and to no others', async () => {
    const ref = await open('held', '2026-03-14');
    const { questions } = await pageOf(ref);
    const { id } = questions!.own[0]!;
    await expect(give(ref, crowd[0]!, { [newId()]: 'Gut' })).rejects.toMatchObject({
      appCode: 'feedback_empty',
    });
    await expect(give(ref, crowd[0]!, {})).rejects.toMatchObject({ appCode: 'feedback_empty' });
    await give(ref, crowd[0]!, { [id]: 'Gut', helpful: 5 });
    expect(await pageOf(ref)).toMatchObject({ answered: 1, hasAnswered: true, mayAnswer: false });
  });

  it('takes none once the event is called off', async () => {
    const ref = await open('fixed', '2099-03-13');
    await world.owner.workshop.update({
      where: { id: ref.workshopId },
      data: { state: 'cancelled' },
    });
    await expect(give(ref, crowd[0]!)).rejects.toMatchObject({ appCode: 'feedback_closed' });
    expect(await pageOf(ref)).toMatchObject({ isCalledOff: true, mayAnswer: false });
  });
});

describe('the result', () => {
  it('is there for the group once it is closed, and not before', async () => {
    const ref = await aFeedback(world);
    await answeredBy(ref, 5);
    expect(await resultsOf(ref, 'moderator')).toBeUndefined();
    await close(ref);
    for (const who of ['member', 'moderator', 'organiser'] as const)
      expect(await resultsOf(ref, who)).toEqual({ helpful: [4, 4, 4, 4, 4] });
    await workOff(world);
    expect(await kindsOf(world.people.organiser, ref)).toEqual(['feedback_closed']);
  });

  it('stays hidden where fewer than five have answered', async () => {
    const ref = await aFeedback(world);
    await answeredBy(ref, 4);
    await close(ref);
    expect(await resultsOf(ref)).toBeUndefined();
    const file = await (
      await world.as('moderator')
    ).feedback.download({ cohortId: ref.cohortId, format: 'csv' });
    const { title } = await world.owner.workshop.update({
      where: { id: ref.workshopId },
      data: { title: 'Zu wenige' },
    });
    expect(Buffer.from(file.content, 'base64').toString()).not.toContain(title);
  });

  it('takes no answer after that, and nothing opens it again', async () => {
    const ref = await aFeedback(world);
    await answeredBy(ref, 5);
    await close(ref);
    await expect(give(ref, crowd[5]!)).rejects.toMatchObject({ appCode: 'feedback_closed' });
    const later = world.clock.now().getTime() + 86_400_000;
    const reopened = world.owner.feedbackForm.update({
      where: { workshopId: ref.workshopId },
      data: { closesAt: new Date(later) },
    });
    await expect(reopened).rejects.toThrow('feedback_closed');
  });

  it('holds one answer of each person, also of two that arrive at once', async () => {
    const ref = await aFeedback(world);
    const twice = await Promise.allSettled([give(ref, crowd[0]!), give(ref, crowd[0]!)]);
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(give(ref, crowd[0]!)).rejects.toMatchObject({ appCode: 'feedback_given_already' });
    await answeredBy({ ...ref }, 0);
    for (const person of crowd.slice(1)) await give(ref, person);
    await close(ref);
    expect((await resultsOf(ref))?.['helpful']).toHaveLength(crowd.length);
  });
});

describe('the jobs', () => {
  const run = (index: number, ref: Ref) =>
    world.asSystem(world.cohortA, (scope) => feedbackJobs[index]!.run(scope, ref, world.services));

  it('remind once those who were there and have not answered, and nobody else', async () => {
    const ref = await aFeedback(world);
    await give(ref, crowd[0]!);
    await anAttendance(world, ref, crowd[1]!);
    await anAttendance(world, ref, crowd[2]!, 'absent');
    await run(0, ref);
    await run(0, ref);
    expect(await kindsOf(crowd[0]!, ref)).toEqual([]);
    expect(await kindsOf(crowd[1]!, ref)).toEqual(['feedback_reminder']);
    expect(await kindsOf(crowd[2]!, ref)).toEqual([]);
    expect(await kindsOf(crowd[3]!, ref)).toEqual(['feedback_reminder']);
    expect(await kindsOf(world.people.moderator, ref)).toEqual([]);
  });

  it('tell once that it is closed, whoever closed it', async () => {
    const ref = await aFeedback(world);
    await run(1, ref);
    const told = () => world.owner.activity.count({ where: { subjectId: ref.workshopId } });
    expect(await told()).toBe(0);
    await close(ref);
    await run(1, ref);
    await run(0, ref);
    expect(await told()).toBe(1);
    await workOff(world);
    expect(await kindsOf(crowd[0]!, ref)).toEqual(['feedback_closed']);
  });
});
