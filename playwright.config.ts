import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/chromium.mjs';
import { freePort } from './tests/factories/server';

// Playwright reads this file once more in every worker: the port that was chosen first is handed on.
const port = (process.env.WERKRAUM_TEST_PORT ??= String(await freePort()));
const origin = `http://localhost:${port}`;
const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e.setup.ts',
  forbidOnly: true,
  fullyParallel: true,
  // Both cores of a small machine: much of a test's time is the server's.
  workers: 2,
  // `npm test` tries once more what failed, and names it at its end.
  retries: 0,
  // Signing in stretches a password: seconds of work where several browsers share two cores.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  outputDir: 'test-results',
  use: {
    baseURL: origin,
    // What never comes is told where it was waited for, not as a test that took too long.
    actionTimeout: 60_000,
    navigationTimeout: 60_000,
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    // What was done, asked and answered. Pictures of every step would take a quarter of the time: with
    // `--trace on` they are there.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: false },
    launchOptions: {
      executablePath: await findChromium(),
      // File names keep their umlauts, whatever language the machine was set up in.
      env: { ...process.env, LC_ALL: 'C.UTF-8' } as Record<string, string>,
      // Chromium's own sandbox does not work for root.
      args: isRoot ? ['--no-sandbox'] : [],
    },
  },
});
