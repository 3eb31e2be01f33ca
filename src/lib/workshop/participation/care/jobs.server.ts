import type { Job } from '$lib/access/job';
import { workshopRef } from '../../schema';
import { privateNews, TELL_QUEUE } from '../news';
import { CARE_QUEUE, care, forgetNeeds, tell, watch } from './commands.server';

const look: Job = { queue: 'participation.watch', cron: '7 * * * *', run: (scope) => watch(scope) };

const attend: Job = {
  queue: CARE_QUEUE,
  run: (scope, data, house) => care(scope, workshopRef.parse(data), house),
};

const tellPeople: Job = {
  queue: TELL_QUEUE,
  run: (scope, data) => tell(scope, privateNews.parse(data)),
};

const forget: Job = {
  queue: 'participation.forget',
  cron: '23 3 * * *',
  run: async (scope) => {
    await forgetNeeds(scope);
  },
};

export const participationJobs: Job[] = [look, attend, tellPeople, forget];
