import { expect, type Locator, type Page } from '@playwright/test';

/** A topic's page, found as a reader finds things. */
export class TopicPage {
  readonly heading: Locator;
  readonly support: Locator;
  readonly supportButton: Locator;
  readonly passport: Locator;
  readonly comments: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole('heading', { level: 1 });
    this.support = page.getByRole('region', { name: 'Betrifft auch' });
    this.supportButton = page.getByRole('button', { name: 'Betrifft uns auch' });
    this.passport = page.getByRole('region', { name: 'Themenpass' });
    this.comments = page.getByRole('region', { name: /Kommentare?$/ });
  }

  /** The field for a comment: a text area first, the editor once it is there. */
  get field(): Locator {
    return this.page.getByRole('textbox', { name: 'Ihr Kommentar' });
  }

  /** Waits for the editor, which is fetched when one begins to write. */
  async openEditor(name = 'Ihr Kommentar'): Promise<Locator> {
    await this.page.getByRole('textbox', { name }).click();
    await this.page.getByRole('toolbar', { name: `Text gestalten: ${name}` }).waitFor();
    const field = this.page.getByRole('textbox', { name });
    await expect(field).toBeFocused();
    return field;
  }

  async comment(text: string): Promise<void> {
    await this.openEditor();
    await this.page.keyboard.type(text);
    await this.page.getByRole('button', { name: 'Kommentar senden' }).click();
  }

  entry(text: string): Locator {
    return this.comments.getByRole('article').filter({ hasText: text });
  }
}

/** Proposes a topic from the list, and answers its address. */
export async function propose(page: Page, question: string, about: string): Promise<string> {
  await page.getByRole('link', { name: 'Themen', exact: true }).first().click();
  await page.getByRole('link', { name: 'Thema einbringen' }).click();
  await page.getByLabel('Frage', { exact: true }).fill(question);
  await new TopicPage(page).openEditor('Worum es geht');
  await page.keyboard.type(about);
  await page.getByRole('button', { name: 'Thema einbringen' }).click();
  await page.getByRole('heading', { level: 1, name: question }).waitFor();
  return page.url();
}
