import { readFileSync } from 'node:fs';
import { expect, type Locator } from '@playwright/test';
import { createHash } from 'node:crypto';
import { newId } from '../../src/lib/platform/id';
import { signedInState } from '../factories/demo-sessions';
import { expectAccessible } from '../pages/accessible';
import { BallotPaper, closeBallot, openBallot } from '../pages/ballot';
import { test } from '../pages/browser-test';
import { call } from '../pages/call';
import { cohortOf, signedIn } from '../pages/cohort';
import { inAGap } from '../pages/gap';
import { holdScripts } from '../pages/held-scripts';
import { isAlive } from '../pages/sign-in';

const MODERATOR = 'leonie.brandhorst@engagement-kommune.example';
const MELINA = 'melina.kuhlmann@ahlen.example';
const PETRA = 'petra.oberste-brink@sprockhoevel.example';
const EMRE = 'emre.yildiz@ahlen.example';

const PHONE = { viewport: { width: 320, height: 640 } };

test('a ballot from the draft over the tandem vote to the decision', async ({ browser }) => {
  const moderator = await signedIn(browser, MODERATOR);
  const cohort = await cohortOf(moderator);
  const title = `Wo treffen wir uns im Herbst? ${Date.now()}`;
  const ballot = await openBallot(moderator, cohort, {
    title,
    answers: ['In Arnsberg', 'In Olpe', 'In Soest'],
  });

  // On a slow phone one marks before the page has come alive, and the mark stays.
  const melina = await signedIn(browser, MELINA, PHONE);
  const paper = new BallotPaper(melina);
  const release = await holdScripts(melina);
  await melina.goto(ballot, { waitUntil: 'commit' });
  await paper.option('In Olpe').check();
  release();
  await expect(melina.getByText('Zugestimmt: 1 von 3')).toBeVisible();
  await expect(melina.getByText('Noch nicht abgegeben')).toBeVisible();
  // Whoever reloads the page before casting has the mark still; it is nowhere but on this device.
  await melina.reload();
  await expect(paper.option('In Olpe')).toBeChecked();
  await expect(melina.getByText('Noch nicht abgegeben')).toBeVisible();
  await paper.cast();
  await paper.expectSaved();

  // The other one of the team sees it, and both change it at once.
  const emre = await signedIn(browser, EMRE);
  await emre.goto(ballot);
  const partnersPaper = new BallotPaper(emre);
  await expect(emre.getByText('Zuletzt geändert von Melina Kuhlmann')).toBeVisible();
  await expect(partnersPaper.option('In Olpe')).toBeChecked();
  await paper.option('In Soest').check();
  await partnersPaper.option('In Arnsberg').check();
  await partnersPaper.cast();
  await partnersPaper.expectSaved();
  await expect(melina.getByText('hat den Stimmzettel inzwischen geändert')).toBeVisible();
  await expect(melina.getByText('Ihre Fassung')).toBeVisible();
  await expect(melina.getByText('In Soest (nur hier)')).toBeVisible();
  await melina.getByRole('button', { name: 'Meine Fassung speichern' }).click();
  await paper.expectSaved();
  await expect(melina.getByText('Ihre Fassung')).toHaveCount(0);
  await expect(partnersPaper.option('In Soest')).toBeChecked();
  await expect(partnersPaper.option('In Arnsberg')).not.toBeChecked();

  // Nobody sees the result before closing.
  await moderator.reload();
  await expect(moderator.getByText('1 von 10 Teams hat abgestimmt')).toBeVisible();
  await expect(moderator.getByRole('heading', { name: 'Ergebnis', exact: true })).toHaveCount(0);
  await closeBallot(moderator, ballot);
  await expect(moderator.getByText('Gewählt ist 1 von 3.')).toBeVisible();
  await moderator.getByText('Das Los prüfen').click();
  await expect(moderator.getByText('Geprüft in Ihrem Browser')).toBeVisible();
  // Whoever does not believe it changes the text, and calculates elsewhere.
  await expect(moderator.getByText('Sie stimmt überein.')).toBeVisible();
  const lot = await moderator.getByLabel('Text des Loses').inputValue();
  await moderator.getByLabel('Text des Loses').fill(lot.replace(/\n$/, ''));
  await expect(moderator.getByText('Sie ist eine andere.')).toBeVisible();
  const file = await moderator.request.get(`${ballot}/lot.txt`);
  const sum = createHash('sha256')
    .update(await file.body())
    .digest('hex');
  await expect(moderator.getByText(`Prüfsumme des Loses: ${sum}`)).toBeVisible();

  // The decision departs from the result, and says why.
  await moderator.getByRole('link', { name: 'Entscheiden' }).click();
  const arnsberg = moderator.getByRole('group', { name: 'In Arnsberg' });
  await arnsberg.getByLabel('Nehmen wir', { exact: true }).check();
  await moderator.getByRole('button', { name: 'Entscheidung bekannt geben' }).click();
  await expect(moderator.getByText('Bitte begründen Sie jede Abweichung').first()).toBeVisible();
  await arnsberg.getByRole('textbox').fill('Dort ist der große Saal frei.');
  await moderator.getByRole('button', { name: 'Entscheidung bekannt geben' }).click();
  const question = moderator.getByRole('dialog');
  await expect(question.getByText('Genommen werden 2 von 3.')).toBeVisible();
  await question.getByRole('button', { name: 'Entscheidung bekannt geben' }).click();
  await expect(moderator.getByText('Entschieden', { exact: true })).toBeVisible();
  await expect(moderator.getByText('eines hat die Moderation hinzugenommen')).toBeVisible();
  await melina.goto(ballot);
  await expect(melina.getByText('Dort ist der große Saal frei.')).toBeVisible();

  const download = melina.waitForEvent('download');
  await melina.locator('summary', { hasText: 'Zum Nachrechnen' }).click();
  await melina.getByRole('link', { name: 'Pabulib (.pb)' }).click();
  const votes = await download;
  expect(votes.suggestedFilename()).toMatch(/^ballot-.+\.pb$/);
  const pdf = melina.waitForEvent('download');
  await melina.getByRole('link', { name: 'Als PDF' }).click();
  expect((await pdf).suggestedFilename()).toMatch(/^Ergebnis.+\.pdf$/);

  // Whoever trusts nobody counts again; a file with a slip is told where it is.
  const text = readFileSync(await votes.path(), 'utf8');
  const chosen = /^\d+;\d+;(.+);1$/m.exec(text)![1]!;
  await melina.getByRole('link', { name: 'Die .pb-Datei in Ihrem Browser auszählen' }).click();
  const field = melina.getByLabel('Datei mit Stimmen');
  const named = (name: string, content: string) =>
    field.setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
  await named('slip.pb', `${text}9;99\n`);
  await expect(melina.getByText('Unter PROJECTS steht es nicht.')).toBeVisible();
  await named('votes.pb', text);
  await expect(melina.getByText('Gewählt: 1 von 3')).toBeVisible();
  await expect(melina.getByRole('row').filter({ hasText: chosen })).toContainText('gewählt');
  await expectAccessible(melina, 'a counted file');
});

test('a secret vote is changed and found with its receipt; a team objects to the decision', async ({
  browser,
}) => {
  const moderator = await signedIn(browser, MODERATOR);
  const cohort = await cohortOf(moderator);
  const ballot = await openBallot(moderator, cohort, {
    title: `Geheime Frage ${Date.now()}`,
    answers: ['Ja', 'Nein'],
    isSecret: true,
    hasObjectionRound: true,
  });
  const melina = await signedIn(browser, MELINA);
  await melina.goto(ballot);
  const paper = new BallotPaper(melina);
  await paper.option('Ja').check();
  await expect(melina.getByText('Zugestimmt: 1 von 2')).toBeVisible();
  await melina.reload();
  await expect(paper.option('Ja')).toBeChecked();
  await paper.cast();
  await paper.expectSaved();
  const receipt = await melina.getByLabel('Ihre Quittung').inputValue();

  await melina.reload();
  await expect(paper.option('Ja')).toBeChecked();
  await melina.getByRole('button', { name: 'Enthalten' }).click();
  await expect(melina.getByText('Enthaltung', { exact: true })).toBeVisible();
  await paper.expectSaved();

  const elsewhere = await signedIn(browser, EMRE);
  await elsewhere.goto(ballot);
  await expect(elsewhere.getByText('Ihr Team hat abgestimmt')).toBeVisible();
  await elsewhere.locator('summary', { hasText: 'Stimme öffnen' }).click();
  await elsewhere.getByLabel('Quittung').fill(receipt.toLowerCase());
  await elsewhere.getByRole('button', { name: 'Stimme öffnen' }).click();
  await new BallotPaper(elsewhere).option('Nein').check();
  await new BallotPaper(elsewhere).cast();
  await new BallotPaper(elsewhere).expectSaved();

  await closeBallot(moderator, ballot);
  // A receipt that is typed before the script has come is not sent: it would stand in logs of the server.
  const release = await holdScripts(melina);
  await melina.goto(ballot, { waitUntil: 'commit' });
  await melina.getByLabel('Quittung').fill(receipt);
  await melina.getByLabel('Quittung').press('Enter');
  release();
  await isAlive(melina);
  expect(new URL(melina.url()).search).toBe('');
  await expect(melina.getByText('Das ist Ihre Stimme. Sie wurde so gezählt:')).toBeVisible();
  await expect(melina.getByRole('status').getByText('Nein')).toBeVisible();
  await expect(moderator.getByText('Das ist Ihre Stimme')).toHaveCount(0);

  await moderator.getByRole('link', { name: 'Entscheiden' }).click();
  await moderator.getByRole('button', { name: 'Vorläufige Entscheidung bekannt geben' }).click();
  await expect(moderator.getByText('Bisher hat kein Team einen Einwand erhoben.')).toBeVisible();

  // The page of the team is open, and hears of the decision by itself.
  await melina.locator('summary', { hasText: 'Schwerwiegenden Einwand erheben' }).click();
  await melina.getByRole('button', { name: 'Einwand erheben' }).click();
  await expect(melina.getByText('Bitte begründen Sie Ihren Einwand.')).toBeVisible();
  await melina.getByLabel('Was spricht schwerwiegend gegen').fill('Dann fehlt uns der Saal.');
  await melina.getByRole('button', { name: 'Einwand erheben' }).click();
  await expect(melina.getByRole('article').getByText('Dann fehlt uns der Saal.')).toBeVisible();

  // The moderators' page shows it at once; they give way, with a reason for the departure.
  await moderator.getByRole('link', { name: 'Beantworten: Ahlen' }).click();
  await moderator.getByRole('textbox', { name: 'Ihre Antwort' }).fill('Das wiegt schwer.');
  await moderator.getByRole('radio', { name: 'Wir ändern sie' }).check();
  const no = moderator.getByRole('group', { name: 'Nein' });
  await no.getByLabel('Nehmen wir nicht').check();
  await moderator.getByRole('button', { name: 'Antwort bekannt geben' }).click();
  await expect(moderator.getByText('Bitte begründen Sie jede Abweichung').first()).toBeVisible();
  await no.getByRole('textbox').fill('Ahlen hätte keinen Saal.');
  // Meanwhile another answer changes the decision, and the page is fetched again: that is told.
  const petra = await browser.newContext({ storageState: await signedInState(PETRA) });
  const hers = await petra.newPage();
  await hers.goto(ballot);
  const ref = { cohortId: cohort, ballotId: ballot.split('/').at(-1), objectionId: newId() };
  await call(hers, 'ballot.raiseObjection', { ...ref, reason: 'Beides ist wichtig.' });
  const yes = moderator.getByRole('group', { name: 'Ja' });
  const both = async (group: Locator) => {
    const name = await group.getByRole('radio').first().getAttribute('name');
    return { optionId: name!.replace('choice-', ''), isChosen: true, reason: 'Beides geht.' };
  };
  const version = Number(await moderator.locator('[name=version]').inputValue());
  const change = { version, items: [await both(yes), await both(no)] };
  await inAGap(moderator, () =>
    call(moderator, 'ballot.answerObjection', { ...ref, answer: 'Ja, beides.', change }),
  );
  await expect(yes.getByText('Bisher: genommen')).toBeVisible();
  await moderator.getByRole('button', { name: 'Antwort bekannt geben' }).click();
  await expect(moderator.getByText('Jemand anderes hat die Entscheidung')).toBeVisible();
  await expect(no.getByRole('textbox')).toHaveValue('Ahlen hätte keinen Saal.');
  await yes.getByLabel('Nehmen wir', { exact: true }).check();
  await yes.getByRole('textbox').fill('Beides geht.');
  await moderator.getByRole('button', { name: 'Antwort bekannt geben' }).click();
  await expect(moderator.getByText('Nicht mehr dabei: „Nein“')).toBeVisible();
  await expect(melina.getByText('Das wiegt schwer.')).toBeVisible();
  await expect(melina.getByText('Vorläufig entschieden', { exact: true })).toBeVisible();
});

test('every other method is voted on with a phone, and its result explained', async ({
  browser,
}) => {
  const asPerson = async (email: string, options = {}) => {
    const storageState = await signedInState(email);
    return (await browser.newContext({ storageState, ...options })).newPage();
  };
  const moderator = await asPerson(MODERATOR);
  const cohort = await cohortOf(moderator);
  const melina = await asPerson(MELINA, PHONE);
  const paper = new BallotPaper(melina);
  const open = async (method: string, answers: string[]) => {
    const title = `${method}? ${Date.now()}`;
    const address = await openBallot(moderator, cohort, { title, answers, method });
    await melina.goto(address);
    await isAlive(melina);
    return address;
  };
  const of = (option: string) => melina.getByRole('group', { name: option, exact: true });

  // Dots: what is left is always in sight, and too many are refused with what to do.
  let ballot = await open('Punkte kleben', ['Rot', 'Blau', 'Grün']);
  await of('Rot').getByRole('radio', { name: '3: 3 Punkte' }).check();
  await of('Blau').getByRole('radio', { name: '3: 3 Punkte' }).check();
  await expect(melina.getByText('1 Punkt zu viel, Sie haben 5')).toBeVisible();
  await paper.cast();
  await expect(melina.getByText('Bitte nehmen Sie einige zurück.')).toBeVisible();
  await expect(of('Blau').getByRole('radio', { name: '3: 3 Punkte' })).toBeChecked();
  await of('Blau').getByRole('radio', { name: '1: 1 Punkt', exact: true }).check();
  await expect(melina.getByText('Noch 1 von 5 Punkten übrig')).toBeVisible();
  await paper.cast();
  await paper.expectSaved();
  await closeBallot(moderator, ballot);
  await expect(moderator.getByText('Die meisten Punkte hat „Rot“')).toBeVisible();

  // Scores: what one does not know stays without a score.
  ballot = await open('Bewertung von 0 bis 5', ['Rot', 'Blau']);
  // The moderators enter what came by phone; the team contests it, and votes itself.
  await moderator.goto(`${ballot}/manage`);
  await moderator.getByRole('link', { name: 'Stimme eintragen' }).click();
  const entered = moderator.getByRole('group', { name: 'Blau', exact: true });
  await entered.getByRole('radio', { name: '3: Gut' }).check();
  await moderator.getByRole('button', { name: 'Stimme eintragen' }).click();
  await expect(moderator.getByText('Bitte wählen Sie, wessen Stimme es ist.')).toBeVisible();
  await moderator.getByLabel('Wessen Stimme ist es?').selectOption('Bergkamen');
  await moderator.getByRole('radio', { name: 'Telefonisch' }).check();
  await moderator.getByRole('button', { name: 'Stimme eintragen' }).click();
  // For the wrong team: it is taken back, and entered for the right one.
  await moderator.getByRole('button', { name: 'Zurücknehmen: Bergkamen' }).click();
  await moderator.getByRole('dialog').getByRole('button', { name: 'Zurücknehmen' }).click();
  await expect(moderator.getByText('Zurückgenommen. Bergkamen erhält')).toBeVisible();
  await expect(moderator.getByLabel('Wessen Stimme ist es?')).toHaveValue('');
  await moderator.getByLabel('Wessen Stimme ist es?').selectOption('Ahlen');
  await moderator.getByRole('radio', { name: 'Telefonisch' }).check();
  await entered.getByRole('radio', { name: '3: Gut' }).check();
  await expect(entered.getByRole('radio', { name: '3: Gut' })).toBeChecked();
  await moderator.getByRole('button', { name: 'Stimme eintragen' }).click();
  await expect(moderator.getByText('Eingetragen. Ahlen erhält eine Nachricht')).toBeVisible();
  await melina.reload();
  await expect(
    melina.getByText(/^Telefonisch, eingetragen von .*Leonie Brandhorst am/),
  ).toBeVisible();
  await melina.getByText('Die Stimme stimmt nicht').click();
  await melina.getByRole('button', { name: 'Beanstanden und selbst abstimmen' }).click();
  await expect(melina.getByText('Bitte schreiben Sie kurz, was nicht stimmt.')).toBeVisible();
  await melina.getByLabel('Was stimmt nicht?').fill('Wir sagten vier.');
  await melina.getByRole('button', { name: 'Beanstanden und selbst abstimmen' }).click();
  await expect(melina.getByText('Noch nicht abgegeben')).toBeVisible();
  await of('Blau').getByRole('radio', { name: '4: Sehr gut' }).check();
  await expect(melina.getByText('Bewertet: 1 von 2')).toBeVisible();
  await paper.cast();
  await paper.expectSaved();
  await closeBallot(moderator, ballot);
  await expect(moderator.getByText('Am besten bewertet ist „Blau“: Mittel 4 von 5')).toBeVisible();
  await moderator.getByText('Stimmen, die telefonisch oder auf Papier kamen').click();
  await expect(
    moderator.getByText(/Beanstandet von Melina Kuhlmann .+„Wir sagten vier.“/),
  ).toBeVisible();

  // Resistance: everything has to be answered; "all stays as it is" is always there.
  ballot = await open('Systemisches Konsensieren', ['Rot', 'Blau']);
  await of('Rot').getByRole('radio', { name: '2: Leichte Bedenken' }).check();
  // A slide to the end of the rule and beyond.
  const never = of('Blau').getByRole('radio', { name: '10: Das geht' });
  await of('Blau').getByRole('radio', { name: '4: Deutliche' }).hover();
  await melina.mouse.down();
  const end = (await never.boundingBox())!;
  await melina.mouse.move(end.x + 90, end.y, { steps: 4 });
  await melina.mouse.up();
  await expect(never).toBeChecked();
  await expect(melina.getByText('Noch 1 Antwort offen')).toBeVisible();
  await paper.cast();
  await expect(melina.getByText('Zu „Alles bleibt, wie es ist“ fehlt')).toBeVisible();
  await of('Alles bleibt, wie es ist').getByRole('radio', { name: '5: Deutliche' }).check();
  await paper.cast();
  await paper.expectSaved();
  await closeBallot(moderator, ballot);
  await expect(moderator.getByText('Den geringsten Widerstand findet „Rot“')).toBeVisible();

  // A ranking by buttons; what is not ranked stands behind.
  ballot = await open('Rangfolge', ['Rot', 'Blau', 'Grün']);
  await melina.getByRole('button', { name: 'Auf Platz 1: Rot' }).press('Enter');
  // What was pressed is gone: the keyboard goes on with the next one.
  await expect(melina.locator(':focus')).toHaveAccessibleName(/^Auf Platz 2: /);
  await melina.getByRole('button', { name: 'Auf Platz 2: Blau' }).press('Enter');
  await melina.getByRole('button', { name: 'Nach oben: Blau' }).click();
  await expect(
    melina.getByRole('status').getByText('„Blau“ steht jetzt auf Platz 1.'),
  ).toBeAttached();
  await expect(melina.getByText('Eingeordnet: 2 von 3')).toBeVisible();
  await paper.cast();
  await paper.expectSaved();
  await melina.reload();
  const order = melina.getByRole('list', { name: 'Ihre Reihenfolge' }).getByRole('listitem');
  await expect(order).toHaveText([/1\.\s*Blau/, /2\.\s*Rot/]);
  // Dragged to the top, and put back by the button beside it.
  await order.nth(1).locator('.grip').hover();
  await melina.mouse.down();
  const { x, y } = (await order.first().boundingBox())!;
  await melina.mouse.move(x + 20, y + 4, { steps: 5 });
  await melina.mouse.up();
  await expect(order).toHaveText([/1\.\s*Rot/, /2\.\s*Blau/]);
  await melina.getByRole('button', { name: 'Nach oben: Blau' }).click();
  await expect(order).toHaveText([/1\.\s*Blau/, /2\.\s*Rot/]);
  await closeBallot(moderator, ballot);
  await expect(moderator.getByText('An erster Stelle steht „Blau“.')).toBeVisible();
  await expect(moderator.getByText('„Blau“ steht vor „Rot“.')).toBeVisible();

  // The same votes counted differently, as a thought experiment.
  await moderator.getByText('Was wäre, wenn?').click();
  await moderator.getByLabel('Wie viele werden gewählt?').fill('2');
  await expect(moderator.getByText('Gewählt wären 2 von 3')).toBeVisible();
});

test('a vote that comes too late is told as not counted, and so is what was not cast', async ({
  browser,
}) => {
  const asPerson = async (email: string) =>
    (await browser.newContext({ storageState: await signedInState(email) })).newPage();
  const moderator = await asPerson(MODERATOR);
  const cohort = await cohortOf(moderator);
  const title = `Zu spät? ${Date.now()}`;
  const ballot = await openBallot(moderator, cohort, { title, answers: ['Rot', 'Blau'] });
  const [melina, petra] = [await asPerson(MELINA), await asPerson(PETRA)];
  for (const page of [melina, petra]) {
    await page.goto(ballot);
    await isAlive(page);
    await new BallotPaper(page).option('Rot').check();
  }
  const isClosed = Promise.withResolvers<void>();
  await melina.route(`**${ballot}?/cast`, async (route) => {
    await isClosed.promise;
    await route.continue();
  });
  const isSent = melina.waitForRequest(`**${ballot}?/cast`);
  await new BallotPaper(melina).cast();
  await isSent;
  await closeBallot(moderator, ballot);
  await expect(petra.getByText('Was Sie markiert und nicht abgegeben hatten')).toBeVisible();
  isClosed.resolve();
  await expect(melina.getByText('Ihre Stimme wurde nicht gezählt.')).toBeVisible();
  await expect(melina.getByRole('heading', { name: 'Ergebnis', exact: true })).toBeVisible();
  await petra.reload();
  await isAlive(petra);
  await expect(petra.getByText('Was Sie markiert')).toBeHidden();
});
