import type { Job } from '$lib/access/job';
import { latestDueDeletion } from './clearing';

/** Clears the words of comments that were deleted long enough ago. */
const clear: Job = {
  queue: 'comment.clear',
  cron: '41 3 * * *',
  async run({ db, clock }) {
    await db.$executeRaw`SELECT app.comment_clear(${latestDueDeletion(clock.now())}::timestamptz)`;
  },
};

export const commentJobs: Job[] = [clear];
