import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from '../pages/accessible';
import { signIn } from '../pages/sign-in';

const ANIL = 'anil.thevarajah@menden.example';
const KATHARINA = 'katharina.wrobel@menden.example';

/** The beginning of the file behind a link or button, and its name. */
async function taken(
  page: Page,
  press: () => Promise<void>,
): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('an example of another town goes on paper and home, and a list of them comes in for the own team', async ({
  browser,
}) => {
  const anil = await (await browser.newContext()).newPage();
  await signIn(anil, ANIL);
  const home = /\/cohorts\/[0-9a-f-]{36}/.exec(anil.url())![0];

  // Failed elsewhere: one takes it to the own council.
  await anil.goto(`${home}/practices`);
  await anil.getByRole('link', { name: /^Unsere App für Freiwillige/ }).click();
  await anil.getByRole('link', { name: 'Auf Papier' }).click();
  await expect(anil.getByText(/^Nur für den Durchgang/)).toBeVisible();
  const pdf = await taken(anil, () => anil.getByRole('link', { name: 'PDF' }).click());
  expect(pdf.name).toMatch(/^Unsere App für Freiwillige.*\.pdf$/);
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  const paper = await taken(anil, () =>
    anil.getByRole('link', { name: 'Beschlussvorlage' }).click(),
  );
  expect(paper.name).toMatch(/^Erfahrungen aus Kreis Siegen-Wittgenstein.*\.docx$/);
  expect(paper.bytes.subarray(0, 2).toString()).toBe('PK');
  await expectAccessible(anil, 'an example on paper');

  // Several, with a table of contents.
  await anil.goto(`${home}/practices/paper`);
  const collection = await taken(anil, () =>
    anil.getByRole('button', { name: 'PDF erstellen' }).click(),
  );
  expect(collection.bytes.toString('latin1')).toContain('/S /TOC');

  // A table from elsewhere: what is wrong is told beside it, and the rest comes in.
  const gist = `Die Bank im Park bleibt leer. ${Date.now()}`;
  await anil.goto(`${home}/practices/import`);
  await anil
    .getByLabel('Oder einfügen')
    .fill(
      `In einem Satz;Wie ist es ausgegangen?;Kosten\n${gist};Gescheitert;1.200\nNoch eines.;naja;viel`,
    );
  await anil.getByRole('button', { name: 'Prüfen' }).click();
  await expect(anil.getByText(/^Wie ist es ausgegangen\?: Dieses Wort kennen wir/)).toBeVisible();
  await expect(anil.getByText('Kosten: Das ist keine passende Zahl.')).toBeVisible();
  await expectAccessible(anil, 'the preview of a list');
  await anil.getByRole('button', { name: 'Nur das eine Beispiel einlesen' }).click();
  await expect(anil.getByText('Ein Beispiel ist eingelesen.')).toBeVisible();

  // The other one of the team finds it; it is read by nobody else yet.
  const katharina = await (await browser.newContext()).newPage();
  await signIn(katharina, KATHARINA, { to: `${home}/practices` });
  await katharina.getByRole('link', { name: gist }).click();
  await expect(katharina.getByRole('radio', { name: 'Gescheitert' })).toBeChecked();
});
