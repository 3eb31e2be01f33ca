import { expect, type Browser, type Page } from '@playwright/test';
import { newItem } from '../../src/lib/agenda/document';
import { newId } from '../../src/lib/platform/id';
import { signedInState } from '../factories/demo-sessions';
import { expectAccessible } from '../pages/accessible';
import { test } from '../pages/browser-test';
import { call } from '../pages/call';

const LEONIE = 'leonie.brandhorst@engagement-kommune.example';
const EMRE = 'emre.yildiz@ahlen.example';

/** Signed in, in a window of its own. */
const as = async (browser: Browser, who: string) =>
  (await browser.newContext({ storageState: await signedInState(who) })).newPage();

/** Opens it, and waits until what is pressed is heard. */
async function open(page: Page, address: string) {
  await page.goto(address);
  await page.locator('html[data-hydrated]').waitFor();
}

/** A workshop of this test alone, which is today, with one item of its programme. */
async function aWorkshop(page: Page) {
  await page.goto('/cohorts');
  const cohort = page.locator('main a[href^="/cohorts/"]').first();
  const path = (await cohort.getAttribute('href'))!;
  const ref = { cohortId: path.split('/')[2]!, workshopId: newId() };
  const [dayId, itemId] = [newId(), newId()];
  const date = new Date().toISOString().slice(0, 10);
  await call(page, 'workshop.save', {
    ...{ ...ref, version: 0, kind: 'other', number: null, seats: null },
    title: `Protokolliert ${Date.now()}`,
    days: [{ id: dayId, date, startMinute: 540, endMinute: 960 }],
  });
  const title = 'Runde am Vormittag';
  const item = newItem({ id: itemId, kind: 'plenary', minutes: 60, dayId, title });
  const operations = [{ type: 'insert_item', item, beforeId: null }];
  await call(page, 'agenda.change', { ...ref, id: newId(), since: 0, operations });
  await call(page, 'agenda.publish.publish', { ...ref, revision: 1, version: 1 });
  const note = (body: string) =>
    call(page, 'day.writeNote', { ...ref, id: newId(), itemId, body, version: 0 });
  return { address: `${path}/workshops/${ref.workshopId}`, note };
}

const section = (page: Page, title: string) => page.getByRole('form', { name: title, exact: true });
const text = (page: Page, title: string) =>
  section(page, title).getByRole('textbox', { name: `Text zu „${title}“` });
const isSaved = (page: Page, title: string) =>
  expect(section(page, title).locator('[data-state="saved"]')).toHaveText(/^Gespeichert um/);

/** Begins to write: the editor takes the field's place. */
async function write(page: Page, title: string) {
  await text(page, title).click();
  await expect(section(page, title).getByRole('toolbar')).toBeVisible();
  await text(page, title).press('ControlOrMeta+End');
}

test('minutes grow from notes, are written by two, published, commented, and published anew', async ({
  browser,
}) => {
  const here = await as(browser, LEONIE);
  const { address, note } = await aWorkshop(here);
  await note('Die Karten reichen nicht.');

  await open(here, `${address}/proceedings`);
  await here.getByRole('button', { name: 'Protokoll beginnen' }).click();
  await here.waitForURL('**/proceedings/edit');
  await expect(text(here, 'Runde am Vormittag')).toHaveValue(/Die Karten reichen nicht/);

  // Two windows: what one writes is seen in the other.
  const there = await as(browser, LEONIE);
  await open(there, `${address}/proceedings/edit`);
  await write(here, 'Wie es weitergeht');
  await here.keyboard.type('Wir sehen uns im Mai.');
  await isSaved(here, 'Wie es weitergeht');
  await expect(text(there, 'Wie es weitergeht')).toHaveValue('Wir sehen uns im Mai.');

  // Both write the same, one of them without a connection: both texts stay.
  await write(there, 'Zum Anfang');
  await there.context().setOffline(true);
  await there.keyboard.type('Neun Teams waren da.');
  await expect(
    section(there, 'Zum Anfang')
      .getByText(/^Keine Verbindung/)
      .first(),
  ).toBeVisible();
  await write(here, 'Zum Anfang');
  await here.keyboard.type('Zehn Teams waren da.');
  await isSaved(here, 'Zum Anfang');
  await there.context().setOffline(false);
  const conflict = section(there, 'Zum Anfang').getByRole('group', { name: /inzwischen auch/ });
  await expect(conflict).toContainText('Zehn Teams waren da.');
  await expect(conflict).toContainText('Neun Teams waren da.');
  await expectAccessible(there, 'a section that both have written');
  await conflict.getByRole('button', { name: 'Beide untereinander' }).click();
  await isSaved(there, 'Zum Anfang');

  // A note that came later is offered.
  await note('Nachgereicht am Abend.');
  await there.getByRole('button', { name: /^In den Text übernehmen/ }).click();
  await expect(text(there, 'Runde am Vormittag')).toHaveValue(/Nachgereicht am Abend/);
  await there.context().close();

  await here.getByRole('link', { name: 'Veröffentlichen' }).click();
  await here.getByRole('button', { name: 'Veröffentlichen' }).click();
  await here.waitForURL('**/proceedings');
  await expect(here.getByText('Neun Teams waren da.')).toBeVisible();
  await expect(here.getByText('Zehn Teams waren da.')).toBeVisible();

  // A member comments on a section.
  const emre = await as(browser, EMRE);
  await open(emre, `${address}/proceedings`);
  await emre.getByRole('link', { name: /^Etwas dazu anmerken.*Zum Anfang$/ }).click();
  const comment = emre.getByRole('textbox', { name: 'Ihr Kommentar' });
  await emre.getByRole('toolbar').waitFor();
  await expect(comment).toHaveText('Zu „Zum Anfang“:');
  await expect(comment).toBeFocused();
  await comment.press('ControlOrMeta+End');
  await emre.keyboard.type(' Es waren acht.');
  await emre.getByRole('button', { name: 'Kommentar senden' }).click();
  await expect(emre.getByRole('article').getByText(/Es waren acht/)).toBeVisible();
  await expectAccessible(emre, 'published minutes');

  // It is taken in, and everyone sees what has changed.
  await open(here, `${address}/proceedings/edit`);
  await write(here, 'Zum Anfang');
  await here.keyboard.type(' Es waren acht.');
  await isSaved(here, 'Zum Anfang');
  await here.getByRole('link', { name: 'Veröffentlichen' }).click();
  await here.getByLabel('Was ist neu?').fill('Anmerkung aus Ahlen eingearbeitet.');
  await here.getByRole('button', { name: 'Als Fassung 2 veröffentlichen' }).click();
  await here.waitForURL('**/proceedings');
  await open(emre, `${address}/proceedings`);
  await emre.getByText('Was sich geändert hat').click();
  await expect(emre.getByText('Anmerkung aus Ahlen eingearbeitet.').first()).toBeVisible();
  await expect(emre.getByRole('insertion')).toContainText('Es waren acht.');
});
