import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

async function violationsOf(page: Page): Promise<string[]> {
  // There are no frames here, for which the newer way opens a second page each time.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${String(target)}`),
  );
}

const isWiderThanScreen = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** Axe finds nothing on the page as it stands, in both schemes, and it fits 320 pixels. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await violationsOf(page), `${what}, light`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  // Colours glide from one scheme to the other; half-way they say nothing.
  await page.evaluate(() => {
    for (const animation of document.getAnimations())
      if (animation.effect!.getComputedTiming().endTime !== Infinity) animation.finish();
  });
  expect(await violationsOf(page), `${what}, dark`).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await isWiderThanScreen(page), `${what}: wider than 320 px`).toBe(false);
}
