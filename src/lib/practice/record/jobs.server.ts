import type { Job } from '$lib/access/job';
import { latestDueDiscard } from './clearing';

/** Clears what its team put away long ago. */
const clear: Job = {
  queue: 'practice.clear',
  cron: '53 3 * * *',
  async run({ db, clock }) {
    await db.$executeRaw`SELECT app.practice_clear(${latestDueDiscard(clock.now())}::timestamptz)`;
  },
};

export const practiceRecordJobs: Job[] = [clear];
