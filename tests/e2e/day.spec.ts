import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import { newId } from '../../src/lib/platform/id';
import { signedInState } from '../factories/demo-sessions';
import { aRunningDay } from '../factories/running-day';
import { topicWords } from '../factories/topic';
import { expectAccessible } from '../pages/accessible';
import { test } from '../pages/browser-test';
import { call } from '../pages/call';
import { signIn } from '../pages/sign-in';

const MODERATOR = 'leonie.brandhorst@engagement-kommune.example';
const MEMBER = 'petra.oberste-brink@sprockhoevel.example';
const OTHERS = [
  'annegret.dickel@bad-berleburg.example',
  'guelcan.aydogan@bergkamen.example',
  'hubertus.faerber@kirchhundem.example',
  'marius.kaczmarek@siegen-wittgenstein.example',
];

async function person(browser: Browser, email: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'de-DE' })).newPage();
  await signIn(page, email);
  return page;
}

/** The same person on another device. */
async function anotherDevice(browser: Browser, page: Page): Promise<Page> {
  const storageState = await page.context().storageState();
  return (await browser.newContext({ locale: 'de-DE', storageState })).newPage();
}

const now = (page: Page) => page.getByRole('region', { name: 'Jetzt' });
const button = (page: Page | Locator, name: string | RegExp) => page.getByRole('button', { name });
/** Presses a button, and the one of the dialog that asks. */
async function confirm(page: Page, name: string): Promise<void> {
  await button(page, name).click();
  await page.getByRole('dialog').getByRole('button', { name }).click();
}

/** What somebody else answers, on a page of her or his own. */
async function giveFeedback(browser: Browser, email: string, at: string, answers: object) {
  const [cohortId, workshopId] = at.match(/[0-9a-f-]{36}/g)!;
  const context = await browser.newContext({ storageState: await signedInState(email) });
  const response = await context.request.post('/trpc/feedback.give', {
    data: { cohortId, workshopId, answers },
    headers: { origin: new URL(at).origin },
  });
  expect(response.status()).toBe(200);
  await context.close();
}

const unsent = (page: Page) => page.getByText(/noch nicht gesendet$/);

/** Until the page lies on the device with all it consists of. */
const isKept = (page: Page) =>
  expect
    .poll(() =>
      page.evaluate(async () => {
        const isThere = (await caches.match(location.href)) !== undefined;
        return isThere && navigator.serviceWorker.controller !== null;
      }),
    )
    .toBe(true);

test('a day is led from two devices, goes on without a connection, ends, and leads to what comes next', async ({
  browser,
}) => {
  test.setTimeout(360_000);
  const petra = await person(browser, MEMBER);
  const cohortId = /[0-9a-f-]{36}/.exec(petra.url())![0];
  const [topicId, question] = [newId(), `Wer hält durch? ${Date.now()}`];
  const words = { ...topicWords, question, cohortId, topicId, version: 0 };
  await call(petra, 'topic.propose', words);
  const path = await aRunningDay(process.env.WERKRAUM_TEST_DATA!, topicId);

  const laptop = await person(browser, MODERATOR);
  await laptop.goto(path);
  await button(laptop, 'Ablauf ab hier steuern').click();
  await expect(button(laptop, 'Weiter: Arbeit')).toBeVisible();
  await isKept(laptop);

  const phone = await anotherDevice(browser, laptop);
  await phone.goto(path);
  await expect(button(phone, 'Weiter: Arbeit')).toBeVisible();

  await test.step('the laptop goes on without a connection, and opens again without one', async () => {
    await laptop.context().setOffline(true);
    await button(laptop, 'Weiter: Arbeit').focus();
    await laptop.keyboard.press('Enter');
    await expect(now(laptop).getByRole('heading', { name: 'Arbeit' })).toBeVisible();
    await expect(unsent(laptop)).toBeVisible();
    // The other device does the same in the meantime.
    await button(phone, 'Weiter: Arbeit').click();
    await laptop.reload();
    await expect(now(laptop).getByRole('heading', { name: 'Arbeit' })).toBeVisible();
    await expect(now(laptop).getByText(question)).toBeVisible();
    // What one leads by is on the device as well.
    await now(laptop).getByText('Ziel, Methode, Material, Notizen').click();
    await expect(now(laptop).getByText('Amtsleitungen sitzen außen.')).toBeVisible();
    await expect(now(laptop).getByText('Fünf Stühle')).toBeVisible();
  });

  await test.step('both have tapped the same, and it counts once', async () => {
    await laptop.context().setOffline(false);
    await expect(unsent(laptop)).toBeHidden();
    for (const page of [laptop, phone])
      await expect(button(page, 'Weiter: Abschlussrunde')).toBeVisible();
  });

  await test.step('more time is taken from the closing round, seen by the other, and taken back', async () => {
    await button(phone, /^Mehr Zeit/).click();
    const dialog = phone.getByRole('dialog');
    await dialog.getByText('Abschlussrunde', { exact: true }).click();
    await expect(dialog.getByText('Das kostet „Abschlussrunde“ 5 Minuten.')).toBeVisible();
    await button(phone, '5 Minuten mehr geben').click();
    await expect(now(laptop).getByText(/noch (65|64) Minuten/)).toBeVisible();
    await laptop.getByRole('button', { name: 'Zurücknehmen', exact: true }).click();
    await expect(now(phone).getByText(/noch (60|59) Minuten/)).toBeVisible();
  });

  await test.step('everyone writes along', async () => {
    await petra.goto(path);
    await petra.getByLabel('Ihre Notiz').fill('Ein Patentrezept gibt es nicht.');
    await button(petra, 'Notiz hinzufügen').click();
    await expect(
      laptop.getByText('Ein Patentrezept gibt es nicht.', { exact: true }),
    ).toBeVisible();
    await petra.getByLabel('Eine Frage für später').fill('Wer löst wen ab?');
    await button(petra, 'Frage merken').click();
    await button(petra, /^Als Thema vorschlagen/).click();
    await expect(petra.getByRole('link', { name: 'Ist jetzt ein Thema' })).toBeVisible();
    await petra.getByRole('radio', { name: 'Zum Teil' }).check();
    await button(petra, 'Antworten').click();
    await expect(
      laptop.getByRole('region', { name: /Beantwortet das/ }).getByText('Zum Teil'),
    ).toBeVisible();
  });

  await test.step('a device whose clock is wrong is told, and counts with the right one', async () => {
    const late = await anotherDevice(browser, petra);
    await late.clock.setSystemTime(Date.now() - 20 * 60_000);
    await late.goto(path);
    await expect(late.getByText(/^Die Uhr dieses Geräts geht (20|21) Minuten nach/)).toBeVisible();
    await expect(now(late).getByRole('heading', { name: 'Arbeit' })).toBeVisible();
    await late.close();
  });

  await expectAccessible(petra, 'the day');
  const wall = await anotherDevice(browser, petra);
  await wall.goto(`${path}/projector`);
  await expect(wall.getByRole('heading', { name: 'Arbeit' })).toBeVisible();
  await expect(wall.getByText(question)).toBeVisible();
  await petra.getByLabel('Ihre Notiz').fill('Das muss noch hinein.');
  await button(phone, 'Weiter: Abschlussrunde').click();
  await expect(wall.getByRole('heading', { name: 'Abschlussrunde' })).toBeVisible();
  await expectAccessible(wall, 'the wall');

  await test.step('who is writing goes on writing; what others wrote is not removed by a slip', async () => {
    await expect(now(petra).getByRole('heading', { name: 'Abschlussrunde' })).toBeVisible();
    await expect(petra.getByLabel('Ihre Notiz')).toHaveValue('Das muss noch hinein.');
    await button(petra, 'Notiz hinzufügen').click();
    await laptop.getByText('Arbeit (2)').click();
    await button(laptop, /^Entfernen ?: Das muss noch hinein/).click();
    const dialog = laptop.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Entfernen', exact: true }).click();
    await expect(laptop.getByText('Arbeit (1)')).toBeVisible();
  });

  await test.step('it is over, and its topic was worked on', async () => {
    await expectAccessible(laptop, 'the day, led');
    await confirm(laptop, 'Der Workshop ist vorbei');
    await expect(laptop.getByText('Dieser Workshop ist vorbei.')).toBeVisible();
    await petra.goto(`/cohorts/${cohortId}/topics/${topicId}`);
    const passport = petra.getByRole('region', { name: 'Themenpass' });
    await expect(passport.getByText('Im Workshop bearbeitet')).toBeVisible();
  });

  await test.step('the teams say how it was, and read it once five have', async () => {
    await laptop.getByRole('link', { name: 'Zur Rückmeldung' }).click();
    await confirm(laptop, 'Rückmeldung öffnen');
    await expect(button(laptop, 'Jetzt schließen')).toBeVisible();
    const feedback = laptop.url();
    await petra.goto(feedback);
    await expectAccessible(petra, 'the feedback, to be given');
    const openly = petra.getByRole('group', { name: 'Ich konnte offen sprechen.' });
    await openly.getByRole('radio', { name: '4', exact: true }).check();
    await petra.getByLabel('Was war für Sie am wertvollsten?').fill('Der Spaziergang.');
    await button(petra, 'Antwort absenden').click();
    await expect(petra.getByText('Sie haben geantwortet.')).toBeVisible();
    for (const email of OTHERS)
      await giveFeedback(browser, email, feedback, { open: 5, better: 'Mehr Pausen.' });
    await confirm(laptop, 'Jetzt schließen');
    await expect(
      laptop.getByText(/^Geschlossen am .+ 5 von 20 haben geantwortet\.$/),
    ).toBeVisible();
    await petra.reload();
    await expect(petra.getByText('Der Spaziergang.')).toBeVisible();
    const steps = petra.getByRole('table', { name: /^Ich konnte offen sprechen\./ });
    await expect(steps.getByRole('cell')).toHaveText(['0', '0', '0', '1', '4']);
    await expectAccessible(petra, 'the result of the feedback');
    await laptop.goto(path);
  });

  /** The part of the page of outcomes that is about the topic. */
  const outcome = (page: Page) => page.getByRole('region', { name: question });
  await test.step('what came of it is written down beside what was said, and told', async () => {
    await laptop.getByRole('link', { name: 'Ergebnisse festhalten' }).click();
    const topic = outcome(laptop);
    await expect(topic.getByText('Zum Teil')).toBeVisible();
    await topic.getByText('Eine Notiz vom Tag').click();
    await expect(topic.getByText('Ein Patentrezept gibt es nicht.')).toBeVisible();
    await topic.getByRole('button', { name: /^Dem Team mitteilen/ }).click();
    await expect(topic.getByRole('alert')).toContainText('Was kam heraus?');
    await topic.getByRole('radio', { name: 'Teilweise beantwortet' }).check();
    await topic.getByLabel('Was kam heraus?').click();
    const editor = topic.getByRole('textbox', { name: 'Was kam heraus?' });
    await expect(editor).toHaveAttribute('contenteditable', 'true');
    await editor.fill('Wechseln hilft.');
    await expect(topic.getByText(/^Gespeichert um/)).toBeVisible();
    await expectAccessible(laptop, 'outcomes');
    await topic.getByRole('button', { name: /^Dem Team mitteilen/ }).click();
    await expect(topic.getByText(/^Mitgeteilt am/)).toBeVisible();
    await petra.goto(`/cohorts/${cohortId}/topics/${topicId}`);
    const read = petra.getByRole('region', { name: 'Ergebnis', exact: true });
    await expect(read.getByText('Wechseln hilft.')).toBeVisible();
  });

  await test.step('what follows is agreed on, and opens the next workshop', async () => {
    await outcome(laptop)
      .getByRole('link', { name: /^Vereinbarung festhalten/ })
      .click();
    const what = `Wir tauschen die Listen ${Date.now()}`;
    await laptop.getByLabel('Was', { exact: true }).fill(what);
    await laptop.getByRole('checkbox', { name: 'Sprockhövel' }).check();
    await laptop.getByRole('button', { name: 'Festhalten', exact: true }).click();
    await expect(outcome(laptop).getByRole('link', { name: what })).toBeVisible();
    await petra.goto(`/cohorts/${cohortId}/workshops`);
    await petra.getByRole('link', { name: 'Worüber Sie gerade abstimmen' }).click();
    await expect(petra.getByText(what).first()).toBeVisible();
  });

  await test.step('what stayed open goes back to the pool, and comes out of it again', async () => {
    await button(outcome(laptop), /^Zurück in den Themenspeicher/).click();
    await expect(button(outcome(laptop), /^Zurückholen/)).toBeVisible();
    // What one points at does not go away.
    await button(laptop, 'Rückgängig').hover();
    await petra.goto(`/cohorts/${cohortId}/topics/${topicId}`);
    const passport = petra.getByRole('region', { name: 'Themenpass' });
    for (const step of ['Ergebnis: teilweise beantwortet', 'Zurück in den Themenspeicher'])
      await expect(passport.getByText(step)).toBeVisible();
    await expectAccessible(petra, 'a topic with its whole way');
    await button(laptop, 'Rückgängig').click();
    await expect(button(outcome(laptop), /^Zurück in den Themenspeicher/)).toBeVisible();
  });

  await test.step('it is not over after all', async () => {
    await laptop.goto(path);
    await button(laptop, 'Doch nicht vorbei').click();
    await expect(button(laptop, 'Der Workshop ist vorbei')).toBeVisible();
  });
});
