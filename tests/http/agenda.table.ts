import { aPlannedWorkshop, aPublishedWorkshop } from '../factories/agenda';
import type { World } from '../factories/world';
import { readersAreLedTo, readers, type Expected, type RouteRow } from './outcomes';

const WORKSHOP = '/cohorts/[cohort]/workshops/[workshop]';

/** A workshop with a plan that is not published yet, or with a programme. */
const on =
  (rest: string, make: typeof aPlannedWorkshop = aPublishedWorkshop) =>
  async (world: World) => {
    const { ref } = await make(world);
    return `/cohorts/${ref.cohortId}/workshops/${ref.workshopId}${rest}`;
  };

/** What is made for planning; the others who see the workshop are told so. */
const planners: Expected = { ...readersAreLedTo('403'), moderator: '200' };

/** What is planned for a workshop, and what everyone reads of it. */
export const agendaTable: Record<string, RouteRow> = {
  [`${WORKSHOP}/publish`]: { path: on('/publish', aPlannedWorkshop), get: planners },
  [`${WORKSHOP}/versions/[version]`]: { path: on('/versions/1'), get: readers },
};
