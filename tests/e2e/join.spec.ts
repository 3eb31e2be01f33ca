import { expect, type Page } from '@playwright/test';
import { newId } from '../../src/lib/platform/id';
import { test } from '../pages/browser-test';
import { call } from '../pages/call';
import { signIn } from '../pages/sign-in';

const ORGANISER = 'gesine.wiethoff@engagement-kommune.example';

/** Invites an expert to one topic; returns the code that the letter shows, and what she will read. */
async function invite(page: Page, email: string): Promise<{ code: string; question: string }> {
  await signIn(page, ORGANISER, { to: '/cohorts' });
  await page.getByRole('main').getByRole('listitem').first().getByRole('link').click();
  await page.waitForURL(/\/cohorts\/[^/]+$/);
  const cohortId = new URL(page.url()).pathname.split('/')[2]!;
  const id = newId();
  const list = await page.request.get('/trpc/invitation.list', {
    params: { input: JSON.stringify({ cohortId }) },
  });
  const [topic] = (await list.json()).result.data.topics;
  await call(page, 'invitation.invite', {
    ...{ cohortId, id, email, name: 'Rosa Fröhlich', role: 'expert', topicIds: [topic.id] },
    ...{ reason: 'Sie begleitet den dritten Workshop.', sendsMail: false },
  });
  const [letter] = await call<{ code: string }[]>(page, 'invitation.letters', {
    ...{ cohortId, invitationIds: [id] },
  });
  return { code: letter!.code, question: topic.question };
}

test('joins with the code of a letter: code, name, password, then the charter', async ({
  page,
  browser,
}) => {
  const email = `rosa-${newId()}@example.org`;
  const { code, question } = await invite(page, email);

  const context = await browser.newContext();
  const guest = await context.newPage();
  await guest.goto('/join');
  await guest.getByLabel('Code').fill('AAAA-BBBB-CCCC');
  await guest.getByRole('button', { name: 'Weiter' }).click();
  await expect(guest.getByText('Diesen Code kennen wir nicht.')).toBeVisible();

  await guest.getByLabel('Code').fill(code.toLowerCase());
  await guest.getByRole('button', { name: 'Weiter' }).click();
  await expect(guest.getByRole('heading', { name: /^Einladung:/ })).toBeVisible();
  await expect(guest.getByLabel('E-Mail-Adresse')).toHaveValue(email);
  await expect(guest.getByLabel('Vor- und Nachname')).toHaveValue('Rosa Fröhlich');
  await guest.getByLabel('Vor- und Nachname').fill('');
  await guest.getByRole('button', { name: 'Beitreten' }).click();
  await expect(guest.getByLabel('Vor- und Nachname')).toHaveAccessibleDescription(
    /Bitte füllen Sie dieses Feld aus/,
  );
  await guest.getByLabel('Vor- und Nachname').fill('Rosa Fröhlich');
  await guest.getByLabel('Passwort wählen').fill('Rosa Fröhlich');
  await guest.getByRole('button', { name: 'Beitreten' }).click();
  await expect(guest.getByRole('alert')).toContainText('schwerer zu erraten');
  await guest.getByLabel('Passwort wählen').fill('neun Störche auf dem Dach');
  await guest.getByRole('button', { name: 'Beitreten' }).click();
  await expect(guest).toHaveURL(/\/cohorts\/[^/]+/);

  // An expert takes along what she may read, and nothing else.
  await guest.getByRole('button', { name: 'Ich stimme zu' }).click();
  await expect(guest.getByRole('heading', { name: 'Dazu sind Sie eingeladen' })).toBeVisible();
  const invited = guest.getByRole('region', { name: 'Dazu sind Sie eingeladen' });
  await expect(invited.getByRole('link', { name: question, exact: true })).toBeVisible();
  const files = new URL(guest.url()).pathname.split('/').slice(0, 3).join('/') + '/download';
  const topics = await guest.request.get(`${files}/topics.csv`);
  expect(topics.headers()['content-disposition']).toContain('topics.csv');
  expect((await topics.text()).trim().split('\r\n')).toHaveLength(2);
  expect((await guest.request.get(`${files}/invitations.csv`)).status()).toBe(404);

  // The invitation is used up, and whoever has it learns nothing new.
  await guest.context().clearCookies();
  await guest.goto('/join');
  await guest.getByLabel('Code').fill(code);
  await guest.getByRole('button', { name: 'Weiter' }).click();
  await expect(guest.getByText('Diese Einladung ist schon angenommen.')).toBeVisible();
  await context.close();
});
