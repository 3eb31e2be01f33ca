import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import { newId } from '../../src/lib/platform/id';
import { signedInState } from '../factories/demo-sessions';
import { expectAccessible } from '../pages/accessible';
import { test } from '../pages/browser-test';
import { call } from '../pages/call';

const LEONIE = 'leonie.brandhorst@engagement-kommune.example';

/** A workshop of one day from nine to four, of this test alone; its board. */
async function aBoard(page: Page): Promise<string> {
  await page.goto('/cohorts');
  const cohort = page.locator('main a[href^="/cohorts/"]').first();
  const path = (await cohort.getAttribute('href'))!;
  const [cohortId, workshopId] = [path.split('/')[2]!, newId()];
  await call(page, 'workshop.save', {
    ...{ cohortId, workshopId, version: 0, kind: 'other', number: null, seats: null },
    title: `Gemeinsam geplant ${Date.now()}`,
    days: [{ id: newId(), date: '2027-03-12', startMinute: 540, endMinute: 960 }],
  });
  return `${path}/workshops/${workshopId}/board`;
}

const moderator = async (browser: Browser) =>
  (await browser.newContext({ storageState: await signedInState(LEONIE) })).newPage();

async function add(page: Page, kind: string, title: string) {
  await page.getByText('Programmpunkt hinzufügen').click();
  await page.getByRole('button', { name: kind, exact: true }).click();
  await page.getByLabel('Titel').fill(title);
  await page.getByRole('button', { name: 'Schließen' }).click();
}
const card = (page: Page, title: string): Locator =>
  page.getByRole('listitem').getByRole('button', { name: title });
/** Opens it, and waits until what is pressed is heard. */
async function open(page: Page, address: string) {
  await page.goto(address);
  await page.locator('html[data-hydrated]').waitFor();
}
const isSaved = (page: Page) => expect(page.getByText('Alles gespeichert')).toBeVisible();

/** With the mouse, from the middle of one thing to a little below the upper edge of another. */
async function drag(page: Page, from: Locator, to: Locator) {
  const [start, end] = [(await from.boundingBox())!, (await to.boundingBox())!];
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x + start.width / 2, start.y, { steps: 3 });
  await page.mouse.move(end.x + end.width / 2, end.y + 4, { steps: 5 });
  await page.mouse.up();
}

test('two boards show each other’s changes, overwrite nothing, and take back their own', async ({
  browser,
}) => {
  const here = await moderator(browser);
  const address = await aBoard(here);
  const there = await moderator(browser);
  for (const page of [here, there]) await open(page, address);

  await add(here, 'Ankommen', 'Guten Morgen');
  await add(here, 'Impuls', 'Kurze Einsätze');
  await expect(card(there, 'Kurze Einsätze')).toContainText('09:15–09:45');

  // Dragged over there, seen here.
  await drag(there, card(there, 'Kurze Einsätze'), card(there, 'Guten Morgen'));
  await expect(card(here, 'Kurze Einsätze')).toContainText('09:00–09:30');
  await isSaved(there);

  // Made longer by its lower edge, and back by its keys.
  const edge = card(there, 'Kurze Einsätze').locator('xpath=../*[contains(@class, "edge")]');
  const { x, y, width } = (await edge.boundingBox())!;
  await there.mouse.move(x + width / 2, y + 3);
  await there.mouse.down();
  await there.mouse.move(x + width / 2, y + 20, { steps: 3 });
  await expect(card(there, 'Kurze Einsätze')).not.toContainText('09:00–09:30');
  await there.keyboard.press('Escape');
  await there.mouse.up();
  await expect(card(there, 'Kurze Einsätze')).toContainText('09:00–09:30');
  await there.mouse.move(x + width / 2, y + 3);
  await there.mouse.down();
  await there.mouse.move(x + width / 2, y + 60, { steps: 5 });
  await there.mouse.up();
  await expect(card(here, 'Kurze Einsätze')).not.toContainText('09:00–09:30');
  await there.getByRole('button', { name: 'Rückgängig' }).click();
  await expect(card(here, 'Kurze Einsätze')).toContainText('09:00–09:30');
  await isSaved(there);

  // A length is deleted and typed anew.
  await card(here, 'Guten Morgen').click();
  const length = here.getByLabel('Dauer');
  await length.fill('99999');
  await expect(here.getByText('Bitte geben Sie höchstens 1440 an.')).toBeVisible();
  await length.fill('15');
  await length.press('End');
  for (const key of ['Backspace', 'Backspace', '2', '0']) await here.keyboard.press(key);
  await expect(card(there, 'Guten Morgen')).toContainText('09:30–09:50');
  await expect(length).toHaveValue('20');

  // A file that one attaches, the other sees by its name.
  await here.locator('input[type=file]').setInputFiles({
    name: 'Ablauf.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Erst kommen alle an.'),
  });
  await card(there, 'Guten Morgen').click();
  await expect(there.getByRole('link', { name: 'Ablauf.txt' })).toBeVisible();
  await isSaved(here);

  // Both write the same title and name somebody, one of them without a connection.
  await there.context().setOffline(true);
  await card(there, 'Kurze Einsätze').click();
  await there.getByLabel('Titel').fill('Einsätze für einen Tag');
  await there.locator('[name=responsible]').selectOption({ index: 1 });
  await expect(
    there.getByRole('status').filter({ hasText: 'Keine Verbindung. Was Sie' }),
  ).toBeVisible();
  await card(here, 'Kurze Einsätze').click();
  await here.locator('[name=responsible]').selectOption({ index: 2 });
  await here.getByLabel('Titel').fill('Einsätze für eine Stunde');
  await isSaved(here);
  await there.context().setOffline(false);
  await expect(there.getByText(/Brandhorst hat inzwischen geschrieben/)).toHaveCount(2);
  await expect(
    there.getByRole('paragraph').filter({ hasText: 'Einsätze für eine Stunde' }),
  ).toBeVisible();
  await expect(there.getByLabel('Titel')).toHaveValue('Einsätze für einen Tag');
  await there.getByRole('button', { name: 'Meins behalten' }).first().click();
  await there.getByRole('button', { name: 'Übernehmen' }).click();
  await expect(there.getByText(/Brandhorst hat inzwischen geschrieben/)).toBeHidden();
  await expect(card(here, 'Einsätze für einen Tag')).toBeVisible();

  // What the other one has changed since is not taken back from here.
  await here.getByRole('button', { name: 'Rückgängig' }).click();
  await expect(here.getByText(/^Das hat inzwischen jemand anderes geändert/)).toBeVisible();
  await there.getByRole('button', { name: 'Rückgängig' }).click();
  await expect(card(here, 'Einsätze für eine Stunde')).toBeVisible();
  await there.getByRole('button', { name: 'Wiederholen' }).click();
  await expect(card(here, 'Einsätze für einen Tag')).toBeVisible();

  await expectAccessible(there, 'the board with an open item');

  // What was typed about an item that the other one removes is still there to be read.
  await there.setViewportSize({ width: 1280, height: 720 });
  await there.context().setOffline(true);
  await there.getByLabel('Titel').fill('Einsätze am Abend');
  await expect(
    there.getByRole('status').filter({ hasText: 'Keine Verbindung. Was Sie' }),
  ).toBeVisible();
  await card(here, 'Einsätze für einen Tag').click();
  await here.getByLabel('Titel').fill('Einsätze am Morgen');
  await isSaved(here);
  await there.context().setOffline(false);
  await expect(there.getByText(/Brandhorst hat inzwischen geschrieben/)).toBeVisible();
  await here.getByRole('button', { name: 'Entfernen', exact: true }).click();
  await expect(there.getByText('Einsätze am Abend')).toBeVisible();
});

test('an agenda is planned with the keyboard alone', async ({ browser }) => {
  const page = await moderator(browser);
  await open(page, await aBoard(page));
  const press = (key: string) => page.keyboard.press(key);
  const said = (text: string | RegExp) =>
    expect(page.getByRole('status').filter({ hasText: text })).toBeVisible();

  // A chosen topic from beside the board, by its button.
  await page
    .getByRole('button', { name: /^Einplanen/ })
    .first()
    .focus();
  await press('Enter');
  await said(/Tag 1 \(12\.03\.2027\), 09:00–/);
  await press('Escape');
  await page.getByText('Programmpunkt hinzufügen').focus();
  await press('Enter');
  await page.getByRole('button', { name: 'Pause', exact: true }).focus();
  await press('Enter');
  await page.getByLabel('Titel').focus();
  await page.keyboard.type('Kaffee');
  await press('Escape');

  const coffee = card(page, 'Kaffee');
  await expect(coffee).toBeFocused();
  await press('Alt+ArrowUp');
  await said('„Kaffee“: Tag 1 (12.03.2027), 09:00–09:15');
  await expect(coffee).toBeFocused();
  await press('+');
  await said('„Kaffee“: Tag 1 (12.03.2027), 09:00–09:20');
  await press('p');
  await expect(coffee).toContainText('feste Uhrzeit');
  await press('Alt+ArrowDown');
  await press('Delete');
  await said('„Kaffee“ ist entfernt.');
  await expect(coffee).toBeHidden();
  await press('Control+z');
  await said('Zurückgenommen.');
  await expect(coffee).toBeVisible();
  await isSaved(page);
});
