import { givePassword } from '../factories/password';
import type { AccessTable } from './table';

export const table: AccessTable = {
  'account.signInParameters': {
    input: () => ({ email: 'whoever@example.org' }),
    expected: { rest: 'ok' },
  },
  'account.signIn': {
    input: async (world) => givePassword(world, await world.addPerson('Gerd', 'administrator')),
    expected: { rest: 'ok' },
  },
  'account.signOut': { input: () => undefined, expected: { rest: 'ok' } },
};
