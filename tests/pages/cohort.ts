import type { Browser, Page } from '@playwright/test';
import { signIn } from './sign-in';

/** Somebody signed in, in a browser of her or his own. */
export async function signedIn(browser: Browser, email: string, options = {}): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await signIn(page, email, { to: '/cohorts' });
  return page;
}

/** The running cohort: the one that the person's first page leads to. */
export async function cohortOf(page: Page): Promise<string> {
  await page.goto('/');
  await page.waitForURL(/\/cohorts/);
  const inAddress = /\/cohorts\/([0-9a-f-]{36})/;
  if (!inAddress.test(page.url()))
    await page
      .getByRole('main')
      .getByRole('link', { name: /2015|dritter|3\./i })
      .first()
      .click();
  await page.waitForURL(inAddress);
  return inAddress.exec(page.url())![1]!;
}
