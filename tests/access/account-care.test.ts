import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSetupLink } from '$lib/account/setup/commands.server';
import { newId } from '$lib/platform/id';
import { firstKeysFor, newKeysFor } from '../factories/keys';
import { givePassword, newPassword } from '../factories/password';
import { openWorld, type World, type WorldPerson } from '../factories/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());
beforeEach(async () => {
  await world.owner.attempt.deleteMany();
  await world.owner.mail.deleteMany();
});

const HOUR = 3_600_000;

async function someone() {
  const place = { cohortId: world.cohortA, role: 'member', teamId: world.teams.ahlen } as const;
  const person = await world.addPerson('Gerd', place);
  return { ...person, ...(await givePassword(world, person)) };
}

const isAlive = async (sessionId: string) =>
  (await world.services.sessions.find(sessionId)) !== null;

const canSignIn = async (email: string, signInSecret: string) =>
  (await world.as('anonymous')).account.signIn({ email, signInSecret }).then(
    () => true,
    () => false,
  );

const failure = (call: Promise<unknown>) =>
  call.then(
    () => 'ok',
    (error: { appCode: string }) => error.appCode,
  );

/** The tokens in the mails that wait for this address, the latest last. */
async function tokensFor(recipient: string): Promise<string[]> {
  const mails = await world.owner.mail.findMany({
    where: { recipient },
    orderBy: { id: 'asc' },
    include: { content: true },
  });
  return mails.flatMap(({ content }) =>
    [...content!.text.matchAll(/\/(?:reset|email)\/([\w-]{40,})/g)].map((match) => match[1]!),
  );
}

describe('sessions', () => {
  it('are shown: the own ones, and which of them is the present one', async () => {
    const person = await someone();
    await world.services.sessions.start(person.accountId, 'Firefox, Linux');
    const { sessions } = await (await world.as(person)).account.own();
    expect(sessions.map(({ device, isPresent }) => [device, isPresent]).sort()).toEqual([
      ['Firefox, Linux', false],
      ['Test', true],
    ]);
  });

  it('end one by one, never somebody else’s', async () => {
    const person = await someone();
    const other = await someone();
    const hash = (await (await world.as(person)).account.own()).sessions[0]!.hash;
    const call = async (who: WorldPerson) =>
      failure((await world.as(who)).account.endSession({ sessionHash: hash }));
    expect(await call(other)).toBe('not_found');
    expect(await isAlive(person.sessionId)).toBe(true);
    expect(await call(person)).toBe('ok');
    expect(await isAlive(person.sessionId)).toBe(false);
  });

  it('last for fourteen days, and longer for whoever comes back in the second week', async () => {
    const DAY = 24 * HOUR;
    const regular = await someone();
    const absent = await someone();
    world.clock.advance(8 * DAY);
    expect((await world.services.sessions.find(regular.sessionId))?.extendedUntil).not.toBeNull();
    world.clock.advance(7 * DAY);
    expect(await isAlive(regular.sessionId)).toBe(true);
    expect(await isAlive(absent.sessionId)).toBe(false);
  });

  it('begin and end by the clock that is set, also in the past', async () => {
    world.clock.advance(-365 * 24 * HOUR);
    const person = await someone();
    expect(await isAlive(person.sessionId)).toBe(true);
    world.clock.advance(365 * 24 * HOUR);
    expect(await isAlive(person.sessionId)).toBe(false);
  });

  it('end all at once', async () => {
    const person = await someone();
    const elsewhere = await world.services.sessions.start(person.accountId, 'Firefox');
    await (await world.as(person)).account.signOutEverywhere();
    expect(await isAlive(person.sessionId)).toBe(false);
    expect(await isAlive(elsewhere.id)).toBe(false);
  });
});

describe('changing the password', () => {
  it('needs the present one, ends the other sessions and keeps this one', async () => {
    const person = await someone();
    const elsewhere = await world.services.sessions.start(person.accountId, 'Firefox');
    const password = newPassword();
    const api = await world.as(person);
    const wrong = newPassword().signInSecret;
    const keys = await firstKeysFor(person.accountId);
    const guessed = api.account.changePassword({ presentSecret: wrong, password, keys });
    expect(await failure(guessed)).toBe('wrong_password');
    expect(await canSignIn(person.email, password.signInSecret)).toBe(false);
    await api.account.changePassword({ presentSecret: person.signInSecret, password, keys });
    expect(await canSignIn(person.email, person.signInSecret)).toBe(false);
    expect(await canSignIn(person.email, password.signInSecret)).toBe(true);
    expect(await isAlive(person.sessionId)).toBe(true);
    expect(await isAlive(elsewhere.id)).toBe(false);
  });

  it('is slowed down for whoever guesses the present one in an open session', async () => {
    const person = await someone();
    const api = await world.as(person);
    const keys = await firstKeysFor(person.accountId);
    const guess = () =>
      failure(
        api.account.changePassword({
          presentSecret: newPassword().signInSecret,
          password: newPassword(),
          keys,
        }),
      );
    for (let attempt = 0; attempt < 5; attempt += 1) expect(await guess()).toBe('wrong_password');
    expect(await guess()).toBe('too_many_attempts');
  });
});

describe('a forgotten password', () => {
  it('is answered alike for known and unknown addresses, in the same time', async () => {
    const { email } = await someone();
    const api = await world.as('anonymous');
    const timed = async (address: string) => {
      const begin = performance.now();
      const answer = await api.account.requestReset({ email: address });
      return { answer, time: performance.now() - begin };
    };
    const known = await timed(email);
    const unknown = await timed('nobody@example.org');
    expect(unknown.answer).toEqual(known.answer);
    for (const { time } of [known, unknown]) expect(time).toBeGreaterThan(390);
    expect(await world.owner.mail.findMany({ select: { recipient: true } })).toEqual([
      { recipient: email },
    ]);
  });

  it('sets a new one with the link, once, ends all sessions and signs in', async () => {
    const person = await someone();
    const api = await world.as('anonymous');
    await api.account.requestReset({ email: person.email });
    const [token] = await tokensFor(person.email);
    expect(await api.account.resetLink({ token: token! })).toEqual({
      email: person.email,
      accountId: person.accountId,
      protection: 'none',
    });
    const password = newPassword();
    const keys = await firstKeysFor(person.accountId);
    await api.account.resetPassword({ token: token!, password, keys });
    expect(await isAlive(person.sessionId)).toBe(false);
    expect(await canSignIn(person.email, password.signInSecret)).toBe(true);
    const again = api.account.resetPassword({ token: token!, password: newPassword(), keys });
    expect(await failure(again)).toBe('link_not_valid');
    expect(await api.account.resetLink({ token: token! })).toBeNull();
  });

  it('does not work with a link that is too old', async () => {
    const person = await someone();
    const api = await world.as('anonymous');
    await api.account.requestReset({ email: person.email });
    const [token] = await tokensFor(person.email);
    world.clock.advance(2 * HOUR + 1);
    const keys = await firstKeysFor(person.accountId);
    const late = api.account.resetPassword({ token: token!, password: newPassword(), keys });
    expect(await failure(late)).toBe('link_not_valid');
    expect(await canSignIn(person.email, person.signInSecret)).toBe(true);
  });

  it('fills nobody\u2019s mailbox, and counts for unknown addresses too', async () => {
    const { email } = await someone();
    const api = await world.as('anonymous');
    for (const address of [email, 'nobody-at-all@example.org']) {
      const ask = () => failure(api.account.requestReset({ email: address }));
      for (let request = 0; request < 3; request += 1) expect(await ask()).toBe('ok');
      expect(await ask()).toBe('too_many_attempts');
    }
  });
});

describe('changing the e-mail address', () => {
  const freshAddress = () => `new-${crypto.randomUUID()}@example.org`;

  async function begin() {
    const person = await someone();
    const email = freshAddress();
    const api = await world.as(person);
    await api.account.changeEmail({ email, presentSecret: person.signInSecret });
    const [oldToken] = await tokensFor(person.email);
    const [newToken] = await tokensFor(email);
    return { person, api, email, oldToken: oldToken!, newToken: newToken! };
  }

  it('takes effect when both addresses have confirmed, in any order', async () => {
    for (const isOldFirst of [true, false]) {
      const { person, email, oldToken, newToken } = await begin();
      const api = await world.as('anonymous');
      const [first, second] = isOldFirst ? [oldToken, newToken] : [newToken, oldToken];
      expect(await api.account.confirmEmail({ token: first })).toEqual({ isChanged: false });
      expect(await api.account.confirmEmail({ token: first })).toEqual({ isChanged: false });
      expect(await canSignIn(person.email, person.signInSecret)).toBe(true);
      expect(await api.account.confirmEmail({ token: second })).toEqual({ isChanged: true });
      expect(await canSignIn(person.email, person.signInSecret)).toBe(false);
      expect(await canSignIn(email, person.signInSecret)).toBe(true);
    }
  });

  it('changes nothing when a link is only opened', async () => {
    const { api, email, oldToken, newToken } = await begin();
    expect(await api.account.emailLink({ token: oldToken })).toMatchObject({ place: 'old' });
    expect(await api.account.emailLink({ token: newToken })).toMatchObject({ place: 'new' });
    expect((await api.account.own()).pendingEmail).toMatchObject({
      newAddress: email,
      isOldConfirmed: false,
      isNewConfirmed: false,
    });
  });

  it('holds when both addresses confirm at the same moment', async () => {
    const { person, email, oldToken, newToken } = await begin();
    const api = await world.as('anonymous');
    const answers = await Promise.all(
      [oldToken, newToken].map((token) => api.account.confirmEmail({ token })),
    );
    expect(answers.map(({ isChanged }) => isChanged).sort()).toEqual([false, true]);
    expect(await canSignIn(email, person.signInSecret)).toBe(true);
  });

  it('looks the same where another account has the address, and never takes it', async () => {
    const person = await someone();
    const other = await someone();
    const api = await world.as(person);
    await api.account.changeEmail({ email: other.email, presentSecret: person.signInSecret });
    expect((await api.account.own()).pendingEmail).toMatchObject({ newAddress: other.email });
    const [oldToken] = await tokensFor(person.email);
    expect(await api.account.confirmEmail({ token: oldToken! })).toEqual({ isChanged: false });
    expect(await tokensFor(other.email)).toEqual([]);
    expect(await world.owner.mail.count({ where: { recipient: other.email } })).toBe(1);
    expect(await canSignIn(other.email, other.signInSecret)).toBe(true);
  });

  it('needs the password, and can be cancelled', async () => {
    const { api, oldToken, email } = await begin();
    const wrong = newPassword().signInSecret;
    expect(await failure(api.account.changeEmail({ email, presentSecret: wrong }))).toBe(
      'wrong_password',
    );
    await api.account.cancelEmailChange();
    expect(await failure(api.account.confirmEmail({ token: oldToken }))).toBe('link_not_valid');
  });
});

describe('the first set-up', () => {
  const details = async () => ({
    ...(await identity()),
    organisation: 'Bezirk <b>Arnsberg</b>',
    contactEmail: 'haus@example.org',
    address: 'Markt 1',
    representative: 'Rita Rat',
    phone: '',
    name: 'Ada Admin',
    email: `ada-${crypto.randomUUID()}@example.org`,
    locale: 'de' as const,
    password: newPassword(),
  });
  const identity = async () => {
    const id = newId();
    return { id, keys: await newKeysFor(id) };
  };
  const tokenOf = (link: string | null) => link!.split('/setup/')[1]!;

  it('works once, makes an administrator and writes the imprint', async () => {
    const { owner, services } = world;
    await owner.installation.update({ where: { id: 1 }, data: { setUpAt: null } });
    const token = tokenOf(await createSetupLink(services));
    const api = await world.as('anonymous');
    expect(await api.account.setupLink({ token })).toBe(true);
    const calls = [await details(), await details()].map((input) =>
      failure(api.account.setUp({ token, ...input })),
    );
    expect((await Promise.all(calls)).sort()).toEqual(['link_not_valid', 'ok']);
    expect(await createSetupLink(services)).toBeNull();
    expect(await api.account.setupLink({ token })).toBe(false);
    const imprint = await owner.installationText.findFirstOrThrow({ where: { locale: 'de' } });
    expect(imprint.body).toContain('Bezirk &lt;b&gt;Arnsberg&lt;/b&gt;');
    expect(imprint.body).toContain('Markt 1');
  });

  it('refuses a made-up link', async () => {
    await world.owner.installation.update({ where: { id: 1 }, data: { setUpAt: null } });
    const api = await world.as('anonymous');
    expect(await failure(api.account.setUp({ token: 'made-up', ...(await details()) }))).toBe(
      'link_not_valid',
    );
  });
});
