import { m } from '$lib/paraglide/messages.js';

const names: Record<string, () => string> = {
  moderator: m.cohort_role_moderator,
  organiser: m.cohort_role_organiser,
  expert: m.cohort_role_expert,
};

/** What stands beside the name of somebody who belongs to no team. */
export const roleName = (role: string | null | undefined): string | undefined =>
  role ? names[role]?.() : undefined;
