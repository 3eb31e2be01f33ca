import {
  aProceedingsDraft,
  somePublishedProceedings,
  type SomeProceedings,
} from '../factories/proceedings';
import type { World } from '../factories/world';
import { readers, readersAreLedTo, type Expected, type RouteRow } from './outcomes';

const WORKSHOP = '/cohorts/[cohort]/workshops/[workshop]/proceedings';

const on =
  (
    rest: string | ((made: SomeProceedings) => string),
    make: (world: World) => Promise<SomeProceedings> = aProceedingsDraft,
  ) =>
  async (world: World) => {
    const made = await make(world);
    const { cohortId, workshopId } = made.ref;
    const end = typeof rest === 'string' ? rest : rest(made);
    return `/cohorts/${cohortId}/workshops/${workshopId}/proceedings${end}`;
  };

/** The others of the cohort are told that only the moderators write. */
const writers: Expected = { ...readersAreLedTo('403'), moderator: '200' };

/** The minutes of a workshop: read by everyone, written by the moderators. */
export const proceedingsTable: Record<string, RouteRow> = {
  [WORKSHOP]: {
    path: on('', somePublishedProceedings),
    get: readers,
    post: {
      // An empty form of it is complete: there are minutes already, and it leads to them.
      begin: { moderator: '→ /cohorts/A/workshops/…/proceedings/edit' },
      comment: '400',
      editComment: '400',
      deleteComment: '400',
      restoreComment: '400',
    },
  },
  [`${WORKSHOP}/mentionable`]: { path: on('/mentionable', somePublishedProceedings), get: readers },
  [`${WORKSHOP}/versions/[version]`]: {
    path: on('/versions/1', somePublishedProceedings),
    get: readers,
  },
  [`${WORKSHOP}/edit`]: {
    path: on('/edit'),
    get: writers,
    post: {
      ...{ save: '400', move: '400', add: '400', remove: '400', settleNotes: '400' },
      // An empty form of it is complete: nothing is missing.
      addMissing: { moderator: '→ /cohorts/A/workshops/…/proceedings/edit' },
    },
  },
  [`${WORKSHOP}/edit/[section]`]: {
    path: on(({ sections }) => `/edit/${sections[0]!.id}`),
    get: writers,
    post: { restore: '400' },
  },
  [`${WORKSHOP}/photos`]: {
    path: on('/photos'),
    get: readers,
    post: { describe: '400', choose: '400', move: '400', remove: '400' },
  },
  '/cohorts/[cohort]/workshops/[workshop]/proceedings.pdf': {
    path: async (world) => {
      const { cohortId, workshopId } = (await somePublishedProceedings(world)).ref;
      return `/cohorts/${cohortId}/workshops/${workshopId}/proceedings.pdf`;
    },
    get: readers,
  },
  [`${WORKSHOP}/publish`]: { path: on('/publish'), get: writers },
};
