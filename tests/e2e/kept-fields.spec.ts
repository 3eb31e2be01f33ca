import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '../pages/accessible';
import { test } from '../pages/browser-test';
import { isAlive, signIn } from '../pages/sign-in';

const MODERATOR = 'leonie.brandhorst@engagement-kommune.example';

const isKept = (page: Page, what: string) =>
  page.waitForFunction((text) => JSON.stringify(localStorage).includes(text), what);
const isBack = (page: Page) => page.getByText('Ihre Angaben von vorhin sind wieder da.');

test('what is filled in and not saved is there again after a reload, and can be discarded', async ({
  page,
}) => {
  await signIn(page, MODERATOR);
  await page.goto('/cohorts');
  await page.getByRole('link', { name: 'Dritter Durchgang' }).first().click();
  await page.waitForURL(/\/cohorts\/[0-9a-f-]{36}$/);
  const home = new URL(page.url()).pathname;

  await page.goto(`${home}/agreements/new`);
  await isAlive(page);
  const what = page.getByLabel('Was', { exact: true });
  const ahlen = page.getByRole('checkbox', { name: 'Ahlen' });
  await what.fill('Wir schreiben einen Brief.');
  await ahlen.check();
  await isKept(page, 'einen Brief');
  await page.reload();
  await expect(isBack(page)).toBeVisible();
  await expect(what).toHaveValue('Wir schreiben einen Brief.');
  await expect(ahlen).toBeChecked();
  await expectAccessible(page, 'an agreement that is back');
  await page.getByRole('button', { name: 'Verwerfen' }).click();
  await expect(what).toHaveValue('');
  await expect(ahlen).not.toBeChecked();
  await page.reload();
  await isAlive(page);
  await expect(what).toHaveValue('');
  await expect(isBack(page)).toBeHidden();

  // Fields that come with a choice in others, and dates that begin with the present moment.
  await page.goto(`${home}/ballots/new`);
  await isAlive(page);
  const title = page.getByLabel('Frage', { exact: true });
  await title.fill('Was machen wir im Mai?');
  const topic = page.getByRole('checkbox').first();
  await topic.check();
  const budget = page.getByLabel('Wie viele Minuten stehen zur Verfügung?');
  await budget.fill('240');
  await isKept(page, 'im Mai');
  await page.reload();
  await expect(isBack(page)).toBeVisible();
  await expect(title).toHaveValue('Was machen wir im Mai?');
  await expect(topic).toBeChecked();
  await expect(budget).toHaveValue('240');
  await page.getByRole('button', { name: 'Speichern und prüfen' }).click();
  await expect(page.getByRole('heading', { name: 'Was machen wir im Mai?' })).toBeVisible();
  await expect
    .poll(() => page.evaluate(() => JSON.stringify(localStorage)))
    .not.toContain('im Mai');
});
