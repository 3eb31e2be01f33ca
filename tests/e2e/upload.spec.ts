import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, type Route } from '@playwright/test';
import { test } from '../pages/browser-test';
import { signIn } from '../pages/sign-in';

const TEXT_BYTES = 250_000;
/** The first piece of a file, as the browser sends it. */
const FIRST_PIECE = '131072';

/** Holds every piece after the first one, until it is let go or cut off. */
async function holdRest(page: Page) {
  const offsets: string[] = [];
  let held: ((route: Route) => void) | undefined;
  const next = () => new Promise<Route>((resolve) => (held = resolve));
  let waiting = next();
  await page.route('**/uploads/**', async (route) => {
    const offset = route.request().headers()['upload-offset'] ?? '';
    offsets.push(offset);
    if (offset === '0') return route.continue();
    held!(route);
  });
  return {
    offsets,
    /** The piece that waits; the next one can be asked for afterwards. */
    async piece(): Promise<Route> {
      const route = await waiting;
      waiting = next();
      return route;
    },
  };
}

test('files come in: with progress, over a lost connection and a reload, dropped and pasted; others are told why not', async ({
  page,
}, { outputDir }) => {
  mkdirSync(outputDir, { recursive: true });
  const fileOf = (name: string, content: string | Buffer): string => {
    const path = join(outputDir, name);
    writeFileSync(path, content);
    return path;
  };
  const long = (word: string) => `${word} `.repeat(TEXT_BYTES / (word.length + 1));

  await signIn(page, 'melina.kuhlmann@ahlen.example');
  await page.goto(`${new URL(page.url()).pathname}/practices/new`);
  await page.getByLabel('In einem Satz').fill('Wir sammeln, was wir geschrieben haben.');
  await page.getByRole('button', { name: 'Beispiel beginnen' }).click();
  await page.waitForURL(/\/edit$/);
  await page.goto(`${new URL(page.url()).pathname}?part=attachments`);
  const choose = page.getByLabel('Dateien auswählen');
  const row = (name: string) => page.getByRole('listitem', { name });

  // What fits is said before; what does not is told without a byte being sent.
  await expect(page.getByText(/Höchstens 50 MB je Datei/)).toBeVisible();
  const asked: string[] = [];
  page.on('request', (request) => {
    if (/upload/.test(new URL(request.url()).pathname)) asked.push(request.url());
  });
  const large = fileOf('zu-gross.pdf', '%PDF-1.7');
  truncateSync(large, 51_000_000);
  await choose.setInputFiles(large);
  await expect(row('zu-gross.pdf')).toContainText('Diese Datei ist zu groß. Höchstens 50 MB.');
  expect(asked).toEqual([]);
  await row('zu-gross.pdf')
    .getByRole('button', { name: /Entfernen/ })
    .click();

  // A program that calls itself a document.
  await choose.setInputFiles(fileOf('bericht.pdf', Buffer.from('4d5a90000300000004000000', 'hex')));
  await expect(row('bericht.pdf')).toContainText('Diese Art von Datei wird nicht angenommen.');
  await expect(row('bericht.pdf').getByRole('button', { name: /Noch einmal/ })).toHaveCount(0);
  await row('bericht.pdf')
    .getByRole('button', { name: /Entfernen/ })
    .click();

  // Progress; a piece is lost on its way, and it goes on from there by itself.
  const sending = await holdRest(page);
  await choose.setInputFiles(fileOf('protokoll.txt', long('Protokoll')));
  const lost = await sending.piece();
  await expect(row('protokoll.txt')).toContainText('131 kB von 250 kB');
  await expect(row('protokoll.txt').getByRole('progressbar')).toHaveAttribute('value', FIRST_PIECE);
  await lost.abort('connectionreset');
  await expect(row('protokoll.txt')).toContainText('Keine Verbindung. Geht von selbst weiter.');
  await (await sending.piece()).continue();
  await expect(page.getByLabel('Was ist das?')).toHaveValue('protokoll');
  expect(sending.offsets).toEqual(['0', FIRST_PIECE, FIRST_PIECE]);
  await expect(page.getByText(/^Gespeichert um/)).toBeVisible();

  // The page is loaded anew in the middle; the same file, chosen again before the page's script has come,
  // goes on where it stopped.
  const report = fileOf('auswertung.txt', long('Auswertung'));
  await choose.setInputFiles(report);
  await sending.piece();
  const script = Promise.withResolvers<void>();
  await page.route('**/entry/start.*', async (route) => {
    await script.promise;
    await route.continue();
  });
  await page.reload({ waitUntil: 'domcontentloaded' });
  await choose.setInputFiles(report);
  script.resolve();
  await (await sending.piece()).continue();
  await expect(page.getByLabel('Was ist das?').last()).toHaveValue('auswertung');
  expect(sending.offsets.slice(3)).toEqual(['0', FIRST_PIECE, FIRST_PIECE]);

  // Cancelled: nothing of it stays.
  await choose.setInputFiles(fileOf('doch-nicht.txt', long('Abbruch')));
  await sending.piece();
  const cancelled = page.waitForResponse(/upload\.cancel/);
  await row('doch-nicht.txt')
    .getByRole('button', { name: /Abbrechen/ })
    .click();
  expect((await cancelled).ok()).toBe(true);
  await expect(row('doch-nicht.txt')).toHaveCount(0);
  await expect(choose).toBeFocused();

  // Dropped, and pasted.
  const zone = page.locator('.zone');
  for (const [type, name] of [
    ['drop', 'gezogen.txt'],
    ['paste', 'eingefuegt.txt'],
  ] as const) {
    await zone.evaluate(
      (element, { type, name }) => {
        const data = new DataTransfer();
        data.items.add(new File(['Ein kurzer Text.'], name, { type: 'text/plain' }));
        const how = { bubbles: true, cancelable: true };
        element.dispatchEvent(
          type === 'drop'
            ? new DragEvent('drop', { ...how, dataTransfer: data })
            : new ClipboardEvent('paste', { ...how, clipboardData: data }),
        );
      },
      { type, name },
    );
    await expect(page.getByLabel('Was ist das?').last()).toHaveValue(name.replace('.txt', ''));
  }
  await page.reload();
  await expect(page.getByLabel('Was ist das?')).toHaveCount(4);
});
