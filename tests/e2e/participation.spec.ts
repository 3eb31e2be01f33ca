import { expect, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { signedInState } from '../factories/demo-sessions';
import { aSmallWorkshop, itIsToday } from '../factories/small-workshop';
import { expectAccessible } from '../pages/accessible';
import { test } from '../pages/browser-test';
import { call } from '../pages/call';

const MODERATOR = 'leonie.brandhorst@engagement-kommune.example';
const [BEATE, HUBERTUS] = [
  'beate.hoberg@kreis-olpe.example',
  'hubertus.faerber@kirchhundem.example',
];

async function person(
  browser: Browser,
  email: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const storageState = await signedInState(email);
  return (await browser.newContext({ locale: 'de-DE', storageState, ...options })).newPage();
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const asked = (page: Page) => page.getByRole('region', { name: 'Kommen Sie?' });

test('answers fill the seats, who waits moves up, is ticked off at the door and gets a certificate', async ({
  browser,
}) => {
  const dataDir = process.env.WERKRAUM_TEST_DATA!;
  const { cohortId, workshopId, path } = await aSmallWorkshop(dataDir, BEATE);

  const beate = await person(browser, BEATE, { javaScriptEnabled: false });
  await test.step('one press answers, also without a script', async () => {
    await beate.goto(path);
    await button(beate, 'Ich nehme vor Ort teil').click();
    await expect(asked(beate).getByText('Sie nehmen vor Ort teil.')).toBeVisible();
  });

  const hubertus = await person(browser, HUBERTUS);
  await test.step('where no seat is left, it is told before, and one waits', async () => {
    await hubertus.goto(path);
    await expect(asked(hubertus).getByText(/auf die Warteliste, an Stelle 1/)).toBeVisible();
    await button(hubertus, 'Ich nehme vor Ort teil').click();
    await expect(asked(hubertus).getByText(/^Sie stehen auf der Warteliste/)).toBeVisible();
    await hubertus.getByText('Essen und Zugang').click();
    await hubertus.getByLabel('veganes Essen').check();
    await button(hubertus, 'Angaben speichern').click();
    await expect(hubertus.getByText('Für Sie vermerkt: veganes Essen')).toBeVisible();
    await expectAccessible(hubertus, 'the page of a workshop');
  });

  await test.step('whoever cancels gives the seat away, and names a guest, who waits in turn', async () => {
    await button(beate, 'Ich komme nicht').click();
    await expect(asked(beate).getByText('Sie kommen nicht.')).toBeVisible();
    await beate.getByText('Kommt jemand an Ihrer Stelle?').click();
    await beate.getByLabel(/Name/).fill('Gustav Gast');
    await button(beate, 'Vertretung speichern').click();
    await expect(beate.getByText(/^Gustav Gast steht an Ihrer Stelle/)).toBeVisible();
    await hubertus.reload();
    await expect(asked(hubertus).getByText('Sie nehmen vor Ort teil.')).toBeVisible();
  });

  await test.step('giving up a seat that somebody waits for asks first', async () => {
    await button(hubertus, 'Ich komme nicht').click();
    await button(hubertus, 'Abbrechen').click();
    await expect(asked(hubertus).getByText('Sie nehmen vor Ort teil.')).toBeVisible();
  });

  await itIsToday(dataDir, workshopId);
  const phone = { width: 320, height: 700 };
  const leonie = await person(browser, MODERATOR, { viewport: phone });
  await test.step('at the door, one press enters everyone who said yes, and one takes it back', async () => {
    await leonie.goto(`${path}/participants/attendance`);
    await button(leonie, 'Alle, die zugesagt haben, als anwesend eintragen').click();
    const here = leonie.getByRole('button', { name: /^da ?: Hubertus/ });
    await expect(here).toHaveAttribute('aria-pressed', 'true');
    await button(leonie, 'Rückgängig').click();
    await expect(here).toHaveAttribute('aria-pressed', 'false');
    await here.click();
    await expect(leonie.getByText(/^1 von \d+ eingetragen$/)).toBeVisible();
    await expectAccessible(leonie, 'the list at the door');
    await call(leonie, 'day.hold', { cohortId, workshopId });
  });

  await test.step('whoever was there takes the certificate along', async () => {
    await hubertus.reload();
    await expect(hubertus.getByText('Sie waren vor Ort dabei.')).toBeVisible();
    const [file] = await Promise.all([
      hubertus.waitForEvent('download'),
      hubertus.getByRole('link', { name: 'Teilnahmebescheinigung' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^Teilnahmebescheinigung Kleine Runde \d+\.pdf$/);
    expect(
      readFileSync(await file.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect((await beate.request.get(`${path}/certificate.pdf`)).status()).toBe(403);
  });
});
