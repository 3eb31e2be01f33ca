/** Who acts, and what she or he is in which cohort. Pure; used by policies in browser and server. */

export type Role = 'member' | 'moderator' | 'organiser' | 'expert' | 'partner';

export interface MembershipFacts {
  id: string;
  cohortId: string;
  role: Role;
  teamId: string | null;
  /** Whether the newest version of the cohort's charter is accepted; without it no role counts. */
  hasAccepted: boolean;
}

export interface Person {
  kind: 'person';
  accountId: string;
  name: string;
  locale: Locale;
  isAdministrator: boolean;
  memberships: MembershipFacts[];
  /** Until when a second factor has to be set up that is not there yet; null where nothing is due. */
  secondFactorDue: { at: Date; isOver: boolean } | null;
}

/** A job: for one cohort, or for none (the mail sender). */
export interface System {
  kind: 'system';
  cohortId: string | null;
}

export interface Anonymous {
  kind: 'anonymous';
}

export type Actor = Person | System | Anonymous;

export type Locale = 'de' | 'en';

export const anonymous: Anonymous = { kind: 'anonymous' };

/** What the actor is in the cohort, whether the charter is accepted or not. */
export const joinedAs = (actor: Actor, cohortId: string): MembershipFacts[] =>
  actor.kind === 'person' ? actor.memberships.filter((m) => m.cohortId === cohortId) : [];

const membershipsIn = (actor: Actor, cohortId: string): MembershipFacts[] =>
  joinedAs(actor, cohortId).filter((m) => m.hasAccepted);

/** Whether the actor has joined the cohort and still has to accept its newest charter. */
export const owesAcceptance = (actor: Actor, cohortId: string): boolean =>
  joinedAs(actor, cohortId).some((m) => !m.hasAccepted);

/** Whether the actor has one of the roles in the cohort; a job has every role in its own cohort. */
export function hasRole(actor: Actor, cohortId: string, ...roles: Role[]): boolean {
  if (actor.kind === 'system') return actor.cohortId === cohortId;
  return membershipsIn(actor, cohortId).some((m) => roles.includes(m.role));
}

export const isMember = (actor: Actor, cohortId: string) => hasRole(actor, cohortId, 'member');
export const isModerator = (actor: Actor, cohortId: string) =>
  hasRole(actor, cohortId, 'moderator');
export const isOrganiser = (actor: Actor, cohortId: string) =>
  hasRole(actor, cohortId, 'organiser');

/** Administrators, and organisers of any cohort: those who are asked for a second factor. */
export const isStaff = (actor: Actor): actor is Person =>
  actor.kind === 'person' &&
  (actor.isAdministrator || actor.memberships.some(({ role }) => role === 'organiser'));

/** Whether the actor reads the content of the cohort (topics, ballots, agenda). */
export const readsContent = (actor: Actor, cohortId: string) =>
  hasRole(actor, cohortId, 'member', 'moderator', 'organiser');

/** The team the actor belongs to in the cohort, or null. */
export const teamOf = (actor: Actor, cohortId: string): string | null =>
  membershipsIn(actor, cohortId).find((m) => m.teamId !== null)?.teamId ?? null;

export const isOfTeam = (actor: Actor, cohortId: string, teamId: string): boolean =>
  membershipsIn(actor, cohortId).some((m) => m.teamId === teamId);
