import type { Job } from '$lib/access/job';

const DAY_MS = 24 * 60 * 60 * 1000;
const AT_ONCE = 500;

/** Deletes the objects whose rows are gone; one that cannot be deleted now comes up again. */
const discard: Job = {
  queue: 'upload.discard',
  cron: '*/5 * * * *',
  async run({ db }, _data, { files }) {
    const gone = await db.discardedObject.findMany({ take: AT_ONCE });
    for (const { key } of gone) await files.delete(key);
    await db.discardedObject.deleteMany({ where: { key: { in: gone.map(({ key }) => key) } } });
  },
};

/**
 * Every night: uploads that were never finished, files that nobody has claimed, and objects that no row
 * knows, because the program died between storing and writing down.
 */
const tidy: Job = {
  queue: 'upload.tidy',
  cron: '23 3 * * *',
  async run({ db, clock }, _data, { files }) {
    const latest = new Date(clock.now().getTime() - DAY_MS);
    await db.$executeRaw`SELECT app.uploads_tidy(${latest}::timestamptz)`;
    let keys: string[] = [];
    const sweep = async () => {
      const unknown = await db.$queryRaw<{ key: string }[]>`
        SELECT key FROM app.objects_unknown(${keys}) AS key`;
      for (const { key } of unknown) await files.delete(key);
      keys = [];
    };
    for await (const { key, changedAt } of files.list()) {
      // Younger ones may be on their way into the database.
      if (changedAt < latest) keys.push(key);
      if (keys.length >= AT_ONCE) await sweep();
    }
    await sweep();
  },
};

export const uploadJobs: Job[] = [discard, tidy];
