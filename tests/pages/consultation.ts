import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import type { ChosenFile } from './chosen-file';

/** Puts off the recovery page, which is asked for once where something is protected. */
export async function passRecoveryAsk(page: Page, whatFollows: Locator): Promise<void> {
  const putOff = page.getByRole('button', { name: 'In sieben Tagen erinnern' });
  await expect(putOff.or(whatFollows).first()).toBeVisible();
  if (await putOff.isVisible()) await putOff.click();
  await expect(whatFollows.first()).toBeVisible();
}

export interface Case {
  title: string;
  summary: string;
  /** Who is asked, by a part of their names. */
  circle: string[];
  method: string;
  /** When they consult; live where nothing is said. */
  form?: string;
  moderator?: string;
  secretary?: string;
}

/** Brings in a case through the form; leads to the address of the consultation. */
export async function bringInCase(page: Page, cohort: string, one: Case): Promise<string> {
  await page.goto(`/cohorts/${cohort}/consultations/new`);
  const next = page.getByRole('button', { name: 'Weiter' });
  await passRecoveryAsk(page, next);
  await page.getByLabel('Titel').fill(one.title);
  await page.getByLabel('In einem Satz').fill(one.summary);
  await next.click();
  await page.getByLabel(one.form ?? 'Gemeinsam zur selben Zeit').check();
  await next.click();
  for (const name of one.circle) await page.getByRole('checkbox', { name }).check();
  await next.click();
  await page.getByRole('radio', { name: one.method }).check();
  if (one.moderator) await page.getByLabel('Wer moderiert?').selectOption({ label: one.moderator });
  if (one.secretary)
    await page.getByLabel('Wer schreibt mit?').selectOption({ label: one.secretary });
  await page.getByRole('button', { name: 'Kreis um Rat bitten' }).click();
  await page.waitForURL(/\/consultations\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

/** The page of one consultation, as somebody in the circle sees it. */
export class ConsultationRoom {
  constructor(readonly page: Page) {}

  async join(address: string): Promise<void> {
    await this.page.goto(address);
    await this.page.getByRole('button', { name: 'Ja, ich bin dabei' }).click();
    await passRecoveryAsk(this.page, this.notes);
  }

  get notes(): Locator {
    return this.page.getByLabel('Notizen nur für Sie');
  }

  phase(name: string): Locator {
    return this.page.getByRole('article').getByRole('heading', { name, exact: true });
  }

  /** Where one writes; only there for whoever has something to say. */
  get composer(): Locator {
    return this.page.locator('textarea[name="contribution"]');
  }

  /** Chooses a file for what is about to be written; a document only after its warning was read. */
  async attach(file: ChosenFile): Promise<void> {
    const field = this.page.getByLabel('Datei für den Kreis');
    const title = this.page.getByText('Datei anhängen', { exact: true });
    await expect(title).toBeVisible();
    if (!(await field.isVisible())) await title.click();
    await field.setInputFiles(file);
    const isPicture = file.mimeType.startsWith('image/');
    if (!isPicture) await this.page.getByRole('button', { name: 'Trotzdem anhängen' }).click();
    const list = this.page.getByRole('list', { name: 'Anhänge' });
    const attached = list.getByText(file.name, { exact: true });
    await expect(attached).toBeVisible();
  }

  /** Saves a file that stands beside something that was written. */
  saveButton(name: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^Speichern ?: ${name}`) });
  }

  /** What somebody gets who saves a file. */
  async saved(name: string): Promise<string> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.saveButton(name).click(),
    ]);
    expect(download.suggestedFilename()).toContain(name);
    return readFile(await download.path(), 'utf8');
  }

  /** Writes something of a kind, once the phase offers it. */
  async write(kind: string, words: string): Promise<void> {
    const choice = this.page.getByRole('radio', { name: kind, exact: true });
    const only = this.page.getByRole('textbox', { name: kind, exact: true });
    await expect(choice.or(only)).toBeVisible();
    // While the phase changes for everybody, what is offered may be drawn anew under the pointer.
    if (await choice.isVisible())
      await expect(() => choice.check({ timeout: 5_000 })).toPass({ timeout: 60_000 });
    await this.composer.fill(words);
    await this.page.getByRole('button', { name: 'Senden' }).click();
    await expect(this.words(words)).toBeVisible();
  }

  /** Types, then chooses another kind: what was chosen last counts, and is there again after a reload. */
  async changeMind(words: string, kind: string): Promise<void> {
    const choice = this.page.getByRole('radio', { name: kind, exact: true });
    const kept = () =>
      this.page.evaluate(
        () => Object.entries(localStorage).find(([key]) => key.includes('consultation/'))?.[1],
      );
    await this.composer.fill(words);
    await expect.poll(kept).toBeTruthy();
    const asTyped = await kept();
    await choice.check();
    await expect.poll(kept).not.toBe(asTyped);
    await this.page.reload();
    await expect(this.composer).toHaveValue(words);
    await expect(choice).toBeChecked();
  }

  async say(field: string, words: string): Promise<void> {
    await this.page.getByLabel(field).fill(words);
    await this.page.getByRole('button', { name: 'Senden' }).click();
    await expect(this.words(words)).toBeVisible();
  }

  /** What somebody said, in the thread. */
  words(words: string): Locator {
    return this.page.getByRole('article').getByText(words);
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name }).click();
  }
}
