import { aWorkshop } from '../factories/workshop';
import type { World } from '../factories/world';
import { closed, type Expected, type RouteRow } from './outcomes';

const onWorkshop =
  (rest = '') =>
  async (world: World) => {
    const { cohortId, workshopId } = await aWorkshop(world);
    return `/cohorts/${cohortId}/workshops/${workshopId}${rest}`;
  };

/** The others of the cohort are told that only the moderators plan. */
const planners: Expected = {
  ...closed,
  member: '403',
  partnerMember: '403',
  otherTeam: '403',
  moderator: '200',
  organiser: '403',
};

/** Where the moderators plan what a workshop is made of. */
export const agendaTable: Record<string, RouteRow> = {
  '/cohorts/[cohort]/workshops/[workshop]/board': { path: onWorkshop('/board'), get: planners },
};
