import { expect, type BrowserContext, type CDPSession, type Page } from '@playwright/test';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Secret, TOTP } from 'otpauth';
import { startServer, type ServerProcess } from '../factories/server';
import { test } from '../pages/browser-test';
import { setUp } from '../pages/set-up';
import { forgetKeys } from '../pages/held-keys';
import { people } from '../pages/places';
import { DEMO_PASSWORD, SignInPage, signIn } from '../pages/sign-in';

// An installation of its own: the demo asks nobody for a second factor. Chromium's virtual authenticator
// stands for the device of a person.
test.describe.configure({ mode: 'serial' });

const administrator = {
  organisation: 'Bezirk Arnsberg',
  name: 'Ada Albers',
  email: 'ada@example.org',
  password: 'vier Gänse am Deich',
};

let server: ServerProcess;
let context: BrowserContext;
let page: Page;
let cdp: CDPSession;
let app: TOTP;
let codes: string[];

test.beforeAll(async ({ browser }) => {
  server = await startServer({ env: { LOG_LEVEL: 'warn' } });
  context = await browser.newContext({ baseURL: server.origin });
  page = await context.newPage();
  cdp = await context.newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const [link] = server.output().match(/http\S+\/setup\/\S+/)!;
  await setUp(page, link, administrator);
});
test.afterAll(async () => {
  await context.close();
  await server.stop();
});

const aDevice = async (to: CDPSession, options: { hasPrf: boolean }) => {
  const { authenticatorId } = await to.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      // Presses what there is to press.
      automaticPresenceSimulation: true,
      ...options,
    },
  });
  return authenticatorId;
};

async function addPasskey(on: Page, name: string, password: string): Promise<void> {
  await on.goto('/account/passkeys');
  await on.getByRole('textbox', { name: 'Name' }).fill(name);
  await on.getByLabel('Ihr Passwort').fill(password);
  await on.getByRole('button', { name: 'Passkey hinzufügen' }).click();
  await expect(on.getByText('Der Passkey ist hinzugefügt.')).toBeVisible();
}

async function signOut(on = page): Promise<void> {
  await on.goto('/sign-out');
  await on.getByRole('main').getByRole('button', { name: 'Abmelden' }).click();
  await on.waitForURL('/sign-in');
}

async function signInWithPasskey(on: Page): Promise<void> {
  await on.getByRole('button', { name: 'Mit Passkey anmelden' }).click();
  await on.waitForURL((url) => url.pathname !== '/sign-in');
}

async function sayPassword(): Promise<void> {
  const signInPage = new SignInPage(page);
  await signInPage.open('/account/second-factor');
  await signInPage.send(administrator.email, administrator.password);
}

/** What the app shows now, or so many steps later: a code works once, and the server takes one step of drift. */
const code = (steps = 0) => app.generate({ timestamp: Date.now() + steps * 30_000 });

test('is asked to set up a second factor, and sets up an app with a sheet of codes', async () => {
  await signOut();
  await sayPassword();
  await expect(page.getByText('Bitte richten Sie einen zweiten Faktor ein')).toBeVisible();
  await page.getByRole('button', { name: 'App einrichten' }).click();
  await page.getByLabel('Ihr Passwort').fill(administrator.password);
  await page.getByRole('button', { name: 'Weiter' }).click();
  await expect(page.getByRole('img', { name: 'QR-Code für die App' })).toBeVisible();
  const typed = await page.getByLabel(/tippen Sie diesen Schlüssel/).inputValue();
  app = new TOTP({ secret: Secret.fromBase32(typed.replaceAll(' ', '')) });

  const first = page.getByLabel('Code, den die App jetzt zeigt');
  await first.fill('000000');
  await page.getByRole('button', { name: 'App in Gebrauch nehmen' }).click();
  await expect(page.getByRole('alert')).toContainText('Dieser Code stimmt nicht');
  await first.fill(code());
  await page.getByRole('button', { name: 'App in Gebrauch nehmen' }).click();
  await expect(page.getByRole('heading', { name: 'Ihre Ersatzcodes' })).toBeFocused();
  const sheet = page.getByRole('region', { name: 'Ihre Ersatzcodes' });
  codes = await sheet.getByRole('listitem').allInnerTexts();
  expect(codes).toHaveLength(10);
  await page.getByRole('button', { name: 'Ich habe die Codes' }).click();
  await expect(page.getByText('Die App ist eingerichtet.')).toBeVisible();
  await expect(page.getByText('Bitte richten Sie einen zweiten Faktor ein')).toBeHidden();
});

test('signs in with password and code, and with a code from the sheet', async () => {
  await signOut();
  await sayPassword();
  await expect(page.getByRole('heading', { name: 'Noch ein Schritt' })).toBeFocused();
  const field = page.getByLabel('Code', { exact: true });
  const button = page.getByRole('main').getByRole('button', { name: 'Anmelden', exact: true });
  await field.fill(codes[0]!.replaceAll('-', ' ').toLowerCase());
  await button.click();
  await expect(page.getByText('Noch 9 Codes gelten.')).toBeVisible();

  await signOut();
  await sayPassword();
  await field.fill(codes[0]!);
  await button.click();
  await expect(page.getByRole('alert')).toContainText('wurde schon benutzt');
  await field.fill(code(1));
  await button.click();
  await page.waitForURL('/account/second-factor');
});

test('adds a passkey, and signs in with it alone', async () => {
  await aDevice(cdp, { hasPrf: false });
  await addPasskey(page, 'Diensthandy', administrator.password);
  const row = page.getByRole('listitem').filter({ hasText: 'Diensthandy' });
  await expect(row).toContainText('noch nicht benutzt');

  await signOut();
  await signInWithPasskey(page);
  await page.goto('/account/passkeys');
  await expect(row).toContainText('zuletzt benutzt am');
});

test('takes the passkey as the second step, and its new name', async () => {
  await signOut();
  await sayPassword();
  await page.getByRole('button', { name: 'Mit Passkey bestätigen' }).click();
  await page.waitForURL('/account/second-factor');

  await page.goto('/account/passkeys');
  await page.getByRole('button', { name: 'Passkey „Diensthandy“ umbenennen' }).click();
  const dialog = page.getByRole('dialog', { name: 'Passkey umbenennen' });
  await dialog.getByLabel('Name').fill('Altes Handy');
  await dialog.getByRole('button', { name: 'Namen speichern' }).click();
  await expect(page.getByText('Der Passkey hat einen neuen Namen.')).toBeVisible();
  await page.getByRole('button', { name: 'Passkey „Altes Handy“ entfernen' }).click();
  await page
    .getByRole('dialog', { name: 'Passkey „Altes Handy“ entfernen?' })
    .getByRole('button', { name: 'Passkey entfernen' })
    .click();
  await expect(page.getByText('Der Passkey ist entfernt.')).toBeVisible();
  await signOut();
  // The device still offers it: the server says why it does not work.
  await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click();
  await expect(page.getByRole('alert')).toContainText('Dieser Passkey gilt hier nicht');
});

test('gets back in by a command on the machine when everything is lost', async () => {
  const args = ['build/server/reset-second-factor.js', administrator.email, 'Handy verloren'];
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, [...args, `--data-dir=${server.dataDir}`]);
  expect(stdout).toContain('is reset');
  await sayPassword();
  await page.waitForURL('/account/second-factor');
  await page.goto('/administration/operations/second-factors');
  await expect(page.getByText('Grund: Handy verloren')).toBeVisible();
  await expect(page.getByText(/durch einen Befehl auf dem Server/)).toBeVisible();
});

// The demo's members have keys, and a page that opens with them.
for (const hasPrf of [true, false]) {
  const opens = hasPrf ? 'opens the protected area' : 'leaves the protected area to the password';
  test(`${opens} with a passkey of a device ${hasPrf ? 'with' : 'without'} prf`, async ({
    page: demo,
  }) => {
    const device = await demo.context().newCDPSession(demo);
    await device.send('WebAuthn.enable');
    await aDevice(device, { hasPrf });
    const sent: string[] = [];
    demo.on('request', (request) => sent.push(request.postData() ?? ''));
    await signIn(demo, people.member);
    const keysPage = `${new URL(demo.url()).pathname}/keys`;
    const name = `Gerät ${Date.now()}`;
    await addPasskey(demo, name, DEMO_PASSWORD);
    const row = demo.getByRole('listitem').filter({ hasText: name });
    await expect(row).toContainText(
      hasPrf ? 'öffnet auch den geschützten Bereich' : 'wird nach dem Passwort gefragt',
    );
    await signOut(demo);
    await signInWithPasskey(demo);
    await demo.goto(keysPage);
    const locked = demo.getByRole('button', { name: 'Geschützten Bereich öffnen' });
    const words = demo.getByRole('heading', { name: 'Die zwölf Wörter' });
    await expect(hasPrf ? words : locked).toBeVisible();
    await expect(hasPrf ? locked : words).toBeHidden();
    if (hasPrf) {
      // A page whose browser does not hold the keys asks the device, and nothing of the server.
      await forgetKeys(demo);
      await demo.reload();
      await demo.getByRole('button', { name: 'Mit Passkey öffnen' }).click();
      await expect(words).toBeVisible();
    }
    // What the device unlocks with stays in the browser.
    const answers = sent.filter((body) => /authenticatorData|attestationObject/.test(body));
    expect(answers).toHaveLength(2);
    expect(answers.join()).not.toMatch(/"prf"|"clientExtensionResults"/);
  });
}
