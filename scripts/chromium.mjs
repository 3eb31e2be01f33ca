import { existsSync } from 'node:fs';
import { run, step } from './step.mjs';

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser that the browser tests use: the system's, or Playwright's own. */
export async function findChromium() {
  const { chromium } = await import('@playwright/test');
  return [...SYSTEM_BROWSERS, chromium.executablePath()].find((path) => existsSync(path));
}

/** Installs a Chromium where there is none. Throws one sentence that says what to do where it can't. */
export async function ensureChromium() {
  const isThere = await findChromium();
  if (isThere) return;
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  try {
    await step('Installing Chromium', isDebianRoot ? installFromDebian : installFromPlaywright);
  } catch {
    throw new Error(
      'The browser tests need Chromium, which could not be installed: install it (on Debian: apt-get install chromium) and start again.',
    );
  }
}

async function installFromDebian() {
  await run('apt-get', ['update']);
  await run('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium']);
}

async function installFromPlaywright() {
  await run('playwright', ['install', 'chromium']);
}
