import { expect, type Browser, type Page } from '@playwright/test';
import ICAL from 'ical.js';
import { newId } from '../../src/lib/platform/id';
import { signedInState } from '../factories/demo-sessions';
import { openOutbox } from '../factories/outbox';
import { topicWords } from '../factories/topic';
import { BallotPaper, closeBallot } from '../pages/ballot';
import { test } from '../pages/browser-test';
import { call } from '../pages/call';
import { cohortOf } from '../pages/cohort';

const MODERATOR = 'leonie.brandhorst@engagement-kommune.example';
const MELINA = 'melina.kuhlmann@ahlen.example';
const PETRA = 'petra.oberste-brink@sprockhoevel.example';

const person = async (browser: Browser, email: string) =>
  (await browser.newContext({ storageState: await signedInState(email) })).newPage();

/** An event of one day from nine to four, of this test alone; its page. */
async function anEvent(page: Page, cohortId: string, said: { title: string; date: string | null }) {
  const { title, date } = said;
  const workshopId = newId();
  await call(page, 'workshop.save', {
    ...{ cohortId, workshopId, version: 0, kind: 'visit', number: null, seats: null },
    ...{ title, place: 'Rathaus, Ahlen' },
    days: [{ id: newId(), date, startMinute: 540, endMinute: 960 }],
  });
  return `/cohorts/${cohortId}/workshops/${workshopId}`;
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('html[data-hydrated]').waitFor();
}

test('a date is found, fixed, comes for the calendar, and is answered', async ({ browser }) => {
  const moderator = await person(browser, MODERATOR);
  const cohortId = await cohortOf(moderator);
  const title = `Besuch mit Termin ${Date.now()}`;
  const event = await anEvent(moderator, cohortId, { title, date: null });

  await open(moderator, `${event}/dates`);
  await moderator.getByLabel('1. Vorschlag').fill('2027-05-10');
  await moderator.getByLabel('2. Vorschlag').fill('2027-05-11');
  await moderator.getByLabel('3. Vorschlag').fill('2027-05-11');
  const third = moderator.getByRole('group', { name: '3. Vorschlag' });
  await third.getByLabel('Beginn').fill('13:00');
  await third.getByLabel('Ende').fill('17:30');
  await moderator.getByRole('button', { name: 'Anbieten und alle fragen' }).click();
  await expect(moderator.getByRole('heading', { name: 'So passt es der Gruppe' })).toBeVisible();

  const petra = await person(browser, PETRA);
  await open(petra, event);
  await petra.getByRole('link', { name: 'Auf Terminvorschläge antworten' }).click();
  const answer = (day: RegExp, word: string) =>
    petra.getByRole('group', { name: day }).getByRole('radio', { name: word, exact: true }).check();
  await answer(/10\. Mai/, 'Nein');
  await expect(petra.getByText('1 von 3 beantwortet')).toBeVisible();
  await expect(petra.getByText('Gespeichert', { exact: true })).toBeVisible();
  // Whoever answers by keyboard goes on where she is.
  await expect(petra.getByRole('radio', { name: 'Nein', exact: true }).first()).toBeFocused();
  await answer(/11\. Mai.*, 09:00/, 'Wenn nötig');
  await answer(/11\. Mai.*, 13:00/, 'Ja');
  await expect(petra.getByText('3 von 3 beantwortet')).toBeVisible();
  await expect(petra.getByText('Gespeichert', { exact: true })).toBeVisible();

  // What she said stands first without a further press.
  const row = (day: string) => moderator.getByRole('row').filter({ hasText: day });
  await expect(row('10. Mai')).toContainText('Rang 3');
  const best = row('13:00–17:30 Uhr');
  await expect(best).toContainText('Rang 1');
  await best.getByRole('button', { name: /festlegen$/ }).click();
  await moderator.getByRole('dialog').getByRole('button', { name: 'Festlegen' }).click();
  await expect(moderator.getByText(/^Der Termin steht fest: .*13:00/)).toBeVisible();

  const outbox = await openOutbox(process.env.WERKRAUM_TEST_DATA!);
  const invitation = await outbox.invitation(PETRA, title);
  await outbox.close();
  const calendar = new ICAL.Component(ICAL.parse(invitation));
  expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
  const component = calendar.getFirstSubcomponent('vevent')!;
  const { startDate, summary, location } = new ICAL.Event(component);
  expect([summary, location]).toEqual([title, 'Rathaus, Ahlen']);
  expect(startDate.toJSDate()).toEqual(new Date('2027-05-11T11:00:00Z'));

  // The way from the calendar to the answer.
  await open(petra, String(component.getFirstPropertyValue('url')));
  await petra.getByRole('button', { name: 'Ich nehme vor Ort teil' }).click();
  await expect(petra.getByText('Sie nehmen vor Ort teil.')).toBeVisible();
});

test('what a vote chose is planned, published and changed, and its team hears what it means', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const moderator = await person(browser, MODERATOR);
  const cohortId = await cohortOf(moderator);
  const melina = await person(browser, MELINA);
  await melina.goto('/cohorts');
  const [topicId, question] = [newId(), `Wer hilft nur einen Tag? ${Date.now()}`];
  await call(melina, 'topic.propose', { ...topicWords, question, cohortId, topicId, version: 0 });
  const ref = { cohortId, ballotId: newId() };
  await call(moderator, 'ballot.saveDraft', {
    ...{ ...ref, version: 0, title: `Womit füllen wir den Tag? ${Date.now()}`, explanation: '' },
    settings: { method: 'approval', places: 1, budgetMinutes: null },
    options: [
      { topicId, title: '', minutes: 60 },
      { topicId: null, title: 'Ein freier Nachmittag', minutes: 60 },
    ],
    ...{ electorate: 'teams', isSecret: false, includesModerators: false },
    ...{ quorumPercent: null, objectionDays: null, opensAt: null },
    closesAt: new Date(Date.now() + 86_400_000).toISOString(),
  });
  await call(moderator, 'ballot.open', ref);

  await test.step('the vote decides', async () => {
    const ballot = `/cohorts/${cohortId}/ballots/${ref.ballotId}`;
    await open(melina, ballot);
    const paper = new BallotPaper(melina);
    await paper.option(question).check();
    await paper.cast();
    await paper.expectSaved();
    await closeBallot(moderator, ballot);
    await moderator.getByRole('link', { name: 'Entscheiden' }).click();
    const announce = { name: 'Entscheidung bekannt geben' };
    await moderator.getByRole('button', announce).click();
    await moderator.getByRole('dialog').getByRole('button', announce).click();
    await expect(moderator.getByText('Entschieden', { exact: true })).toBeVisible();
  });

  const title = `Besuch mit Programm ${Date.now()}`;
  const event = await anEvent(moderator, cohortId, { title, date: '2027-06-08' });
  const board = `${event}/board`;
  const isSaved = () => expect(moderator.getByText('Alles gespeichert')).toBeVisible();
  const card = moderator.locator('[data-item]').getByRole('button', { name: question });
  /** What Melina is told of this event. */
  const isTold = (text: string) =>
    expect(async () => {
      await melina.goto(`/cohorts/${cohortId}/notices`);
      await expect(melina.getByText(text)).toBeVisible({ timeout: 5_000 });
    }).toPass();

  await test.step('the topic waits beside the board with what was decided, and gets its place', async () => {
    await open(moderator, board);
    const waiting = moderator.getByRole('listitem').filter({ hasText: question });
    await expect(waiting.getByText(/1 Std\. beschlossen/)).toBeVisible();
    await waiting.getByRole('button', { name: /^Einplanen/ }).click();
    await expect(card).toContainText('09:00–10:00');
    await isSaved();
    await moderator.getByRole('link', { name: 'Programm veröffentlichen' }).click();
    await expect(moderator.getByText('Melina Kuhlmann, Ahlen')).toBeVisible();
    await moderator.getByRole('button', { name: 'Programm veröffentlichen' }).click();
    await expect(moderator.getByRole('heading', { name: 'Programm, Fassung 1' })).toBeVisible();
    await isTold(`Das Programm für „${title}“ ist da. Sie sind beteiligt: Neu: „${question}“`);
  });

  await test.step('a change says why, and to the team what it means', async () => {
    await open(moderator, board);
    await card.focus();
    for (const until of ['09:55', '09:50', '09:45']) {
      await moderator.keyboard.press('-');
      await expect(card).toContainText(`09:00–${until}`);
    }
    await isSaved();
    await moderator.getByRole('link', { name: 'Programm veröffentlichen' }).click();
    // Less than the vote decided needs a reason of its own.
    await moderator
      .getByLabel(new RegExp(question.replace('?', '\\?')))
      .fill('Der Bus fährt früher.');
    await moderator.getByLabel('Warum ändert sich das Programm?').fill('Der Fahrplan ist neu.');
    await moderator.getByRole('button', { name: 'Fassung 2 veröffentlichen' }).click();
    await expect(moderator.getByRole('heading', { name: 'Programm, Fassung 2' })).toBeVisible();
    await isTold(
      `„${title}“ hat sich geändert: Der Fahrplan ist neu. Für Sie: „${question}“: 45 statt 60 Minuten.`,
    );
    await melina.goto(event);
    await expect(melina.getByText('Der Bus fährt früher.')).toBeVisible();
  });

  await test.step('the day is tried out beforehand, on one device alone', async () => {
    await open(moderator, `${event}/day`);
    const button = (name: string) => moderator.getByRole('button', { name, exact: true });
    await button('Ausprobieren').click();
    await expect(moderator.getByText(/^Probe: Es ist 09:00/)).toBeVisible();
    await button('Ablauf ab hier steuern').click();
    await expect(moderator.getByText(/noch 4[45] Minuten/)).toBeVisible();
    await button('5 Minuten vor').click();
    await expect(moderator.getByText(/noch (39|40) Minuten/)).toBeVisible();
    await button('Probe beenden').click();
    await expect(button('Ausprobieren')).toBeVisible();
    await moderator.reload();
    await expect(moderator.getByText(/noch \d+ Minuten/)).toBeHidden();
  });
});
