import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { publish } from '$lib/platform/events.server';
import { newId } from '$lib/platform/id';
import { openHttp, type Http } from '../factories/http';
import { openStream, type Stream } from '../factories/stream';
import { aTopic, topicWords } from '../factories/topic';
import { openWorld, type ActorKind, type World, type WorldPerson } from '../factories/world';

let world: World;
let http: Http;
beforeAll(async () => {
  world = await openWorld();
  http = await openHttp(world);
});
afterAll(async () => {
  await http?.close();
  await world?.close();
});

const open: Stream[] = [];
afterEach(() => open.splice(0).forEach((stream) => stream.close()));

/** A stream that has said "fetch everything" already. */
async function listenAs(who: Exclude<ActorKind, 'anonymous'> | WorldPerson): Promise<Stream> {
  const { sessionId } = typeof who === 'string' ? world.people[who] : who;
  const stream = await openStream(http.address, sessionId);
  open.push(stream);
  expect(await stream.next()).toBe('resync');
  return stream;
}

/** An event that only this person hears: whatever was to be heard before it, has been heard. */
async function markerFor(who: Exclude<ActorKind, 'anonymous'> | WorldPerson): Promise<string> {
  const { accountId } = typeof who === 'string' ? world.people[who] : who;
  const id = newId();
  await world.asSystem(world.cohortA, ({ db }) =>
    publish(db, { cohortId: world.cohortA, kind: 'notice', id, accountId }),
  );
  return id;
}

/** What the stream says until the marker. */
async function heardUntil(stream: Stream, marker: string) {
  const heard = [];
  for (;;) {
    const message = await stream.next();
    if (message === undefined) return 'the stream ended';
    if (message !== 'resync' && message.id === marker) return heard;
    heard.push(message);
  }
}

const heardBy = async (stream: Stream, who: Exclude<ActorKind, 'anonymous'> | WorldPerson) =>
  heardUntil(stream, await markerFor(who));

describe('an event', () => {
  it('comes after the commit, and never after a rollback', async () => {
    const stream = await listenAs('otherTeam');
    const topicId = newId();
    const event = { cohortId: world.cohortA, kind: 'topic', id: topicId };
    let commit = () => {};
    const isDecided = new Promise<void>((resolve) => (commit = resolve));
    let isWritten = () => {};
    const written = new Promise<void>((resolve) => (isWritten = resolve));
    const writing = world.scopeAs('member', async ({ db }) => {
      await publish(db, event);
      isWritten();
      await isDecided;
    });
    await written;
    expect(await heardBy(stream, 'otherTeam')).toEqual([]);
    commit();
    await writing;
    expect(await heardBy(stream, 'otherTeam')).toEqual([event]);

    const failing = world.scopeAs('member', async ({ db }) => {
      await publish(db, { ...event, id: newId() });
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(await heardBy(stream, 'otherTeam')).toEqual([]);
  });

  it('carries ids and nothing else', async () => {
    const stream = await listenAs('otherTeam');
    const secret = 'Streng vertraulich';
    const api = await world.as('member');
    const topic = { cohortId: world.cohortA, topicId: newId() };
    await api.topic.propose({ ...topicWords, ...topic, question: secret, version: 0 });
    await api.comment.create({ ...topic, id: newId(), body: `<p>${secret}</p>` });
    const heard = await heardBy(stream, 'otherTeam');
    expect(heard.length).toBeGreaterThan(1);
    for (const message of heard)
      expect(Object.keys(message).sort()).toEqual(['cohortId', 'id', 'kind']);
    expect(stream.raw()).not.toContain(secret);
  });

  it('is heard by those who read the cohort, and by nobody else', async () => {
    const kinds = ['member', 'moderator', 'organiser', 'outsider', 'partner', 'expert'] as const;
    const others = ['administrator', 'former'] as const;
    const streams = await Promise.all([...kinds, ...others].map((kind) => listenAs(kind)));
    const topicId = await aTopic(world);
    const counts = await Promise.all(
      [...kinds, ...others].map(async (kind, index) => {
        const heard = await heardBy(streams[index]!, kind);
        const isAbout = (message: unknown) => (message as { id: string }).id === topicId;
        return [kind, (heard as unknown[]).some(isAbout)] as const;
      }),
    );
    expect(Object.fromEntries(counts)).toEqual({
      ...{ member: true, moderator: true, organiser: true },
      ...{ outsider: false, partner: false, expert: false, administrator: false, former: false },
    });
  });

  it('about a topic is heard by the expert from the invitation until it is taken back', async () => {
    const stream = await listenAs('expert');
    const topic = { cohortId: world.cohortA, topicId: await aTopic(world) };
    const guest = { ...topic, membershipId: world.people.expert.membershipId };
    const [moderator, member] = [await world.as('moderator'), await world.as('member')];
    const comment = () =>
      member.comment.create({ ...topic, id: newId(), body: '<p>Dazu eine Frage.</p>' });
    const isHeard = async () => (await heardBy(stream, 'expert')).length > 0;

    await comment();
    expect(await isHeard()).toBe(false);
    await moderator.topic.setGuest({ ...guest, isInvited: true });
    await heardBy(stream, 'expert');
    await comment();
    expect(await isHeard()).toBe(true);
    await moderator.topic.setGuest({ ...guest, isInvited: false });
    await heardBy(stream, 'expert');
    await comment();
    expect(await isHeard()).toBe(false);
  });

  it('is heard no more by whoever owes a newer charter, until it is accepted', async () => {
    const { cohortA: cohortId, people } = world;
    const stream = await listenAs('partnerMember');
    const isHeard = async () => {
      await happen();
      return (await heardBy(stream, 'partnerMember')).length > 0;
    };
    const happen = () =>
      world.asSystem(cohortId, ({ db }) => publish(db, { cohortId, kind: 'topic', id: newId() }));
    expect(await isHeard()).toBe(true);

    const charterId = newId();
    await (
      await world.as('organiser')
    ).charter.publish({
      ...{ cohortId, id: charterId, bodyDe: '<p>Neu</p>', bodyEn: '<p>New</p>' },
      ...{ changesDe: 'Alles', changesEn: 'Everything', baseVersion: 1 },
    });
    await heardBy(stream, 'partnerMember');
    expect(await isHeard()).toBe(false);
    await (await world.as('partnerMember')).charter.accept({ cohortId, charterId });
    expect(await isHeard()).toBe(true);

    const rest = Object.values(people).filter(({ name }) => name !== 'Olga' && name !== 'Ben');
    const accounts = rest.map(({ accountId }) => ({ accountId, cohortId, charterId }));
    const at = world.clock.now();
    await world.owner.charterAcceptance.createMany({
      data: accounts.map((one) => ({ ...one, at })),
    });
  });
});

describe('a stream', () => {
  const placeInMenden = () =>
    ({ cohortId: world.cohortA, role: 'member', teamId: world.teams.menden }) as const;

  it('is for those who are signed in', async () => {
    for (const sessionId of [null, 'x'.repeat(40)]) {
      const stream = await openStream(http.address, sessionId);
      expect(await stream.next()).toBeUndefined();
      expect(stream.raw()).toContain('sign_in_required');
    }
  });

  it('ends when its person signs out, and only hers', async () => {
    const person = await world.addPerson('Sina', placeInMenden());
    const [hers, other] = [await listenAs(person), await listenAs('member')];
    await (await world.as(person)).account.signOut();
    expect(await heardBy(hers, person)).toBe('the stream ended');
    expect(await heardBy(other, 'member')).toEqual([]);
  });

  it('ends when another device signs this one out', async () => {
    const person = await world.addPerson('Tine', placeInMenden());
    const elsewhere = await world.services.sessions.start(person.accountId, 'Test');
    const stream = await listenAs(person);
    await (await world.as({ ...person, sessionId: elsewhere.id })).account.signOutEverywhere();
    expect(await heardBy(stream, person)).toBe('the stream ended');
  });

  it('ends with the membership', async () => {
    const person = await world.addPerson('Uta', placeInMenden());
    const stream = await listenAs(person);
    await (
      await world.as('organiser')
    ).membership.end({
      ...{ cohortId: world.cohortA, membershipId: person.membershipId, reason: 'Neue Stelle' },
    });
    await aTopic(world);
    const heard = await heardBy(stream, person);
    expect(heard).toBe('the stream ended');
    expect(stream.raw()).not.toContain('"topic"');
  });

  it('ends without a failure where whoever listens is gone, which could end the program', async () => {
    const leaving = new AbortController();
    const api = await world.as('member', { signal: leaving.signal });
    const messages = (await api.live.events())[Symbol.asyncIterator]();
    expect((await messages.next()).value).toBe('resync');
    const next = messages.next();
    leaving.abort();
    await expect(next).resolves.toMatchObject({ done: true });
  });

  it('ends without a failure, too, where the database does not answer', async () => {
    const [member, expert] = [await world.as('member'), await world.as('expert')];
    const { cohortA: cohortId, people } = world;
    const cases = [
      {
        api: member,
        event: { kind: 'account', accountId: people.member.accountId },
        asked: 'app.session_find(text, timestamptz)',
      },
      { api: expert, event: { kind: 'topic' }, asked: 'app.my_guest_topics()' },
    ];
    for (const { api, event, asked } of cases) {
      const messages = (await api.live.events())[Symbol.asyncIterator]();
      expect((await messages.next()).value).toBe('resync');
      const next = messages.next();
      await world.owner.$executeRawUnsafe(`REVOKE EXECUTE ON FUNCTION ${asked} FROM werkraum_app`);
      try {
        await world.asSystem(cohortId, ({ db }) =>
          publish(db, { cohortId, id: newId(), ...event }),
        );
        await expect(next).resolves.toMatchObject({ done: true });
      } finally {
        await world.owner.$executeRawUnsafe(`GRANT EXECUTE ON FUNCTION ${asked} TO werkraum_app`);
      }
    }
  });

  it('asks for everything again after the database was away', async () => {
    const stream = await listenAs('moderator');
    const database = new URL(world.urls.appUrl).pathname.slice(1);
    const superuser = new pg.Client({ connectionString: inject('superuserUrl') });
    await superuser.connect();
    const { rowCount } = await superuser.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = $1 AND query LIKE 'LISTEN%'`,
      [database],
    );
    await superuser.end();
    expect(rowCount).toBe(1);
    expect(await stream.next()).toBe('resync');
    expect(await heardBy(stream, 'moderator')).toEqual([]);
  });

  it('ends before the program does, which would wait for it', async () => {
    const stream = await listenAs('member');
    await world.services.events.close();
    expect(await stream.next()).toBeUndefined();
    await http.close();
  });
});
