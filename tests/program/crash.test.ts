import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer, temporaryDir, type ServerProcess } from '../factories/server';
import type { SignedIn } from '../load/fill';
import { postComment, startWithMembers, storedComments } from './installation';

const WRITERS = 8;
const ROUNDS = 12;
const VICTIMS = ['program', 'postmaster', 'both'] as const;
const CONFIRMED_BETWEEN_CRASHES = { least: 60, most: 160 };

let dataDir: string;
let server: ServerProcess;
let members: SignedIn[];

beforeAll(async () => {
  dataDir = await temporaryDir();
  ({ server, members } = await startWithMembers(dataDir, WRITERS));
});
afterAll(async () => {
  await server.stop();
  await rm(dataDir, { recursive: true });
});

it('loses no confirmed write to kill -9, and starts without help', async () => {
  const confirmed: string[] = [];
  let isWriting = true;
  const writers = members.map(async (member) => {
    while (isWriting) {
      const id = await postComment(server.origin, member);
      if (id) confirmed.push(id);
      // While the program is down, a refused connection must not become a busy loop.
      else await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });
  const confirmMore = async () => {
    const { least, most } = CONFIRMED_BETWEEN_CRASHES;
    const goal = confirmed.length + least + Math.floor(Math.random() * (most - least));
    await expect
      .poll(() => confirmed.length, { timeout: 60_000, interval: 5 })
      .toBeGreaterThan(goal);
  };

  for (let round = 0; round < ROUNDS; round += 1) {
    await confirmMore();
    await crash(VICTIMS[round % VICTIMS.length]!);
  }
  await confirmMore();
  isWriting = false;
  await Promise.all(writers);

  const stored = await storedComments(dataDir);
  expect(confirmed.length).toBeGreaterThanOrEqual(1_000);
  expect(confirmed.filter((id) => !stored.has(id))).toEqual([]);
  console.log(`${confirmed.length} confirmed writes, ${ROUNDS} crashes, none lost`);
}, 600_000);

async function crash(victim: (typeof VICTIMS)[number]): Promise<void> {
  const { pid, port } = server;
  const pidFile = join(dataDir, 'postgres', 'cluster', 'postmaster.pid');
  const postmaster = Number((await readFile(pidFile, 'utf8')).split('\n')[0]);
  if (victim !== 'program') process.kill(postmaster, 'SIGKILL');
  if (victim === 'postmaster') return;
  process.kill(pid, 'SIGKILL');
  await server.ended;
  server = await startServer({ port, dataDir, env: { LOG_LEVEL: 'warn' } });
  expect(server.output()).toContain('Werkraum is ready');
}
