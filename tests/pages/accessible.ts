import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What a page's colours can break; everything else is the same in both schemes. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

// There are no frames here, for which the newer way opens a second page each time; what passes is not
// listed, which takes as long as finding what does not.
const axe = (page: Page): AxeBuilder =>
  new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });

async function violationsOf(builder: AxeBuilder): Promise<string[]> {
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${String(target)}`),
  );
}

const isWiderThanScreen = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** Axe finds nothing on the page as it stands, in both schemes, and it fits 320 pixels. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  await showIn(page, 'light');
  expect(await violationsOf(axe(page)), `${what}, light`).toEqual([]);
  await showIn(page, 'dark');
  expect(await violationsOf(axe(page).withRules(COLOUR_RULES)), `${what}, dark`).toEqual([]);
  await expectNarrow(page, what);
}

/** Colours glide from one scheme to the other; half-way they say nothing. */
async function showIn(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(() => {
    for (const animation of document.getAnimations())
      if (animation.effect!.getComputedTiming().endTime !== Infinity) animation.finish();
  });
}

/** The same for a page whose colours were looked at in another language. */
export async function expectAccessibleWords(page: Page, what: string): Promise<void> {
  expect(await violationsOf(axe(page).disableRules(COLOUR_RULES)), what).toEqual([]);
  await expectNarrow(page, what);
}

async function expectNarrow(page: Page, what: string): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await isWiderThanScreen(page), `${what}: wider than 320 px`).toBe(false);
}
