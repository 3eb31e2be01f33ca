import type { AccessTable } from './table';

export const table: AccessTable = {
  'cohort.frame': {
    input: ({ cohortA }) => ({ cohortId: cohortA }),
    expected: {
      anonymous: 'sign_in_required',
      outsider: 'not_found',
      administrator: 'not_found',
      former: 'not_found',
      rest: 'ok',
    },
  },
  'cohort.mine': {
    input: () => undefined,
    expected: { anonymous: 'sign_in_required', rest: 'ok' },
  },
};
