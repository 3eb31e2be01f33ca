import { aWorkshop } from '../factories/workshop';
import type { World } from '../factories/world';
import { readers, type RouteRow } from './outcomes';

const onDay =
  (rest = '') =>
  async (world: World) => {
    const { cohortId, workshopId } = await aWorkshop(world);
    return `/cohorts/${cohortId}/workshops/${workshopId}/day${rest}`;
  };

/** The day of a workshop, on its page and on the wall. Nothing is over yet that has no date. */
export const dayTable: Record<string, RouteRow> = {
  '/cohorts/[cohort]/workshops/[workshop]/day': { path: onDay(), get: readers },
  '/cohorts/[cohort]/workshops/[workshop]/day/projector': {
    path: onDay('/projector'),
    get: readers,
  },
};
