import type { Locale, Role } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';
import type { CohortState } from './frame';

type Word = (facts?: object, options?: { locale: Locale }) => string;

const roles: Record<Role, Word> = {
  member: m.cohort_role_member,
  moderator: m.cohort_role_moderator,
  organiser: m.cohort_role_organiser,
  expert: m.cohort_role_expert,
  partner: m.cohort_role_partner,
};

const states: Record<CohortState, () => string> = {
  draft: m.cohort_state_draft,
  forming: m.cohort_state_forming,
  closed: m.cohort_state_closed,
  concluded: m.cohort_state_concluded,
  archived: m.cohort_state_archived,
  erased: m.cohort_state_erased,
};

export const roleName = (role: Role, options?: { locale: Locale }): string =>
  roles[role]({}, options);
export const stateName = (state: CohortState): string => states[state]();
