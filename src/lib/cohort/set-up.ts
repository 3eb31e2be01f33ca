import type { CohortState } from './frame';

/** What is there of a cohort that is being set up. */
export interface SetUpFacts {
  state: CohortState;
  charterVersion: number;
  siteSeats: number;
  teams: number;
  members: number;
  /** Invitations that can still be accepted. */
  waitingInvitations: number;
  eventCount: number;
}

export const setUpSteps = ['charter', 'teams', 'open', 'invite', 'dates', 'close'] as const;
export type SetUpStep = (typeof setUpSteps)[number];

/** What has been done of the way to a closed group. */
export function doneSteps(facts: SetUpFacts): Record<SetUpStep, boolean> {
  const { state, charterVersion, siteSeats, teams, members, waitingInvitations } = facts;
  const isClosed = state !== 'draft' && state !== 'forming';
  const isSomebodyInvited = members + waitingInvitations > 0;
  return {
    charter: charterVersion > 0,
    // Not every seat has to be taken: whoever invites has entered the sites.
    teams: teams >= siteSeats || (teams > 0 && isSomebodyInvited),
    open: state !== 'draft',
    invite: isSomebodyInvited,
    dates: facts.eventCount > 0,
    close: isClosed,
  };
}

/** What comes next; null once the group is closed. The group waits for those who were invited. */
export function nextSetUpStep(facts: SetUpFacts): SetUpStep | null {
  const done = doneSteps(facts);
  if (done.close) return null;
  const next = setUpSteps.find((step) => !done[step]) ?? 'close';
  return next === 'close' && facts.waitingInvitations > 0 ? 'invite' : next;
}
