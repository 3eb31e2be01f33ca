import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { newId } from '../../src/lib/platform/id';
import { test } from '../pages/browser-test';
import { call } from '../pages/call';
import { isAlive, signIn } from '../pages/sign-in';

const MELINA = 'melina.kuhlmann@ahlen.example';
const EMRE = 'emre.yildiz@ahlen.example';

test('two people write on one example, and nothing of it gets lost: offline, at once, with the page closed', async ({
  browser,
}) => {
  const context = await browser.newContext({ locale: 'de-DE' });
  const melina = await context.newPage();
  await signIn(melina, MELINA);
  const home = new URL(melina.url()).pathname;
  await melina.goto(`${home}/practices/new`);
  await melina.getByLabel('In einem Satz').fill('Der Bürgerbus fährt, aber niemand steigt ein.');
  await melina.getByLabel('Teils, teils').check();
  await melina.getByRole('button', { name: 'Beispiel beginnen' }).click();
  await melina.waitForURL(/\/edit$/);
  const edit = new URL(melina.url()).pathname;
  const story = melina.getByLabel('Was geschehen ist');
  const nextTime = melina.getByLabel('Beim nächsten Mal');
  await story.fill('Wir haben einen Bus gekauft.');
  await expect(melina.getByText(/^Gespeichert um/)).toBeVisible();
  const { violations } = await new AxeBuilder({ page: melina }).analyze();
  expect(violations).toEqual([]);

  const emre = await (await browser.newContext({ locale: 'de-DE' })).newPage();
  await signIn(emre, EMRE, { to: edit });
  await expect(emre.getByLabel('Was geschehen ist')).toHaveValue('Wir haben einen Bus gekauft.');

  // Both write the same field while one of them has no connection.
  await context.setOffline(true);
  await nextTime.fill('Erst fragen.');
  await expect(melina.getByText(/^Keine Verbindung\. Was Sie schreiben/).first()).toBeVisible();
  await emre.getByLabel('Beim nächsten Mal').fill('Einen kleineren Bus kaufen.');
  await expect(emre.getByText(/^Gespeichert um/)).toBeVisible();
  await context.setOffline(false);
  const conflict = melina.getByRole('group', { name: 'Zwei Texte: Beim nächsten Mal' });
  await expect(conflict).toContainText('Erst fragen.');
  await expect(conflict).toContainText('Einen kleineren Bus kaufen.');
  await conflict.getByRole('button', { name: 'Beide zusammen bearbeiten' }).click();
  await expect(emre.getByLabel('Beim nächsten Mal')).toHaveValue(/kleineren[^]*Erst fragen/);
  await expect(emre.getByText(/hat gerade etwas geändert: Beim nächsten Mal/)).toBeVisible();

  // A server that is out of order for a moment is asked again; nobody has to do anything.
  const broken = { data: { code: 'INTERNAL_SERVER_ERROR', httpStatus: 500, appCode: 'internal' } };
  await melina.route(
    /practice\.save/,
    (route) =>
      route.fulfill({ status: 500, json: { error: { message: '-', code: -32603, ...broken } } }),
    { times: 1 },
  );
  await story.fill('Wir haben einen Bus gekauft. Er ist rot.');
  await expect(emre.getByLabel('Was geschehen ist')).toHaveValue(/rot/);

  // What was typed without a connection is there again after the page was closed.
  await context.setOffline(true);
  await story.fill('Wir haben einen Bus gekauft. Er war zu groß.');
  await expect(melina.getByText(/^Keine Verbindung\. Was Sie schreiben/).first()).toBeVisible();
  await melina.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(edit);
  await expect(again.getByLabel('Was geschehen ist')).toHaveValue(/zu groß/);
  await expect(emre.getByLabel('Was geschehen ist')).toHaveValue(/zu groß/);

  // An earlier version comes back, and the later one stays beside it.
  await again.goto(edit.replace('/edit', '/history?version=1'));
  await again.getByRole('button', { name: 'Zu dieser Fassung zurückkehren' }).click();
  await expect(again.getByLabel('Was geschehen ist')).toHaveValue('');
  await expect(emre.getByLabel('Was geschehen ist')).toHaveValue('');
});

test('a part is written without script: entries added and moved, errors beside their fields', async ({
  browser,
}) => {
  const context = await browser.newContext({ locale: 'de-DE' });
  const signedIn = await context.newPage();
  await signIn(signedIn, MELINA);
  const home = new URL(signedIn.url()).pathname;
  const storageState = await context.storageState();
  const plain = await browser.newContext({ storageState, javaScriptEnabled: false });
  const page = await plain.newPage();
  await page.goto(`${home}/practices/new`);
  await page.getByLabel('In einem Satz').fill('Das Café der Vereine lief von selbst.');
  await page.getByRole('button', { name: 'Beispiel beginnen' }).click();
  const edit = new URL(page.url()).pathname;
  await page.goto(`${edit}?part=action`);
  await page.getByRole('button', { name: 'Schritt hinzufügen' }).click();
  await page.getByLabel('Wann').fill('Mai');
  await page.getByRole('button', { name: 'Schritt hinzufügen' }).click();
  await page.getByLabel('Wann').last().fill('April');
  await page.getByRole('button', { name: 'Schritt 2 nach oben' }).click();
  await expect(page.getByLabel('Wann').first()).toHaveValue('April');
  await page.getByLabel('Kosten', { exact: true }).fill('-5');
  await page.getByRole('button', { name: /^Speichern und weiter/ }).click();
  await expect(page.getByText('Bitte geben Sie mindestens 0 an.')).toBeVisible();
  await page.getByLabel('Kosten', { exact: true }).fill('500');
  await page.getByRole('button', { name: /^Speichern und weiter/ }).click();
  await expect(page.getByRole('heading', { name: 'Im Rückblick' })).toBeVisible();
});

test('a wording that is typed and not saved is not passed over by the proposal', async ({
  page,
}) => {
  await signIn(page, MELINA);
  const cohortId = /[0-9a-f-]{36}/.exec(page.url())![0];
  const [practiceId, stepId] = [newId(), newId()];
  const gist = `Frau Sommerfeld hat gezählt. ${Date.now()}`;
  const content = { gist, kind: 'success', story: 'Gezählt und notiert.' };
  await call(page, 'practice.create', { cohortId, practiceId, content });
  await call(page, 'practice.ladder.prepare', { cohortId, practiceId, stepId, rung: 'cohort' });
  await page.goto(`/cohorts/${cohortId}/practices/${practiceId}/share/${stepId}`);
  await isAlive(page);
  await page.locator('#field-gist summary').click();
  const wording = page.locator('#gist-value');
  await wording.fill('Eine Kollegin hat gezählt.');
  for (const point of await page.locator('#check input[type=checkbox]').all()) await point.check();
  const propose = page.getByRole('button', { name: 'Vorschlagen: dem Durchgang zeigen' });
  await propose.click();
  await page.getByRole('link', { name: /Eine Formulierung ist noch nicht gespeichert/ }).click();
  await expect(wording).toBeFocused();
  await expect(wording).toHaveValue('Eine Kollegin hat gezählt.');
  await page.getByRole('button', { name: 'Fassung speichern' }).first().click();
  await expect(page.getByText('Eine Kollegin hat gezählt.').first()).toBeVisible();
  await propose.click();
  await expect(page).toHaveURL(/\/share$/);
});
