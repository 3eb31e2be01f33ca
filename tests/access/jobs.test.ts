import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Scope } from '$lib/access/scope.server';
import { newId } from '$lib/platform/id';
import { enqueue } from '$lib/platform/jobs.server';
import { jobs, startJobs, workOffJobs } from '../../src/server/jobs';
import { openWorld, type World } from '../factories/world';

const QUEUE = 'test.work';
const log = { error() {} };

let world: World;
const run: { work: (scope: Scope, data: Record<string, unknown>) => Promise<void> } = {
  work: async () => {},
};

beforeAll(async () => {
  world = await openWorld();
  await world.owner.$executeRaw`SELECT app.make_queue(${QUEUE})::text`;
  jobs.push({ queue: QUEUE, run: (scope, data) => run.work(scope, data) });
});
afterAll(() => world?.close());
beforeEach(() => world.owner.$executeRaw`DELETE FROM pgboss.job`);

const addJob = (cohortId: string | null, data: Record<string, string> = {}, at?: Date) =>
  world.scopeAs('member', ({ db }) => enqueue(db, QUEUE, { cohortId, ...data }, at ? { at } : {}));

/** A change that only happens once if the job happens once. */
async function leaveTrace({ db, clock }: Scope) {
  const id = newId(clock.now());
  const row = { id, recipient: 'trace', kind: 'trace', createdAt: clock.now() };
  await db.mail.createMany({ data: [row] });
}
const countTraces = () => world.owner.mail.count({ where: { kind: 'trace' } });

const states = async () => {
  const rows = await world.owner.$queryRaw<{ state: string }[]>`
    SELECT state::text FROM pgboss.job WHERE name = ${QUEUE}`;
  return rows.map((row) => row.state);
};

describe('a job', () => {
  it('acts as the system for its cohort, and sees no other', async () => {
    const seen: string[] = [];
    run.work = async ({ db }) => {
      seen.push(...(await db.team.findMany({ orderBy: { name: 'asc' } })).map((t) => t.name));
    };
    await addJob(world.cohortA);
    expect(await workOffJobs(world.urls.appUrl, world.services, log)).toBe(1);
    expect(seen).toEqual(['Ahlen', 'Menden']);
    expect(await states()).toEqual(['completed']);
  });

  it('does not exist when the transaction that caused it fails', async () => {
    const failing = world.scopeAs('member', async ({ db }) => {
      await enqueue(db, QUEUE, { cohortId: world.cohortA });
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await states()).toEqual([]);
  });

  it('waits for its time', async () => {
    await addJob(world.cohortA, {}, new Date(Date.now() + 3_600_000));
    expect(await workOffJobs(world.urls.appUrl, world.services, log)).toBe(0);
    expect(await states()).toEqual(['created']);
  });

  it('leaves nothing behind when it fails, and is tried again', async () => {
    const before = await countTraces();
    let attempts = 0;
    run.work = async (scope) => {
      attempts += 1;
      await leaveTrace(scope);
      if (attempts === 1) throw new Error('not yet');
    };
    await addJob(world.cohortA);
    await expect(workOffJobs(world.urls.appUrl, world.services, log)).rejects.toThrow('not yet');
    expect(await countTraces()).toBe(before);
    // The worker died with it: the queue gives the job back, here at once.
    await world.owner
      .$executeRaw`UPDATE pgboss.job SET state = 'retry', retry_count = 1, start_after = now()`;
    await workOffJobs(world.urls.appUrl, world.services, log);
    expect(await countTraces()).toBe(before + 1);
  });

  it('happens once, even when two workers hold it', async () => {
    const before = await countTraces();
    let arrived = 0;
    run.work = async (scope) => {
      arrived += 1;
      if (arrived === 1) {
        // While the first works, its claim lapses and a second one takes over and finishes.
        await world.owner
          .$executeRaw`UPDATE pgboss.job SET state = 'retry', retry_count = 1, start_after = now()`;
        await workOffJobs(world.urls.appUrl, world.services, log);
      }
      await leaveTrace(scope);
    };
    await addJob(world.cohortA);
    await expect(workOffJobs(world.urls.appUrl, world.services, log)).rejects.toThrow('taken over');
    expect(arrived).toBe(2);
    expect(await countTraces()).toBe(before + 1);
  });

  it('is done by the running program, and a stop lets it finish', async () => {
    const begun = Promise.withResolvers<void>();
    const before = await countTraces();
    run.work = async (scope) => {
      begun.resolve();
      await leaveTrace(scope);
    };
    const runner = await startJobs(world.urls.appUrl, world.services, log);
    await addJob(world.cohortA);
    await begun.promise;
    await runner.stop();
    expect(await countTraces()).toBe(before + 1);
    expect(await states()).toEqual(['completed']);
  });
});

describe('queues', () => {
  it('exist for every job, made by a migration', async () => {
    const rows = await world.owner.$queryRaw<{ name: string }[]>`SELECT name FROM pgboss.queue`;
    const names = rows.map((row) => row.name);
    expect(names).toEqual(expect.arrayContaining(jobs.map((job) => job.queue)));
  });
});
