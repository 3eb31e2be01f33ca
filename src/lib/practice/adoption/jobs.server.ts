import { z } from 'zod';
import type { Job } from '$lib/access/job';
import { practiceRef } from '../schema';
import { REMIND_QUEUE, remind } from './commands.server';

const due = practiceRef.extend({ teamId: z.uuid(), months: z.number() });

const ask: Job = {
  queue: REMIND_QUEUE,
  run: (scope, data) => remind(scope, due.parse(data)),
};

export const adoptionJobs: Job[] = [ask];
