import { afterAll, beforeAll, expect, it } from 'vitest';
import { openHttp, type Http } from '../factories/http';
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

const LONG = 'ä'.repeat(1_000_000);

it('refuses a call that is too large, before anything reads it', async () => {
  const { origin } = world.services;
  const body = JSON.stringify({ cohortId: world.cohortA, body: LONG });
  const headers = { origin, 'content-type': 'application/json' };
  const answer = await http.send('member', '/trpc/comment.create', {
    method: 'POST',
    body,
    headers,
  });
  expect(answer.status).toBe(413);
});

it('refuses a form that is too large', async () => {
  const answer = await http.post('member', '/account?/profile', { name: LONG });
  expect(answer.status).toBe(413);
  expect(await answer.text()).toContain('Mehr als ein Megabyte');
});
