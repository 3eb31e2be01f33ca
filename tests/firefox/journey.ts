import { existsSync } from 'node:fs';
import puppeteer, { type Page } from 'puppeteer-core';
import { startServer } from '../factories/server';

// npm run test:firefox: signs in, proposes and votes in the stock Firefox (WebDriver BiDi).

const FIREFOXES = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];
const MEMBER = 'petra.oberste-brink@sprockhoevel.example';
const DEMO_PASSWORD = 'werkraum-demo';
const PATIENCE_MS = 30_000;

export async function journey(): Promise<void> {
  const executablePath = process.env['WERKRAUM_FIREFOX'] ?? FIREFOXES.find(existsSync);
  if (!executablePath)
    throw new Error('Firefox is missing: install it, or name it in WERKRAUM_FIREFOX.');
  const server = await startServer({ args: ['--demo'] });
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    extraPrefsFirefox: { 'intl.accept_languages': 'de-DE' },
  });
  const steps: [string, (page: Page) => Promise<void>][] = [
    ['signs in', (page) => signIn(page, server.origin)],
    ['proposes a topic', propose],
    ['votes', vote],
  ];
  let passed = 0;
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    for (const [name, step] of steps) {
      await step(page);
      passed += 1;
      process.stdout.write(`  ✓ Firefox ${await browser.version()} ${name}\n`);
    }
  } finally {
    process.stdout.write(`${passed} passed, ${steps.length - passed} failed\n`);
    await browser.close();
    await server.stop();
  }
}

/** Finds a control by its label and a button or link by its words, as a person does. */
const byLabel = (label: string) =>
  `::-p-xpath(//*[@id=//label[normalize-space(text())='${label}' or starts-with(normalize-space(.), '${label}')]/@for])`;
const byWords = (words: string) =>
  `::-p-xpath(//main//*[(self::button or self::a) and normalize-space(.)='${words}'])`;

async function signIn(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/sign-in?lang=de`);
  await page.locator(byLabel('E-Mail-Adresse')).fill(MEMBER);
  await page.locator(byLabel('Passwort')).fill(DEMO_PASSWORD);
  await page.locator(byWords('Anmelden')).click();
  await page.waitForFunction(() => location.pathname.startsWith('/cohorts'));
}

const cohortOf = (page: Page): string => /^.*\/cohorts\/[0-9a-f-]{36}/.exec(page.url())![0];

async function propose(page: Page): Promise<void> {
  const question = `Wie halten wir Freiwillige? ${Date.now()}`;
  await page.goto(`${cohortOf(page)}/topics/new`);
  await page.locator('[name="question"]').fill(question);
  await page.locator(byWords('Thema einbringen')).click();
  await page.waitForFunction(
    (expected) => document.querySelector('h1')?.textContent?.includes(expected),
    {},
    question,
  );
}

async function vote(page: Page): Promise<void> {
  await page.goto(`${cohortOf(page)}/ballots`);
  await page.locator('main a[href*="/ballots/"]:not([href$="/new"])').click();
  await page.locator('main input[type="checkbox"]').click();
  await page.locator('main form button[type="submit"]').click();
  await page.locator('::-p-text(ist abgegeben.)').wait();
}
