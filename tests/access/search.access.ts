import type { AccessTable } from './table';

export const table: AccessTable = {
  'search.find': {
    input: ({ cohortA }) => ({ cohortId: cohortA, q: 'Anna' }),
    expected: {
      anonymous: 'sign_in_required',
      outsider: 'not_found',
      partner: 'not_found',
      administrator: 'not_found',
      former: 'not_found',
      rest: 'ok',
    },
  },
};
