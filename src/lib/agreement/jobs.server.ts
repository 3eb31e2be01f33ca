import { z } from 'zod';
import type { Job } from '$lib/access/job';
import { REMIND_QUEUE, remind } from './commands.server';
import { agreementRef } from './schema';

const due = agreementRef.extend({ dueOn: z.iso.date(), step: z.int() });

const remindResponsible: Job = {
  queue: REMIND_QUEUE,
  run: (scope, data) => remind(scope, due.parse(data)),
};

export const agreementJobs: Job[] = [remindResponsible];
