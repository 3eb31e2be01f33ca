import { expect, type BrowserContext, type Page } from '@playwright/test';
import { newId } from '../../src/lib/platform/id';
import { linkIn, openOutbox, type Outbox } from '../factories/outbox';
import { startServer, type ServerProcess } from '../factories/server';
import { test } from '../pages/browser-test';
import { heldKeys } from '../pages/held-keys';
import { call } from '../pages/call';
import { setUp } from '../pages/set-up';
import { SignInPage, signIn } from '../pages/sign-in';

// A new installation of its own, from the printed link on. Mails wait in its outbox.
test.describe.configure({ mode: 'serial' });

const administrator = {
  organisation: 'Bezirk Arnsberg',
  name: 'Ada Albers',
  email: 'ada@example.org',
  password: 'vier Gänse am Deich',
};

let outbox: Outbox;
let server: ServerProcess;
let context: BrowserContext;
let page: Page;

test.beforeAll(async ({ browser }) => {
  server = await startServer({ env: { LOG_LEVEL: 'warn' } });
  outbox = await openOutbox(server.dataDir);
  context = await browser.newContext({ baseURL: server.origin });
  page = await context.newPage();
});
test.afterAll(async () => {
  await context.close();
  await outbox.close();
  await server.stop();
});

test('sets the installation up with the printed link, which works once', async ({ browser }) => {
  const [link] = server.output().match(/http\S+\/setup\/\S+/)!;
  await setUp(page, link, administrator);
  await page.getByRole('button', { name: 'Test-E-Mail schicken' }).click();
  await expect(page.getByText('Die E-Mail wartet im Postausgang')).toBeVisible();
  expect((await outbox.next(administrator.email)).subject).toBe('Test-E-Mail aus dem Werkraum');

  const stranger = await browser.newPage();
  await stranger.goto(link);
  await expect(
    stranger.getByRole('heading', { name: 'Dieser Link gilt nicht mehr' }),
  ).toBeVisible();
  await stranger.close();
});

test('signs out, refuses a wrong password and lets the right one in', async () => {
  await page.goto('/sign-out');
  await page.getByRole('main').getByRole('button', { name: 'Abmelden' }).click();
  const signInPage = new SignInPage(page);
  await signInPage.open('/account');
  await signInPage.send(administrator.email, 'ganz falsches Passwort');
  await expect(signInPage.failure).toContainText('passen nicht zusammen');
  await signInPage.send('nobody@example.org', administrator.password);
  await expect(signInPage.failure).toContainText('passen nicht zusammen');
  await signInPage.send(administrator.email, administrator.password);
  await expect(page).toHaveURL('/account');
});

test('never sends the password, nor anything before the script is ready', async ({ browser }) => {
  const watched = await browser.newContext({ baseURL: server.origin, javaScriptEnabled: true });
  const other = await watched.newPage();
  const sent: string[] = [];
  other.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  await signIn(other, administrator.email, { to: '/account', password: administrator.password });
  expect(sent.join('\n')).not.toContain('Deich');
  expect(sent.join('\n')).not.toContain(encodeURIComponent(administrator.password));
  await watched.close();

  const bare = await browser.newContext({ baseURL: server.origin, javaScriptEnabled: false });
  const still = await bare.newPage();
  await still.goto('/sign-in');
  await expect(still.getByRole('button', { name: 'Anmelden', exact: true })).toBeDisabled();
  // Playwright reads no text inside <noscript>; that it is shown, it knows.
  await expect(still.locator('noscript')).toBeVisible();
  await bare.close();
});

test('shows the signed-in devices and signs one of them out', async ({ browser }) => {
  const phone = await browser.newContext({
    baseURL: server.origin,
    userAgent: 'Mozilla/5.0 (Android 16; Mobile; rv:140.0) Firefox/140.0',
  });
  const onPhone = await phone.newPage();
  await signIn(onPhone, administrator.email, {
    to: '/account',
    password: administrator.password,
  });
  expect(await heldKeys(onPhone)).toBe(1);
  await page.goto('/account');
  await page.getByRole('button', { name: 'Firefox, Android abmelden' }).click();
  await expect(page.getByText('Das Gerät ist abgemeldet.')).toBeVisible();
  await onPhone.reload();
  await expect(onPhone).toHaveURL(/\/sign-in/);
  // With the session go the keys that the browser held.
  await expect.poll(() => heldKeys(onPhone)).toBe(0);
  await phone.close();
});

test('changes name and language', async () => {
  await page.goto('/account');
  await page.getByLabel('Vor- und Nachname').fill('Ada Albers-Funke');
  await page.getByLabel('Englisch').check();
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByRole('heading', { name: 'My account' })).toBeVisible();
  await expect(page.getByLabel('First and last name')).toHaveValue('Ada Albers-Funke');
  await page.getByLabel('German').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'Mein Konto' })).toBeVisible();
});

test('changes the password, after a weak one was refused', async () => {
  await page.goto('/account/password');
  await page.getByLabel('Jetziges Passwort').fill(administrator.password);
  await page.getByLabel('Neues Passwort').fill('passwort123');
  await page.getByRole('button', { name: 'Passwort ändern' }).click();
  await expect(page.getByRole('alert')).toContainText('schwerer zu erraten');
  administrator.password = 'fünf Enten im Schilf';
  await page.getByLabel('Neues Passwort').fill(administrator.password);
  await page.getByRole('button', { name: 'Passwort ändern' }).click();
  await expect(page.getByText('Ihr Passwort ist geändert.')).toBeVisible();
  expect((await outbox.next(administrator.email)).subject).toBe('Ihr Passwort wurde geändert');
});

test('changes the e-mail address when both addresses have confirmed', async () => {
  const newAddress = 'albers@example.org';
  await page.goto('/account/email');
  await page.getByLabel('Neue E-Mail-Adresse').fill(newAddress);
  await page.getByLabel('Passwort', { exact: true }).fill(administrator.password);
  await page.getByRole('button', { name: 'Bestätigungen anfordern' }).click();
  await expect(page.getByText(`Die Änderung auf ${newAddress} wartet`)).toBeVisible();

  await page.goto(linkIn(await outbox.next(administrator.email), 'email'));
  await page.getByRole('button', { name: 'Änderung bestätigen' }).click();
  await expect(page.getByRole('heading', { name: 'Eine Bestätigung fehlt noch' })).toBeVisible();
  await page.goto(linkIn(await outbox.next(newAddress), 'email'));
  await page.getByRole('button', { name: 'Änderung bestätigen' }).click();
  await expect(
    page.getByRole('heading', { name: 'Ihre E-Mail-Adresse ist geändert' }),
  ).toBeVisible();
  administrator.email = newAddress;
});

test('sets a new password by e-mail', async ({ browser }) => {
  const forgetful = await browser.newContext({ baseURL: server.origin });
  const other = await forgetful.newPage();
  const ask = async (email: string) => {
    await other.goto('/reset');
    await other.getByLabel('E-Mail-Adresse').fill(email);
    await other.getByRole('button', { name: 'Link anfordern' }).click();
    await expect(other.getByText(`Wenn es zu ${email} ein Konto gibt`)).toBeVisible();
  };
  await ask('nobody@example.org');
  await ask(administrator.email);
  await other.goto(linkIn(await outbox.next(administrator.email), 'reset'));
  administrator.password = 'sechs Reiher im Moor';
  await other.getByLabel('Neues Passwort').fill(administrator.password);
  await other.getByLabel('Ich habe gelesen, was verloren geht.').check();
  await other.getByRole('button', { name: 'Passwort speichern und anmelden' }).click();
  await expect(other).toHaveURL('/administration');
  // Every other device is signed out.
  await page.goto('/account');
  await expect(page).toHaveURL(/\/sign-in/);
  await forgetful.close();
});

test('shows and hands over everything that is stored about the person', async () => {
  await signIn(page, administrator.email, {
    to: '/account/data',
    password: administrator.password,
  });
  await expect(page.getByText('Ada Albers-Funke').first()).toBeVisible();
  await expect(page.getByText(administrator.email).first()).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Als Datei (JSON) laden' }).click();
  expect((await download).suggestedFilename()).toBe('werkraum.json');
});

test('deletes an account: asked for, told what happens, carried out, gone', async ({ browser }) => {
  const email = 'ina.hof@example.org';
  const programmeId = newId();
  const cohortId = newId();
  await page.goto('/administration');
  await call(page, 'programme.create', { id: programmeId, name: 'Ehrenamt' });
  await call(page, 'programme.createCohort', { id: cohortId, programmeId, name: 'Durchgang 1' });
  const organiser = { cohortId, id: newId(), email, name: 'Ina Hof' };
  await call(page, 'programme.appointOrganiser', organiser);

  const hers = await browser.newContext({ baseURL: server.origin });
  const ina = await hers.newPage();
  await ina.goto(linkIn(await outbox.next(email), 'join'));
  const password = 'acht Kraniche am Teich';
  await ina.getByLabel('Passwort wählen').fill(password);
  await ina.getByRole('button', { name: 'Beitreten' }).click();
  await ina.waitForURL(/\/cohorts\//);

  await ina.goto('/account');
  await ina.getByRole('link', { name: 'Löschung beantragen' }).click();
  await expect(ina.getByText('Statt Ihres Namens steht dort „Ehemaliges Mitglied“.')).toBeVisible();
  await ina.getByLabel('Passwort', { exact: true }).fill(password);
  await ina.getByRole('button', { name: 'Löschung beantragen' }).click();
  await expect(ina.getByText('Die Löschung ist beantragt')).toBeVisible();
  expect((await outbox.next(email)).text).toContain(`${server.origin}/account/deletion`);

  const [request] = (await outbox.next(administrator.email)).text.match(
    /http\S+\/account\/requests/,
  )!;
  await page.goto(request);
  await expect(page.getByText(/möglich ab/)).toBeVisible();
  const erase = page.getByRole('button', { name: 'Konto von Ina Hof löschen' });
  await expect(erase).toHaveCount(0);
  await outbox.letDaysPass(email, 14);
  await page.reload();
  await erase.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Konto löschen' }).click();
  await expect(page.getByText('Das Konto ist gelöscht.')).toBeVisible();
  await expect(page.getByText('Ina Hof')).toHaveCount(0);

  await ina.goto('/account');
  await expect(ina).toHaveURL(/\/sign-in/);
  await hers.close();
});
