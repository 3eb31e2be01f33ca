import { expect, type Browser, type Page } from '@playwright/test';
import { newId } from '../../src/lib/platform/id';
import { linkIn, openOutbox, type Outbox } from '../factories/outbox';
import { test } from '../pages/browser-test';
import { heldKeys, pretendToHaveSeenMore } from '../pages/held-keys';
import { call } from '../pages/call';
import { signIn } from '../pages/sign-in';

const ORGANISER = 'gesine.wiethoff@engagement-kommune.example';
const COMPARED = /Sie haben die Wörter am .+ gehört und verglichen/;

let outbox: Outbox;
test.beforeAll(async () => {
  outbox = await openOutbox(process.env.WERKRAUM_TEST_DATA!);
});
test.afterAll(() => outbox.close());

async function device(browser: Browser): Promise<Page> {
  return (await browser.newContext({ locale: 'de-DE' })).newPage();
}

/** Opens an invitation as somebody new, chooses a password and agrees to the charter. */
async function join(page: Page, link: string, password: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Passwort wählen').fill(password);
  await page.getByRole('button', { name: 'Beitreten' }).click();
  const isEntered = page.waitForResponse(/key\.append$/);
  await page.getByRole('button', { name: 'Ich stimme zu' }).click();
  expect((await isEntered).ok()).toBe(true);
}

/** Makes the recovery page, reads two groups from it, and answers the code. */
async function makeRecoveryPage(page: Page, password: string): Promise<string> {
  await page.goto('/account/recovery');
  await page.getByLabel('Passwort', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Blatt anlegen' }).click();
  const shown = page.getByLabel('Wiederherstellungscode');
  const groups = (await shown.innerText()).match(/[0-9A-Z]{4}/g)!;
  expect(groups).toHaveLength(8);
  await page.getByRole('button', { name: 'Ich habe den Code' }).click();
  await expect(shown).toBeHidden();
  const fields = page.getByRole('textbox', { name: /^Gruppe \d/ });
  await expect(fields).toHaveCount(2);
  await fields.first().fill('????');
  await fields.last().fill('????');
  await page.getByRole('button', { name: 'Prüfen' }).click();
  await expect(page.getByText('Das steht nicht an dieser Stelle.')).toHaveCount(2);
  for (const field of await fields.all()) {
    const label = await field.evaluate(
      (input) => (input as HTMLInputElement).labels![0]!.innerText,
    );
    await field.fill(groups[Number(/\d/.exec(label)![0]) - 1]!.toLowerCase());
  }
  await page.getByRole('button', { name: 'Prüfen' }).click();
  await expect(page.getByText('Ihr Blatt ist geprüft.')).toBeVisible();
  return groups.join(' ');
}

/** Opens the link of a mail about a forgotten password. */
async function openReset(page: Page, email: string): Promise<void> {
  await page.goto('/reset');
  await page.getByLabel('E-Mail-Adresse').fill(email);
  await page.getByRole('button', { name: 'Link anfordern' }).click();
  await page.goto(linkIn(await outbox.next(email), 'reset'));
}

async function finishReset(page: Page, password: string): Promise<void> {
  await page.getByLabel('Neues Passwort').fill(password);
  await page.getByRole('button', { name: 'Passwort speichern und anmelden' }).click();
  await page.waitForURL(/\/cohorts\//);
}

test('keys: made without a word, kept by a page of paper, gone with the session, changed for all to see', async ({
  page,
  browser,
}) => {
  const email = `rosa-${newId()}@example.org`;
  const name = `Rosa ${newId().slice(-6)}`;
  await signIn(page, ORGANISER, { to: '/cohorts' });
  await page.getByRole('main').getByRole('listitem').first().getByRole('link').click();
  await page.waitForURL(/\/cohorts\/[^/]+$/);
  const cohortId = new URL(page.url()).pathname.split('/')[2]!;
  const wordsPage = `/cohorts/${cohortId}/keys`;
  await call(page, 'invitation.invite', {
    ...{ cohortId, id: newId(), email, name, role: 'expert', topicIds: [], reason: 'Zu Gast' },
  });

  const first = await device(browser);
  await join(first, linkIn(await outbox.next(email), 'join'), 'neun Störche auf dem Dach');
  await expect.poll(() => heldKeys(first)).toBe(1);
  const code = await makeRecoveryPage(first, 'neun Störche auf dem Dach');

  // Everyone sees her and compares; another tab loses the keys when this one signs out.
  await page.goto(wordsPage);
  const hers = page.getByRole('listitem').filter({ hasText: name });
  await expect(hers).toContainText('noch nicht verglichen');
  await hers.getByRole('button', { name: 'Vergleichen' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Es sind dieselben Wörter' }).click();
  await expect(hers.getByText('verglichen', { exact: true })).toBeVisible();

  const otherTab = await first.context().newPage();
  await otherTab.goto(wordsPage);
  await expect(otherTab.getByRole('heading', { name: 'Die zwölf Wörter' })).toBeVisible();
  await first.goto('/sign-out');
  await first.getByRole('main').getByRole('button', { name: 'Abmelden' }).click();
  await first.waitForURL(/\/sign-in/);
  await expect.poll(() => heldKeys(first)).toBe(0);
  await expect(otherTab.getByRole('heading', { name: 'Die zwölf Wörter' })).toBeHidden();
  await first.context().close();

  // A new device needs nothing but the password; what is sealed for herself, she can read there.
  const second = await device(browser);
  await signIn(second, email, { to: wordsPage, password: 'neun Störche auf dem Dach' });
  await second.getByRole('button', { name: 'Gehört und verglichen' }).click();
  await expect(second.getByText(COMPARED)).toBeVisible();
  await second.goto('/account/password');
  await second.getByLabel('Jetziges Passwort').fill('neun Störche auf dem Dach');
  await second.getByLabel('Neues Passwort').fill('zehn Kraniche im Nebel');
  await second.getByRole('button', { name: 'Passwort ändern' }).click();
  await expect(second.getByText('Ihr Passwort ist geändert.')).toBeVisible();
  await outbox.next(email);

  // With the code everything stays, in a browser that asks for the new password once.
  await openReset(second, email);
  await second
    .getByLabel('Wiederherstellungscode')
    .fill(code.replace(/^./, (is) => (is === '0' ? 'z' : 'o')));
  await second.getByLabel('Neues Passwort').fill('elf Reiher am Wehr');
  await second.getByRole('button', { name: 'Passwort speichern und anmelden' }).click();
  await expect(second.getByRole('alert')).toContainText('prüfen Sie das Passwort oder den Code');
  await second.getByLabel('Wiederherstellungscode').fill(code);
  await finishReset(second, 'elf Reiher am Wehr');
  await second.evaluate(() => indexedDB.deleteDatabase('werkraum-keys'));
  await second.goto(wordsPage);
  await second.getByLabel('Passwort', { exact: true }).fill('elf Reiher am Wehr');
  await second.getByRole('button', { name: 'Geschützten Bereich öffnen' }).click();
  await expect(second.getByText(COMPARED)).toBeVisible();

  // Without it, she is told what is lost; afterwards everyone sees that her keys are new.
  await openReset(second, email);
  await second.getByLabel('Nein, ich habe den Code nicht').check();
  await expect(second.getByText('kann sie Ihnen nach einem Gespräch wieder öffnen')).toBeVisible();
  await second.getByLabel('Ich habe gelesen, was verloren geht.').check();
  await finishReset(second, 'zwölf Gänse am Deich');
  await second.goto(wordsPage);
  await expect(second.getByRole('button', { name: 'Gehört und verglichen' })).toBeVisible();
  await expect(hers).toContainText('geändert, bitte vergleichen');

  // A directory that lacks what was seen before is refused, until a person decides otherwise.
  await pretendToHaveSeenMore(page);
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('fehlen Einträge, die schon da waren');
  await expect(hers).toBeHidden();
  await page.getByRole('button', { name: 'Neu beginnen' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Neu beginnen' }).click();
  await expect(hers).toBeVisible();
  await second.context().close();
});
