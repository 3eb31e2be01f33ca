import type { Job } from '$lib/access/job';
import { workshopRef } from '../schema';
import { INVITE_QUEUE, catchUp, invite } from './commands.server';

const tellCalendars: Job = {
  queue: INVITE_QUEUE,
  run: (scope, data, house) => invite(scope, workshopRef.parse(data), house),
};

const bringUpToDate: Job = {
  queue: 'calendar.catch-up',
  cron: '37 * * * *',
  run: (scope) => catchUp(scope),
};

export const calendarJobs: Job[] = [tellCalendars, bringUpToDate];
