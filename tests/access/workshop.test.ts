import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '$lib/platform/id';
import { dayIn } from '$lib/ui/format';
import { aPublishedWorkshop } from '../factories/agenda';
import { workOff } from '../factories/notice';
import { aDateSearch, aWorkshop } from '../factories/workshop';
import { openWorld, type ActorKind, type World } from '../factories/world';
import { someWorkshop } from './workshop.access';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const api = async (kind: ActorKind) => (await world.as(kind)).workshop;

/** In the time zone of the cohort: late in the evening it is another day in UTC. */
const dayFromNow = (days: number) =>
  dayIn(new Date(world.clock.now().getTime() + days * 86_400_000), 'Europe/Berlin');

const aRefOf = async (said: Parameters<typeof aWorkshop>[1]) => {
  const { cohortId, workshopId } = await aWorkshop(world, said);
  return { cohortId, workshopId };
};

/** Who was told, by name, of what kind of thing. */
async function toldOf(activity: string): Promise<string[]> {
  await workOff(world);
  const rows = await world.owner.notice.findMany({
    where: { facts: { path: ['activity'], equals: activity } },
    select: { accountId: true },
  });
  const accounts = await world.owner.account.findMany({
    where: { id: { in: rows.map(({ accountId }) => accountId) } },
    select: { name: true },
  });
  return accounts.map(({ name }) => name).sort();
}

describe('an event of the series', () => {
  it('is numbered on, fixed with its dates, and moved without losing a day', async () => {
    const moderator = await api('moderator');
    const first = { ...someWorkshop(world), title: 'Erster' };
    await moderator.save(first);
    await moderator.save(first);
    const [one, two] = [newId(), newId()];
    const second = {
      ...someWorkshop(world),
      title: 'Zweiter',
      days: [
        { id: two, date: '2030-05-16', startMinute: 540, endMinute: 900 },
        { id: one, date: '2030-05-15', startMinute: 600, endMinute: 1080 },
      ],
    };
    await moderator.save(second);
    const page = await moderator.page(second);
    expect(page).toMatchObject({ number: 2, state: 'fixed', sequence: 1 });
    expect(page.days.map(({ id }) => id)).toEqual([one, two]);

    // The days change places: each keeps its id, and with it what is planned for it.
    const days = [
      { id: one, date: '2030-05-23', startMinute: 600, endMinute: 1080 },
      { id: two, date: '2030-05-22', startMinute: 540, endMinute: 900 },
    ];
    await moderator.save({ ...second, version: 1, number: 2, days });
    const moved = await moderator.page(second);
    expect(moved.days.map(({ id }) => id)).toEqual([two, one]);
    expect(moved.sequence).toBe(2);
    await expect(
      moderator.save({
        ...second,
        version: 2,
        number: 2,
        days: days.map((day) => ({ ...day, date: null })),
      }),
    ).rejects.toMatchObject({ appCode: 'workshop_dates_stay' });
    await expect(moderator.save({ ...second, version: 1 })).rejects.toMatchObject({
      appCode: 'conflict',
    });
    await expect(moderator.save({ ...second, version: 2, number: 1 })).rejects.toMatchObject({
      appCode: 'workshop_number_taken',
    });
  });

  it('is read by the expert who was invited to it, who is told, and by no other expert', async () => {
    const moderator = await api('moderator');
    const guest = world.people.expert;
    const other = await world.addPerson('Egon', { cohortId: world.cohortA, role: 'expert' });
    const workshop = {
      ...someWorkshop(world),
      days: [{ id: newId(), date: '2030-06-05', startMinute: 540, endMinute: 900 }],
      guestIds: [guest.membershipId],
    };
    await moderator.save(workshop);
    const expert = await api('expert');
    await expect(expert.page(workshop)).resolves.toMatchObject({ title: workshop.title });
    const { workshops } = await expert.list({ cohortId: world.cohortA });
    expect(workshops.map(({ id }) => id)).toEqual([workshop.workshopId]);
    expect(await toldOf('workshop_guest_invited')).toContain(guest.name);
    expect(await toldOf('workshop_fixed')).not.toContain(other.name);
    await expect(
      moderator.save({ ...someWorkshop(world), guestIds: [world.people.member.membershipId] }),
    ).rejects.toMatchObject({ appCode: 'not_found' });
  });

  it('is cancelled with a reason, and taken up again on its day', async () => {
    const organiser = await api('organiser');
    const { cohortId, workshopId } = await aWorkshop(world, { date: '2030-07-01' });
    const ref = { cohortId, workshopId };
    const { version } = await organiser.page(ref);
    await organiser.cancel({ ...ref, reason: 'Der Saal ist abgebrannt.' });
    expect(await organiser.page(ref)).toMatchObject({
      state: 'cancelled',
      cancelReason: 'Der Saal ist abgebrannt.',
    });
    expect(await toldOf('workshop_cancelled')).toContain(world.people.partner.name);
    await world.owner.notice.deleteMany({});
    await organiser.resume(ref);
    await organiser.resume(ref);
    const page = await organiser.page(ref);
    expect(page).toMatchObject({ state: 'fixed', cancelReason: '', version: version + 2 });
    expect(page.days.map(({ date }) => date)).toEqual(['2030-07-01']);
    expect(await toldOf('workshop_fixed')).toContain(world.people.partner.name);
    expect(await toldOf('workshop_resumed')).toEqual([]);
  });

  it('keeps the search for its days when it is taken up again on the day that was found', async () => {
    const organiser = await api('organiser');
    const { ref, optionIds } = await aDateSearch(world);
    const [optionId] = optionIds as [string];
    await (await api('member')).date.answer({ ...ref, answers: [{ optionId, answer: 'yes' }] });
    await organiser.date.fix({ ...ref, optionId });
    await organiser.cancel({ ...ref, reason: 'Kein Saal.' });
    await organiser.resume(ref);
    const { workshop, options } = await organiser.date.view(ref);
    expect(workshop.state).toBe('fixed');
    expect(options.find(({ id }) => id === optionId)?.dates).toContain(workshop.days[0]!.date);
    const { accountId } = world.people.member;
    expect(options.find(({ id }) => id === optionId)?.answers[accountId]).toBe('yes');
  });

  it('is planned anew where its day is past, or was never found', async () => {
    const organiser = await api('organiser');
    const past = await aRefOf({ state: 'cancelled', date: dayFromNow(-1) });
    const undated = (await aDateSearch(world)).ref;
    await organiser.cancel({ ...undated, reason: 'Kein Saal.' });
    await workOff(world);
    await world.owner.notice.deleteMany({});
    for (const ref of [past, undated]) {
      await organiser.resume(ref);
      const page = await organiser.page(ref);
      expect(page).toMatchObject({ state: 'planned', cancelReason: '', dates: { offered: 0 } });
      expect(page.days.map(({ date }) => date)).toEqual([null]);
    }
    expect(await toldOf('workshop_fixed')).toEqual([]);
    expect(await toldOf('workshop_resumed')).toContain(world.people.member.name);
    // What takes place today is not past.
    const today = await aRefOf({ state: 'cancelled', date: dayFromNow(0) });
    await organiser.resume(today);
    expect((await organiser.page(today)).state).toBe('fixed');
  });

  it('gives its topics back to those that wait for a slot when it is cancelled, and takes them again', async () => {
    const { ref, topicId } = await aPublishedWorkshop(world);
    const stateOf = async () =>
      (await world.owner.topic.findUniqueOrThrow({ where: { id: topicId } })).state;
    expect(await stateOf()).toBe('scheduled');
    await (await api('organiser')).cancel({ ...ref, reason: 'Kein Saal.' });
    expect(await stateOf()).toBe('chosen');
    const { passport } = await (
      await world.as('member')
    ).topic.page({ cohortId: ref.cohortId, topicId });
    const step = passport.find(({ kind }) => kind === 'topic_unscheduled');
    expect(step?.facts.reason).toBe('Kein Saal.');
    await (await api('organiser')).resume(ref);
    expect(await stateOf()).toBe('scheduled');
  });
});

describe('finding a date', () => {
  it('asks everyone, takes answers and changes of them, and ranks by teams', async () => {
    const { ref, optionIds } = await aDateSearch(world);
    const [first, second] = optionIds as [string, string];
    const say = async (kind: ActorKind, answers: Record<string, 'yes' | 'if_need_be' | 'no'>) =>
      (await api(kind)).date.answer({
        ...ref,
        answers: Object.entries(answers).map(([optionId, answer]) => ({ optionId, answer })),
      });
    await say('member', { [first]: 'yes', [second]: 'no' });
    await say('partnerMember', { [first]: 'yes' });
    await say('otherTeam', { [first]: 'no', [second]: 'if_need_be' });
    await say('member', { [second]: 'if_need_be' });
    const view = await (await api('member')).date.view(ref);
    expect(view.options.map(({ id, teamsCovered }) => [id, teamsCovered])).toEqual([
      [second, 2],
      [first, 1],
    ]);
    expect(view.options[0]!.own).toBe('if_need_be');
    await expect(
      (await api('member')).date.answer({
        ...ref,
        answers: [{ optionId: newId(), answer: 'yes' }],
      }),
    ).rejects.toMatchObject({ appCode: 'not_found' });
  });

  it('takes answers until a day that is not past, and not after the first day offered', async () => {
    const { offer } = (await api('moderator')).date;
    const ref = await aRefOf({});
    const offers = [{ date: dayFromNow(21) }, { date: dayFromNow(20) }];
    for (const [answerUntil, appCode] of [
      [dayFromNow(-2), 'workshop_answers_end_past'],
      [dayFromNow(21), 'workshop_answers_end_late'],
    ] as const)
      await expect(offer({ ...ref, offers, answerUntil })).rejects.toMatchObject({ appCode });
    await offer({ ...ref, offers, answerUntil: dayFromNow(20) });
    // Of the days that were offered before, too.
    await expect(
      offer({ ...ref, offers: [{ date: dayFromNow(40) }], answerUntil: dayFromNow(30) }),
    ).rejects.toMatchObject({ appCode: 'workshop_answers_end_late' });
  });

  it('reminds those alone who have not answered every day, and not twice on a day', async () => {
    const { ref, optionIds } = await aDateSearch(world);
    const all = optionIds.map((optionId) => ({ optionId, answer: 'yes' as const }));
    await (await api('member')).date.answer({ ...ref, answers: all });
    await (await api('otherTeam')).date.answer({ ...ref, answers: all.slice(1) });
    const moderator = await api('moderator');
    await moderator.date.remind(ref);
    const told = await toldOf('workshop_dates_reminder');
    expect(told).toContain(world.people.otherTeam.name);
    expect(told).toContain(world.people.partnerMember.name);
    expect(told).not.toContain(world.people.member.name);
    expect(told).not.toContain(world.people.partner.name);
    expect(told).not.toContain(world.people.expert.name);
    await expect(moderator.date.remind(ref)).rejects.toMatchObject({
      appCode: 'workshop_reminded_recently',
    });
  });

  it('fixes a day, tells everyone, and takes no more answers', async () => {
    const { ref, optionIds } = await aDateSearch(world);
    const organiser = await api('organiser');
    const { options } = await organiser.date.view(ref);
    const chosen = options.find(({ id }) => id === optionIds[1])!;
    await organiser.date.fix({ ...ref, optionId: chosen.id });
    await organiser.date.fix({ ...ref, optionId: chosen.id });
    const page = await organiser.page(ref);
    expect(page).toMatchObject({ state: 'fixed', sequence: 1 });
    expect(page.days.map(({ date }) => date)).toEqual(chosen.dates);
    await expect(
      (await api('member')).date.answer({
        ...ref,
        answers: [{ optionId: chosen.id, answer: 'no' }],
      }),
    ).rejects.toMatchObject({ appCode: 'workshop_date_is_fixed' });
    await expect(organiser.date.fix({ ...ref, optionId: optionIds[0]! })).rejects.toMatchObject({
      appCode: 'workshop_date_is_fixed',
    });
  });

  it('offers two times on one day, and fixes the day with the time that is chosen', async () => {
    const moderator = await api('moderator');
    const ref = await aRefOf({});
    const date = dayFromNow(20);
    const afternoon = { date, startMinute: 780, endMinute: 1_020 };
    const offers = [afternoon, { date }, { date, startMinute: 540, endMinute: 960 }];
    const offer = () => moderator.date.offer({ ...ref, offers, answerUntil: dayFromNow(7) });
    expect([await offer(), await offer()]).toEqual([{ offered: 2 }, { offered: 0 }]);
    const { options } = await moderator.date.view(ref);
    const morning = { date, startMinute: 540, endMinute: 960 };
    expect(options.map(({ dates, times }) => ({ date: dates[0], ...times }))).toEqual([
      morning,
      afternoon,
    ]);
    const backwards = { date, startMinute: 960, endMinute: 540 };
    await expect(
      moderator.date.offer({ ...ref, offers: [backwards], answerUntil: dayFromNow(7) }),
    ).rejects.toMatchObject({ appCode: 'invalid_input' });
    // What people answer stays what was offered, whatever is planned.
    await world.owner.workshopDay.updateMany({
      where: { workshopId: ref.workshopId },
      data: { startMinute: 600, endMinute: 700 },
    });
    expect((await moderator.date.view(ref)).options.map(({ times }) => times?.startMinute)).toEqual(
      [540, 780],
    );
    await moderator.date.fix({ ...ref, optionId: options[1]!.id });
    expect((await moderator.page(ref)).days).toMatchObject([afternoon]);
  });

  it('shows beside a day the team that has blocked it', async () => {
    const { ref } = await aDateSearch(world);
    const member = await api('member');
    const { options } = await member.date.view(ref);
    const [from] = options.map(({ dates }) => dates[0]!).sort();
    await member.date.block({
      ...{ cohortId: ref.cohortId, id: newId(), reason: 'Ratssitzung' },
      ...{ from: from!, until: from! },
    });
    const { options: seen } = await (await api('moderator')).date.view(ref);
    const blocked = seen.map(({ dates, blocked }) => [dates[0], blocked.map((b) => b.teamName)]);
    expect(Object.fromEntries(blocked)).toMatchObject({ [from!]: ['Ahlen'] });
    expect(seen.filter((option) => option.blocked.length > 0)).toHaveLength(1);
  });

  it('stands on the start page of whoever has not answered, until the day is fixed', async () => {
    const { ref, optionIds } = await aDateSearch(world, { title: 'Wird gesucht' });
    const waits = async (kind: ActorKind) => {
      const start = await (
        await world.as(kind)
      ).start.page({ cohortId: world.cohortA, before: null });
      return start.waiting.some(
        ({ kind: what, id }) => what === 'answer_dates' && id === ref.workshopId,
      );
    };
    expect([await waits('member'), await waits('expert')]).toEqual([true, false]);
    const answers = optionIds.map((optionId) => ({ optionId, answer: 'no' as const }));
    await (await api('member')).date.answer({ ...ref, answers });
    expect([await waits('member'), await waits('otherTeam')]).toEqual([false, true]);
    await (await api('moderator')).date.fix({ ...ref, optionId: optionIds[0]! });
    expect(await waits('otherTeam')).toBe(false);
  });
});
