import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '$lib/platform/id';
import { openHttp, type Http } from '../factories/http';
import { aPractice } from '../factories/practice';
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
  }
  const { ladder } = (await world.as('member')).practice;
  await ladder.down({ cohortId: world.cohortA, practiceId, stepId: newId(), stays: 'cohort' });
  for (const path of paths) {
    const gone = await ask(path, etags.get(path));
    expect([path, gone.status]).toEqual([path, 404]);
  }
});
