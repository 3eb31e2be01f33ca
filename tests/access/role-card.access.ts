import type { AccessTable } from './table';

const signedIn = { anonymous: 'sign_in_required', rest: 'ok' };

export const table: AccessTable = {
  'roleCard.list': { input: () => undefined, expected: signedIn },
  'roleCard.pdf': {
    input: () => ({ method: 'troika', card: 'adviser', locale: 'de' }),
    expected: signedIn,
  },
};
