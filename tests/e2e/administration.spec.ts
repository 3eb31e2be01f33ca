import { expect, test } from '@playwright/test';
import { newId } from '../../src/lib/platform/id';
import { people } from '../pages/places';
import { signIn } from '../pages/sign-in';

// The administrator of the demo reads English.

test('sets up a programme and a cohort, and appoints its organiser', async ({ page }) => {
  const programme = `Führung im Ehrenamt ${newId()}`;
  await signIn(page, people.administrator, { to: '/administration/programmes/new' });
  await page.getByLabel('Name of the programme').fill(programme);
  await page.getByRole('button', { name: 'Create programme' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();

  await page
    .getByRole('region', { name: programme })
    .getByRole('link', { name: 'Create cohort' })
    .click();
  await page.getByLabel('Name of the cohort').fill('Erster Durchgang');
  await page.getByLabel('Start').fill('2027-03-01');
  await page.getByLabel('End').fill('2026-03-01');
  await page.getByRole('button', { name: 'Create cohort' }).click();
  await expect(page.getByRole('alert')).toContainText('The end is before the start.');
  await page.getByLabel('End').fill('2028-02-29');
  await page.getByRole('button', { name: 'Create cohort' }).click();
  await expect(page.getByText('Now appoint its organiser.')).toBeVisible();
  const cohort = page.url();

  // A slip: the same once more, thrown away again.
  await page.goto('/administration/programmes');
  const region = page.getByRole('region', { name: programme });
  await region.getByRole('link', { name: 'Create cohort' }).click();
  await page.getByLabel('Name of the cohort').fill('Versehen');
  await page.getByRole('button', { name: 'Create cohort' }).click();
  await page.getByRole('button', { name: 'Discard the cohort' }).click();
  const question = page.getByRole('dialog', { name: 'Discard “Versehen”?' });
  await question.getByRole('button', { name: 'Discard the cohort' }).click();
  await expect(page.getByText('The cohort is discarded.')).toBeVisible();
  await expect(region.getByRole('link', { name: 'Erster Durchgang' })).toBeVisible();
  await expect(region.getByRole('link', { name: 'Versehen' })).toBeHidden();
  await page.goto(cohort);

  await page.getByLabel(/^Name/).fill('Ina Hof');
  await page.getByLabel('E-mail address').fill(`ina-${newId()}@example.org`);
  await page.getByRole('button', { name: 'Send invitation' }).click();
  await expect(page.getByText('The invitation is on its way.')).toBeVisible();
  await expect(page.getByText('Forming')).toBeVisible();

  await page.getByRole('button', { name: /Take back/ }).click();
  await page.getByRole('button', { name: 'Invite after all' }).click();
  await expect(page.getByRole('heading', { name: /^Ina Hof/ })).toBeVisible();
});

test('writes the imprint, which everyone reads without signing in', async ({ page, browser }) => {
  const sentence = `Zuletzt geprüft von ${newId()}.`;
  await signIn(page, people.administrator, { to: '/administration/texts/imprint' });
  await page.getByLabel('Text in German').click();
  const editor = page.getByRole('textbox', { name: 'Text in German' });
  await expect(editor).toHaveAttribute('contenteditable', 'true');
  await editor.press('Control+End');
  await editor.pressSequentially(` ${sentence}`);
  await page.getByRole('button', { name: 'Save and show' }).click();
  await expect(page.getByText('From now on everyone reads it.')).toBeVisible();
  // The first draft stands in the field, unsaved, until it is taken back.
  await page.getByRole('button', { name: /^Put in the first draft.*German/ }).click();
  await expect(editor).not.toContainText(sentence);
  await page.getByRole('button', { name: /^Undo.*Text in German/ }).click();
  await expect(editor).toContainText(sentence);

  const visitor = await (await browser.newContext({ locale: 'de-DE' })).newPage();
  await visitor.goto('/imprint');
  await expect(visitor.getByText(sentence)).toBeVisible();
  await expect(visitor.getByRole('heading', { level: 2, name: 'Kontakt' })).toBeVisible();
});

test('keeps the administration from everyone else', async ({ page }) => {
  await signIn(page, people.organiser, { to: '/administration' });
  await expect(page.getByRole('heading', { name: 'Hier ist nichts' })).toBeVisible();
});
