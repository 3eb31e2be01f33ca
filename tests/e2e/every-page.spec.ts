import {
  expect,
  test,
  type Browser,
  type ConsoleMessage,
  type Page,
  type Request,
} from '@playwright/test';
import { globSync } from 'node:fs';
import { readersOfTwoLanguages, signedInState } from '../factories/demo-sessions';
import { expectAccessible, expectAccessibleWords } from '../pages/accessible';
import { places, readersOf, type Reader } from '../pages/places';

/** "/cohorts/[cohort]/topics" for every page there is; groups in brackets are no part of an address. */
const routes = globSync('src/routes/**/+page{,@}.svelte')
  .map((file) => file.replace('src/routes', '').replace(/\/\+page@?\.svelte$/, ''))
  .map((path) => path.replaceAll(/\/\([a-z]+\)/g, '') || '/')
  .filter((path) => path !== '/');

test('every page of the program is looked at', () => {
  expect(Object.keys(places).sort()).toEqual([...routes].sort());
});

type Language = 'de' | 'en' | 'without JavaScript';

/** One page for each kind of reader and language, for all tests of a worker. */
const pages = new Map<string, Promise<Page>>();

function pageFor(browser: Browser, reader: Reader, language: Language): Promise<Page> {
  const key = `${reader} ${language}`;
  const page = pages.get(key) ?? openPage(browser, reader, language);
  pages.set(key, page);
  return page;
}

async function openPage(browser: Browser, reader: Reader, language: Language): Promise<Page> {
  const readers = readersOf[language === 'en' ? 'en' : 'de'];
  const context = await browser.newContext({
    locale: language === 'en' ? 'en-GB' : 'de-DE',
    javaScriptEnabled: language !== 'without JavaScript',
    reducedMotion: 'reduce',
    ...(reader === 'anyone' ? {} : { storageState: await signedInState(readers[reader]) }),
  });
  return context.newPage();
}

test.beforeAll(() =>
  readersOfTwoLanguages({
    english: [readersOf.en.member, readersOf.en.moderator],
    organiser: readersOf.en.organiser,
    administrator: readersOf.en.administrator,
  }),
);

test.afterAll(async () => {
  const opened = await Promise.all(pages.values());
  await Promise.all(opened.map((page) => page.context().close()));
  pages.clear();
});

/** What goes wrong in the page, and what it asks of other hosts, until one looks. */
function watch(page: Page, origin: string): () => string[] {
  const complaints: string[] = [];
  const onConsole = (message: ConsoleMessage) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  };
  const onError = (error: Error) => complaints.push(error.message);
  const onRequest = (request: Request) => {
    const isOurs = [origin, 'data:', 'blob:'].some((start) => request.url().startsWith(start));
    if (!isOurs) complaints.push(`request to ${request.url()}`);
  };
  page.on('console', onConsole).on('pageerror', onError).on('request', onRequest);
  return () => {
    page.off('console', onConsole).off('pageerror', onError).off('request', onRequest);
    return complaints;
  };
}

async function expectSound(page: Page, path: string, language: 'de' | 'en', status: number) {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.emulateMedia({ colorScheme: 'light' });
  expect((await page.goto(path))!.status()).toBe(status);
  // The page itself, not one that it leads on to.
  expect(page.url()).toBe(new URL(path, page.url()).href);
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  // Colours do not depend on the language.
  await (language === 'de' ? expectAccessible : expectAccessibleWords)(page, language);
}

const headingsOf = (page: Page): Promise<string[]> =>
  page.locator('main :is(h1, h2)').allInnerTexts();

for (const [route, [reader, find, status = 200]] of Object.entries(places)) {
  test(`${route} is accessible in both languages, quiet, and fits 320 px`, async ({
    browser,
    baseURL,
  }) => {
    const german = await pageFor(browser, reader, 'de');
    const path = await find(german);
    const endGerman = watch(german, baseURL!);
    await expectSound(german, path, 'de', status);
    const headings = await headingsOf(german);

    const english = await pageFor(browser, reader, 'en');
    const isThere = (await english.request.get(path, { maxRedirects: 0 })).status() === status;
    // What is one's own lies elsewhere for another person.
    const englishPath = isThere ? path : await find(english);
    const endEnglish = watch(english, baseURL!);
    await expectSound(english, englishPath, 'en', status);

    // Everything can be read with JavaScript switched off.
    const still = await pageFor(browser, reader, 'without JavaScript');
    await still.goto(path);
    const headingsStill = await headingsOf(still);
    // Chromium reports the status of the page itself, too.
    const isExpected = (text: string) => status !== 200 && text.includes(`status of ${status}`);
    const complaints = [...endGerman(), ...endEnglish()];
    // What another test has changed between the two looks is looked at once more.
    if (String(headingsStill) !== String(headings))
      await expect(async () => {
        await Promise.all([german.goto(path), still.goto(path)]);
        expect(await headingsOf(still)).toEqual(await headingsOf(german));
      }).toPass({ timeout: 60_000 });
    expect(complaints.filter((text) => !isExpected(text))).toEqual([]);
  });
}
