import { AsyncLocalStorage } from 'node:async_hooks';
import { fromPrisma, PgBoss } from 'pg-boss';
import type { Db } from './db/client.server';

/** Ids only: the job's own rules decide anew what may be done with them. */
export interface JobData {
  /** The cohort it acts for; null for work that belongs to none. */
  cohortId: string | null;
  [key: string]: string | number | boolean | null;
}

/** One unit of work, taken from a queue and not settled yet. */
export interface ClaimedJob {
  id: string;
  queue: string;
  data: JobData;
  /**
   * Marks it as done in the transaction that does it: what it does and that it is done happen
   * together, whenever the program is killed. Throws where another worker has taken it over.
   */
  settle(db: Db): Promise<void>;
}

export interface JobLog {
  error(facts: object, message: string): void;
}

const SCHEMA = 'pgboss';
const STOP_TIMEOUT_MS = 20_000;

const enqueueing = new AsyncLocalStorage<Db>();

/** Only writes jobs, on the transaction at hand; it opens no connection and starts nothing. */
const sender = new PgBoss({
  schema: SCHEMA,
  db: {
    executeSql(text, values) {
      const db = enqueueing.getStore();
      if (!db) throw new Error('enqueue needs an open transaction');
      return fromPrisma(db).executeSql(text, values);
    },
  },
  migrate: false,
  supervise: false,
  schedule: false,
});

/**
 * Adds a job in the caller's transaction: it is done if and only if that commits. The queue is made
 * by a migration (`SELECT app.make_queue('room.work')`).
 *
 * @param options.at not before this moment
 */
export async function enqueue(
  db: Db,
  queue: string,
  data: JobData,
  options: { at?: Date } = {},
): Promise<void> {
  const { at } = options;
  await enqueueing.run(db, () => sender.send(queue, data, at ? { startAfter: at } : {}));
}

export interface JobRunner {
  /** Lets running jobs finish; others wait for the next start. */
  stop(): Promise<void>;
}

/** Works off the queues until it is stopped; any number of instances share the work. */
export async function runJobs(options: {
  url: string;
  queues: { name: string; cron?: string | undefined }[];
  log: JobLog;
  perform: (job: ClaimedJob) => Promise<void>;
}): Promise<JobRunner> {
  const { url, queues, log, perform } = options;
  const boss = openBoss(url, log);
  await boss.start();
  for (const { name, cron } of queues) {
    if (cron) await boss.schedule(name, cron, { cohortId: null }, { tz: 'Europe/Berlin' });
    await boss.work<JobData>(name, WORK, async (jobs) => {
      for (const job of jobs) {
        try {
          await perform(claimed(boss, name, job));
        } catch (error) {
          log.error({ queue: name, jobId: job.id, err: error }, 'job failed');
          throw error;
        }
      }
    });
  }
  return { stop: () => boss.stop({ graceful: true, timeout: STOP_TIMEOUT_MS }) };
}

/** Does everything that is due now, once, and returns how many jobs that were; for tests and the demo. */
export async function workOff(options: {
  url: string;
  queues: string[];
  log: JobLog;
  perform: (job: ClaimedJob) => Promise<void>;
}): Promise<number> {
  const boss = openBoss(options.url, options.log);
  await boss.start();
  let count = 0;
  try {
    for (let found = true; found;) {
      found = false;
      for (const name of options.queues) {
        for (const job of await boss.fetch<JobData>(name, { batchSize: 50 })) {
          await options.perform(claimed(boss, name, job));
          found = true;
          count += 1;
        }
      }
    }
    return count;
  } finally {
    await boss.stop({ graceful: false });
  }
}

const WORK = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 10, batchSize: 1 } as const;

function openBoss(url: string, log: JobLog): PgBoss {
  const boss = new PgBoss({
    connectionString: url,
    schema: SCHEMA,
    max: 3,
    migrate: false,
    useListenNotify: true,
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
    // Its role owns no index.
    reindex: false,
    monitorVacuum: false,
    registerInstance: false,
  });
  boss.on('error', (error) => log.error({ err: error }, 'job queue failed'));
  return boss;
}

const claimed = (
  boss: PgBoss,
  queue: string,
  job: { id: string; data: JobData; retryCount: number },
): ClaimedJob => ({
  id: job.id,
  queue,
  data: job.data,
  async settle(db) {
    const { id, retryCount } = job;
    const options = { db: fromPrisma(db) };
    const response = await boss.complete(queue, { id, retryCount }, null, options);
    // pg-boss says more than its type tells.
    if ((response as { affected: number }).affected !== 1)
      throw new Error(`job ${id} was taken over by another worker`);
  },
});
