import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '$lib/platform/id';
import { openHttp, type Http } from '../factories/http';
import { aPractice, practiceWords } from '../factories/practice';
import { openWorld, type World } from '../factories/world';

let world: World;
let http: Http;
beforeAll(async () => {
  world = await openWorld();
  http = await openHttp(world);
});
afterAll(async () => {
  await http?.close();
  await world?.close();
});

it('public pages lead on in the language that was chosen', async () => {
  const practiceId = await aPractice(world, { rung: 'public' });
  const read = async (path: string) => (await http.get('anonymous', path)).text();
  const collection = await read('/practices?lang=en');
  expect(collection).toContain(`href="/practices/${practiceId}?lang=en"`);
  expect(collection).toContain('href="/privacy?lang=en"');
  expect(await read(`/practices/${practiceId}?lang=en`)).toContain('href="/practices?lang=en"');
  expect(await read('/practices')).toContain(`href="/practices/${practiceId}"`);
});

it('a public page may be kept, is asked for each time, and is gone at once after a step down', async () => {
  const practiceId = await aPractice(world, { rung: 'public' });
  const paths = [`/practices/${practiceId}`, `/practices/${practiceId}/embed`];
  const ask = (path: string, etag = '"none"') =>
    http.send('anonymous', path, {
      headers: { accept: 'text/html', 'if-none-match': etag },
    });
  const etags = new Map<string, string>();
  for (const path of paths) {
    const { status, headers } = await ask(path);
    expect([path, status, headers.get('cache-control')]).toEqual([path, 200, 'public, no-cache']);
    etags.set(path, headers.get('etag')!);
    const again = await ask(path, etags.get(path));
    expect([path, again.status]).toEqual([path, 304]);
    // The page that was kept goes on with its own: another one here would take its styles away.
    expect(headers.get('content-security-policy')).toContain("style-src 'self'");
    expect(again.headers.get('content-security-policy')).toBeNull();
  }
  const { ladder } = (await world.as('member')).practice;
  await ladder.down({ cohortId: world.cohortA, practiceId, stepId: newId(), stays: 'cohort' });
  for (const path of paths) {
    const gone = await ask(path, etags.get(path));
    expect([path, gone.status]).toEqual([path, 404]);
  }
});

it('says beside the end of a period that it lies before its beginning', async () => {
  const period = { startedOn: '2024-05', endedOn: '2023-11' };
  const practiceId = await aPractice(world, { content: { ...practiceWords, ...period } });
  const path = `/cohorts/${world.cohortA}/practices/${practiceId}/edit?part=gist`;
  const page = await (await http.get('member', path)).text();
  expect(page).toMatch(/id="field-endedOn-error"[^]*?Das Ende muss nach dem Anfang liegen\./);
});
