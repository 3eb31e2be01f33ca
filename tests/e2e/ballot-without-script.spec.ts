import { expect } from '@playwright/test';
import { BallotPaper, openBallot } from '../pages/ballot';
import { test } from '../pages/browser-test';
import { cohortOf, signedIn } from '../pages/cohort';
import { holdScripts } from '../pages/held-scripts';
import { isAlive } from '../pages/sign-in';

test('votes with JavaScript switched off', async ({ browser }) => {
  const moderator = await signedIn(browser, 'leonie.brandhorst@engagement-kommune.example');
  const cohort = await cohortOf(moderator);
  const ballot = await openBallot(moderator, cohort, {
    title: `Ohne Skript ${Date.now()}`,
    answers: ['Eins', 'Zwei'],
  });
  // What is chosen before the script has come stays chosen.
  const release = await holdScripts(moderator);
  await moderator.goto(`${ballot}/enter`, { waitUntil: 'commit' });
  const whose = moderator.getByLabel('Wessen Stimme ist es?');
  const [ahlen] = await whose.selectOption('Ahlen');
  release();
  await isAlive(moderator);
  await expect(whose).toHaveValue(ahlen!);
  await moderator.getByRole('radio', { name: 'Auf Papier' }).check();
  await moderator.getByRole('checkbox', { name: 'Eins' }).check();
  await moderator.getByRole('button', { name: 'Stimme eintragen' }).click();
  await expect(moderator.getByText('Eingetragen. Ahlen erhält eine Nachricht')).toBeVisible();
  const melina = await signedIn(browser, 'melina.kuhlmann@ahlen.example');
  const cookies = await melina.context().cookies();
  const context = await browser.newContext({ javaScriptEnabled: false });
  await context.addCookies(cookies);
  const page = await context.newPage();
  await page.goto(ballot);
  const paper = new BallotPaper(page);
  await expect(paper.option('Eins')).toBeChecked();
  await page.getByRole('button', { name: 'Die Stimme stimmt so' }).click();
  await expect(page.getByText('Die Moderation hat die Stimme')).toHaveCount(0);
  await paper.option('Zwei').check();
  await paper.cast();
  await paper.expectSaved();
  await expect(paper.option('Zwei')).toBeChecked();
  await page.getByText('Sie sind sich im Team nicht einig?').click();
  await page.getByRole('link', { name: 'Stimme teilen' }).click();
  await expect(page.getByRole('group', { name: 'Hälfte 2' })).toBeVisible();

  // Places that are no order are told where they stand, and stay as they were typed.
  const ranked = await openBallot(moderator, cohort, {
    title: `Ohne Skript geordnet ${Date.now()}`,
    answers: ['Eins', 'Zwei', 'Drei'],
    method: 'Rangfolge',
  });
  await page.goto(ranked);
  const places = page.getByRole('spinbutton', { name: 'Platz' });
  await places.nth(0).fill('1');
  await places.nth(2).fill('3');
  await paper.cast();
  await expect(page.getByText('Die Plätze haben eine Lücke').first()).toBeVisible();
  await page.waitForLoadState();
  await expect(places.nth(0)).toHaveValue('1');
  await expect(places.nth(2)).toHaveValue('3');
  await places.nth(2).fill('2');
  await paper.cast();
  await paper.expectSaved();
  // And what is ranked can be ranked anew.
  await expect(places.nth(0)).toHaveValue('1');
  await places.nth(0).fill('3');
  await places.nth(2).fill('1');
  await paper.cast();
  await paper.expectSaved();
  await expect(places.nth(0)).toHaveValue('1');
});
