import type { Page } from '@playwright/test';

export interface FirstAdministrator {
  organisation: string;
  name: string;
  email: string;
  password: string;
}

/** Goes through the first set-up with the link that the program printed. */
export async function setUp(
  page: Page,
  link: string,
  { organisation, name, email, password }: FirstAdministrator,
): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Name der Organisation').fill(organisation);
  await page.getByLabel('E-Mail-Adresse für Anfragen').fill(email);
  await page.getByLabel('Anschrift').fill('Markt 1, 59821 Arnsberg');
  await page.getByLabel('Vor- und Nachname').fill(name);
  await page.getByLabel('E-Mail-Adresse', { exact: true }).fill(email);
  await page.getByLabel('Passwort wählen').fill(password);
  await page.getByRole('button', { name: 'Einrichtung abschließen' }).click();
  await page.getByRole('heading', { name: 'Ihr Werkraum ist eingerichtet' }).waitFor();
}
