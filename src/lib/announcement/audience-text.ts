import type { Locale, Role } from '$lib/access/actor';
import { roleName } from '$lib/cohort/names';
import { m } from '$lib/paraglide/messages.js';

/** "an alle", or the teams and roles that were addressed. */
export function audienceText(
  { teamNames, roles }: { teamNames: string[]; roles: readonly Role[] },
  format: { list(names: string[]): string },
  options?: { locale: Locale },
): string {
  const names = [...teamNames, ...roles.map((role) => roleName(role, options))];
  return names.length === 0
    ? m.announcement_to_everyone({}, options)
    : m.announcement_to({ names: format.list(names) }, options);
}
