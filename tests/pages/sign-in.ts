import type { Locator, Page } from '@playwright/test';

/** Everyone in the demo has this password. */
export const DEMO_PASSWORD = 'werkraum-demo';

/** The page on which people sign in. */
export class SignInPage {
  readonly email: Locator;
  readonly password: Locator;
  readonly button: Locator;
  readonly failure: Locator;

  constructor(readonly page: Page) {
    this.email = page.getByLabel('E-Mail-Adresse');
    this.password = page.getByLabel('Passwort', { exact: true });
    this.button = page.getByRole('main').getByRole('button', { name: 'Anmelden', exact: true });
    this.failure = page.getByRole('alert');
  }

  async open(to = '/'): Promise<void> {
    await this.page.goto(`/sign-in?to=${encodeURIComponent(to)}`);
  }

  /** Fills the form in and sends it; the password is stretched in the browser, which takes a moment. */
  async send(email: string, password: string): Promise<void> {
    await this.email.fill(email);
    await this.password.fill(password);
    await this.button.click();
  }
}

/** Signs in and waits for the page to go to. */
export async function signIn(
  page: Page,
  email: string,
  { to = '/', password = DEMO_PASSWORD }: { to?: string; password?: string } = {},
): Promise<void> {
  const signInPage = new SignInPage(page);
  await signInPage.open(to);
  await signInPage.send(email, password);
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  await isAlive(page);
}

/** Until its script has come a page is heard in part only, as people without scripts are. */
export const isAlive = (page: Page): Promise<void> => page.locator('html[data-hydrated]').waitFor();
