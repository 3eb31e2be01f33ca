import { aPractice } from '../factories/practice';
import { readers, type RouteRow } from './outcomes';
import { inCohort, onPractice } from './paths';

/** The pages of practice examples. */
export const practiceTable: Record<string, RouteRow> = {
  '/cohorts/[cohort]/practices': { path: inCohort('/practices'), get: readers },
  '/cohorts/[cohort]/practices/[practice]': { path: onPractice(), get: readers },
  '/cohorts/[cohort]/practices/[practice]/paper': { path: onPractice('/paper'), get: readers },
  '/cohorts/[cohort]/practices/[practice]/paper/example.pdf': {
    path: onPractice('/paper/example.pdf'),
    get: readers,
  },
  '/cohorts/[cohort]/practices/[practice]/paper/[form].docx': {
    path: onPractice('/paper/report.docx'),
    get: readers,
  },
  '/cohorts/[cohort]/practices/paper': { path: inCohort('/practices/paper'), get: readers },
  '/cohorts/[cohort]/practices/paper/collection.pdf': {
    path: async (world) => {
      const practiceId = await aPractice(world, { rung: 'cohort' });
      return `/cohorts/${world.cohortA}/practices/paper/collection.pdf?practice=${practiceId}`;
    },
    get: readers,
  },
};
