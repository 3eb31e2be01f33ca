import { newId } from '$lib/platform/id';
import type { AccessTable } from './table';

const staffOnly = {
  anonymous: 'sign_in_required',
  moderator: 'ok',
  organiser: 'ok',
  rest: 'not_found',
};

const readers = {
  anonymous: 'sign_in_required',
  outsider: 'not_found',
  partner: 'not_found',
  administrator: 'not_found',
  former: 'not_found',
  rest: 'ok',
};

export const table: AccessTable = {
  'announcement.list': { input: ({ cohortA }) => ({ cohortId: cohortA }), expected: readers },
  'announcement.download': {
    input: ({ cohortA }) => ({ cohortId: cohortA, format: 'csv' }),
    expected: readers,
  },
  'announcement.form': { input: ({ cohortA }) => ({ cohortId: cohortA }), expected: staffOnly },
  'announcement.addressees': {
    input: ({ cohortA }) => ({ cohortId: cohortA, roles: ['member'] }),
    expected: staffOnly,
  },
  'announcement.send': {
    input: ({ cohortA, teams }) => ({
      cohortId: cohortA,
      id: newId(),
      subject: 'Das Hotel hat gewechselt',
      body: '<p>Wir treffen uns am Bahnhof.</p>',
      teamIds: [teams.ahlen],
    }),
    expected: staffOnly,
  },
};
