import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { record } from '$lib/activity/commands.server';
import { noticeWishes } from '$lib/notice/schema';
import { unsubscribeToken } from '$lib/notice/unsubscribe-token';
import { newId } from '$lib/platform/id';
import { enqueue } from '$lib/platform/jobs.server';
import { aTopic, follows, happens, workOff } from '../factories/notice';
import { someWorkshop } from './workshop.access';
import { openWorld, type ActorKind, type World } from '../factories/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());
beforeEach(async () => {
  await world.owner.$executeRaw`DELETE FROM pgboss.job`;
  await world.owner.notice.deleteMany();
  await world.owner.noticeSetting.deleteMany();
  await world.owner.mail.deleteMany();
});

/** So late in Berlin, tomorrow or on a day after it: everybody is still signed in. */
function berlin(time: string, { day = 0 } = {}): Date {
  const tomorrow = Temporal.Now.plainDateISO('Europe/Berlin').add({ days: 1 + day });
  const at = tomorrow.toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime: time });
  return new Date(at.epochMilliseconds);
}
beforeEach(() => world.clock.set(berlin('12:00')));

const wish = async (who: ActorKind, wishes: Record<string, unknown>) =>
  (await world.as(who)).notice.saveWishes(noticeWishes.parse(wishes));

async function told(): Promise<Record<string, string>> {
  const rows = await world.owner.notice.findMany();
  const names = new Map(Object.values(world.people).map((p) => [p.accountId, p.name]));
  return Object.fromEntries(rows.map((row) => [names.get(row.accountId)!, row.kind]));
}

const mails = () =>
  world.owner.mail.findMany({ include: { content: true }, orderBy: { id: 'asc' } });

describe('who is told', () => {
  it('of a proposal: everyone who reads the cohort, but not the one who made it', async () => {
    await happens(world, 'member', 'topic_proposed', await aTopic(world));
    await workOff(world);
    expect(await told()).toEqual({ Ben: 'topic', Clara: 'topic', Mona: 'topic', Olga: 'topic' });
  });

  it('of a date: everyone who was there already, partners too, and which date it is', async () => {
    const fix = async () =>
      (await world.as('organiser')).workshop.save({
        ...someWorkshop(world),
        title: 'Auftakt',
        days: [{ id: newId(), date: '2026-03-13', startMinute: 540, endMinute: 960 }],
      });
    await fix();
    const late = { cohortId: world.cohortA, accountId: world.people.partner.accountId };
    await world.owner.membership.updateMany({
      where: late,
      data: { joinedAt: new Date(world.clock.now().getTime() + 1) },
    });
    await workOff(world);
    expect(Object.keys(await told())).not.toContain(world.people.partner.name);
    expect(Object.keys(await told())).toContain(world.people.member.name);
    await world.owner.membership.updateMany({
      where: late,
      data: { joinedAt: world.clock.now() },
    });
    await fix();
    await workOff(world);
    const partner = await world.as('partner');
    const { notices } = await partner.notice.list({ cohortId: world.cohortA, before: null });
    expect(notices.map(({ facts }) => facts)).toMatchObject([
      { title: 'Auftakt', date: '2026-03-13' },
    ]);
    // An expert who was not invited hears of neither.
    expect(Object.keys(await told())).not.toContain(world.people.expert.name);
  });

  it('of a comment: followers and the team; who is mentioned or quoted, as that', async () => {
    const topic = await aTopic(world);
    await follows(world, topic, 'moderator');
    await follows(world, topic, 'otherTeam');
    await happens(world, 'moderator', 'topic_commented', topic, {
      mentionIds: [world.people.organiser.accountId],
      quotedAuthorId: world.people.otherTeam.accountId,
    });
    await workOff(world);
    expect(await told()).toEqual({
      Anna: 'comment',
      Ben: 'comment',
      Olga: 'mention',
      Clara: 'mention',
    });
  });

  it('of a topic that waits for its team: that team alone', async () => {
    const topic = await aTopic(world, { state: 'unconfirmed' });
    await follows(world, topic, 'otherTeam');
    await happens(world, 'moderator', 'topic_entered', topic);
    await happens(world, 'moderator', 'topic_commented', topic);
    await workOff(world);
    expect(Object.keys(await told()).sort()).toEqual(['Anna', 'Ben']);
  });

  it('never anyone who may not read it, even if mentioned', async () => {
    const outsiders = ['outsider', 'former', 'expert', 'partner', 'administrator'] as const;
    const mentionIds = outsiders.map((who) => world.people[who].accountId);
    const topic = await aTopic(world);
    for (const who of outsiders) await follows(world, topic, who);
    await happens(world, 'member', 'topic_commented', topic, { mentionIds });
    await workOff(world);
    expect(Object.keys(await told())).toEqual(['Ben']);
  });

  it('once, even if the job runs again', async () => {
    await happens(world, 'member', 'topic_proposed', await aTopic(world));
    await workOff(world);
    await world.owner.$executeRaw`UPDATE pgboss.job SET state = 'created', start_after = now()
      WHERE name = 'notice.fan-out'`;
    expect(await workOff(world)).toBeGreaterThan(0);
    expect(await world.owner.notice.count()).toBe(4);
  });
});

describe('the list', () => {
  it('shows one’s own, is marked read, and unread again', async () => {
    const topic = await aTopic(world, { question: 'Wie danken wir?' });
    await happens(world, 'member', 'topic_proposed', topic);
    await workOff(world);
    const api = await world.as('otherTeam');
    const { notices, unread } = await api.notice.list({ cohortId: world.cohortA });
    expect(unread).toBe(1);
    expect(notices).toMatchObject([
      { kind: 'topic_proposed', actorName: 'Anna', subjectTitle: 'Wie danken wir?', isRead: false },
    ]);
    const done = await api.notice.markAllRead({
      cohortId: world.cohortA,
      until: notices[0]!.id,
    });
    expect(await api.notice.countUnread()).toBe(0);
    await api.notice.undoRead({ cohortId: world.cohortA, readAt: done.readAt });
    expect(await api.notice.countUnread()).toBe(1);
    const one = { cohortId: world.cohortA, noticeId: notices[0]!.id };
    const { readAt } = await api.notice.markRead(one);
    expect(await api.notice.countUnread()).toBe(0);
    await api.notice.undoRead({ cohortId: world.cohortA, readAt });
    expect(await api.notice.countUnread()).toBe(1);
  });
});

describe('opening the page that notices lead to', () => {
  const see = async (who: ActorKind, path: string) =>
    (await world.as(who)).notice.markSeen({ cohortId: world.cohortA, path });

  it('marks them as read, for the reader alone, and no others', async () => {
    const home = `/cohorts/${world.cohortA}`;
    const topic = await aTopic(world);
    await happens(world, 'member', 'topic_proposed', topic);
    await follows(world, topic, 'otherTeam');
    const facts = { commentId: newId() };
    await happens(world, 'member', 'topic_commented', topic, facts);
    await happens(world, 'member', 'topic_proposed', await aTopic(world));
    await happens(world, 'member', 'person_joined', newId(), { person: 'Eva' });
    await workOff(world);

    const clara = await world.as('otherTeam');
    expect(await clara.notice.countUnread()).toBe(4);
    expect(await see('otherTeam', `${home}/topics/${topic}`)).toEqual({ count: 2 });
    expect(await see('otherTeam', `${home}/topics/${topic}`)).toEqual({ count: 0 });
    expect(await see('otherTeam', `${home}/log`)).toEqual({ count: 1 });
    expect(await clara.notice.countUnread()).toBe(1);
    expect(await (await world.as('moderator')).notice.countUnread()).toBe(3);
  });
});

describe('the mail about it', () => {
  it('comes at seven the next morning, once, if nothing else was chosen', async () => {
    const topic = await aTopic(world);
    await follows(world, topic, 'otherTeam');
    await happens(world, 'organiser', 'topic_commented', topic);
    await happens(world, 'organiser', 'topic_commented', topic);
    await workOff(world);
    expect(await mails()).toEqual([]);
    world.clock.set(berlin('06:59', { day: 1 }));
    await runMailJob();
    expect(await mails()).toEqual([]);
    world.clock.set(berlin('07:00', { day: 1 }));
    await runMailJob();
    await runMailJob();
    const sent = await mails();
    expect(sent.map((mail) => mail.recipient).sort()).toEqual(
      [
        world.people.member.email,
        world.people.partnerMember.email,
        world.people.otherTeam.email,
      ].sort(),
    );
    expect(sent[0]!.content!.subject).toBe('2 neue Kommentare zu Themen, denen Sie folgen');
  });

  it('says nothing confidential, and can be ended with one click', async () => {
    const topic = await aTopic(world, { question: 'Ein heikles Thema' });
    await wish('partnerMember', { pace: 'at_once' });
    await happens(world, 'member', 'topic_commented', topic, { question: 'Ein heikles Thema' });
    await workOff(world);
    const [mail] = await mails();
    const { subject, text, html, headers } = mail!.content!;
    expect(subject).toBe('Neuer Kommentar zu einem Thema, dem Sie folgen');
    for (const part of [subject, text, html]) expect(part).not.toMatch(/heikles|Anna|Ahlen/);
    expect(text).toContain(`/topics/${topic}`);
    const cohort = await world.owner.cohort.findUniqueOrThrow({ where: { id: world.cohortA } });
    expect(text).toContain(`„${cohort.name}“`);
    expect(headers).toMatchObject({
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'List-Unsubscribe': expect.stringMatching(/^<http:\/\/localhost:3000\/unsubscribe\/[\w-]+>$/),
    });
  });

  it('waits for the end of the quiet hours', async () => {
    await wish('partnerMember', {
      pace: 'at_once',
      hasQuietHours: true,
      quietFrom: 20,
      quietUntil: 9,
    });
    world.clock.set(berlin('21:30'));
    await happens(world, 'member', 'topic_commented', await aTopic(world));
    await workOff(world);
    world.clock.set(berlin('08:59', { day: 1 }));
    await runMailJob();
    expect(await mails()).toEqual([]);
    world.clock.set(berlin('09:00', { day: 1 }));
    await runMailJob();
    expect(await mails()).toHaveLength(1);
  });

  it('is not sent about what was read, nor to who wants none, nor about a kind switched off', async () => {
    await wish('otherTeam', { pace: 'off' });
    await wish('moderator', { pace: 'daily', topic: 'off' });
    await happens(world, 'member', 'topic_proposed', await aTopic(world));
    await workOff(world);
    const api = await world.as('organiser');
    const { notices } = await api.notice.list({ cohortId: world.cohortA });
    await api.notice.markAllRead({ cohortId: world.cohortA, until: notices[0]!.id });
    world.clock.set(berlin('07:00', { day: 1 }));
    await runMailJob();
    expect((await mails()).map((mail) => mail.recipient)).toEqual([
      world.people.partnerMember.email,
    ]);
  });

  it('follows a new choice, for what still waits too', async () => {
    await happens(world, 'member', 'topic_proposed', await aTopic(world));
    await workOff(world);
    await wish('otherTeam', { pace: 'at_once' });
    await runMailJob();
    expect((await mails()).map((mail) => mail.recipient)).toEqual([world.people.otherTeam.email]);
  });

  it('ends with the link at its end, and only with a real one', async () => {
    const { pepper } = await world.owner.installation.findFirstOrThrow();
    const token = unsubscribeToken(world.people.otherTeam.accountId, pepper);
    const forged = unsubscribeToken(world.people.otherTeam.accountId, new Uint8Array(32));
    const api = await world.as('anonymous');
    await happens(world, 'member', 'topic_proposed', await aTopic(world));
    await workOff(world);
    await expect(api.notice.unsubscribe({ token: forged })).rejects.toMatchObject({
      appCode: 'not_found',
    });
    await expect(api.notice.unsubscribe({ token: 'x' })).rejects.toMatchObject({
      appCode: 'not_found',
    });
    await api.notice.unsubscribe({ token });
    expect(await (await world.as('otherTeam')).notice.wishes()).toMatchObject({ pace: 'off' });
    world.clock.set(berlin('07:00', { day: 1 }));
    await runMailJob();
    expect((await mails()).map((mail) => mail.recipient)).not.toContain(
      world.people.otherTeam.email,
    );
  });
});

describe('an announcement', () => {
  it('is mailed at once to all whom it addresses, whatever they chose', async () => {
    await wish('otherTeam', { pace: 'off' });
    const id = await announce({ roles: ['member'] });
    await workOff(world);
    expect(Object.keys(await told()).sort()).toEqual(['Anna', 'Ben', 'Clara']);
    const sent = await mails();
    expect(sent).toHaveLength(3);
    expect(sent[0]!.content!.subject).toBe('Mitteilung im Werkraum');
    // The words, not their markup.
    expect(sent[0]!.content!.text).toContain('Das Hotel hat sich geändert.\n\nBitte umbuchen.');
    expect(sent[0]!.content!.text).toContain(`/announcements#${id}`);
  });
});

/** What the clock starts every minute. */
async function runMailJob() {
  await world.asSystem(null, async ({ db }) => {
    await enqueue(db, 'notice.mail', { cohortId: null });
  });
  await workOff(world);
}

async function announce({ roles }: { roles: 'member'[] }): Promise<string> {
  const id = newId(world.clock.now());
  const { cohortA } = world;
  await world.scopeAs('organiser', async (scope) => {
    await scope.db.announcement.create({
      data: {
        cohortId: cohortA,
        id,
        byId: world.people.organiser.accountId,
        subject: 'Neues Hotel',
        body: '<p>Das Hotel hat sich <strong>geändert</strong>.</p><p>Bitte umbuchen.</p>',
        teamIds: [],
        roles,
        createdAt: world.clock.now(),
      },
    });
    await record(scope, {
      cohortId: cohortA,
      kind: 'announcement',
      subjectKind: 'announcement',
      subjectId: id,
    });
  });
  return id;
}
