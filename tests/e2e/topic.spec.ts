import { expect, type Browser, type Page } from '@playwright/test';
import { alsoExpert } from '../factories/demo-sessions';
import { expectAccessible } from '../pages/accessible';
import { test } from '../pages/browser-test';
import { holdScripts } from '../pages/held-scripts';
import { propose, TopicPage } from '../pages/topic';
import { signIn } from '../pages/sign-in';

const AHLEN = 'melina.kuhlmann@ahlen.example';
const SPROCKHOEVEL = 'petra.oberste-brink@sprockhoevel.example';
const MODERATOR = 'leonie.brandhorst@engagement-kommune.example';

// Several people, each signing in with a password that takes its time, and eight runs of axe.
test.describe.configure({ timeout: 240_000 });

/** Somebody in a browser of her or his own; everything that goes wrong there fails the test. */
async function as(
  browser: Browser,
  email: string,
  options: { to?: string; hasScript?: boolean } = {},
) {
  const { to = '/', hasScript = true } = options;
  const context = await browser.newContext({ locale: 'de-DE' });
  const page = await context.newPage();
  await signIn(page, email, { to });
  if (hasScript) return watched(page);
  const reading = await browser.newContext({
    locale: 'de-DE',
    javaScriptEnabled: false,
    storageState: await context.storageState(),
  });
  const quiet = await reading.newPage();
  await quiet.goto(page.url());
  return quiet;
}

const faults: string[] = [];
function watched(page: Page): Page {
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    const isAboutPolicy = /Content Security Policy|Trusted/.test(message.text());
    if (isAboutPolicy) faults.push(message.text());
  });
  return page;
}
test.afterEach(() => expect(faults.splice(0)).toEqual([]));

test('propose, discuss with a mention and a quotation, support, live in two browsers', async ({
  browser,
}) => {
  const melina = await as(browser, AHLEN);
  const question = `Wie erreichen wir Neuzugezogene? ${Date.now()}`;
  const url = await propose(melina, question, 'Viele ziehen her und kennen niemanden.');
  await expect(new TopicPage(melina).passport).toContainText('Eingebracht');

  const petra = await as(browser, SPROCKHOEVEL, { to: new URL(url).pathname });
  const [hers, his] = [new TopicPage(melina), new TopicPage(petra)];
  await his.supportButton.click();
  await expect(hers.support).toContainText('Sprockhövel');
  await his.openEditor();
  await petra.keyboard.type('Wir haben ein Willkommenspaket, @Mel');
  await petra.getByRole('option', { name: 'Melina Kuhlmann' }).click();
  await petra.getByRole('button', { name: 'Kommentar senden' }).click();
  const entry = hers.entry('Willkommenspaket').first();
  await expect(entry.getByRole('link', { name: '@Melina Kuhlmann' })).toBeVisible();

  await entry.getByRole('link', { name: 'Zitieren' }).click();
  await expect(hers.comments.getByText(/ schrieb:$/)).toBeVisible();
  await hers.comment('Was ist darin?');
  await expect(his.entry('Was ist darin?')).toContainText('Wir haben ein Willkommenspaket');

  await his.comments.getByRole('button', { name: 'Löschen' }).click();
  await expect(hers.comments).toContainText('Dieser Kommentar wurde gelöscht.');
  await petra.getByRole('button', { name: 'Wiederherstellen' }).click();
  await expect(entry).toBeVisible();

  // A lost connection is told, and heals by itself with nothing missed.
  const lost = melina.getByText('Keine Verbindung', { exact: true });
  await melina.context().setOffline(true);
  await expect(lost).toBeVisible();
  await his.comment('Darin liegt auch ein Stadtplan.');
  await expect(his.entry('Stadtplan')).toBeVisible();
  await expect(hers.entry('Stadtplan')).toHaveCount(0);
  await melina.context().setOffline(false);
  await expect(hers.entry('Stadtplan')).toBeVisible();
  await expect(lost).toHaveCount(0);

  // A second tab hears through the stream of the first one, and takes over when that is closed.
  const streams: string[] = [];
  melina.context().on('request', (request) => {
    if (request.url().includes('/live.events')) streams.push(request.url());
  });
  const tab = watched(await melina.context().newPage());
  // What is said between the page's answer and its script is not missed either.
  const script = Promise.withResolvers<void>();
  await tab.route('**/*.js', (route) => script.promise.then(() => route.continue()));
  await tab.goto(url, { waitUntil: 'commit' });
  await expect(new TopicPage(tab).entry('Stadtplan')).toBeVisible();
  await his.comment('Und ein Gutschein.');
  await expect(his.entry('Gutschein')).toBeVisible();
  await expect(hers.entry('Gutschein')).toBeVisible();
  script.resolve();
  await expect(new TopicPage(tab).entry('Gutschein')).toBeVisible();
  expect(streams).toEqual([]);
  await melina.close();
  await his.comment('Und ein Kalender.');
  await expect(new TopicPage(tab).entry('Kalender')).toBeVisible();
  expect(streams).toHaveLength(1);
});

test('a moderator proposes a merge, both teams agree, supporters are united, and it is undone', async ({
  browser,
}) => {
  const stamp = Date.now();
  const melina = await as(browser, AHLEN);
  const first = await propose(melina, `Wie halten wir Vorstände? ${stamp}`, 'Der Nachwuchs fehlt.');
  const petra = await as(browser, SPROCKHOEVEL);
  const second = await propose(petra, `Wer führt morgen die Vereine? ${stamp}`, 'Niemand will.');

  const leonie = await as(browser, MODERATOR, { to: new URL(second).pathname });
  await leonie.getByText('Mehr', { exact: true }).click();
  await leonie.getByRole('link', { name: 'Zusammenlegen …' }).click();
  await leonie.getByLabel('Thema suchen').fill(`Vorstände? ${stamp}`);
  await leonie.getByRole('button', { name: 'Suchen', exact: true }).click();
  await leonie.getByRole('radio', { name: new RegExp(`Vorstände\\? ${stamp}`) }).check();
  await leonie.getByLabel('Warum gehören sie zusammen?').fill('Beide fragen dasselbe.');
  await leonie.getByRole('button', { name: 'Zusammenlegen vorschlagen' }).click();
  await expect(leonie.getByText('Sprockhövel: noch offen')).toBeVisible();

  for (const page of [melina, petra]) await page.getByRole('button', { name: 'Zustimmen' }).click();
  await expect(new TopicPage(melina).support).toContainText('Sprockhövel');
  await expect(petra.getByText('Dieses Thema geht in einem anderen weiter')).toBeVisible();
  await petra
    .getByRole('link', { name: `Wie halten wir Vorstände? ${stamp}` })
    .first()
    .click();
  await expect(petra).toHaveURL(first);

  await leonie.goto(first);
  await leonie.getByRole('button', { name: 'Wieder trennen' }).click();
  await expect(new TopicPage(melina).support).not.toContainText('Sprockhövel');

  // Another one is left to choose from.
  await alsoExpert('barbara.lueckerath@bezirksregierung.example');
  await leonie.reload();
  const experts = leonie.getByRole('region', { name: 'Eingeladene Fachpersonen' });
  await experts.getByRole('combobox').selectOption({ label: 'Dr. Wolfram Tendahl' });
  await experts.getByRole('button', { name: 'Zu diesem Thema einladen' }).click();
  await expect(experts.getByText('Dr. Wolfram Tendahl')).toBeVisible();
  await expect(experts.getByRole('combobox')).toHaveValue('');
});

test('Word content comes out clean, and unsent text survives a reload', async ({ browser }) => {
  const melina = await as(browser, AHLEN);
  await propose(melina, `Was gehört in eine Satzung? ${Date.now()}`, 'Ein Muster hilft.');
  const topic = new TopicPage(melina);
  const editor = await topic.openEditor();
  await editor.evaluate((element) => {
    const data = new DataTransfer();
    data.setData('text/plain', 'Bericht');
    data.setData(
      'text/html',
      `<html xmlns:o="urn:schemas-microsoft-com:office:office"><style>p{color:red}</style>
       <!--StartFragment--><h1>Bericht</h1><p class=MsoNormal><b>Fett</b><o:p></o:p></p>
       <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
       style='mso-list:Ignore'>·</span><![endif]>Erstens</p>
       <table><tr><td><p>Jahr</p></td></tr></table><img src=x onerror="alert(1)"><!--EndFragment-->`,
    );
    const paste = { clipboardData: data, bubbles: true, cancelable: true };
    element.dispatchEvent(new ClipboardEvent('paste', paste));
  });
  await expect(editor.getByRole('heading', { name: 'Bericht' })).toBeVisible();
  await expect(editor.getByRole('listitem')).toHaveText('Erstens');
  await expect(editor.getByRole('table')).toBeVisible();
  await expect(editor.locator('img, style, [class*=Mso]')).toHaveCount(0);

  await expect
    .poll(() => melina.evaluate(() => Object.keys(localStorage).join()))
    .toContain('werkraum-draft:new-comment');
  await melina.reload();
  await expect(melina.getByText('Ihr Text von vorhin ist wieder da')).toBeVisible();
  await melina.getByRole('button', { name: 'Kommentar senden' }).click();
  await expect(topic.comments.getByRole('heading', { name: 'Bericht' })).toBeVisible();
  await expect.poll(() => melina.evaluate(() => localStorage.length)).toBe(0);
});

test('two people change a topic: both texts are shown and nothing is lost', async ({ browser }) => {
  const melina = await as(browser, AHLEN);
  const url = await propose(melina, `Was kostet Ehrenamt? ${Date.now()}`, 'Wir rechnen.');
  const again = await as(browser, AHLEN, { to: `${new URL(url).pathname}/edit` });
  await melina.getByRole('link', { name: 'Bearbeiten' }).first().click();
  const question = (page: Page) => page.getByLabel('Frage', { exact: true });
  const save = (page: Page) => page.getByRole('button', { name: 'Änderungen speichern' }).click();
  await question(melina).fill('Was kostet Ehrenamt im Jahr?');
  await save(melina);
  await expect(melina).toHaveURL(url);
  await question(again).fill('Was kostet Ehrenamt die Stadt?');
  await save(again);
  await expect(again.getByRole('heading', { name: 'Die Fassung, die jetzt gilt' })).toBeVisible();
  await expect(again.getByText('Was kostet Ehrenamt im Jahr?').first()).toBeVisible();
  await expect(question(again)).toHaveValue('Was kostet Ehrenamt die Stadt?');
  await save(again);
  await expect(again).toHaveURL(url);
  await again.goto(`${url}/history`);
  await expect(again.getByRole('main')).toContainText('Fassung 3');
});

test('after a conflict one goes on from what is shown, although more is heard meanwhile', async ({
  browser,
}) => {
  const melina = new TopicPage(await as(browser, AHLEN));
  const url = await propose(melina.page, `Was kostet ein Amt? ${Date.now()}`, 'Wir rechnen.');
  const { pathname } = new URL(url);
  const again = await as(browser, AHLEN, { to: `${pathname}/edit` });
  const save = (page: Page) => page.getByRole('button', { name: 'Änderungen speichern' }).click();
  await melina.page.getByRole('link', { name: 'Bearbeiten' }).first().click();
  await melina.page.getByLabel('Frage', { exact: true }).fill('Was kostet ein Amt im Jahr?');
  await save(melina.page);
  await expect(melina.page).toHaveURL(url);

  // What is fetched after the conflict, and, where that is called off, once more by what is heard.
  const isHeld = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const isAsked = Promise.withResolvers<void>();
  let asked = 0;
  await again.route(`**${pathname}/edit/__data.json*`, async (route) => {
    const loads = new URL(route.request().url()).searchParams.get('x-sveltekit-invalidated');
    if (loads?.endsWith('1')) {
      isAsked.resolve();
      await isHeld[asked++]?.promise;
    }
    await route.continue();
  });
  const isHeard = again.waitForResponse('**/health');
  await save(again);
  await isAsked.promise;
  await melina.comment('Wir rechnen auch.');
  await isHeard;
  const isFetched = again.waitForResponse(`**${pathname}/edit/__data.json*`);
  isHeld[0]!.resolve();
  await isFetched;
  await again.evaluate(() => new Promise(requestAnimationFrame));
  isHeld[1]!.resolve();
  await expect(again.getByText('Was kostet ein Amt im Jahr?').first()).toBeVisible();
  await save(again);
  await expect(again).toHaveURL(url);
});

test('a text field that is entered before the script has come becomes the editor', async ({
  browser,
}) => {
  const melina = await as(browser, AHLEN);
  const release = await holdScripts(melina);
  await melina.goto(`${new URL(melina.url()).pathname}/topics/new`, { waitUntil: 'commit' });
  await melina.getByRole('textbox', { name: 'Worum es geht' }).click();
  release();
  await expect(
    melina.getByRole('toolbar', { name: 'Text gestalten: Worum es geht' }),
  ).toBeVisible();
});

test('a link leads on, although the answer to what was sent before comes in between', async ({
  browser,
}) => {
  const melina = await as(browser, AHLEN);
  const question = `Wer zählt die Stunden? ${Date.now()}`;
  const { pathname } = new URL(await propose(melina, question, 'Niemand weiß es.'));
  await melina.getByRole('link', { name: 'Bearbeiten' }).first().click();
  const [answer, list] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  await melina.route(`**${pathname}/edit?/*`, async (route) => {
    const response = await route.fetch();
    await answer.promise;
    await route.fulfill({ response });
  });
  await melina.route('**/topics/__data.json*', async (route) => {
    await list.promise;
    await route.continue();
  });

  await melina.getByRole('button', { name: 'Änderungen speichern' }).click();
  const isAsked = melina.waitForRequest('**/topics/__data.json*');
  await melina.getByRole('link', { name: 'Themen', exact: true }).first().click();
  await isAsked;
  const isLedAway = melina.waitForRequest(`**${pathname}/__data.json*`);
  answer.resolve();
  await isLedAway;
  list.resolve();
  await expect(melina.getByRole('heading', { level: 1, name: 'Themen' })).toBeVisible();
});

test('a link that is pressed twice leads on once', async ({ browser }) => {
  const melina = await as(browser, AHLEN);
  const list = Promise.withResolvers<void>();
  let asked = 0;
  await melina.route('**/topics/__data.json*', async (route) => {
    asked += 1;
    await list.promise;
    await route.continue();
  });
  const isAsked = melina.waitForRequest('**/topics/__data.json*');
  await melina.getByRole('link', { name: 'Themen', exact: true }).first().dblclick();
  await isAsked;
  list.resolve();
  await expect(melina.getByRole('heading', { level: 1, name: 'Themen' })).toBeVisible();
  await melina.goBack();
  await expect(melina).toHaveURL(/\/cohorts\/[0-9a-f-]{36}$/);
  expect(asked).toBeLessThanOrEqual(2);
});

test('reads and writes without JavaScript', async ({ browser }) => {
  const petra = await as(browser, SPROCKHOEVEL, { hasScript: false });
  await petra.getByRole('link', { name: 'Themen', exact: true }).first().click();
  await petra.getByRole('link', { name: 'Thema einbringen' }).click();
  await petra.getByRole('button', { name: 'Thema einbringen' }).click();
  await expect(petra.getByRole('alert')).toContainText('Frage');
  await petra.getByLabel('Frage', { exact: true }).fill('Was geht ohne JavaScript?');
  await petra.getByLabel('Worum es geht').fill('Erster Absatz\n\nZweiter <b>Absatz</b>');
  await petra.getByRole('button', { name: 'Thema einbringen' }).click();
  await expect(petra.getByText('Zweiter <b>Absatz</b>')).toBeVisible();
  await petra.getByLabel('Ihr Kommentar').fill('Das geht.');
  await petra.getByRole('button', { name: 'Kommentar senden' }).click();
  await expect(new TopicPage(petra).entry('Das geht.')).toBeVisible();
});

test('is reachable by keyboard and without a fault for axe, at 320 px and in both schemes', async ({
  browser,
}) => {
  const melina = await as(browser, AHLEN);
  const url = await propose(melina, `Wer prüft die Kasse? ${Date.now()}`, 'Alle drücken sich.');
  const topic = new TopicPage(melina);
  await topic.openEditor();
  await melina.keyboard.type('Fett ');
  await melina.keyboard.press('Alt+F10');
  await expect(topic.field).not.toBeFocused();
  await melina.keyboard.press('ArrowRight');
  await melina.keyboard.press('Enter');
  await expect(topic.field).toBeFocused();
  await melina.keyboard.type('wichtig');
  await expect(topic.field.getByText('wichtig')).toHaveCSS('font-weight', '700');
  await melina.setViewportSize({ width: 320, height: 800 });
  for (const address of [url, `${url}/edit`, `${url}/history`, new URL('.', url).href]) {
    if (melina.url() !== address) await melina.goto(address);
    await expectAccessible(melina, address);
  }
});
