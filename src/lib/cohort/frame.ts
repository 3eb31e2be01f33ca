import type { Role } from '$lib/access/actor';

export type CohortState = 'draft' | 'forming' | 'closed' | 'concluded' | 'archived' | 'erased';

/** What stands around every page of a cohort. */
export interface Frame {
  cohort: {
    id: string;
    name: string;
    programme: string;
    state: CohortState;
    timeZone: string;
  };
  /** When the cohort is to be erased, where that is asked for. */
  erasesAt: Date | null;
  organisation: string;
  roles: Role[];
  team: { id: string; name: string } | null;
  /** The other cohorts that the person can switch to. */
  others: { id: string; name: string; programme: string }[];
  hasAcceptedCharter: boolean;
  unreadNotices: number;
}

/** One place of the main navigation, and what its address starts with. */
export interface Place {
  key:
    | 'start'
    | 'topics'
    | 'ballots'
    | 'workshops'
    | 'practices'
    | 'consultations'
    | 'directory'
    | 'announcements'
    | 'settings';
  path: string;
}

const places: (Place & { roles: Role[] })[] = [
  { key: 'start', path: '', roles: ['member', 'moderator', 'organiser', 'expert', 'partner'] },
  { key: 'topics', path: '/topics', roles: ['member', 'moderator', 'organiser', 'expert'] },
  { key: 'ballots', path: '/ballots', roles: ['member', 'moderator', 'organiser'] },
  { key: 'workshops', path: '/workshops', roles: ['member', 'moderator', 'organiser', 'expert'] },
  { key: 'practices', path: '/practices', roles: ['member', 'moderator', 'organiser'] },
  { key: 'consultations', path: '/consultations', roles: ['member', 'moderator', 'expert'] },
  { key: 'directory', path: '/directory', roles: ['member', 'moderator', 'organiser', 'expert'] },
  {
    key: 'announcements',
    path: '/announcements',
    roles: ['member', 'moderator', 'organiser', 'expert'],
  },
  { key: 'settings', path: '/settings', roles: ['organiser'] },
];

/** Where somebody with these roles can go in the cohort; nowhere before the charter is accepted. */
export const placesFor = (frame: Frame): Place[] =>
  frame.hasAcceptedCharter
    ? places
        .filter(({ roles }) => roles.some((role) => frame.roles.includes(role)))
        .map(({ key, path }) => ({ key, path: `/cohorts/${frame.cohort.id}${path}` }))
    : [];
