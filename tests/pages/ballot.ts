import { expect, type Locator, type Page } from '@playwright/test';

/** The paper on which one person or a team votes. */
export class BallotPaper {
  constructor(readonly page: Page) {}

  option(title: string): Locator {
    return this.page.getByRole('checkbox', { name: title });
  }

  async cast(): Promise<void> {
    await this.page.getByRole('button', { name: /Stimme abgeben|Änderung speichern/ }).click();
  }

  async expectSaved(): Promise<void> {
    await expect(
      this.page.getByText(/^(Ihre Stimme|Die Stimme von .+) ist abgegeben\.$/),
    ).toBeVisible();
  }
}

interface FreeBallot {
  title: string;
  answers: string[];
  /** its name, where it is not by approval */
  method?: string;
  isSecret?: boolean;
  hasObjectionRound?: boolean;
}

/** Prepares a ballot with free answers; leads to the draft's page, whose address comes back. */
export async function draftBallot(page: Page, cohort: string, ballot: FreeBallot): Promise<string> {
  await page.goto(`/cohorts/${cohort}/ballots/new`);
  await page.getByLabel('Frage').fill(ballot.title);
  await page.getByLabel('Weitere Antworten').fill(ballot.answers.join('\n'));
  await page.getByRole('radio', { name: ballot.method ?? 'Zustimmung', exact: true }).check();
  await page.getByLabel('Wie viele werden gewählt?').fill('1');
  if (ballot.isSecret) await page.getByRole('radio', { name: 'Geheim' }).check();
  if (ballot.hasObjectionRound) await page.getByLabel('zuerst vorläufig').check();
  await page.getByRole('button', { name: 'Speichern und prüfen' }).click();
  await expect(page.getByRole('button', { name: 'Jetzt eröffnen' })).toBeVisible();
  return new URL(page.url()).pathname;
}

/** Prepares a ballot and opens it. */
export async function openBallot(page: Page, cohort: string, ballot: FreeBallot): Promise<string> {
  await draftBallot(page, cohort, ballot);
  await page.getByRole('button', { name: 'Jetzt eröffnen' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Jetzt eröffnen' }).click();
  await expect(page.getByText('Läuft', { exact: true })).toBeVisible();
  return new URL(page.url()).pathname;
}

/** Closes an open ballot at once, which counts it. */
export async function closeBallot(page: Page, ballot: string): Promise<void> {
  await page.goto(`${ballot}/manage`);
  await page.getByRole('button', { name: 'Jetzt schließen und auszählen' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Jetzt schließen und auszählen' }).click();
  await expect(page.getByRole('heading', { name: 'Ergebnis', exact: true })).toBeVisible();
}
