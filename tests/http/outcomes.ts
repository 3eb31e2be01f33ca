import { actorKinds, type ActorKind, type World } from '../factories/world';

// Who is answered how: what the tables of this folder are written in.

/**
 * How a request ends: a status, "sign in" for the way to the sign-in page, or "→ /where" for another
 * redirect. A page that somebody may not read looks as if it were not there.
 */
export type Outcome = string;

export type Outcomes = Partial<Record<ActorKind | 'rest', Outcome>>;
export type Expected = Outcomes & { rest: Outcome };

export interface RouteRow {
  /** An address that is there for whoever may read it; made anew for each check. */
  path: (world: World) => string | Promise<string>;
  /** How reading it ends. */
  get: Expected;
  /**
   * How an empty form ends for those who read the page, where that is not "400": for all of them,
   * or by kind. Whoever does not read the page is answered as when reading it.
   */
  post?: Record<string, Outcome | Outcomes>;
}

export const anyone: Expected = { rest: '200' };
export const signedIn: Expected = { anonymous: 'sign in', rest: '200' };
export const closed = { anonymous: 'sign in', rest: '404' } as const;
export const administrators: Expected = { ...closed, administrator: '200' };
export const readers: Expected = {
  ...closed,
  member: '200',
  partnerMember: '200',
  otherTeam: '200',
  moderator: '200',
  organiser: '200',
};
/** Those who know who belongs to the cohort: everyone but partners. */
export const group: Expected = { ...readers, expert: '200' };
export const joined: Expected = { ...group, partner: '200' };
/** Whoever reads the thing itself is led there. */
export const readersAreLedTo = (page: string): Expected => ({
  ...closed,
  member: page,
  partnerMember: page,
  otherTeam: page,
  moderator: page,
  organiser: page,
});
/** Those who can be asked into a consultation. */
export const askable: Expected = { ...joined, organiser: '403', partner: '404' };
export const notForThem = { organiser: '403', expert: '403', partner: '403' } as const;
/** Those in the circle of the factories; to everyone else, it is not there. */
export const circle: Expected = {
  ...closed,
  member: '200',
  moderator: '200',
  otherTeam: '200',
  partnerMember: '200',
};
export const organisers: Expected = { ...closed, organiser: '200' };
export const organisersAndAdministrators: Expected = { ...organisers, administrator: '200' };
export const moderators: Expected = { ...closed, moderator: '200' };
export const staff: Expected = { ...closed, moderator: '200', organiser: '200' };

/** Whoever knows the cohort is told why a page of it is not for her or him. */
export const joinedAre = (outcome: Outcome): Expected => ({
  ...readersAreLedTo(outcome),
  expert: outcome,
  partner: outcome,
});

/** Whoever is signed in, whether she or he reads the page or not. */
export const everyoneSignedIn = (outcome: Outcome): Outcomes => ({
  ...Object.fromEntries(actorKinds.map((kind) => [kind, outcome])),
  anonymous: 'sign in',
});
