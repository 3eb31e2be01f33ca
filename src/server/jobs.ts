import type { Job } from '$lib/access/job';
import type { Services } from '$lib/access/procedure.server';
import { withScope } from '$lib/access/scope.server';
import { accountJobs } from '$lib/account/jobs.server';
import { agreementJobs } from '$lib/agreement/jobs.server';
import { ballotJobs } from '$lib/ballot/jobs.server';
import { consultationJobs } from '$lib/consultation/jobs.server';
import { erasureJobs } from '$lib/cohort/erasure/jobs.server';
import { feedbackJobs } from '$lib/feedback/jobs.server';
import { noticeJobs } from '$lib/notice/jobs.server';
import { adoptionJobs } from '$lib/practice/adoption/jobs.server';
import { ladderJobs } from '$lib/practice/ladder/jobs.server';
import { practiceRecordJobs } from '$lib/practice/record/jobs.server';
import { personJobs } from '$lib/practice/person/jobs.server';
import { operationsJobs } from '$lib/operations/jobs.server';
import { commentJobs } from '$lib/comment/jobs.server';
import { uploadJobs } from '$lib/upload/jobs.server';
import { dateJobs } from '$lib/workshop/date/jobs.server';
import { calendarJobs } from '$lib/workshop/calendar/jobs.server';
import { participationJobs } from '$lib/workshop/participation/care/jobs.server';
import {
  runJobs,
  workOff,
  type ClaimedJob,
  type JobLog,
  type JobRunner,
} from '$lib/platform/jobs.server';

/** Everything that is done later, of all rooms. */
export const jobs: Job[] = [
  ...accountJobs,
  ...agreementJobs,
  ...ballotJobs,
  ...consultationJobs,
  ...feedbackJobs,
  ...adoptionJobs,
  ...erasureJobs,
  ...commentJobs,
  ...noticeJobs,
  ...ladderJobs,
  ...practiceRecordJobs,
  ...personJobs,
  ...operationsJobs,
  ...uploadJobs,
  ...dateJobs,
  ...calendarJobs,
  ...participationJobs,
];

const JOB_TIMEOUT_MS = 60_000;

/** Does one job as the system, for its cohort, and marks it as done in the same transaction. */
async function perform(services: Services, claimed: ClaimedJob): Promise<void> {
  const job = jobs.find((one) => one.queue === claimed.queue);
  if (!job) throw new Error(`no job for the queue ${claimed.queue}`);
  const actor = { kind: 'system', cohortId: claimed.data.cohortId } as const;
  await withScope(
    services,
    actor,
    'write',
    async (scope) => {
      await job.run(scope, claimed.data, services);
      await claimed.settle(scope.db);
    },
    { timeoutMs: JOB_TIMEOUT_MS },
  );
}

/** Works off all queues until it is stopped. */
export const startJobs = (url: string, services: Services, log: JobLog): Promise<JobRunner> =>
  runJobs({
    url,
    log,
    queues: jobs.map(({ queue, cron }) => ({ name: queue, cron })),
    perform: (claimed) => perform(services, claimed),
  });

/** Does what is due now, once: for tests, and for the demo before it is shown. */
export const workOffJobs = (
  url: string,
  services: Services,
  log: JobLog,
  which: readonly Job[] = jobs,
): Promise<number> =>
  workOff({
    url,
    log,
    queues: which.map(({ queue }) => queue),
    perform: (claimed) => perform(services, claimed),
  });
