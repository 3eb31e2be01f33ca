import { readFile } from 'node:fs/promises';
import { expect, type Browser, type Page } from '@playwright/test';
import { expectAccessible } from '../pages/accessible';
import { test } from '../pages/browser-test';
import { bringInCase, ConsultationRoom } from '../pages/consultation';
import { signIn } from '../pages/sign-in';

const MELINA = 'melina.kuhlmann@ahlen.example';
const EMRE = 'emre.yildiz@ahlen.example';
const JANA = 'jana.rameil@kirchhundem.example';

const PHONE = { viewport: { width: 320, height: 640 } };

async function signedIn(browser: Browser, email: string, options = {}): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await signIn(page, email);
  return page;
}

test('three people consult, and the server never sees a word', async ({ browser }) => {
  const melina = await signedIn(browser, MELINA);
  const sent: string[] = [];
  melina.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  const cohort = /\/cohorts\/([0-9a-f-]{36})/.exec(melina.url())![1]!;
  const address = await bringInCase(melina, cohort, {
    title: 'Der Verein zieht sich zurück',
    summary: 'Ich weiß nicht, wie ich ihn halte.',
    circle: ['Emre Yıldız', 'Jana Rameil'],
    method: 'Troika',
  });
  const [emre, jana] = await Promise.all([signedIn(browser, EMRE, PHONE), signedIn(browser, JANA)]);
  const [giver, first, second] = [melina, emre, jana].map((page) => new ConsultationRoom(page));
  await first!.join(address);
  await second!.join(address);
  await expect(emre.getByRole('heading', { level: 1 })).toHaveText('Der Verein zieht sich zurück');

  await giver!.press('Beratung beginnen');
  await first!.press('Weiter zu „Frage stellen“');
  await expect(giver!.phase('Frage stellen')).toBeVisible();
  await giver!.write('Erzählung', 'Seit dem Brief habe ich mich nicht gemeldet.');
  await expect(second!.words('Seit dem Brief habe ich mich nicht gemeldet.')).toBeVisible();

  // Who only listens has no composer, but notes that are there again after a reload, as is the clock.
  await expect(emre.getByText('Im Moment hören Sie zu.')).toBeVisible();
  await expect(emre.getByRole('button', { name: 'Senden' })).toHaveCount(0);
  const isKept = emre.waitForResponse(/consultation\.writeNotes/);
  await first!.notes.fill('Wie lange kennen sie sich?');
  await isKept;
  await emre.reload();
  await expect(first!.phase('Frage stellen')).toBeVisible();
  await expect(emre.getByRole('timer')).toHaveText(/^[01]:\d\d$/);
  await expect(first!.notes).toHaveValue('Wie lange kennen sie sich?');

  // Whose say it is agrees that it ends.
  await first!.press('Vorschlagen: weiter zu „Klären“');
  await giver!.press('Ja, weiter');
  await giver!.press('Weiter zu „Zu zweit beraten“');
  await first!.say('Idee', 'Rufen Sie an, ohne Anlass.');
  await expect(giver!.words('Rufen Sie an, ohne Anlass.')).toBeVisible();
  await expect(melina.getByText('Im Moment hören Sie zu.')).toBeVisible();

  // What is behind can be folded away, and stays so.
  await giver!.press(/^Zuklappen.*Frage stellen/);
  await melina.reload();
  await expect(giver!.words('Rufen Sie an, ohne Anlass.')).toBeVisible();
  await expect(giver!.words('Seit dem Brief habe ich mich nicht gemeldet.')).toBeHidden();
  await giver!.press(/^1 Beitrag zeigen.*Frage stellen/);
  await expect(giver!.words('Seit dem Brief habe ich mich nicht gemeldet.')).toBeVisible();

  // Open, with everything that it holds: for who listens, and for who writes and leads.
  await expectAccessible(melina, 'the case giver listens');
  await expectAccessible(emre, 'the moderator leads');
  await melina.setViewportSize({ width: 1280, height: 720 });

  // A search opens them in this browser, and leads to the place.
  await melina.goto(`/cohorts/${cohort}/consultations`);
  await melina.getByLabel('In Ihren Beratungen suchen').fill('rufen ANLASS');
  await expect(melina.getByRole('search').getByText('1 Stelle gefunden.')).toBeVisible();
  await expect(melina.locator('mark')).toHaveText(['Rufen', 'Anlass']);
  await melina.getByRole('search').getByRole('link', { name: 'Der Verein zieht' }).click();
  await expect(melina.getByRole('article').filter({ hasText: 'Rufen Sie an' })).toBeFocused();
  await melina.getByText('In dieser Beratung suchen').click();
  await melina.getByLabel('Wörter in dieser Beratung').fill('niemand');
  await expect(melina.getByText('Nichts gefunden zu „niemand“.')).toBeVisible();
  await melina.getByLabel('Wörter in dieser Beratung').fill('brief');
  await expect(melina.getByText('1 Stelle gefunden.')).toBeVisible();

  // The data export opens in the browser, too: own words, and nobody else's.
  await melina.goto('/account/data');
  await expect(melina.getByText('Seit dem Brief habe ich mich nicht gemeldet.')).toBeVisible();
  await expect(melina.getByText('Rufen Sie an, ohne Anlass.')).toHaveCount(0);
  const file = melina.waitForEvent('download');
  await melina.getByRole('button', { name: 'Datei samt diesen Texten' }).click();
  const exported = await readFile(await (await file).path(), 'utf8');
  expect(exported).toContain('Seit dem Brief habe ich mich nicht gemeldet.');
  expect(exported).toContain('"sections"');

  const everything = sent.join('\n');
  expect(everything).toContain('consultation.contribute');
  for (const words of ['zieht sich', 'nicht gemeldet', 'wie ich ihn halte', 'ANLASS'])
    expect(everything).not.toContain(words);
});
