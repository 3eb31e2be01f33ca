import type { Job } from '$lib/access/job';

/** Takes the names out whose consent is over. */
const expire: Job = {
  queue: 'practice.consent',
  cron: '11 0 * * *',
  async run({ db, clock }) {
    await db.$queryRaw`SELECT app.practice_consents_expire(${clock.now()}::timestamptz)`;
  },
};

export const personJobs: Job[] = [expire];
