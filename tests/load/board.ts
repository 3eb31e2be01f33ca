import { chromium, type Page } from '@playwright/test';
import { newItem } from '$lib/agenda/document';
import type { Operation } from '$lib/agenda/operations';
import { newId } from '$lib/platform/id';
import { signedInState } from '../factories/demo-sessions';
import { startServer } from '../factories/server';
import { call } from '../pages/call';

const DAYS = 3;
const TRACKS = 4;
const ITEMS = 120;
const LONGEST_FRAME_MS = 50;
/** How many times slower than this machine: an office computer of some years. */
const SLOWDOWNS = [1, 4];
const MODERATOR = 'leonie.brandhorst@engagement-kommune.example';

/** On a full board: how long the frames of a drag take, and how long the board needs after it is let go. */
export async function benchBoard(): Promise<void> {
  const server = await startServer({ args: ['--demo'], env: { LOG_LEVEL: 'warn' } });
  process.env['WERKRAUM_TEST_DATA'] = server.dataDir;
  const browser = await chromium.launch({
    executablePath: process.env['WERKRAUM_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  try {
    const context = await browser.newContext({
      baseURL: server.origin,
      storageState: await signedInState(MODERATOR),
      viewport: { width: 1440, height: 1000 },
    });
    const page = await context.newPage();
    await page.goto(await fullBoard(page));
    await page.locator('html[data-hydrated]').waitFor();
    const devtools = await context.newCDPSession(page);
    for (const slowdown of SLOWDOWNS) {
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
      for (const work of [dragOne, stretchOne]) {
        const frames = await framesOf(page, await work(page));
        const longest = Math.max(...frames);
        const tooLong = frames.filter((frame) => frame > LONGEST_FRAME_MS).length;
        console.log(
          `board of ${DAYS} days, ${TRACKS} tracks, ${ITEMS} items, ${work === dragOne ? 'drag' : 'length'}, ` +
            `${slowdown === 1 ? 'this machine' : `${slowdown} times slower`}: ${frames.length} frames, ` +
            `longest ${longest.toFixed(0)} ms, over ${LONGEST_FRAME_MS} ms: ${tooLong}`,
        );
      }
    }
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function fullBoard(page: Page): Promise<string> {
  await page.goto('/cohorts');
  const first = page.locator('main a[href^="/cohorts/"]').first();
  const path = (await first.getAttribute('href'))!;
  const [cohortId, workshopId] = [path.split('/')[2]!, newId()];
  const days = Array.from({ length: DAYS }, (_, at) => ({
    id: newId(),
    date: `2027-03-${10 + at}`,
    startMinute: 540,
    endMinute: 1_080,
  }));
  await call(page, 'workshop.save', {
    ...{ cohortId, workshopId, version: 0, kind: 'other', number: null, seats: null },
    ...{ title: 'Viele Programmpunkte', days },
  });
  const tracks = Array.from({ length: TRACKS }, (_, at) => ({ id: newId(), name: `Strang ${at}` }));
  const operations: Operation[] = [
    ...tracks.map((track) => ({ type: 'insert_track' as const, track, beforeId: null })),
    ...Array.from({ length: ITEMS }, (_, at): Operation => {
      const dayId = days[at % DAYS]!.id;
      const trackId = tracks[Math.floor(at / DAYS) % TRACKS]!.id;
      const title = `Programmpunkt ${at + 1}`;
      const item = newItem({ id: newId(), kind: 'input', minutes: 45, dayId, trackId, title });
      return { type: 'insert_item', item, beforeId: null };
    }),
  ];
  await call(page, 'agenda.change', { cohortId, workshopId, id: newId(), since: 0, operations });
  return `${path}/workshops/${workshopId}/board`;
}

/**
 * Milliseconds between one frame and the next while something is done, and until it is saved. Nothing else is looked
 * up in the page meanwhile: searching it costs more than a drag does.
 */
async function framesOf(page: Page, work: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const seen: number[] = ((window as never as { frames: number[] }).frames = []);
    let before = performance.now();
    const next = (now: number) => {
      seen.push(now - before);
      before = now;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  const isSaved = page.waitForResponse((response) => response.url().includes('agenda.change'));
  await work();
  await isSaved;
  // The first one holds the time until the measurement began.
  const frames = await page.evaluate(() =>
    (window as never as { frames: number[] }).frames.splice(0).slice(1),
  );
  await page.getByText('Alles gespeichert').waitFor();
  return frames;
}

/** Carries a card over other tracks. */
async function dragOne(page: Page): Promise<() => Promise<void>> {
  const { x, y, width, height } = await firstCard(page);
  const [startX, startY] = [x + width / 2, y + height / 2];
  await page.mouse.move(startX, startY);
  return async () => {
    await page.mouse.down();
    for (let step = 1; step <= 60; step += 1)
      await page.mouse.move(startX + step * 6, startY + 120 + 100 * Math.sin(step / 5));
    await page.mouse.up();
  };
}

/** Draws a card longer by its lower edge. */
async function stretchOne(page: Page): Promise<() => Promise<void>> {
  const { x, y, width, height } = await firstCard(page);
  const [startX, startY] = [x + width / 2, y + height - 3];
  await page.mouse.move(startX, startY);
  return async () => {
    await page.mouse.down();
    for (let step = 1; step <= 40; step += 1) await page.mouse.move(startX, startY + step * 3);
    await page.mouse.up();
  };
}

const firstCard = async (page: Page) => (await page.locator('[data-item]').first().boundingBox())!;
