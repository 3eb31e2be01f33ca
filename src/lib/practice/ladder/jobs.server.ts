import { z } from 'zod';
import type { ActivityKind } from '$lib/activity/kinds';
import type { Job } from '$lib/access/job';
import { tellPrivately } from '$lib/notice/commands.server';
import { followClock, LADDER_QUEUE, TELL_QUEUE } from './commands.server';
import { teamMates } from './queries.server';
import { practiceRef } from '../schema';
import { stepRef } from './schema';

const clock: Job = {
  queue: LADDER_QUEUE,
  run: (scope, data) => followClock(scope, stepRef.parse(data)),
};

const telling = practiceRef.extend({
  kind: z.string(),
  /** The step, where it is about one. */
  about: z.uuid().optional(),
  actorId: z.uuid().nullable(),
});

/** What concerns an example's team alone is told to its people, and stands in no log. */
const tell: Job = {
  queue: TELL_QUEUE,
  async run(scope, data) {
    const { cohortId, practiceId, about, kind, actorId } = telling.parse(data);
    const practice = await scope.db.practice.findUnique({
      where: { id: practiceId },
      select: { teamId: true, cohort: { select: { state: true } } },
    });
    // An archive takes no notices; its pages say what has become of it.
    if (!practice || practice.cohort.state === 'archived') return;
    const mates = await teamMates(scope, { cohortId, teamId: practice.teamId });
    await tellPrivately(scope, {
      cohortId,
      kind: kind as ActivityKind,
      noticeKind: 'team',
      subjectKind: 'practice',
      subjectId: practiceId,
      ...(about ? { about } : {}),
      actorId,
      accountIds: mates.map(({ accountId }) => accountId).filter((id) => id !== actorId),
    });
  },
};

export const ladderJobs: Job[] = [clock, tell];
