import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { globSync } from 'node:fs';
import { people, places, type Reader } from '../pages/places';
import { signIn } from '../pages/sign-in';

/** "/cohorts/[cohort]/topics" for every page there is; groups in brackets are no part of an address. */
const routes = globSync('src/routes/**/+page.svelte')
  .map((file) => file.replace('src/routes', '').replace('/+page.svelte', ''))
  .map((path) => path.replaceAll(/\/\([a-z]+\)/g, '') || '/')
  .filter((path) => path !== '/');

test('every page of the program is looked at', () => {
  expect(Object.keys(places).sort()).toEqual([...routes].sort());
});

const sessions = new Map<Reader, Promise<string>>();

/** One sign-in per kind of person and worker. */
async function openAs(browser: Browser, reader: Reader, locale: string): Promise<BrowserContext> {
  if (reader === 'anyone') return browser.newContext({ locale });
  if (!sessions.has(reader)) sessions.set(reader, stateOf(browser, people[reader]));
  return browser.newContext({ locale, storageState: JSON.parse(await sessions.get(reader)!) });
}

async function stateOf(browser: Browser, email: string): Promise<string> {
  const context = await browser.newContext({ locale: 'de-DE' });
  await signIn(await context.newPage(), email);
  const state = JSON.stringify(await context.storageState());
  await context.close();
  return state;
}

/** What went wrong in the page, and what it asked of other hosts. */
function watch(page: Page, origin: string): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith('data:') && !url.startsWith('blob:'))
      complaints.push(`request to ${url}`);
  });
  return complaints;
}

async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${String(target)}`),
  );
}

for (const [route, [reader, find, status = 200]] of Object.entries(places)) {
  test(`${route} is accessible, quiet and fits 320 px`, async ({ browser, baseURL }) => {
    const context = await openAs(browser, reader, 'de-DE');
    const page = await context.newPage();
    const path = await find(page);
    const complaints = watch(page, baseURL!);
    const response = await page.goto(path);
    expect(response!.status()).toBe(status);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await violationsOf(page), 'light').toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violationsOf(page), 'dark').toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    const isWider = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    expect(isWider, 'wider than 320 px').toBe(false);
    // Chromium reports the status of the page itself, too.
    const isExpected = (text: string) => status !== 200 && text.includes(`status of ${status}`);
    expect(complaints.filter((text) => !isExpected(text))).toEqual([]);
    await context.close();
  });
}
