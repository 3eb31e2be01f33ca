import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { replaceKeys } from '$lib/key/keeping/commands.server';
import { makeKeys, makePasskeySlot, unlockWithPasskey } from '$lib/key/own-keys';
import { aWrappingKey } from '../factories/keys';
import { aForeignKey, anAuthenticator, type Deviation } from '../factories/passkey';
import { givePassword, newPassword } from '../factories/password';
import { aBrowser, givePasskey } from '../factories/second-factor';
import { openWorld, type World, type WorldPerson } from '../factories/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());
beforeEach(() => world.owner.attempt.deleteMany());

const failure = (call: Promise<unknown>) =>
  call.then(
    () => 'ok',
    (error: { appCode: string }) => error.appCode,
  );

const someone = () =>
  world.addPerson('Pia', { cohortId: world.cohortA, role: 'member', teamId: world.teams.ahlen });

async function begin(person: WorldPerson) {
  const { signInSecret } = await givePassword(world, person);
  const api = await world.as(person);
  const options = await api.passkey.begin({ presentSecret: signInSecret });
  return { api, signInSecret, ...options };
}

const asNew = (answer: ReturnType<ReturnType<typeof anAuthenticator>['add']>) => ({
  ...{ id: crypto.randomUUID(), name: 'Laptop', slot: null },
  answer,
});

describe('signing in with a passkey', () => {
  it('needs no address, tells of nobody, and is a sign-in with both factors', async () => {
    const organiser = await world.addPerson('Orla', {
      cohortId: world.cohortA,
      role: 'organiser',
    });
    const authenticator = await givePasskey(world, organiser);
    const browser = await aBrowser(world);
    const options = await browser.api.passkey.beginSignIn({});
    expect(options).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
    expect(options.allowCredentials ?? []).toEqual([]);
    await browser.api.passkey.signIn({ answer: authenticator.sign(options.challenge) });
    const found = await world.services.sessions.find(browser.cookie!);
    expect(found!.person.accountId).toBe(organiser.accountId);
    const [passkey] = await (await world.as(organiser)).passkey.list();
    expect(passkey).toMatchObject({ name: 'Diensthandy', lastUsedAt: world.clock.now() });
  });

  it('takes a challenge once, for ten minutes, and no challenge that was for adding', async () => {
    const person = await someone();
    const authenticator = await givePasskey(world, person);
    const { api } = await aBrowser(world);
    const signIn = (challenge: string) =>
      failure(api.passkey.signIn({ answer: authenticator.sign(challenge) }));
    const once = await api.passkey.beginSignIn({});
    expect([await signIn(once.challenge), await signIn(once.challenge)]).toEqual([
      'ok',
      'passkey_refused',
    ]);
    const late = await api.passkey.beginSignIn({});
    world.clock.advance(10 * 60_000);
    expect(await signIn(late.challenge)).toBe('passkey_refused');
    expect(await signIn((await begin(person)).challenge)).toBe('passkey_refused');
    expect(await signIn('bWFkZSB1cA')).toBe('passkey_refused');
  });

  it.each<[string, Deviation]>([
    ['another site', { origin: 'https://werkraum.example.net' }],
    ['another relying party', { rpId: 'example.net' }],
    ['no finger, face or PIN', { isVerified: false }],
    ['another device', { key: aForeignKey() }],
  ])('refuses an answer for or from %s', async (_what, deviation) => {
    const authenticator = await givePasskey(world, await someone());
    const browser = await aBrowser(world);
    const { challenge } = await browser.api.passkey.beginSignIn({});
    const answer = authenticator.sign(challenge, deviation);
    expect(await failure(browser.api.passkey.signIn({ answer }))).toBe('passkey_refused');
    expect(browser.cookie).toBeNull();
    // The refusal was about the answer: a right one is taken.
    const right = { answer: authenticator.sign(challenge) };
    expect(await failure(browser.api.passkey.signIn(right))).toBe('ok');
  });

  it('refuses a copied device, whose counter stays behind', async () => {
    const authenticator = await givePasskey(world, await someone());
    const { api } = await aBrowser(world);
    const signIn = async (counter: number) => {
      const { challenge } = await api.passkey.beginSignIn({});
      return failure(api.passkey.signIn({ answer: authenticator.sign(challenge, { counter }) }));
    };
    expect([await signIn(5), await signIn(6), await signIn(6)]).toEqual([
      'ok',
      'ok',
      'passkey_refused',
    ]);
  });

  it('answers an unknown passkey, a removed one and an ended account alike', async () => {
    const { api } = await aBrowser(world);
    const signIn = async (authenticator: ReturnType<typeof anAuthenticator>) => {
      const { challenge } = await api.passkey.beginSignIn({});
      return failure(api.passkey.signIn({ answer: authenticator.sign(challenge) }));
    };
    expect(await signIn(anAuthenticator())).toBe('passkey_refused');
    const person = await someone();
    const removed = await givePasskey(world, person);
    await (await world.as(person)).passkey.remove({ passkeyId: removed.id });
    expect(await signIn(removed)).toBe('passkey_refused');
    const ended = await givePasskey(world, person);
    const deletedAt = world.clock.now();
    await world.owner.account.update({ where: { id: person.accountId }, data: { deletedAt } });
    expect(await signIn(ended)).toBe('passkey_refused');
  });

  it('is begun only so often from one place', async () => {
    const { api } = await aBrowser(world, '198.51.100.7');
    let refused = 0;
    for (let attempt = 0; attempt < 152; attempt += 1)
      if ((await failure(api.passkey.beginSignIn({}))) === 'too_many_attempts') refused += 1;
    expect(refused).toBeGreaterThan(0);
  });
});

describe('adding a passkey', () => {
  it('wants the present password', async () => {
    const { passkey } = await world.as(await someone());
    const wrong = { presentSecret: newPassword().signInSecret };
    expect(await failure(passkey.begin(wrong))).toBe('wrong_password');
  });

  it('asks for one that is found without an address, and not for one that is there', async () => {
    const person = await someone();
    const { credentialId } = await givePasskey(world, person);
    const options = await begin(person);
    expect(options.authenticatorSelection).toMatchObject({
      residentKey: 'required',
      userVerification: 'required',
    });
    expect(options.excludeCredentials?.map(({ id }) => id)).toEqual([credentialId]);
    expect(options.attestation).toBe('none');
  });

  it('takes only the answer to one’s own challenge, once', async () => {
    const mine = await begin(await someone());
    const theirs = await begin(await someone());
    const answerTo = ({ challenge }: { challenge: string }) => anAuthenticator().add(challenge);
    expect(await failure(mine.api.passkey.add(asNew(answerTo(theirs))))).toBe('passkey_refused');
    const added = asNew(answerTo(mine));
    expect(await failure(mine.api.passkey.add(added))).toBe('ok');
    expect(await failure(mine.api.passkey.add(added))).toBe('passkey_refused');
    const signInChallenge = await (await aBrowser(world)).api.passkey.beginSignIn({});
    expect(await failure(mine.api.passkey.add(asNew(answerTo(signInChallenge))))).toBe(
      'passkey_refused',
    );
  });

  it('ends at twenty', async () => {
    const person = await someone();
    const { signInSecret } = await givePassword(world, person);
    const { passkey } = await world.as(person);
    for (let count = 0; count < 20; count += 1) {
      const { challenge } = await passkey.begin({ presentSecret: signInSecret });
      await passkey.add(asNew(anAuthenticator().add(challenge)));
    }
    const more = passkey.begin({ presentSecret: signInSecret });
    expect(await failure(more)).toBe('passkeys_full');
  });
});

describe('a passkey that opens the keys too', () => {
  const unlocksWith = new Uint8Array(32).fill(7);

  async function withKeys() {
    const person = await someone();
    const wrappingKey = await aWrappingKey();
    const { keys, unlocked } = await makeKeys(person.accountId, wrappingKey);
    const { api, signInSecret, challenge } = await begin(person);
    await api.key.begin({ presentSecret: signInSecret, keys });
    const own = { accountId: person.accountId, keys: (await api.key.own()).keys };
    const slot = await makePasskeySlot(own, { signInSecret, wrappingKey }, unlocksWith);
    return { person, api, challenge, slot, unlocked };
  }

  it('opens them without the password, and nothing any more once it is removed', async () => {
    const { person, api, challenge, slot, unlocked } = await withKeys();
    const authenticator = anAuthenticator();
    const added = { ...asNew(authenticator.add(challenge)), slot };
    await api.passkey.add(added);
    expect(await api.passkey.list()).toMatchObject([{ id: added.id, opensKeys: true }]);

    const browser = await aBrowser(world);
    const options = await browser.api.passkey.beginSignIn({});
    const answer = authenticator.sign(options.challenge);
    const signedIn = await browser.api.passkey.signIn({ answer });
    const opened = await unlockWithPasskey(signedIn, unlocksWith);
    expect(opened!.sealingPublic).toEqual(unlocked.sealingPublic);
    const wrong = unlockWithPasskey(signedIn, new Uint8Array(32));
    expect(await failure(wrong)).toBe('vault_wrong_key');

    await api.passkey.remove({ passkeyId: added.id });
    const { accountId } = person;
    const left = await world.owner.keySlot.findMany({ where: { accountId } });
    expect(left.map(({ kind }) => kind)).toEqual(['password']);
  });

  it('takes no slot for other keys than those in use', async () => {
    const { api, challenge, slot } = await withKeys();
    const foreign = { ...slot, keysId: crypto.randomUUID() };
    const added = { ...asNew(anAuthenticator().add(challenge)), slot: foreign };
    expect(await failure(api.passkey.add(added))).toBe('keys_changed');
    expect(await api.passkey.list()).toEqual([]);
  });

  it('is named to the gate with what it opens, and tied anew to keys that came later', async () => {
    const { person, api, challenge, slot } = await withKeys();
    const authenticator = anAuthenticator();
    const added = { ...asNew(authenticator.add(challenge)), slot };
    await api.passkey.add(added);
    const [opening] = await api.passkey.opening();
    expect(opening!.credentialId).toBe(authenticator.sign(challenge).id);
    const own = { accountId: person.accountId, keys: opening!.keys };
    expect(await unlockWithPasskey(own, unlocksWith)).not.toBeNull();

    // New keys after a reset without the code: nothing from before opens anything any more.
    world.clock.advance(1000);
    const wrappingKey = await aWrappingKey();
    const { keys, unlocked } = await makeKeys(person.accountId, wrappingKey);
    const keeping = { accountId: person.accountId, clock: world.clock };
    await world.owner.$transaction((db) => replaceKeys({ db, ...keeping }, keys));
    expect(await api.passkey.opening()).toEqual([]);
    expect(await api.passkey.list()).toMatchObject([{ opensKeys: false, isFromBefore: true }]);
    const { accountId } = person;
    const left = await world.owner.keySlot.findMany({ where: { accountId } });
    expect(left).toMatchObject([{ kind: 'password', keysId: keys.keysId }]);

    const { signInSecret } = await givePassword(world, person);
    const present = { accountId, keys: (await api.key.own()).keys };
    const anew = await makePasskeySlot(present, { signInSecret, wrappingKey }, unlocksWith);
    const renewal = { passkeyId: added.id, presentSecret: signInSecret, slot: anew };
    expect(await failure(api.passkey.renew({ ...renewal, slot }))).toBe('keys_changed');
    const guessed = newPassword().signInSecret;
    expect(await failure(api.passkey.renew({ ...renewal, presentSecret: guessed }))).not.toBe('ok');
    await api.passkey.renew(renewal);
    await api.passkey.renew(renewal);
    expect(await api.passkey.list()).toMatchObject([{ opensKeys: true, isFromBefore: false }]);
    const [after] = await api.passkey.opening();
    const opened = await unlockWithPasskey({ accountId, keys: after!.keys }, unlocksWith);
    expect(opened!.sealingPublic).toEqual(unlocked.sealingPublic);
    const other = (await world.as('otherTeam')).passkey;
    expect(await failure(other.renew(renewal))).not.toBe('ok');
  });

  it('signs in and opens nothing where the device does not tell, or the keys are new', async () => {
    const { person } = await withKeys();
    const authenticator = await givePasskey(world, person);
    const { api } = await aBrowser(world);
    const { challenge } = await api.passkey.beginSignIn({});
    const signedIn = await api.passkey.signIn({ answer: authenticator.sign(challenge) });
    expect(signedIn).toEqual({ accountId: person.accountId, keys: null });
    expect(await unlockWithPasskey(signedIn, unlocksWith)).toBeNull();
  });
});

describe('another’s passkey', () => {
  it('is not there', async () => {
    const { id } = await givePasskey(world, await someone());
    const { passkey } = await world.as('otherTeam');
    expect(await failure(passkey.rename({ passkeyId: id, name: 'Meiner' }))).toBe('not_found');
    expect(await failure(passkey.remove({ passkeyId: id }))).toBe('not_found');
    expect(await world.owner.passkey.count({ where: { id, name: 'Diensthandy' } })).toBe(1);
  });
});
