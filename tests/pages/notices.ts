import type { Locator, Page } from '@playwright/test';

/** The list of one's own notices in a cohort. */
export class NoticesPage {
  readonly rows: Locator;
  readonly readAll: Locator;
  readonly undo: Locator;

  constructor(readonly page: Page) {
    this.rows = page.getByRole('list', { name: 'Hinweise' }).getByRole('listitem');
    this.readAll = page.getByRole('button', { name: 'Alle als gelesen markieren' });
    this.undo = page.getByRole('button', { name: 'Rückgängig' });
  }

  /** Follows the bell of the header. */
  async open(): Promise<void> {
    await this.page
      .getByRole('banner')
      .getByRole('link', { name: /Hinweis/ })
      .click();
    await this.page.getByRole('heading', { level: 1, name: 'Hinweise' }).waitFor();
  }

  /** The sentence about how many are unread. */
  get unread(): Locator {
    return this.page.getByText(/ungelesen\.$/);
  }
}
