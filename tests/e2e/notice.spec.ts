import { expect } from '@playwright/test';
import { test } from '../pages/browser-test';
import { NoticesPage } from '../pages/notices';
import { signIn } from '../pages/sign-in';

// The reader is nobody else's in these tests: what he marks as read stays so for the whole run.
const reader = 'florian.sondermann@kreis-olpe.example';
const writer = 'dominik.vollmert@finnentrop.example';

test.describe.configure({ mode: 'serial' });

test('the start page says what waits, what is next and what has happened', async ({ page }) => {
  await signIn(page, reader);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Florian Sondermann');
  const next = page.getByRole('region', { name: 'Als Nächstes' });
  await expect(next.getByRole('listitem').first()).toBeVisible();
  const happened = page.getByRole('region', { name: 'Was geschehen ist' });
  const [newest] = await happened.getByRole('listitem').allInnerTexts();
  await happened.getByRole('link', { name: 'Ältere' }).click();
  await expect(happened.getByRole('link', { name: 'Neueste' })).toBeVisible();
  await expect(happened.getByRole('listitem').first()).not.toHaveText(newest!);
});

test('notices are marked as read, one or all, and that can be undone', async ({ page }) => {
  await signIn(page, reader);
  const notices = new NoticesPage(page);
  await notices.open();
  await notices.readAll.click();
  await expect(page.getByText('Alle Hinweise sind als gelesen markiert.')).toBeVisible();
  await notices.undo.click();
  await expect(notices.unread).toBeVisible();
  const sentence = await notices.rows.getByRole('link').first().innerText();
  const row = notices.rows.filter({ hasText: sentence }).first();
  await row.getByRole('button', { name: 'Als gelesen markieren' }).click();
  await expect(page.getByText('Der Hinweis ist als gelesen markiert.')).toBeVisible();
  await expect(row.getByRole('button')).toHaveCount(0);
});

test('mail comes as wished', async ({ page }) => {
  await signIn(page, reader, { to: '/account/notices' });
  await page.getByLabel('Sofort').check();
  const dates = page.getByLabel('Termine');
  if (!(await dates.isVisible())) await page.getByText('Genauer einstellen').click();
  await dates.selectOption({ label: 'Keine E-Mails' });
  await page.getByRole('button', { name: 'Einstellungen speichern' }).click();
  await expect(page.getByText('Ihre Einstellungen sind gespeichert.')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Sofort')).toBeChecked();
  await expect(dates).toHaveValue('off');
});

test('the bell counts what happens elsewhere without reloading', async ({ page, browser }) => {
  await signIn(page, reader);
  const notices = new NoticesPage(page);
  await notices.open();
  await notices.readAll.click();
  await expect(page.getByText('Alle Hinweise sind als gelesen markiert.')).toBeVisible();

  const elsewhere = await (await browser.newContext()).newPage();
  await signIn(elsewhere, writer);
  await elsewhere.getByRole('navigation').getByRole('link', { name: 'Themen' }).click();
  await elsewhere.waitForURL('**/topics');
  await elsewhere.goto(`${elsewhere.url()}/new`);
  await elsewhere.getByLabel('Frage', { exact: true }).fill('Wie danken wir, ohne zu langweilen?');
  await elsewhere.getByRole('button', { name: 'Thema einbringen' }).click();
  await elsewhere.waitForURL(/topics\/[0-9a-f-]{36}/);

  const told = notices.rows.filter({ hasText: 'Wie danken wir, ohne zu langweilen?' });
  await expect(told.first()).toBeVisible();
  await expect(page.getByRole('banner').getByText(/^[1-9]\d* neuer? Hinweis/)).toBeAttached();

  // Whoever fetches the page reads nothing; whoever has it before her eyes does.
  const href = (await told.first().getByRole('link').getAttribute('href'))!;
  expect((await page.request.get(href)).status()).toBe(200);
  await page.reload();
  await expect(told.first()).toContainText('(ungelesen)');
  await told.first().getByRole('link').click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'Wie danken wir, ohne zu langweilen?' }),
  ).toBeVisible();
  await notices.open();
  await expect(told.first()).not.toContainText('(ungelesen)');
});
