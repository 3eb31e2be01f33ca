import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '$lib/platform/id';
import { openContext } from '../../src/server/services';
import { createCaller } from '../../src/server/router';
import { newAccount } from '../factories/keys';
import { givePassword } from '../factories/password';
import { openWorld, type World, type WorldPerson } from '../factories/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());
beforeEach(() => world.owner.attempt.deleteMany());

const wrongSecret = () => randomBytes(32).toString('base64url');
const MINUTE = 60_000;

async function someone(): Promise<WorldPerson & { signInSecret: string }> {
  const place = { cohortId: world.cohortA, role: 'member', teamId: world.teams.ahlen } as const;
  const person = await world.addPerson('Gerd', place);
  return { ...person, ...(await givePassword(world, person)) };
}

/** Signs in as a browser would; returns the session that its cookie got. */
async function signIn(email: string, signInSecret: string, address = '192.0.2.1') {
  let cookie: string | null = null;
  const context = await openContext(world.services, {
    sessionId: null,
    locale: 'de',
    address,
    device: 'Test',
    cookies: { setSession: (id) => (cookie = id), clearSession() {} },
  });
  const answer = await createCaller(context).account.signIn({ email, signInSecret });
  return { answer, cookie };
}

interface Refused {
  appCode: string;
  facts: { seconds?: number };
}

const refusal = (email: string, secret: string, address?: string) =>
  signIn(email, secret, address).then<'signed in', Refused>(
    () => 'signed in',
    (error: { appCode: string; cause: { facts: { seconds?: number } } }) => ({
      appCode: error.appCode,
      facts: error.cause.facts,
    }),
  );

describe('signing in', () => {
  it('sets the cookie and keeps the session id out of the answer', async () => {
    const { email, signInSecret, accountId } = await someone();
    const { answer, cookie } = await signIn(email.toUpperCase(), signInSecret);
    expect(answer).toEqual({ signedIn: { accountId, keys: null }, secondStep: null });
    expect((await world.services.sessions.find(cookie!))?.person.accountId).toBe(accountId);
  });

  it('answers a wrong password, an unknown address and a deleted account alike', async () => {
    const known = await someone();
    const deleted = await someone();
    const deletedAt = world.clock.now();
    await world.owner.account.update({ where: { id: deleted.accountId }, data: { deletedAt } });
    const failed = { appCode: 'sign_in_failed', facts: {} };
    expect(await refusal(known.email, wrongSecret())).toEqual(failed);
    expect(await refusal('nobody@example.org', wrongSecret())).toEqual(failed);
    expect(await refusal(deleted.email, deleted.signInSecret)).toEqual(failed);
  });

  it('gives unknown addresses parameters that look like real ones and stay the same', async () => {
    const { email } = await someone();
    await world.owner.credential.updateMany({
      where: { email: { not: email } },
      data: {
        stretching: (await world.owner.credential.findFirstOrThrow({ where: { email } }))
          .stretching!,
      },
    });
    const api = await world.as('anonymous');
    const known = await api.account.signInParameters({ email });
    const unknown = await api.account.signInParameters({ email: 'nobody@example.org' });
    expect(await api.account.signInParameters({ email: ' Nobody@example.org' })).toEqual(unknown);
    expect({ ...unknown, salt: '' }).toEqual({ ...known, salt: '' });
    expect(unknown.salt).toHaveLength(known.salt.length);
    // Not even by the order in which an answer names them.
    expect(Object.keys(known)).toEqual(Object.keys(unknown));
    expect(unknown.salt).not.toBe(known.salt);
  });

  it('ends the session that the browser had before', async () => {
    const { email, signInSecret, sessionId } = await someone();
    const api = await world.as({ sessionId } as WorldPerson);
    await api.account.signIn({ email, signInSecret });
    expect(await world.services.sessions.find(sessionId)).toBeNull();
  });
});

describe('limits on attempts', () => {
  it('count although the refused attempt is rolled back, and grow', async () => {
    const { email } = await someone();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 9; attempt += 1) {
      const answer = await refusal(email, wrongSecret());
      if (answer === 'signed in') throw new Error('signed in with a wrong secret');
      if (answer.appCode === 'sign_in_failed') continue;
      waits.push(answer.facts.seconds!);
      world.clock.advance(answer.facts.seconds! * 1000);
    }
    expect(waits).toEqual([5, 10]);
  });

  it('never answer a right secret while one has to wait, and let it in afterwards', async () => {
    const { email, signInSecret } = await someone();
    for (let attempt = 0; attempt < 5; attempt += 1) await refusal(email, wrongSecret());
    expect(await refusal(email, signInSecret)).toMatchObject({ appCode: 'too_many_attempts' });
    expect(await refusal(email, signInSecret)).toMatchObject({ facts: { seconds: 5 } });
    world.clock.advance(5_000);
    expect(await refusal(email, signInSecret)).toBe('signed in');
    expect(await refusal(email, wrongSecret())).toMatchObject({ appCode: 'sign_in_failed' });
  });

  it('hold for attempts at the same moment', async () => {
    const { email } = await someone();
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => refusal(email, wrongSecret())),
    );
    const looked = answers.filter((a) => a !== 'signed in' && a.appCode === 'sign_in_failed');
    expect(looked).toHaveLength(5);
  });

  it('hold nobody up who began a moment before somebody else of the same address', async () => {
    const people = [await someone(), await someone()];
    for (const { email, signInSecret } of people) {
      expect(await refusal(email, signInSecret)).toBe('signed in');
      world.clock.advance(-5);
    }
    const { email } = people[0]!;
    const answers: unknown[] = [];
    for (let attempt = 0; attempt < 6; attempt += 1) {
      answers.push(await refusal(email, wrongSecret()));
      world.clock.advance(-1);
    }
    const failed = { appCode: 'sign_in_failed', facts: {} };
    const refused = { appCode: 'too_many_attempts', facts: { seconds: 5 } };
    expect(answers).toEqual([...Array.from({ length: 5 }, () => failed), refused]);
  });

  it('do not keep a person out whose account is tried from elsewhere for a day', async () => {
    const { email, signInSecret } = await someone();
    for (let minute = 0; minute < 24 * 60; minute += 10) {
      await refusal(email, wrongSecret(), `198.51.100.${(minute / 10) % 250}`);
      world.clock.advance(10 * MINUTE);
    }
    world.clock.advance(MINUTE);
    expect(await refusal(email, signInSecret, '192.0.2.77')).toBe('signed in');
  });

  it('survive a restart: they stand in the database, without addresses', async () => {
    const { email } = await someone();
    for (let attempt = 0; attempt < 5; attempt += 1) await refusal(email, wrongSecret());
    const rows = await world.owner.attempt.findMany();
    expect(rows.map((row) => row.key)).toEqual([
      expect.stringMatching(/^[0-9a-f]{64}$/),
      expect.stringMatching(/^[0-9a-f]{64}$/),
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ]);
  });

  it('let 25 people behind one address in within five minutes, each after two slips', async () => {
    const people = await Promise.all(Array.from({ length: 25 }, someone));
    const begin = world.clock.now().getTime();
    for (const { email, signInSecret } of people) {
      expect(await refusal(email, wrongSecret())).toMatchObject({ appCode: 'sign_in_failed' });
      expect(await refusal(email, wrongSecret())).toMatchObject({ appCode: 'sign_in_failed' });
      expect(await refusal(email, signInSecret)).toBe('signed in');
      world.clock.advance(10_000);
    }
    expect(world.clock.now().getTime() - begin).toBeLessThan(5 * MINUTE);
  });

  it('let 25 people behind one address join with the projector’s code within five minutes', async () => {
    const cohortId = world.cohortA;
    const organiser = await world.as('organiser');
    const { code } = await organiser.invitation.openJoinCode({ cohortId, id: newId() });
    const emails = Array.from({ length: 25 }, () => `guest-${newId()}@example.org`);
    for (const email of emails) {
      await organiser.invitation.invite({
        ...{ cohortId, id: newId(), email, role: 'expert', teamId: null },
        ...{ reason: 'Erstes Treffen', sendsMail: false },
      });
    }
    const anyone = await world.as('anonymous', { address: '192.0.2.200' });
    for (const email of emails) {
      const way = { joinCode: code, email };
      const typo = anyone.invitation.lookup({ joinCode: 'ZZZZZZ', email });
      await expect(typo).rejects.toMatchObject({ appCode: 'not_found' });
      expect(await anyone.invitation.lookup(way)).toMatchObject({ state: 'open' });
      const details = { name: 'Gast', locale: 'de', ...(await newAccount()) } as const;
      expect(await anyone.invitation.accept({ way, ...details })).toEqual({ cohortId });
      world.clock.advance(10_000);
    }
  });

  it('slow down one address that tries many accounts', async () => {
    const api = await world.as('anonymous', { address: '203.0.113.9' });
    let refused = 0;
    for (let account = 0; account < 170; account += 1) {
      await api.account
        .signIn({ email: `someone${account}@example.org`, signInSecret: wrongSecret() })
        .catch((error) => (refused += error.appCode === 'too_many_attempts' ? 1 : 0));
    }
    expect(refused).toBe(20);
  });
});
