import { aFeedback } from '../factories/feedback';
import { readers, type RouteRow } from './outcomes';

/** How it was: asking, answering and the result are one page. */
export const feedbackTable: Record<string, RouteRow> = {
  '/cohorts/[cohort]/workshops/[workshop]/feedback': {
    path: async (world) => {
      const { cohortId, workshopId } = await aFeedback(world);
      return `/cohorts/${cohortId}/workshops/${workshopId}/feedback`;
    },
    get: readers,
    post: {
      open: '400',
      give: '400',
      close: { moderator: '→ /cohorts/A/workshops/…/feedback' },
    },
  },
};
