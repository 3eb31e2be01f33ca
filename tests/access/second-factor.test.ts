import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { firstKeysFor } from '../factories/keys';
import { givePassword, newPassword } from '../factories/password';
import { aBrowser, giveApp, givePasskey } from '../factories/second-factor';
import { openWorld, type World, type WorldPerson } from '../factories/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());
beforeEach(async () => {
  await world.owner.attempt.deleteMany();
  await world.owner.mail.deleteMany();
  await world.signInAgain('administrator');
});

const STEP = 30_000;
const DAY = 86_400_000;

const anOrganiser = () => world.addPerson('Orla', { cohortId: world.cohortA, role: 'organiser' });

const failure = (call: Promise<unknown>) =>
  call.then(
    () => 'ok',
    (error: { appCode: string }) => error.appCode,
  );

/** The password is right; what the browser is asked for next, and a way to answer it. */
async function signIn({ email, signInSecret }: { email: string; signInSecret: string }) {
  const browser = await aBrowser(world);
  const { secondStep } = await browser.api.account.signIn({ email, signInSecret });
  const answer = async (code: string) => {
    await browser.api.secondFactor.answer({ ticket: secondStep!.ticket, code });
    return (await world.services.sessions.find(browser.cookie!))?.person.accountId;
  };
  return { browser, secondStep, answer };
}

const subjects = async (recipient: string) =>
  (await world.owner.mailContent.findMany({ where: { mail: { recipient } } })).map(
    ({ subject }) => subject,
  );

/** Signed in with the password alone, as a person of the world. */
async function signedIn(person: WorldPerson): Promise<WorldPerson> {
  const { browser } = await signIn(await givePassword(world, person));
  return { ...person, sessionId: browser.cookie! };
}

describe('signing in with an app', () => {
  it('gives no session for the password alone, and one for the code', async () => {
    const organiser = await anOrganiser();
    const app = await giveApp(world, organiser);
    world.clock.advance(STEP);
    const { browser, secondStep, answer } = await signIn(app);
    expect(browser.cookie).toBeNull();
    expect(secondStep).toMatchObject({ hasApp: true, passkeyIds: [] });
    expect(await answer(app.codeNow())).toBe(organiser.accountId);
  });

  it('takes a code once, and none that is older than one that was taken', async () => {
    const app = await giveApp(world, await anOrganiser());
    const early = app.codeNow();
    world.clock.advance(STEP);
    const { answer } = await signIn(app);
    expect(await failure(answer(early))).toBe('second_factor_wrong');
    expect(await failure(answer(app.codeNow()))).toBe('ok');
    expect(await failure(answer(app.codeNow()))).toBe('second_factor_wrong');
  });

  it('lets the clock of the phone be one step wrong', async () => {
    const app = await giveApp(world, await anOrganiser());
    world.clock.advance(10 * STEP);
    const [old, late, now] = [2, 1, 0].map((steps) => {
      world.clock.advance(-steps * STEP);
      const code = app.codeNow();
      world.clock.advance(steps * STEP);
      return code;
    });
    const { answer } = await signIn(app);
    expect(await failure(answer(old!))).toBe('second_factor_wrong');
    expect(await failure(answer(late!))).toBe('ok');
    expect(await failure(answer(now!))).toBe('ok');
  });

  it('takes codes of one’s own app only', async () => {
    const app = await giveApp(world, await anOrganiser());
    const other = await giveApp(world, await anOrganiser());
    world.clock.advance(STEP);
    const { answer } = await signIn(app);
    expect(await failure(answer(other.codeNow()))).toBe('second_factor_wrong');
    expect(await failure(answer(other.codes[0]!))).toBe('second_factor_wrong');
  });

  it('slows down whoever guesses, without keeping out those who do not know the password', async () => {
    const app = await giveApp(world, await anOrganiser());
    world.clock.advance(STEP);
    const { answer } = await signIn(app);
    const outcomes: string[] = [];
    for (let attempt = 0; attempt < 7; attempt += 1) outcomes.push(await failure(answer('000000')));
    expect(outcomes).toEqual([
      ...Array<string>(5).fill('second_factor_wrong'),
      ...Array<string>(2).fill('too_many_attempts'),
    ]);
    // A new ticket does not begin anew.
    const again = await signIn(app);
    expect(await failure(again.answer(app.codeNow()))).toBe('too_many_attempts');
    world.clock.advance(STEP);
    expect(await failure(again.answer(app.codeNow()))).toBe('ok');
  });

  it('wants the password again after ten minutes, after a change of it, and for a forged ticket', async () => {
    const organiser = await anOrganiser();
    const app = await giveApp(world, organiser);
    world.clock.advance(STEP);
    const slow = await signIn(app);
    world.clock.advance(10 * 60_000 + 1);
    expect(await failure(slow.answer(app.codeNow()))).toBe('second_step_expired');

    const before = await signIn(app);
    world.clock.advance(1000);
    const password = newPassword();
    const api = await world.as(organiser);
    const keys = await firstKeysFor(organiser.accountId);
    await api.account.changePassword({ presentSecret: app.signInSecret, password, keys });
    expect(await failure(before.answer(app.codeNow()))).toBe('second_step_expired');

    const { browser, secondStep } = await signIn({ ...app, ...password });
    const [, provenAt, mark] = secondStep!.ticket.split('.');
    for (const ticket of [
      `${world.people.organiser.accountId}.${provenAt}.${mark}`,
      `${organiser.accountId}.${Number(provenAt) + 1}.${mark}`,
      `${organiser.accountId}.${provenAt}.`,
      'nonsense',
    ]) {
      const call = browser.api.secondFactor.answer({ ticket, code: app.codeNow() });
      expect(await failure(call)).toBe('second_step_expired');
    }
  });

  it('asks after a reset by mail too', async () => {
    const organiser = await anOrganiser();
    await giveApp(world, organiser);
    const browser = await aBrowser(world);
    await browser.api.account.requestReset({ email: organiser.email });
    const mail = await world.owner.mailContent.findFirstOrThrow({
      where: { mail: { recipient: organiser.email, kind: 'password_reset' } },
    });
    const token = /\/reset\/([\w-]{40,})/.exec(mail.text)![1]!;
    const keys = await firstKeysFor(organiser.accountId);
    const password = newPassword();
    const entered = await browser.api.account.resetPassword({ token, password, keys });
    expect(entered.secondStep).toMatchObject({ hasApp: true });
    expect(browser.cookie).toBeNull();
  });

  it('is asked of nobody else: a member signs in with the password', async () => {
    const place = { cohortId: world.cohortA, role: 'member', teamId: world.teams.ahlen } as const;
    const member = await world.addPerson('Mia', place);
    await givePasskey(world, member);
    const { browser, secondStep } = await signIn(await givePassword(world, member));
    expect(secondStep).toBeNull();
    expect(browser.cookie).not.toBeNull();
  });
});

describe('setting up', () => {
  it('stores no secret that anyone could read in the table', async () => {
    const organiser = await anOrganiser();
    const { secret, codes } = await giveApp(world, organiser);
    const { accountId } = organiser;
    const row = await world.owner.secondFactor.findUniqueOrThrow({ where: { accountId } });
    expect(Buffer.from(row.secret!).includes(Buffer.from(secret))).toBe(false);
    const rows = await world.owner.backupCode.findMany({ where: { accountId } });
    expect(rows).toHaveLength(10);
    expect(JSON.stringify(rows)).not.toContain(codes[0]);
  });

  it('wants the present password, and a first code that is right', async () => {
    const organiser = await anOrganiser();
    const { signInSecret } = await givePassword(world, organiser);
    const { secondFactor } = await world.as(organiser);
    const wrong = newPassword().signInSecret;
    for (const step of ['beginApp', 'removeApp', 'newCodes'] as const)
      expect(await failure(secondFactor[step]({ presentSecret: wrong }))).toBe('wrong_password');
    const { sealed } = await secondFactor.beginApp({ presentSecret: signInSecret });
    expect(await failure(secondFactor.confirmApp({ sealed, code: '000000' }))).toBe(
      'second_factor_wrong',
    );
    expect(await secondFactor.own()).toMatchObject({ hasApp: false, codesLeft: null });
  });

  it('ends after half an hour, and is nobody else’s', async () => {
    const organiser = await anOrganiser();
    const { signInSecret } = await givePassword(world, organiser);
    const { secondFactor } = await world.as(organiser);
    const { sealed } = await secondFactor.beginApp({ presentSecret: signInSecret });
    const other = await world.as(await anOrganiser());
    const confirm = { sealed, code: '000000' };
    expect(await failure(other.secondFactor.confirmApp(confirm))).toBe('set_up_expired');
    world.clock.advance(30 * 60_000);
    expect(await failure(secondFactor.confirmApp(confirm))).toBe('set_up_expired');
  });

  it('tells the owner by mail, and keeps the last factor', async () => {
    const organiser = await anOrganiser();
    const { signInSecret } = await giveApp(world, organiser);
    const { secondFactor } = await world.as(organiser);
    const remove = () => secondFactor.removeApp({ presentSecret: signInSecret });
    expect(await failure(remove())).toBe('second_factor_last');
    await world.owner.installation.update({ where: { id: 1 }, data: { isDemo: true } });
    expect(await failure(remove())).toBe('ok');
    await world.owner.installation.update({ where: { id: 1 }, data: { isDemo: false } });
    expect(await subjects(organiser.email)).toEqual([
      'Ihre Anmeldung wurde geändert',
      'Ihre Anmeldung wurde geändert',
    ]);
  });
});

describe('backup codes', () => {
  it('work once each, however they are typed, and their owner hears of it', async () => {
    const organiser = await anOrganiser();
    const app = await giveApp(world, organiser);
    const [code] = app.codes;
    const { answer } = await signIn(app);
    expect(await answer(code!.toLowerCase().replaceAll('-', ' '))).toBe(organiser.accountId);
    expect(await failure(answer(code!))).toBe('second_factor_wrong');
    expect(await subjects(organiser.email)).toContain('Ein Ersatzcode wurde benutzt');
    expect(await (await world.as(organiser)).secondFactor.own()).toMatchObject({ codesLeft: 9 });
  });

  it('are worth nothing once there are new ones', async () => {
    const organiser = await anOrganiser();
    const app = await giveApp(world, organiser);
    const { secondFactor } = await world.as(organiser);
    const { codes } = await secondFactor.newCodes({ presentSecret: app.signInSecret });
    const { answer } = await signIn(app);
    expect(await failure(answer(app.codes[0]!))).toBe('second_factor_wrong');
    expect(await answer(codes[0]!)).toBe(organiser.accountId);
  });
});

describe('the time to set it up', () => {
  it('begins with the next sign-in, lasts seven days, and ends with nothing but setting it up', async () => {
    const organiser = await anOrganiser();
    const { cohortId } = { cohortId: world.cohortA };
    world.clock.advance(20 * DAY);
    const person = await signedIn(organiser);
    const dueAt = new Date(world.clock.now().getTime() + 7 * DAY);
    const found = await world.services.sessions.find(person.sessionId);
    expect(found!.person.secondFactorDue).toEqual({ at: dueAt, isOver: false });

    world.clock.set(new Date(dueAt.getTime() - 1));
    expect(await failure((await world.as(person)).cohort.frame({ cohortId }))).toBe('ok');
    // Signing in again does not begin anew.
    const again = await signedIn(person);
    world.clock.set(dueAt);
    const owing = await world.as(again);
    expect(await failure(owing.cohort.frame({ cohortId }))).toBe('second_factor_first');
    // What a passkey is set up with: the own keys, which it opens from then on.
    await expect(owing.key.own()).resolves.toMatchObject({ keys: null });
    await expect(owing.key.recovery()).resolves.toBeNull();
    expect(await failure(owing.account.own())).toBe('ok');
    expect(await failure(owing.secondFactor.own())).toBe('ok');
    await giveApp(world, again);
    expect(await failure((await world.as(again)).cohort.frame({ cohortId }))).toBe('ok');
  });

  it('ends with a passkey as well', async () => {
    const person = await signedIn(await anOrganiser());
    world.clock.advance(7 * DAY);
    await givePasskey(world, person);
    const found = await world.services.sessions.find(person.sessionId);
    expect(found!.person.secondFactorDue).toBeNull();
  });

  it('does not begin for members, nor in the demo', async () => {
    const place = { cohortId: world.cohortA, role: 'member', teamId: world.teams.ahlen } as const;
    const member = await signedIn(await world.addPerson('Mia', place));
    await world.owner.installation.update({ where: { id: 1 }, data: { isDemo: true } });
    const organiser = await signedIn(await anOrganiser());
    world.clock.advance(8 * DAY);
    for (const { sessionId } of [member, organiser]) {
      const found = await world.services.sessions.find(sessionId);
      expect(found!.person.secondFactorDue).toBeNull();
    }
    await world.owner.installation.update({ where: { id: 1 }, data: { isDemo: false } });
  });
});

describe('a lost second factor', () => {
  it('is taken off by another administrator, who says why; the person hears of it and is signed out', async () => {
    const organiser = await anOrganiser();
    const app = await giveApp(world, organiser);
    await givePasskey(world, organiser);
    const administrator = await world.as('administrator');
    const { accountId } = organiser;
    await administrator.secondFactor.reset({ accountId, reason: 'Handy im Zug verloren' });

    expect(await world.services.sessions.find(organiser.sessionId)).toBeNull();
    expect(await subjects(organiser.email)).toContain('Ihr zweiter Faktor wurde zurückgesetzt');
    const { people, resets } = await administrator.secondFactor.staff();
    const due = new Date(world.clock.now().getTime() + 7 * DAY);
    expect(people.find((person) => person.accountId === accountId)).toMatchObject({
      hasApp: false,
      passkeyCount: 0,
      dueAt: due,
    });
    const byName = world.people.administrator.name;
    expect(resets[0]).toMatchObject({ name: 'Orla', byName, reason: 'Handy im Zug verloren' });
    expect((await signIn(await givePassword(world, organiser))).browser.cookie).not.toBeNull();
    expect(await world.owner.backupCode.count({ where: { accountId } })).toBe(0);
    expect(app.codes).toHaveLength(10);
  });

  it('cannot be taken off oneself, nor off somebody who needs none or has none', async () => {
    const { secondFactor } = await world.as('administrator');
    const own = world.people.administrator;
    await givePasskey(world, own);
    const place = { cohortId: world.cohortA, role: 'member', teamId: world.teams.ahlen } as const;
    const member = await world.addPerson('Mia', place);
    await givePasskey(world, member);
    const withoutAny = await anOrganiser();
    for (const { accountId } of [own, member, withoutAny])
      expect(await failure(secondFactor.reset({ accountId, reason: '-' }))).toBe('not_found');
    expect(await world.owner.passkey.count({ where: { accountId: own.accountId } })).toBe(1);
  });

  it('on the machine is for the owner of the database alone', async () => {
    const { email } = await anOrganiser();
    const call = world.scopeAs('administrator', ({ db, clock }) => {
      const now = clock.now();
      return db.$executeRaw`SELECT app.second_factor_reset_on_machine(${email}, '-',
        ${crypto.randomUUID()}::uuid, ${now}::timestamptz, ${now}::timestamptz)`;
    });
    await expect(call).rejects.toThrow(/permission denied/);
  });

  it('goes with the account', async () => {
    const organiser = await anOrganiser();
    await giveApp(world, organiser);
    await givePasskey(world, organiser);
    const { accountId } = organiser;
    const { owner } = world;
    await owner.account.update({
      where: { id: accountId },
      data: { deletionAsked: new Date(world.clock.now().getTime() - 15 * DAY) },
    });
    await (await world.as('administrator')).account.eraseAccount({ accountId });
    expect(await owner.passkey.count({ where: { accountId } })).toBe(0);
    expect(await owner.secondFactor.count({ where: { accountId } })).toBe(0);
    expect(await owner.backupCode.count({ where: { accountId } })).toBe(0);
  });
});
