import { expect, type Locator, type Page } from '@playwright/test';
import { BallotPaper } from '../pages/ballot';
import { test } from '../pages/browser-test';
import { call } from '../pages/call';
import { signIn, SignInPage } from '../pages/sign-in';

// From the sign-in to a topic, a comment and a vote, with the keyboard alone: no click, and what has
// the focus can always be seen.

const MEMBER = 'annegret.dickel@bad-berleburg.example';
const PASSWORD = 'werkraum-demo';
const MOST_STEPS = 120;

/** Goes on with the Tab key until this has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const hasFocus = () => target.evaluate((element) => element === document.activeElement);
  await target.waitFor();
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (await hasFocus()) return expectFocusSeen(page);
    await page.keyboard.press('Tab');
  }
  throw new Error(`not reached with the keyboard: ${String(target)}`);
}

/** The focus has an outline of its own, or one around its box. */
async function expectFocusSeen(page: Page): Promise<void> {
  // A page that is fetched again meanwhile moves the focus; it is seen where it comes to rest.
  const isSeen = () =>
    page.evaluate(() => {
      const hasOutline = (element: Element) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
        return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
      };
      const focused = document.activeElement!;
      return [focused, focused.parentElement!, ...focused.children].some(hasOutline);
    });
  await expect.poll(isSeen, { message: 'the focus can be seen' }).toBe(true);
}

async function activate(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter') {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

test('signs in, proposes, comments and votes without a mouse', async ({ page }) => {
  await page.goto('/sign-in');
  await tabTo(page, page.getByLabel('E-Mail-Adresse'));
  await page.keyboard.type(MEMBER);
  await tabTo(page, page.getByLabel('Passwort', { exact: true }));
  await page.keyboard.type(PASSWORD);
  await expect(new SignInPage(page).button).toBeEnabled();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/cohorts\/[0-9a-f-]{36}$/);

  // The first stop leads past the navigation.
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Zum Inhalt springen' });
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();

  const navigation = page.getByRole('navigation').first();
  await page.reload();
  await activate(page, navigation.getByRole('link', { name: 'Themen', exact: true }));
  await activate(page, page.getByRole('link', { name: 'Thema einbringen' }));
  const question = `Wie erreichen wir Schichtarbeitende? ${Date.now()}`;
  await tabTo(page, page.getByLabel('Frage', { exact: true }));
  await page.keyboard.type(question);
  await activate(page, page.getByRole('button', { name: 'Thema einbringen' }));
  await expect(page.getByRole('heading', { level: 1, name: question })).toBeVisible();

  await tabTo(page, page.getByRole('textbox', { name: 'Ihr Kommentar' }));
  await page.getByRole('toolbar', { name: 'Text gestalten: Ihr Kommentar' }).waitFor();
  await tabTo(page, page.getByRole('textbox', { name: 'Ihr Kommentar' }));
  await page.keyboard.type('Abends und am Wochenende.');
  await activate(page, page.getByRole('button', { name: 'Kommentar senden' }));
  const comments = page.getByRole('region', { name: /Kommentare?$/ });
  await expect(comments.getByText('Abends und am Wochenende.')).toBeVisible();

  await activate(page, navigation.getByRole('link', { name: 'Abstimmungen', exact: true }));
  const ballots = page.getByRole('main').getByRole('link', { name: /Welche Themen/ });
  await activate(page, ballots.first());
  const option = page.getByRole('main').getByRole('checkbox').first();
  await tabTo(page, option);
  await page.keyboard.press('Space');
  await expect(option).toBeChecked();
  await activate(page, page.getByRole('button', { name: /Stimme abgeben|Änderung speichern/ }));
  await new BallotPaper(page).expectSaved();
});

test('brings in a case and begins to consult without a mouse, in English', async ({ page }) => {
  // Nobody else's tests read this person's pages.
  await signIn(page, 'tobias.afflerbach@bad-berleburg.example');
  await page.waitForURL(/\/cohorts\/[0-9a-f-]{36}$/);
  await call(page, 'account.changeProfile', { name: 'Tobias Afflerbach', locale: 'en' });
  const title = `The choir has no room ${Date.now()}`;
  const begin = page.getByRole('link', { name: 'Bring in a case' });
  const next = page.getByRole('button', { name: 'Next' });
  await page.goto(`${new URL(page.url()).pathname}/consultations`);
  await activate(page, begin);
  const later = page.getByRole('button', { name: 'Remind me in seven days' });
  await expect(later.or(next).first()).toBeVisible();
  if (await later.isVisible()) await activate(page, later);

  await tabTo(page, page.getByLabel('Title'));
  await page.keyboard.type(title);
  await tabTo(page, page.getByLabel('In one sentence'));
  await page.keyboard.type('Three evenings a week it stands outside.');
  await activate(page, next);
  await activate(page, page.getByRole('radio', { name: 'Together at the same time' }), 'Space');
  await activate(page, next);
  const people = page.getByRole('checkbox', { disabled: false });
  for (const index of [0, 1, 2]) await activate(page, people.nth(index), 'Space');
  await activate(page, next);
  // The method that fits best is chosen already.
  await expect(page.getByRole('radio', { name: 'Six phases after Tietze' })).toBeChecked();
  await activate(page, page.getByRole('button', { name: 'Ask the circle for advice' }));

  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await activate(page, page.getByRole('button', { name: 'Begin the consultation' }));
  await expect(page.getByRole('article').getByRole('heading', { name: 'Casting' })).toBeVisible();
  await tabTo(page, page.locator('textarea[name="contribution"]'));
  await page.keyboard.type('We need somebody to moderate.');
  await page.keyboard.press('Control+Enter');
  const contribution = page.getByRole('article').getByText('We need somebody to moderate.');
  await expect(contribution).toBeVisible();
});
