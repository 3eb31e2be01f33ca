import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingOwnEntry } from '$lib/key/directory/own-entry';
import { makeKeys, openKeys } from '$lib/key/own-keys';
import { fromBase64url, toBase64url } from '$lib/platform/base64url';
import { hashToken } from '$lib/platform/token.server';
import { verifyDirectory, type DirectoryEntry } from '$lib/vault/directory';
import { aWrappingKey, enterKeys, giveKeys, newKeysFor, nextEntry } from '../factories/keys';
import { givePassword, newPassword } from '../factories/password';
import { openWorld, type World, type WorldPerson } from '../factories/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const failure = (call: Promise<unknown>) =>
  call.then(
    () => 'ok',
    (error: { appCode: string }) => error.appCode,
  );

async function someone(name = 'Gerda', cohortId = world.cohortA): Promise<WorldPerson> {
  return world.addPerson(name, { cohortId, role: 'moderator' });
}

/** A cohort of its own: whoever enters keys is alone there. */
async function ownCohort() {
  const cohortId = await world.addCohort('Durchgang C');
  const organiser = await world.addPerson('Orla', { cohortId, role: 'organiser' });
  return { cohortId, organiser };
}

const directoryOf = async (reader: WorldPerson, cohortId: string) => {
  const { entries } = await (await world.as(reader)).key.directory({ cohortId });
  return { entries, ...(await verifyDirectory(cohortId, entries, null)) };
};

/** Somebody with a password and keys that it opens, made through the door that people use. */
async function withKeys() {
  const person = await someone();
  const { signInSecret } = await givePassword(world, person);
  const wrappingKey = await aWrappingKey();
  const { keys } = await makeKeys(person.accountId, wrappingKey);
  const api = await world.as(person);
  await api.key.begin({ presentSecret: signInSecret, keys });
  return { ...person, api, signInSecret, wrappingKey, keys };
}

const blob = toBase64url(new Uint8Array([1, 1, 7, 7, 7]));

describe('the keys of an account', () => {
  it('begin with the right password only, together with its slot, and once', async () => {
    const person = await someone();
    const { signInSecret: presentSecret } = await givePassword(world, person);
    const api = await world.as(person);
    const keys = await newKeysFor(person.accountId);
    const { passwordSlot, ...bare } = keys;
    expect(await failure(api.key.begin({ presentSecret, keys: bare as typeof keys }))).toBe(
      'invalid_input',
    );
    const guessed = newPassword().signInSecret;
    expect(await failure(api.key.begin({ presentSecret: guessed, keys }))).toBe('wrong_password');
    expect((await api.key.own()).keys).toBeNull();
    await api.key.begin({ presentSecret, keys });
    // A repeated request is the same request; other keys would lose what was sealed for these.
    await api.key.begin({ presentSecret, keys });
    const others = await newKeysFor(person.accountId);
    expect(await failure(api.key.begin({ presentSecret, keys: others }))).toBe('keys_changed');
    expect((await api.key.own()).keys).toMatchObject({ keysId: keys.keysId, slot: passwordSlot });
  });

  it('takes no blob of an unknown version, and none that is too large', async () => {
    const person = await someone();
    const { signInSecret: presentSecret } = await givePassword(world, person);
    const api = await world.as(person);
    const keys = await newKeysFor(person.accountId);
    const versioned = fromBase64url(keys.keyring)!;
    versioned[0] = 9;
    for (const keyring of [toBase64url(versioned), toBase64url(new Uint8Array(9_000).fill(1))])
      expect(await failure(api.key.begin({ presentSecret, keys: { ...keys, keyring } }))).toBe(
        'invalid_input',
      );
  });

  it('come with signing in, and the password opens them', async () => {
    const { accountId, email, signInSecret, wrappingKey, keys } = await withKeys();
    const { signedIn } = await (
      await world.as('anonymous')
    ).account.signIn({ email, signInSecret });
    expect(signedIn!.accountId).toBe(accountId);
    const { unlocked } = await openKeys(accountId, signedIn!.keys!, wrappingKey);
    expect(unlocked.keysId).toBe(keys.keysId);
    await expect(openKeys(accountId, signedIn!.keys!, await aWrappingKey())).rejects.toMatchObject({
      appCode: 'vault_wrong_key',
    });
  });

  it('change hands with the password, together or not at all', async () => {
    const { api, email, signInSecret, keys } = await withKeys();
    const password = newPassword();
    const change = (keysId: string) =>
      api.account.changePassword({
        presentSecret: signInSecret,
        password,
        keys: { kind: 'kept', keysId, passwordSlot: blob },
      });
    // Refused after the password was written: both stay as they were.
    expect(await failure(change(crypto.randomUUID()))).toBe('keys_changed');
    const anyone = await world.as('anonymous');
    const before = await anyone.account.signIn({ email, signInSecret });
    expect(before.signedIn?.keys?.slot).toBe(keys.passwordSlot);
    await change(keys.keysId);
    const after = await anyone.account.signIn({ email, signInSecret: password.signInSecret });
    expect(after.signedIn?.keys).toMatchObject({ keysId: keys.keysId, slot: blob });
  });

  it('go when the account goes, and its entries in directories end', async () => {
    const { cohortId, organiser } = await ownCohort();
    const person = await someone('Lea', cohortId);
    await enterKeys(world, person, cohortId);
    await world.owner.account.update({
      where: { id: person.accountId },
      data: { deletionAsked: new Date(0) },
    });
    // An archive takes no keys any more, but it does not go on showing those of somebody who is gone.
    await world.owner.cohort.update({ where: { id: cohortId }, data: { state: 'archived' } });
    const { accountId } = person;
    // The administrator reads no directory, and ends the account all the same.
    await (await world.as('administrator')).account.eraseAccount({ accountId });
    expect(await world.owner.accountKeys.count({ where: { accountId } })).toBe(0);
    expect(await world.owner.keySlot.count({ where: { accountId } })).toBe(0);
    const { members, entries } = await directoryOf(organiser, cohortId);
    expect(entries.map(({ kind }) => kind)).toEqual(['added', 'removed']);
    expect(members.size).toBe(0);
  });
});

describe('a password that is set anew', () => {
  async function resetting() {
    const person = await withKeys();
    const token = crypto.randomUUID();
    const createdAt = world.clock.now();
    await world.owner.accountLink.create({
      data: {
        ...{ tokenHash: hashToken(token), kind: 'reset', accountId: person.accountId, createdAt },
        expiresAt: new Date(createdAt.getTime() + 60_000),
      },
    });
    return { ...person, token, anyone: await world.as('anonymous') };
  }

  it('keeps the keys with the recovery code, which its link alone gives no one', async () => {
    const { api, token, anyone, keys, signInSecret, accountId, email } = await resetting();
    expect(await anyone.account.resetLink({ token })).toMatchObject({
      protection: 'without_code',
    });
    expect(await anyone.account.resetKeys({ token })).toMatchObject({ keys: null });
    const { keysId } = keys;
    await api.key.keepRecovery({ presentSecret: signInSecret, keysId, blob });
    expect(await anyone.account.resetLink({ token })).toEqual({
      ...{ email, accountId, protection: 'with_code' },
    });
    expect(await anyone.account.resetKeys({ token })).toMatchObject({
      keys: { keysId, slot: blob },
    });
    const password = newPassword();
    const kept = { kind: 'kept', keysId, passwordSlot: blob } as const;
    await anyone.account.resetPassword({ token, password, keys: kept });
    const { signInSecret: secret } = password;
    expect(await anyone.account.signIn({ email, signInSecret: secret })).toMatchObject({
      signedIn: { keys: { keysId, slot: blob } },
    });
    // The link is used: it gives nothing any more.
    expect(await anyone.account.resetKeys({ token })).toBeNull();
  });

  it('begins anew without it: the old keys are retired, and the forgotten password opens nothing', async () => {
    const { token, anyone, keys, accountId, email } = await resetting();
    const password = newPassword();
    const fresh = await newKeysFor(accountId);
    const pretended = { kind: 'kept', keysId: fresh.keysId, passwordSlot: blob } as const;
    const reset = (chosen: Parameters<typeof anyone.account.resetPassword>[0]['keys']) =>
      anyone.account.resetPassword({ token, password, keys: chosen });
    expect(await failure(reset(pretended))).toBe('keys_changed');
    await reset({ kind: 'new', keys: fresh });
    const { signInSecret } = password;
    expect(await anyone.account.signIn({ email, signInSecret })).toMatchObject({
      signedIn: { keys: { keysId: fresh.keysId } },
    });
    const retired = await world.owner.accountKeys.findUniqueOrThrow({
      where: { id: keys.keysId },
      include: { slots: true },
    });
    expect(retired).toMatchObject({ retiredAt: world.clock.now(), slots: [] });
  });
});

describe('the recovery code', () => {
  it('replaces the one before, is confirmed, and is asked for again after seven days', async () => {
    const { api, signInSecret: presentSecret, keys } = await withKeys();
    const { keysId } = keys;
    expect(await failure(api.key.confirmRecovery({ keysId }))).toBe('keys_changed');
    await api.key.putOffRecovery();
    const until = new Date(world.clock.now().getTime() + 7 * 86_400_000);
    expect(await api.key.recovery()).toEqual({
      ...{ keysId, madeAt: null, confirmedAt: null, putOffUntil: until },
    });
    const wrong = { presentSecret: newPassword().signInSecret, keysId, blob };
    expect(await failure(api.key.keepRecovery(wrong))).toBe('wrong_password');
    await api.key.keepRecovery({ presentSecret, keysId, blob });
    await api.key.confirmRecovery({ keysId });
    expect((await api.key.recovery())?.confirmedAt).toEqual(world.clock.now());
    // A new page has to be tested anew.
    await api.key.keepRecovery({ presentSecret, keysId, blob });
    expect((await api.key.recovery())?.confirmedAt).toBeNull();
  });
});

describe('the key directory', () => {
  it('takes own keys at its end, once, and from two at the same moment one after the other', async () => {
    const { cohortId, organiser } = await ownCohort();
    const people = [await someone('Uwe', cohortId), await someone('Vera', cohortId)];
    const entries = await Promise.all(
      people.map(async (person) => nextEntry(world, await giveKeys(world, person), cohortId)),
    );
    const outcomes = await Promise.all(
      people.map(async (person, index) =>
        failure((await world.as(person)).key.append({ cohortId, entry: entries[index]! })),
      ),
    );
    expect(outcomes.sort()).toEqual(['conflict', 'ok']);
    const { members } = await directoryOf(organiser, cohortId);
    expect(members.size).toBe(1);
  });

  it('refuses keys of somebody else, keys not in use, and entries that would spoil it for all', async () => {
    const { cohortId, organiser } = await ownCohort();
    const [own, other] = [await someone('Uta', cohortId), await someone('Vito', cohortId)];
    const keys = await giveKeys(world, own);
    const entry = await nextEntry(world, keys, cohortId);
    const theirs = await nextEntry(world, await giveKeys(world, other), cohortId);
    const api = await world.as(own);
    const append = (changes: Partial<DirectoryEntry>) =>
      failure(api.key.append({ cohortId, entry: { ...entry, ...changes } as typeof entry }));
    expect(await append(theirs)).toBe('keys_changed');
    expect(await append({ sealingPublic: theirs.sealingPublic })).toBe('keys_changed');
    expect(await append({ signature: theirs.signature })).toBe('vault_directory_damaged');
    expect(await append({ at: entry.at + 1 })).toBe('vault_directory_damaged');
    expect(await append({ previous: theirs.hash })).toBe('vault_directory_damaged');
    expect(await append({ sequence: 2 })).toBe('conflict');
    expect(await append({})).toBe('ok');
    // Sent again after a lost connection.
    expect(await append({})).toBe('ok');
    expect((await directoryOf(organiser, cohortId)).entries).toHaveLength(1);
  });

  it('shows new keys in the place of lost ones', async () => {
    const { cohortId, organiser } = await ownCohort();
    const person = await someone('Wim', cohortId);
    await enterKeys(world, person, cohortId);
    const fresh = await giveKeys(world, person);
    const before = await directoryOf(organiser, cohortId);
    const entry = await missingOwnEntry(fresh, before, world.clock.now().getTime());
    await (await world.as(person)).key.append({ cohortId, entry: entry! });
    const { members } = await directoryOf(organiser, cohortId);
    expect(members.get(person.accountId)).toMatchObject({
      ...{ keysId: fresh.keysId, isReplacement: true },
    });
  });

  it('loses the keys of whoever leaves in the same moment, and keeps those of whoever still has a role', async () => {
    const { cohortId, organiser } = await ownCohort();
    const person = await someone('Xaver', cohortId);
    await enterKeys(world, organiser, cohortId);
    await enterKeys(world, person, cohortId);
    const id = crypto.randomUUID();
    const api = await world.as(organiser);
    await api.membership.giveRole({
      ...{
        cohortId,
        membershipId: person.membershipId,
        id,
        role: 'organiser',
        reason: 'Zusätzlich',
      },
    });
    const end = (membershipId: string) =>
      api.membership.end({ cohortId, membershipId, reason: 'Neue Aufgabe' });
    await end(person.membershipId);
    expect((await directoryOf(organiser, cohortId)).members.has(person.accountId)).toBe(true);
    await end(id);
    const { members, entries } = await directoryOf(organiser, cohortId);
    expect(entries.at(-1)).toMatchObject({ kind: 'removed', accountId: person.accountId });
    expect([...members.keys()]).toEqual([organiser.accountId]);
  });

  it('keeps what was compared, and loses nothing that another tab has written', async () => {
    const { cohortId, organiser } = await ownCohort();
    const api = await world.as(organiser);
    const keep = (text: string, replaces: string | null) =>
      failure(api.key.keepTrust({ cohortId, blob: sealed(text), replaces }));
    const sealed = (text: string) => toBase64url(new TextEncoder().encode(`\u0001${text}`));
    expect(await keep('first', null)).toBe('ok');
    expect(await keep('first', null)).toBe('ok');
    expect(await keep('another first', null)).toBe('conflict');
    expect(await keep('second', sealed('first'))).toBe('ok');
    expect(await keep('late', sealed('first'))).toBe('conflict');
    expect((await api.key.directory({ cohortId })).trust).toBe(sealed('second'));
  });

  it('lets nobody take somebody out who has not left', async () => {
    const { cohortId, organiser } = await ownCohort();
    await enterKeys(world, organiser, cohortId);
    const head = await world.owner.keyDirectoryEntry.findFirstOrThrow({ where: { cohortId } });
    await world.scopeAs(
      'administrator',
      ({ db }) =>
        db.$executeRaw`SELECT app.key_directory_remove(${cohortId}::uuid,
        ${organiser.accountId}::uuid, 2, ${head.hash}, now(), ${head.hash})`,
    );
    expect(await world.owner.keyDirectoryEntry.count({ where: { cohortId } })).toBe(1);
  });
});
