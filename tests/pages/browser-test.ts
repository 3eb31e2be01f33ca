import { test as base } from '@playwright/test';

/**
 * A test whose browsers are closed when it is over: open pages go on hearing what happens in their cohort,
 * and the tests after it would pay for that. What was open before (`beforeAll`) stays.
 */
export const test = base.extend<{ closesItsBrowsers: undefined }>({
  closesItsBrowsers: [
    async ({ browser }, use) => {
      const before = new Set(browser.contexts());
      await use(undefined);
      const own = browser.contexts().filter((context) => !before.has(context));
      await Promise.all(own.map((context) => context.close()));
    },
    { auto: true },
  ],
});
