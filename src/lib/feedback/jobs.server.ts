import type { Job } from '$lib/access/job';
import { CLOSE_QUEUE, REMIND_QUEUE, remind, tellClosed } from './commands.server';
import { feedbackRef } from './schema';

const remindMissing: Job = {
  queue: REMIND_QUEUE,
  run: (scope, data) => remind(scope, feedbackRef.parse(data)),
};

const tellOfClosing: Job = {
  queue: CLOSE_QUEUE,
  run: (scope, data) => tellClosed(scope, feedbackRef.parse(data)),
};

export const feedbackJobs: Job[] = [remindMissing, tellOfClosing];
