import { aDateSearch, aWorkshop } from '../factories/workshop';
import type { World } from '../factories/world';
import { closed, group, notForThem, readers, staff, type RouteRow } from './outcomes';
import { inCohort } from './paths';

const onWorkshop =
  (rest = '') =>
  async (world: World) =>
    `/cohorts/${world.cohortA}/workshops/${(await aWorkshop(world)).workshopId}${rest}`;

/** To the teams, the page is there, but not for them. */
const staffOnly = { ...staff, member: '403', partnerMember: '403', otherTeam: '403' };

const noCertificate = {
  ...closed,
  member: '403',
  partnerMember: '403',
  otherTeam: '403',
  moderator: '403',
  organiser: '403',
};

/** The pages of the workshop series. */
export const workshopTable: Record<string, RouteRow> = {
  '/cohorts/[cohort]/workshops': { path: inCohort('/workshops'), get: group },
  '/cohorts/[cohort]/workshops/[workshop]': {
    path: onWorkshop(),
    // A partner reads of it on the start page.
    get: { ...readers, partner: '→ /cohorts/A' },
    // Taking up what is not cancelled changes nothing.
    post: {
      resume: { moderator: '200', organiser: '200', partner: '404' },
      // What it says is looked at first; then the page leads on.
      answer: { partner: '→ /cohorts/A' },
      // Nobody comes instead of whoever has not answered yet; the form itself is right.
      replace: { partner: '404' },
      need: { partner: '404' },
    },
  },
  '/cohorts/[cohort]/workshops/[workshop]/participants': {
    path: onWorkshop('/participants'),
    get: readers,
    post: { answerFor: '400' },
  },
  '/cohorts/[cohort]/workshops/[workshop]/participants/attendance': {
    path: onWorkshop('/participants/attendance'),
    get: staffOnly,
    // Its day has not come: nobody is there yet.
    post: { record: '400', takeBack: '400', recordComing: '400' },
  },
  '/cohorts/[cohort]/workshops/[workshop]/participants/needs': {
    path: onWorkshop('/participants/needs'),
    get: { ...staffOnly, moderator: '403' },
  },
  '/cohorts/[cohort]/workshops/[workshop]/participants/list.[format]': {
    path: onWorkshop('/participants/list.csv'),
    get: staffOnly,
  },
  // Nobody was there yet.
  '/cohorts/[cohort]/workshops/[workshop]/certificate.pdf': {
    path: onWorkshop('/certificate.pdf'),
    get: noCertificate,
  },
  '/cohorts/[cohort]/workshops/[workshop]/certificates.pdf': {
    path: onWorkshop('/certificates.pdf'),
    get: noCertificate,
  },
  '/cohorts/[cohort]/workshops/[workshop]/edit': {
    path: onWorkshop('/edit'),
    get: staffOnly,
    post: { discard: '→ /cohorts/A/workshops' },
  },
  '/cohorts/[cohort]/workshops/[workshop]/dates': {
    path: async (world) => {
      const { ref } = await aDateSearch(world);
      return `/cohorts/${ref.cohortId}/workshops/${ref.workshopId}/dates`;
    },
    get: readers,
    post: {
      // Answering nothing is no answer, and no fault.
      answer: '200',
      remind: { moderator: '200', organiser: '200' },
    },
  },
  '/cohorts/[cohort]/workshops/[workshop]/outcomes': {
    path: onWorkshop('/outcomes'),
    get: readers,
    post: { save: '400', tell: '400', returnToPool: '400', takeFromPool: '400' },
  },
  '/cohorts/[cohort]/workshops/blocked-days': {
    path: inCohort('/workshops/blocked-days'),
    get: {
      ...closed,
      member: '200',
      partnerMember: '200',
      otherTeam: '200',
      moderator: '403',
      organiser: '403',
      expert: '403',
    },
  },
  '/cohorts/[cohort]/workshops/new': {
    path: inCohort('/workshops/new'),
    get: { ...staffOnly, expert: notForThem.expert },
  },
};
