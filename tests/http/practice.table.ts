import { aPerson, aPractice, aStep } from '../factories/practice';
import { anyone, closed, readers, type Expected, type RouteRow } from './outcomes';
import { fixed, inCohort, onPractice } from './paths';

/** The two people of one team: what they write and whom they show it to is their own affair. */
const ownTeam: Expected = { ...closed, member: '200', partnerMember: '200' };

/** The pages of practice examples. */
export const practiceTable: Record<string, RouteRow> = {
  '/cohorts/[cohort]/practices': { path: inCohort('/practices'), get: readers },
  '/cohorts/[cohort]/practices/[practice]/edit': { path: onPractice('/edit'), get: ownTeam },
  '/cohorts/[cohort]/practices/[practice]': {
    path: onPractice(),
    get: readers,
    post: {
      // An empty form of them is complete: it begins an adoption, and takes thanks back.
      adopt: {
        member: '400',
        partnerMember: '400',
        otherTeam: '→ /cohorts/A/practices/…#adoptions',
      },
      thanks: {
        otherTeam: '→ /cohorts/A/practices/…#thanks',
        moderator: '→ /cohorts/A/practices/…#thanks',
        organiser: '→ /cohorts/A/practices/…#thanks',
      },
    },
  },
  '/cohorts/[cohort]/practices/[practice]/adopt': {
    path: onPractice('/adopt'),
    get: {
      ...closed,
      member: '403',
      partnerMember: '403',
      otherTeam: '200',
      moderator: '403',
      organiser: '403',
    },
    post: {
      // An empty form says that one is interested; there is nothing to take back yet.
      save: {
        member: '403',
        partnerMember: '403',
        otherTeam: '→ /cohorts/A/practices/…#adoptions',
        moderator: '403',
        organiser: '403',
      },
      remove: {
        member: '403',
        partnerMember: '403',
        otherTeam: '404',
        moderator: '403',
        organiser: '403',
      },
    },
  },
  '/cohorts/[cohort]/practices/[practice]/mentionable': {
    path: onPractice('/mentionable'),
    get: readers,
  },
  '/cohorts/[cohort]/practices/[practice]/discard': {
    path: async (world) => `/cohorts/${world.cohortA}/practices/${await aPractice(world)}/discard`,
    get: ownTeam,
    post: { discard: '→ /cohorts/A/practices', bringBack: '→ /cohorts/A/practices/…/edit' },
  },
  '/cohorts/[cohort]/practices/[practice]/history': { path: onPractice('/history'), get: ownTeam },
  '/cohorts/[cohort]/practices/[practice]/paper': { path: onPractice('/paper'), get: readers },
  '/cohorts/[cohort]/practices/[practice]/paper/example.pdf': {
    path: onPractice('/paper/example.pdf'),
    get: readers,
  },
  '/cohorts/[cohort]/practices/[practice]/paper/[form].docx': {
    path: onPractice('/paper/report.docx'),
    get: readers,
  },
  '/cohorts/[cohort]/practices/new': {
    path: inCohort('/practices/new'),
    get: { ...ownTeam, otherTeam: '200', moderator: '403', organiser: '403' },
  },
  '/cohorts/[cohort]/practices/import': {
    path: inCohort('/practices/import'),
    get: { ...readers, moderator: '403', organiser: '403' },
    post: { check: '400' },
  },
  '/cohorts/[cohort]/practices/practices.json': {
    path: inCohort('/practices/practices.json'),
    get: readers,
  },
  '/schemas/practice.json': { path: fixed('/schemas/practice.json'), get: anyone },
  '/cohorts/[cohort]/practices/[practice]/people': { path: onPractice('/people'), get: ownTeam },
  '/cohorts/[cohort]/practices/[practice]/people/[person]': {
    path: async (world) => {
      const practiceId = await aPractice(world);
      const { personId } = await aPerson(world, practiceId);
      return `/cohorts/${world.cohortA}/practices/${practiceId}/people/${personId}`;
    },
    get: ownTeam,
    post: { withdraw: '→ /cohorts/A/practices/…/people' },
  },
  '/cohorts/[cohort]/practices/[practice]/share': { path: onPractice('/share'), get: ownTeam },
  '/cohorts/[cohort]/practices/[practice]/share/[step]': {
    path: async (world) => {
      const practiceId = await aPractice(world);
      const stepId = await aStep(world, practiceId, { isProposed: false });
      return `/cohorts/${world.cohortA}/practices/${practiceId}/share/${stepId}`;
    },
    get: ownTeam,
    post: {
      discard: '→ /cohorts/A/practices/…/share',
      startOver: '→ /cohorts/A/practices/…/share/…',
    },
  },
  '/consent/[token]': {
    path: async (world) => {
      const practiceId = await aPractice(world);
      const { token } = await aPerson(world, practiceId, { isWritten: false });
      return `/consent/${token}`;
    },
    get: anyone,
    post: { give: '200', prolong: '200', withdraw: '200' },
  },
  '/practices': { path: fixed('/practices'), get: anyone },
  '/practices/[practice]': {
    path: async (world) => `/practices/${await aPractice(world, { rung: 'public' })}`,
    get: anyone,
  },
  '/practices/[practice]/example.pdf': {
    path: async (world) => `/practices/${await aPractice(world, { rung: 'public' })}/example.pdf`,
    get: anyone,
  },
  '/practices/[practice]/embed': {
    path: async (world) => `/practices/${await aPractice(world, { rung: 'public' })}/embed`,
    get: anyone,
  },
  '/robots.txt': { path: fixed('/robots.txt'), get: anyone },
  '/sitemap.xml': { path: fixed('/sitemap.xml'), get: anyone },
  '/cohorts/[cohort]/practices/compare': {
    path: async (world) => {
      const ids = [
        await aPractice(world, { rung: 'cohort' }),
        await aPractice(world, { team: 'menden', rung: 'cohort' }),
      ];
      return `/cohorts/${world.cohortA}/practices/compare?id=${ids[0]}&id=${ids[1]}`;
    },
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
