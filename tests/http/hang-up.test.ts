import { connect } from 'node:net';
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

function busyConnections(): number {
  const { totalCount, idleCount, waitingCount } = world.services.database.pool;
  return totalCount - idleCount + waitingCount;
}

/** Asks, and hangs up before the answer can be there. */
function askAndHangUp(path: string): Promise<void> {
  const { hostname, port } = new URL(http.address);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      const cookie = `session=${world.people.member.sessionId}`;
      socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookie}\r\n\r\n`, () =>
        socket.destroy(),
      );
    });
    socket.on('close', () => resolve()).on('error', reject);
  });
}

it('gives its connections back where whoever asked has hung up', async () => {
  const input = encodeURIComponent(JSON.stringify({ cohortId: world.cohortA }));
  const paths = [`/trpc/topic.list?input=${input}`, `/cohorts/${world.cohortA}/topics`];
  // More than there are connections to the database.
  await Promise.all(Array.from({ length: 60 }, (_, turn) => askAndHangUp(paths[turn % 2]!)));
  // A reading transaction that is left open ends by itself after 15 seconds: that would be too late.
  await expect.poll(busyConnections, { timeout: 8_000 }).toBe(0);
  expect((await http.get('member', paths[0]!)).status).toBe(200);
});
