import { z } from 'zod';
import type { ActivityKind } from '$lib/activity/kinds';
import type { Job } from '$lib/access/job';
import { tellPrivately } from '$lib/notice/commands.server';
import { followClock, LADDER_QUEUE, TELL_QUEUE } from './commands.server';
import { teamMates } from './queries.server';
import { stepRef } from './schema';

const clock: Job = {
  queue: LADDER_QUEUE,
  run: (scope, data) => followClock(scope, stepRef.parse(data)),
};

const telling = stepRef.extend({ kind: z.string(), actorId: z.uuid().nullable() });

/** What happens to a step is told to the people of its team, and stands in no log. */
const tell: Job = {
  queue: TELL_QUEUE,
  async run(scope, data) {
    const { cohortId, practiceId, stepId, kind, actorId } = telling.parse(data);
    const practice = await scope.db.practice.findUnique({
      where: { id: practiceId },
      select: { teamId: true },
    });
    if (!practice) return;
    const mates = await teamMates(scope, { cohortId, teamId: practice.teamId });
    await tellPrivately(scope, {
      cohortId,
      kind: kind as ActivityKind,
      noticeKind: 'team',
      subjectKind: 'practice',
      subjectId: practiceId,
      about: stepId,
      actorId,
      accountIds: mates.map(({ accountId }) => accountId).filter((id) => id !== actorId),
    });
  },
};

export const ladderJobs: Job[] = [clock, tell];
