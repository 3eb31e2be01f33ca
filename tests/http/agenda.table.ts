import { aPlannedWorkshop, aPublishedWorkshop } from '../factories/agenda';
import { aWorkshop } from '../factories/workshop';
import type { World } from '../factories/world';
import { readersAreLedTo, readers, type Expected, type RouteRow } from './outcomes';

const WORKSHOP = '/cohorts/[cohort]/workshops/[workshop]';

type Made = { cohortId: string; workshopId: string };
const on = (rest: string, make: (world: World) => Promise<Made>) => async (world: World) => {
  const { cohortId, workshopId } = await make(world);
  return `/cohorts/${cohortId}/workshops/${workshopId}${rest}`;
};
const planned = async (world: World) => (await aPlannedWorkshop(world)).ref;
const published = async (world: World) => (await aPublishedWorkshop(world)).ref;

/** The others of the cohort are told that only the moderators plan. */
const planners: Expected = { ...readersAreLedTo('403'), moderator: '200' };

/** Where the moderators plan what a workshop is made of, and what everyone reads of it. */
export const agendaTable: Record<string, RouteRow> = {
  [`${WORKSHOP}/board`]: { path: on('/board', (world) => aWorkshop(world)), get: planners },
  [`${WORKSHOP}/board/methods`]: {
    path: on('/board/methods', (world) => aWorkshop(world)),
    get: planners,
    post: { remove: '400' },
  },
  [`${WORKSHOP}/board/methods/write`]: {
    path: on('/board/methods/write', (world) => aWorkshop(world)),
    get: planners,
  },
  [`${WORKSHOP}/board/templates`]: {
    path: on('/board/templates', planned),
    get: planners,
    post: { import: '400', remove: '400', save: '400', use: '400' },
  },
  [`${WORKSHOP}/agenda.json`]: { path: on('/agenda.json', planned), get: planners },
  '/schemas/agenda.json': { path: () => '/schemas/agenda.json', get: { rest: '200' } },
  [`${WORKSHOP}/[sheet].pdf`]: { path: on('/programme.pdf', published), get: readers },
  [`${WORKSHOP}/calendar.ics`]: { path: on('/calendar.ics', published), get: readers },
  [`${WORKSHOP}/paper`]: { path: on('/paper', published), get: readers },
  [`${WORKSHOP}/paper/[sheet]`]: { path: on('/paper/run-sheet', published), get: planners },
  [`${WORKSHOP}/publish`]: { path: on('/publish', planned), get: planners },
  [`${WORKSHOP}/versions/[version]`]: { path: on('/versions/1', published), get: readers },
};
