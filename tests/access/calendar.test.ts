import ICAL from 'ical.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MailCalendar } from '$lib/platform/mail.server';
import { settableKinds } from '$lib/notice/kinds';
import { noticeJobs } from '$lib/notice/jobs.server';
import { calendarJobs } from '$lib/workshop/calendar/jobs.server';
import { workOffJobs } from '../../src/server/jobs';
import { openWorld, type ActorKind, type World } from '../factories/world';
import { someWorkshop } from './workshop.access';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const workOff = () => workOffJobs(world.urls.appUrl, world.services, { error() {} }, calendarJobs);

/** What went to calendars since the last look: to whom, what, and the events as another parser reads them. */
async function mailed() {
  await workOff();
  const mails = await world.owner.mail.findMany({
    where: { kind: 'calendar' },
    include: { content: true },
    orderBy: { id: 'asc' },
  });
  await world.owner.mail.deleteMany({});
  return mails.map(({ recipient, content }) => {
    const { method, content: text } = content!.calendar as unknown as MailCalendar;
    const calendar = new ICAL.Component(ICAL.parse(text));
    expect(calendar.getFirstPropertyValue('method')).toBe(method);
    const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!);
    return {
      to: recipient,
      method,
      subject: content!.subject,
      uid: event.uid,
      sequence: event.sequence,
      place: event.location,
      start: event.startDate.toICALString(),
    };
  });
}

const invitees = () =>
  (['member', 'partnerMember', 'otherTeam', 'moderator', 'organiser'] as const)
    .map((who) => world.people[who].email)
    .toSorted();

/** A workshop on this day two weeks after 1 March. */
const fixed = (date: string) => {
  const workshop = someWorkshop(world);
  return { ...workshop, days: [{ ...workshop.days[0]!, date }] };
};

describe('the calendars of a workshop', () => {
  beforeEach(async () => {
    world.clock.set(new Date('2026-03-01T08:00:00Z'));
    await world.owner.workshop.deleteMany({});
    await mailed();
  });

  it('learn the date, what changes about it, that it is cancelled, and takes place after all; each person once', async () => {
    const api = await world.as('moderator');
    const workshop = fixed('2026-03-13');
    await api.workshop.save(workshop);
    const first = await mailed();
    expect(first.map(({ to }) => to).toSorted()).toEqual(invitees());
    expect(new Set(first.map(({ method }) => method))).toEqual(new Set(['REQUEST']));
    expect(first[0]).toMatchObject({
      place: 'Haus am Dom, Olpe',
      start: '20260313T083000Z',
      sequence: 1,
    });
    expect(first[0]!.subject).not.toContain(workshop.title);
    // Once more does nothing, and a new text is nothing for a calendar.
    await api.workshop.save({ ...workshop, version: 1, about: '<p>Bitte Fälle mitbringen.</p>' });
    expect(await mailed()).toEqual([]);

    const day = { ...workshop.days[0]!, date: '2026-03-30' };
    await api.workshop.save({ ...workshop, version: 2, place: 'Rathaus', days: [day] });
    const moved = await mailed();
    expect(moved).toHaveLength(first.length);
    // Clocks were put forward the day before.
    expect(moved[0]).toMatchObject({
      method: 'REQUEST',
      place: 'Rathaus',
      start: '20260330T073000Z',
      uid: first[0]!.uid,
      sequence: 2,
    });

    const { cohortId, workshopId } = workshop;
    await api.workshop.cancel({ cohortId, workshopId, reason: 'Der Saal ist abgebrannt.' });
    const cancelled = await mailed();
    expect(cancelled).toHaveLength(first.length);
    expect(cancelled[0]).toMatchObject({ method: 'CANCEL', uid: first[0]!.uid, sequence: 3 });
    expect(await mailed()).toEqual([]);

    await api.workshop.resume({ cohortId, workshopId });
    const resumed = await mailed();
    expect(resumed.map(({ to }) => to).toSorted()).toEqual(invitees());
    expect(resumed[0]).toMatchObject({ method: 'REQUEST', uid: first[0]!.uid, sequence: 4 });
  });

  it('of an expert follow the invitation, and nobody else is written to again', async () => {
    const api = await world.as('moderator');
    const workshop = fixed('2026-03-13');
    await api.workshop.save(workshop);
    await mailed();
    const { membershipId, email } = world.people.expert;
    await api.workshop.save({ ...workshop, version: 1, guestIds: [membershipId] });
    expect(await mailed()).toMatchObject([{ to: email, method: 'REQUEST' }]);
    await api.workshop.save({ ...workshop, version: 2, guestIds: [] });
    expect(await mailed()).toMatchObject([{ to: email, method: 'CANCEL' }]);
  });

  it('are told by the one mail; partners, who get none for a calendar, by another', async () => {
    await world.owner.notice.deleteMany({});
    // What was before somebody's time is no news.
    await world.owner.membership.updateMany({ data: { joinedAt: world.clock.now() } });
    const api = await world.as('moderator');
    const workshop = fixed('2026-03-13');
    await api.workshop.save(workshop);
    await workOffJobs(world.urls.appUrl, world.services, { error() {} }, noticeJobs);
    const { people } = world;
    // Another wish does not bring a second mail either.
    const wishes = { pace: 'at_once', hasQuietHours: false, quietFrom: 0, quietUntil: 0 } as const;
    const finer = Object.fromEntries(settableKinds.map((kind) => [kind, '']));
    await (await world.as('member')).notice.saveWishes({ ...wishes, ...finer } as never);
    const notices = await world.owner.notice.findMany({ where: { kind: 'date' } });
    const isMailed = ({ accountId }: { accountId: string }) => {
      const notice = notices.find((one) => one.accountId === accountId)!;
      return notice.mailDueAt !== null;
    };
    expect([people.member, people.organiser, people.partner].map(isMailed)).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('fixed before there were invitations are told when something changes, or to a new expert', async () => {
    const api = await world.as('moderator');
    const workshop = fixed('2026-03-13');
    await api.workshop.save(workshop);
    const { workshopId } = workshop;
    await workOff();
    await world.owner.calendarEntry.deleteMany({ where: { workshopId } });
    await world.owner.workshop.update({ where: { id: workshopId }, data: { sequence: 0 } });
    await mailed();
    await api.workshop.save({ ...workshop, version: 1, about: '<p>Bitte Fälle mitbringen.</p>' });
    expect(await mailed()).toEqual([]);
    const { membershipId, email } = world.people.expert;
    const guestIds = [membershipId];
    await api.workshop.save({ ...workshop, version: 2, guestIds });
    expect(await mailed()).toMatchObject([{ to: email, method: 'REQUEST' }]);
    await api.workshop.save({ ...workshop, version: 3, guestIds, place: 'Rathaus' });
    expect((await mailed()).map(({ to }) => to).toSorted()).toEqual(
      [...invitees(), email].toSorted(),
    );
  });

  it('learn of a day that was dropped', async () => {
    const api = await world.as('moderator');
    const workshop = fixed('2026-03-13');
    const second = { ...fixed('2026-03-14').days[0]! };
    await api.workshop.save({ ...workshop, days: [...workshop.days, second] });
    expect(await mailed()).toHaveLength(invitees().length * 2);
    await api.workshop.save({ ...workshop, version: 1 });
    const mine = (await mailed()).filter(({ to }) => to === world.people.member.email);
    // The first day has another name now: it is the only one.
    expect(mine.map(({ method, uid }) => [method, uid.slice(0, 36)]).toSorted()).toEqual([
      ['CANCEL', second.id],
      ['REQUEST', workshop.days[0]!.id],
    ]);
  });

  it('of those who join or leave later are brought up to date', async () => {
    const api = await world.as('moderator');
    await api.workshop.save(fixed('2026-03-13'));
    await mailed();
    const catchUp = () =>
      world.asSystem(null, (scope) => calendarJobs[1]!.run(scope, {}, world.services));
    await catchUp();
    expect(await mailed()).toEqual([]);
    const { cohortA: cohortId, teams, owner } = world;
    const place = { cohortId, role: 'member', teamId: teams.menden } as const;
    const late = await world.addPerson('Linus', place);
    await catchUp();
    expect(await mailed()).toMatchObject([{ to: late.email, method: 'REQUEST' }]);
    const endedAt = world.clock.now();
    await owner.membership.update({ where: { id: late.membershipId }, data: { endedAt } });
    await catchUp();
    expect(await mailed()).toMatchObject([{ to: late.email, method: 'CANCEL' }]);
  });
});

describe('the feed of a calendar', () => {
  const tokenIn = (url: string) => /\/calendar\/([\w-]+)\.ics$/.exec(url)![1]!;
  const newAddress = async (who: ActorKind) =>
    tokenIn((await (await world.as(who)).calendar.renew()).url);
  const eventsOf = async (token: string) => {
    const { content } = await (await world.as('anonymous')).calendar.read({ token });
    const calendar = new ICAL.Component(ICAL.parse(content));
    return calendar.getAllSubcomponents('vevent').map((component) => ({
      title: new ICAL.Event(component).summary,
      start: new ICAL.Event(component).startDate.toICALString(),
      status: component.getFirstPropertyValue('status'),
    }));
  };
  const missing = { appCode: 'not_found' };

  beforeEach(() => world.owner.workshop.deleteMany({}).then(() => undefined));

  it('holds what is fixed, and says what is cancelled; nothing of what is only planned', async () => {
    const token = await newAddress('member');
    const api = await world.as('moderator');
    await api.workshop.save(someWorkshop(world));
    const cancelled = { ...fixed('2026-03-27'), title: 'Fachtagung' };
    await api.workshop.save({ ...fixed('2026-03-29'), title: 'Umstellung' });
    await api.workshop.save(cancelled);
    const { cohortId, workshopId } = cancelled;
    await api.workshop.cancel({ cohortId, workshopId, reason: 'Sturm' });
    const events = await eventsOf(token);
    expect(events.toSorted((one, other) => one.start.localeCompare(other.start))).toEqual([
      { title: 'Fachtagung', start: '20260327T083000Z', status: 'CANCELLED' },
      { title: 'Umstellung', start: '20260329T073000Z', status: 'CONFIRMED' },
    ]);
    // Nothing of what is not for a calendar.
    const { content } = await (await world.as('anonymous')).calendar.read({ token });
    expect(content).not.toContain('Sturm');
  });

  it('is the same text as long as nothing changes', async () => {
    const token = await newAddress('member');
    await (await world.as('moderator')).workshop.save(fixed('2026-03-13'));
    const read = async () => (await (await world.as('anonymous')).calendar.read({ token })).content;
    const before = await read();
    world.clock.advance(3_600_000);
    expect(await read()).toBe(before);
  });

  it('holds for experts what they were invited to, and for partners and former people nothing', async () => {
    const [expert, partner, former] = [
      await newAddress('expert'),
      await newAddress('partner'),
      await newAddress('former'),
    ];
    const api = await world.as('moderator');
    await api.workshop.save(fixed('2026-03-13'));
    const guestIds = [world.people.expert.membershipId];
    await api.workshop.save({ ...fixed('2026-03-20'), title: 'Mit Gast', guestIds });
    expect((await eventsOf(expert)).map(({ title }) => title)).toEqual(['Mit Gast']);
    expect(await eventsOf(partner)).toEqual([]);
    expect(await eventsOf(former)).toEqual([]);
  });

  it('ends with its address: renewed, switched off', async () => {
    const first = await newAddress('member');
    const second = await newAddress('member');
    const api = await world.as('anonymous');
    await expect(api.calendar.read({ token: first })).rejects.toMatchObject(missing);
    await expect(api.calendar.read({ token: second })).resolves.toBeDefined();
    await (await world.as('member')).calendar.switchOff();
    await expect(api.calendar.read({ token: second })).rejects.toMatchObject(missing);
    expect(await (await world.as('member')).calendar.mine()).toEqual({ since: null });
  });
});
