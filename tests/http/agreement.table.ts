import { anAgreement } from '../factories/agreement';
import { readers, type Expected, type RouteRow } from './outcomes';
import { inCohort } from './paths';

/** Whom it is not up to is told so. */
const responsible: Expected = { ...readers, otherTeam: '403', organiser: '403' };

/** The pages of agreements. */
export const agreementTable: Record<string, RouteRow> = {
  '/cohorts/[cohort]/agreements': {
    path: inCohort('/agreements'),
    get: readers,
    post: { settle: '400' },
  },
  '/cohorts/[cohort]/agreements/[agreement]/edit': {
    path: async (world) => {
      const { cohortId, agreementId } = await anAgreement(world);
      return `/cohorts/${cohortId}/agreements/${agreementId}/edit`;
    },
    get: responsible,
    post: { drop: '400' },
  },
  '/cohorts/[cohort]/agreements/new': {
    path: inCohort('/agreements/new'),
    get: { ...readers, organiser: '403' },
  },
};
