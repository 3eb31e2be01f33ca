import { expect } from '@playwright/test';
import { newId } from '../../src/lib/platform/id';
import { test } from '../pages/browser-test';
import { call } from '../pages/call';
import { people } from '../pages/places';
import { signIn } from '../pages/sign-in';

test('sets up a programme and a cohort, and appoints its organiser', async ({ page }) => {
  const programme = `Führung im Ehrenamt ${newId()}`;
  await signIn(page, people.administrator, { to: '/administration/programmes/new' });
  await page.getByLabel('Name des Programms').fill(programme);
  await page.getByRole('button', { name: 'Programm anlegen' }).click();
  await expect(page.getByText('Gespeichert.')).toBeVisible();

  await page
    .getByRole('region', { name: programme })
    .getByRole('link', { name: 'Durchgang anlegen' })
    .click();
  await page.getByLabel('Name des Durchgangs').fill('Erster Durchgang');
  await page.getByLabel('Beginn').fill('2027-03-01');
  await page.getByLabel('Ende').fill('2026-03-01');
  await page.getByRole('button', { name: 'Durchgang anlegen' }).click();
  await expect(page.getByRole('alert')).toContainText('Das Ende liegt vor dem Beginn.');
  await page.getByLabel('Ende').fill('2028-02-29');
  await page.getByRole('button', { name: 'Durchgang anlegen' }).click();
  await expect(page.getByText('Berufen Sie nun die Projektleitung.')).toBeVisible();
  const cohort = page.url();

  // A slip: the same once more, thrown away again.
  await page.goto('/administration/programmes');
  const region = page.getByRole('region', { name: programme });
  await region.getByRole('link', { name: 'Durchgang anlegen' }).click();
  await page.getByLabel('Name des Durchgangs').fill('Versehen');
  await page.getByRole('button', { name: 'Durchgang anlegen' }).click();
  await page.getByRole('button', { name: 'Durchgang verwerfen' }).click();
  const question = page.getByRole('dialog', { name: '„Versehen“ verwerfen?' });
  await question.getByRole('button', { name: 'Durchgang verwerfen' }).click();
  await expect(page.getByText('Der Durchgang ist verworfen.')).toBeVisible();
  await expect(region.getByRole('link', { name: 'Erster Durchgang' })).toBeVisible();
  await expect(region.getByRole('link', { name: 'Versehen' })).toBeHidden();
  await page.goto(cohort);

  await page.getByLabel(/^Name/).fill('Ina Hof');
  await page.getByLabel('E-Mail-Adresse').fill(`ina-${newId()}@example.org`);
  await page.getByRole('button', { name: 'Einladung senden' }).click();
  await expect(page.getByText('Die Einladung ist unterwegs.')).toBeVisible();
  await expect(page.getByText('Gruppe entsteht')).toBeVisible();

  await page.getByRole('button', { name: /Zurücknehmen/ }).click();
  await page.getByRole('button', { name: 'Doch einladen' }).click();
  await expect(page.getByRole('heading', { name: /^Ina Hof/ })).toBeVisible();
});

test('writes the imprint, which everyone reads without signing in', async ({ page, browser }) => {
  const sentence = `Zuletzt geprüft von ${newId()}.`;
  await signIn(page, people.administrator, { to: '/administration/texts/imprint' });
  await page.getByLabel('Text auf Deutsch').click();
  const editor = page.getByRole('textbox', { name: 'Text auf Deutsch' });
  await expect(editor).toHaveAttribute('contenteditable', 'true');
  await editor.press('Control+End');
  await editor.pressSequentially(` ${sentence}`);
  await page.getByRole('button', { name: 'Speichern und zeigen' }).click();
  await expect(page.getByText('Ab jetzt lesen ihn alle.')).toBeVisible();
  // The first draft stands in the field, unsaved, until it is taken back.
  await page.getByRole('button', { name: /^Ersten Entwurf einsetzen.*Deutsch/ }).click();
  await expect(editor).not.toContainText(sentence);
  await page.getByRole('button', { name: /^Rückgängig.*Text auf Deutsch/ }).click();
  await expect(editor).toContainText(sentence);

  const visitor = await (await browser.newContext({ locale: 'de-DE' })).newPage();
  await visitor.goto('/imprint');
  await expect(visitor.getByText(sentence)).toBeVisible();
  await expect(visitor.getByRole('heading', { level: 2, name: 'Kontakt' })).toBeVisible();

  // Somebody else saves, and this page is fetched again when a text is missing: both are shown.
  const version = Number(await page.locator('[name=version]').inputValue());
  const theirs = { bodyDe: '<p>Von anderer Hand.</p>', bodyEn: '<p>By another hand.</p>' };
  await call(page, 'text.save', { kind: 'imprint', ...theirs, version });
  const save = page.getByRole('button', { name: 'Speichern und zeigen' });
  await editor.press('Control+a');
  await editor.press('Delete');
  await save.click();
  await expect(page.getByRole('alert')).toContainText('Bitte füllen Sie dieses Feld aus.');
  await editor.fill(sentence);
  await save.click();
  await expect(page.getByText('Inzwischen hat jemand anderes diesen Text')).toBeVisible();
  await page.getByText('Was jetzt zu lesen ist: Text auf Deutsch').click();
  await expect(page.getByText('Von anderer Hand.')).toBeVisible();
  await expect(editor).toHaveText(sentence);
  await save.click();
  await expect(page.getByText('Ab jetzt lesen ihn alle.')).toBeVisible();
});

test('keeps the administration from everyone else', async ({ page }) => {
  await signIn(page, people.organiser, { to: '/administration' });
  await expect(page.getByRole('heading', { name: 'Hier ist nichts' })).toBeVisible();
});
