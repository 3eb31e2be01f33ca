import type { AccessTable } from './table';

export const table: AccessTable = {
  'start.page': {
    input: ({ cohortA }) => ({ cohortId: cohortA }),
    expected: {
      anonymous: 'sign_in_required',
      outsider: 'not_found',
      administrator: 'not_found',
      former: 'not_found',
      rest: 'ok',
    },
  },
};
