import type { Locale } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';
import type { ListedInvitation } from './queries.server';

const states = {
  expired: m.invitation_state_expired,
  revoked: m.invitation_state_revoked,
  joined: m.invitation_state_joined,
  left: m.invitation_state_left,
};

/** How an invitation stands; one that waits for its letter says so. */
export function stateLabel(
  { state, sentAt }: Pick<ListedInvitation, 'state' | 'sentAt'>,
  options?: { locale: Locale },
): string {
  if (state !== 'waiting') return states[state]({}, options);
  return (sentAt ? m.invitation_state_waiting : m.invitation_state_unsent)({}, options);
}
