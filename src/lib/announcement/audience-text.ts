import type { Locale, Role } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';

const groups: Record<Role, (facts?: object, options?: { locale: Locale }) => string> = {
  member: m.announcement_role_member,
  moderator: m.announcement_role_moderator,
  organiser: m.announcement_role_organiser,
  expert: m.announcement_role_expert,
  partner: m.announcement_role_partner,
};

/** Everybody of a role. */
export const groupName = (role: Role, options?: { locale: Locale }): string =>
  groups[role]({}, options);

/** "an alle", or the teams and roles that were addressed. */
export function audienceText(
  { teamNames, roles }: { teamNames: string[]; roles: readonly Role[] },
  format: { list(names: string[]): string },
  options?: { locale: Locale },
): string {
  const names = [...teamNames, ...roles.map((role) => groupName(role, options))];
  return names.length === 0
    ? m.announcement_to_everyone({}, options)
    : m.announcement_to({ names: format.list(names) }, options);
}
