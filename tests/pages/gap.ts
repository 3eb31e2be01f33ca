import { expect, type Page } from '@playwright/test';
import { isAlive } from './sign-in';

/** What happens in a gap of the connection is fetched when the page is back. */
export async function inAGap(page: Page, happen: () => Promise<unknown>): Promise<void> {
  const lost = page.getByText('Keine Verbindung', { exact: true });
  await isAlive(page);
  await page.context().setOffline(true);
  await expect(lost).toBeVisible();
  await happen();
  await page.context().setOffline(false);
  await expect(lost).toBeHidden();
}
