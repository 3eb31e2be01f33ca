import { newToken } from '$lib/platform/token.server';
import type { World } from '../factories/world';
import type { AccessTable } from './table';

const signedIn = { anonymous: 'sign_in_required', rest: 'ok' } as const;

/** A secret address of Anna's. */
export async function anAddress({ owner, people, clock }: World): Promise<string> {
  const { token, hash: tokenHash } = newToken();
  const { accountId } = people.member;
  await owner.calendarFeed.deleteMany({ where: { accountId } });
  await owner.calendarFeed.create({ data: { accountId, tokenHash, createdAt: clock.now() } });
  return token;
}

export const table: AccessTable = {
  'calendar.mine': { input: () => undefined, expected: signedIn },
  'calendar.renew': { input: () => undefined, expected: signedIn },
  'calendar.switchOff': { input: () => undefined, expected: signedIn },
  // Whoever knows the address reads what stands behind it.
  'calendar.read': {
    input: async (world) => ({ token: await anAddress(world) }),
    expected: { rest: 'ok' },
  },
};
