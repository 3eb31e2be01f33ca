import type { Job } from '$lib/access/job';
import { workshopRef } from '../schema';
import { REMIND_QUEUE, remindWhenDue } from './commands.server';

const reminder: Job = {
  queue: REMIND_QUEUE,
  run: (scope, data) => remindWhenDue(scope, workshopRef.parse(data)),
};

export const dateJobs: Job[] = [reminder];
