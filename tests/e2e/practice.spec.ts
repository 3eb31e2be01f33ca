import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '../pages/accessible';
import { test } from '../pages/browser-test';
import { signIn } from '../pages/sign-in';

const CHRISTA = 'christa.schulte-hellmann@finnentrop.example';
const DOMINIK = 'dominik.vollmert@finnentrop.example';

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
  const christa = await (await browser.newContext()).newPage();
  await signIn(christa, CHRISTA);
  const home = /\/cohorts\/[0-9a-f-]{36}/.exec(christa.url())![0];

  // Failed elsewhere: one takes it to the own council.
  await christa.goto(`${home}/practices`);
  await christa.getByRole('link', { name: /^Unsere App für Freiwillige/ }).click();
  await christa.getByRole('link', { name: 'Fragen: Wie war es bei Ihnen?' }).click();
  const question = christa.getByRole('textbox', { name: 'Ihr Kommentar' });
  await expect(question).toBeFocused();
  await expect(question).toContainText('Wie war es bei Ihnen?');
  await christa.getByRole('link', { name: 'Auf Papier' }).click();
  await expect(christa.getByText(/^Nur für den Durchgang/)).toBeVisible();
  const pdf = await taken(christa, () => christa.getByRole('link', { name: 'PDF' }).click());
  expect(pdf.name).toMatch(/^Unsere App für Freiwillige.*\.pdf$/);
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  const paper = await taken(christa, () =>
    christa.getByRole('link', { name: 'Beschlussvorlage' }).click(),
  );
  expect(paper.name).toMatch(/^Erfahrungen aus Kreis Siegen-Wittgenstein.*\.docx$/);
  expect(paper.bytes.subarray(0, 2).toString()).toBe('PK');
  await expectAccessible(christa, 'an example on paper');

  // Several, with a table of contents.
  await christa.goto(`${home}/practices/paper`);
  const collection = await taken(christa, () =>
    christa.getByRole('button', { name: 'PDF erstellen' }).click(),
  );
  expect(collection.bytes.toString('latin1')).toContain('/S /TOC');

  // A table from elsewhere: what is wrong is told beside it, and the rest comes in.
  const gist = `Die Bank im Park bleibt leer. ${Date.now()}`;
  await christa.goto(`${home}/practices/import`);
  await christa
    .getByLabel('Oder einfügen')
    .fill(
      `In einem Satz;Wie ist es ausgegangen?;Kosten\n${gist};Gescheitert;1.200\nNoch eines.;naja;viel`,
    );
  await christa.getByRole('button', { name: 'Prüfen' }).click();
  await expect(
    christa.getByText(/^Wie ist es ausgegangen\?: Dieses Wort kennen wir/),
  ).toBeVisible();
  await expect(christa.getByText('Kosten: Das ist keine passende Zahl.')).toBeVisible();
  await expectAccessible(christa, 'the preview of a list');
  await christa.getByRole('button', { name: 'Nur das eine Beispiel einlesen' }).click();
  await expect(christa.getByText('Ein Beispiel ist eingelesen.')).toBeVisible();

  // One of another town is told before, and comes in knowingly, naming where it is from.
  const foreign = `Der Bus hält jetzt am Treff. ${Date.now()}`;
  await christa.goto(`${home}/practices/import`);
  await christa
    .getByLabel('Oder einfügen')
    .fill(`Team;In einem Satz;Lizenz des Textes\nUnna;${foreign};CC BY (Namensnennung)`);
  await christa.getByRole('button', { name: 'Prüfen' }).click();
  await expect(christa.getByText('Dieses Beispiel stammt aus Unna.')).toBeVisible();
  await christa.getByRole('button', { name: 'Aus Unna übernehmen, mit Herkunft' }).click();
  await expect(christa.getByText('Ein Beispiel ist eingelesen.')).toBeVisible();
  await christa.goto(`${home}/practices`);
  await christa.getByRole('link', { name: foreign }).click();
  await christa.waitForURL(/\/edit$/);
  await christa.goto(`${christa.url()}?part=gist`);
  await expect(christa.getByLabel('Übernommen von')).toHaveValue('Unna, CC BY (Namensnennung)');

  // The other one of the team finds the first one; it is read by nobody else yet.
  const dominik = await (await browser.newContext()).newPage();
  await signIn(dominik, DOMINIK, { to: `${home}/practices` });
  await dominik.getByRole('link', { name: gist }).click();
  await expect(dominik.getByRole('radio', { name: 'Gescheitert' })).toBeChecked();
});
