import type { Role } from '$lib/access/actor';
import { roleName } from '$lib/cohort/names';
import { m } from '$lib/paraglide/messages.js';

/** "an alle", or the teams and roles that were addressed. */
export function audienceText(
  { teamNames, roles }: { teamNames: string[]; roles: readonly Role[] },
  format: { list(names: string[]): string },
): string {
  const names = [...teamNames, ...roles.map(roleName)];
  return names.length === 0
    ? m.announcement_to_everyone()
    : m.announcement_to({ names: format.list(names) });
}
