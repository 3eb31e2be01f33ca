import type { Job } from '$lib/access/job';
import { CLOCK_QUEUE, followClock, REMIND_QUEUE, remindBeforeClosing } from './commands.server';
import { ballotRef } from './schema';

const clock: Job = {
  queue: CLOCK_QUEUE,
  run: (scope, data) => followClock(scope, ballotRef.parse(data)),
};

const reminder: Job = {
  queue: REMIND_QUEUE,
  run: (scope, data) => remindBeforeClosing(scope, ballotRef.parse(data)),
};

export const ballotJobs: Job[] = [clock, reminder];
