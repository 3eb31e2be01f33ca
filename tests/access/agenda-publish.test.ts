import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fanOut } from '$lib/notice/commands.server';
import { activityText } from '$lib/activity/text';
import type { ActivityFacts, ActivityKind } from '$lib/activity/kinds';
import { aPlannedWorkshop, aPublishedWorkshop, planItems } from '../factories/agenda';
import { openWorld, type World, type WorldPerson } from '../factories/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

/** What each person is told of the newest programme, as it stands in the list of notices. */
async function told(workshopId: string, ...people: WorldPerson[]) {
  const { owner, cohortA } = world;
  const activity = await owner.activity.findFirstOrThrow({
    where: { subjectId: workshopId, kind: 'agenda_published' },
    orderBy: { id: 'desc' },
  });
  await world.asSystem(cohortA, (scope) => fanOut(scope, activity.id));
  return Promise.all(
    people.map(async ({ accountId }) => {
      const notice = await owner.notice.findFirst({
        where: { accountId, activityId: activity.id },
      });
      if (!notice) return null;
      const facts = notice.facts as ActivityFacts;
      const kind = facts.activity as ActivityKind;
      const { subjectKind, subjectId } = notice;
      const said = { kind, subjectKind, subjectId, facts, actorName: 'Mona', subjectTitle: null };
      return activityText(said as Parameters<typeof activityText>[0], 'de');
    }),
  );
}

describe('publishing a programme', () => {
  it('shows it to members, without the notes of the moderators', async () => {
    const { ref } = await aPublishedWorkshop(world);
    const { programme } = await (await world.as('member')).agenda.publish.programme(ref);
    expect(programme!.content.items.map(({ title }) => title)).toEqual([
      'Ankommen',
      'Kurze Einsätze',
    ]);
    expect(JSON.stringify(programme)).not.toContain('Karten vorher');
    expect(programme!.topics[0]!.teamName).toBe('Ahlen');
  });

  it('is taken into a calendar, under the id that the invitation has', async () => {
    const { ref, workshop } = await aPublishedWorkshop(world);
    const { content } = await (await world.as('member')).agenda.paper.calendar(ref);
    const calendar = new ICAL.Component(ICAL.parse(Buffer.from(content, 'base64').toString()));
    const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!);
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(event.uid).toMatch(new RegExp(`^${workshop.dayId}@`));
    expect(event.startDate.toICALString()).toBe('20260313T080000Z');
    const [first, second] = event.description.split('\n');
    expect([first, second]).toEqual([
      expect.stringMatching(/^09:00.09:30.*Ankommen$/),
      expect.stringMatching(/Kurze Einsätze$/),
    ]);
    expect(event.description).toContain(`/workshops/${ref.workshopId}`);
    expect(event.description).not.toContain('Karten vorher');
  });

  it('is there before it for nobody but the moderators', async () => {
    const { ref } = await aPlannedWorkshop(world);
    const { programme } = await (await world.as('organiser')).agenda.publish.programme(ref);
    expect(programme).toBeNull();
  });

  it('is read by an expert who was invited, and by no other', async () => {
    const { ref } = await aPublishedWorkshop(world);
    const { cohortId, workshopId } = ref;
    const expert = await world.as('expert');
    await expect(expert.agenda.publish.programme(ref)).rejects.toMatchObject({
      appCode: 'not_found',
    });
    const { membershipId } = world.people.expert;
    const at = world.clock.now();
    await world.owner.workshopGuest.create({ data: { cohortId, workshopId, membershipId, at } });
    const { programme } = await (await world.as('expert')).agenda.publish.programme(ref);
    expect(programme!.content.items).toHaveLength(2);
  });

  it('moves the topic along, and back when a version drops it', async () => {
    const { workshop, ref, topicId, welcome, work } = await aPublishedWorkshop(world);
    const state = async () =>
      (await world.owner.topic.findUniqueOrThrow({ where: { id: topicId } })).state;
    expect(await state()).toBe('scheduled');
    world.clock.advance(1_000);
    const revision = await planItems(world, workshop, [welcome]);
    const api = await world.as('moderator');
    const input = { ...ref, revision, version: 2, reason: 'Die Fachfrau ist krank.' };
    await expect(api.agenda.publish.publish(input)).rejects.toMatchObject({
      appCode: 'agenda_departure_needs_reason',
    });
    const reasons = { [topicId]: 'Kommt im nächsten Workshop.' };
    await api.agenda.publish.publish({ ...input, reasons });
    expect(await state()).toBe('chosen');
    const page = await (await world.as('member')).topic.page({ cohortId: ref.cohortId, topicId });
    const slots = page.passport
      .map(({ kind }) => kind)
      .filter((kind) => kind.endsWith('scheduled'));
    expect(slots).toEqual(['topic_scheduled', 'topic_unscheduled']);
    expect(await world.owner.topicSlot.findMany({ where: { topicId } })).toMatchObject([
      { minutes: 0, reason: 'Kommt im nächsten Workshop.' },
    ]);
    const { content } = await world.owner.agenda.findUniqueOrThrow({
      where: { workshopId: ref.workshopId },
    });
    expect(content).toMatchObject({ reasons });
    // Back in the programme, somewhere else.
    const again = await planItems(world, workshop, [work, welcome]);
    await api.agenda.publish.publish({
      ...ref,
      revision: again,
      version: 3,
      reason: 'Sie ist gesund.',
    });
    expect(await state()).toBe('scheduled');
  });

  it('asks for one too where the day that the topic stood on is gone: its items are put aside', async () => {
    const { workshop, ref, topicId } = await aPublishedWorkshop(world);
    const { dayId } = workshop;
    const { owner } = world;
    const day = await owner.workshopDay.findUniqueOrThrow({ where: { id: dayId } });
    await owner.workshopDay.delete({ where: { id: dayId } });
    await owner.workshopDay.create({ data: { ...day, id: crypto.randomUUID() } });
    const api = (await world.as('moderator')).agenda;
    const { content } = await api.open(ref);
    expect(content.items.map((item) => item.dayId)).toEqual([null, null]);
    const { departures } = await api.publish.preview(ref);
    expect(departures).toMatchObject([{ topicId, minutes: 0, reason: '' }]);
  });

  it('asks for a reason where a topic gets fewer minutes than the vote decided', async () => {
    const { workshop, ref, topicId, welcome, work } = await aPlannedWorkshop(world);
    await decide(topicId, 90);
    const api = await world.as('moderator');
    const { departures } = await api.agenda.publish.preview(ref);
    expect(departures).toMatchObject([{ topicId, minutes: 60, decidedMinutes: 90, reason: '' }]);
    const revision = await planItems(world, workshop, [welcome, { ...work, minutes: 90 }]);
    await api.agenda.publish.publish({ ...ref, revision, version: 1 });
    expect(await world.owner.topicSlot.findFirst({ where: { topicId } })).toMatchObject({
      minutes: 90,
      decidedMinutes: 90,
    });
  });

  it('tells each person what changes for her or him, and everyone else that there is a programme', async () => {
    const { workshop, ref, welcome, work } = await aPublishedWorkshop(world);
    const { member, otherTeam, organiser, moderator } = world.people;
    expect(await told(ref.workshopId, member, otherTeam, moderator)).toEqual([
      'Das Programm für „Ehrenamt gewinnen“ ist da. Sie sind beteiligt: Neu: „Kurze Einsätze“, Freitag, 13. März 2026, 09:30–10:30 Uhr.',
      'Das Programm für „Ehrenamt gewinnen“ ist da.',
      // Who did it knows.
      null,
    ]);
    const later = { ...work, room: 'Keller', responsibleIds: [organiser.membershipId] };
    const revision = await planItems(world, workshop, [{ ...welcome, minutes: 45 }, later]);
    const api = await world.as('moderator');
    await api.agenda.publish.publish({
      ...ref,
      revision,
      version: 2,
      reason: 'Der Saal ist belegt.',
    });
    const [toMember, toOther, toOrganiser] = await told(
      ref.workshopId,
      member,
      otherTeam,
      organiser,
    );
    expect(toOther).toBe(
      'Das Programm für „Ehrenamt gewinnen“ hat sich geändert: Der Saal ist belegt.',
    );
    const changes =
      '„Kurze Einsätze“: um 09:45 Uhr statt um 09:30 Uhr, Raum „Keller“ statt „Saal“. Jetzt dabei: Olga. Nicht mehr dabei: Mona.';
    expect(toMember).toBe(`${toOther} Für Sie: ${changes}`);
    expect(toOrganiser).toBe(`${toOther} Für Sie: ${changes}`);
  });

  it('sent twice is published once', async () => {
    const { ref, revision } = await aPlannedWorkshop(world);
    const api = await world.as('moderator');
    const input = { ...ref, revision, version: 1 };
    const both = await Promise.all([
      api.agenda.publish.publish(input),
      api.agenda.publish.publish(input),
    ]);
    expect(both).toEqual([{ version: 1 }, { version: 1 }]);
    expect(await world.owner.agendaVersion.count({ where: { workshopId: ref.workshopId } })).toBe(
      1,
    );
  });
});

describe('a published programme whose workshop is put off', () => {
  const putOff = async ({ dayId }: { dayId: string }, date: string | null) => {
    const data = { date: date === null ? null : new Date(date) };
    await world.owner.workshopDay.update({ where: { id: dayId }, data });
  };

  it('stands on the new day for everyone, under whatever address and on paper', async () => {
    const { workshop, ref } = await aPublishedWorkshop(world);
    await putOff(workshop, '2026-03-12');
    const { agenda, day } = await world.as('member');
    for (const version of [undefined, 1]) {
      const { programme } = await agenda.publish.programme({ ...ref, version });
      expect(programme!.content.days).toMatchObject([{ date: '2026-03-12', startMinute: 540 }]);
    }
    expect((await day.open(ref)).programme!.days).toMatchObject([{ date: '2026-03-12' }]);
    const sheet = await agenda.paper.read({ ...ref, sheet: 'programme' });
    expect(JSON.stringify(sheet)).toContain('12. März 2026');
    await putOff(workshop, null);
    expect((await day.open(ref)).programme!.days).toMatchObject([{ date: null }]);
  });

  it('need not be published again; what else changes is told alone, earlier versions stay as told', async () => {
    const { workshop, ref, revision, welcome, work } = await aPublishedWorkshop(world);
    await putOff(workshop, '2026-03-12');
    const api = (await world.as('moderator')).agenda.publish;
    const again = { ...ref, version: 2, reason: 'Der Saal ist belegt.' };
    await expect(api.publish({ ...again, revision })).rejects.toMatchObject({
      appCode: 'agenda_is_unchanged',
    });
    const planned = await planItems(world, workshop, [welcome, { ...work, room: 'Keller' }]);
    await api.publish({ ...again, revision: planned });
    const [toMember] = await told(ref.workshopId, world.people.member);
    expect(toMember).toContain('Für Sie: „Kurze Einsätze“: Raum „Keller“ statt „Saal“.');
    const dates = async (version?: number) => {
      const { programme } = await api.programme({ ...ref, version });
      return [programme!.content, programme!.before].map((told) => told?.days[0]!.date);
    };
    expect(await dates()).toEqual(['2026-03-12', '2026-03-12']);
    expect(await dates(1)).toEqual(['2026-03-13', undefined]);
  });
});

/** A final decision that gives the topic so many minutes. */
async function decide(topicId: string, minutes: number) {
  const { owner, cohortA: cohortId, clock } = world;
  const at = clock.now();
  const [ballotId, optionId] = [crypto.randomUUID(), crypto.randomUUID()];
  await owner.ballot.create({
    data: {
      cohortId,
      id: ballotId,
      title: 'Womit füllen wir den Tag?',
      method: 'approval',
      settings: {},
      electorate: 'teams',
      isSecret: false,
      state: 'decided',
      closesAt: at,
      createdAt: at,
    } as never,
  });
  await owner.ballotOption.create({
    data: { cohortId, id: optionId, ballotId, topicId, title: '-', minutes, position: 1 },
  });
  await owner.decision.create({ data: { cohortId, ballotId, decidedAt: at, finalAt: at } });
  await owner.decisionItem.create({
    data: { cohortId, ballotId, optionId, isChosen: true, isDeparture: false },
  });
}
