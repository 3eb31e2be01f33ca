import type { Job } from '$lib/access/job';
import { eraseDue } from './commands.server';

/** By the clock and not planned ahead: what is due is in the table, whatever was switched off meanwhile. */
const erase: Job = {
  queue: 'cohort.erase',
  cron: '41 * * * *',
  run: (scope, _data, house) => eraseDue(scope, house),
};

export const erasureJobs: Job[] = [erase];
