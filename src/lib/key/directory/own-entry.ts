import type { UnlockedKeys } from '$lib/vault/account-keys';
import { signOwnEntry, type Directory } from '$lib/vault/directory';
import type { AppendEntry } from '../schema';

/**
 * The entry that the directory lacks for own keys: the first ones, new ones in the place of lost ones, or
 * none.
 *
 * @param directory verified
 * @param at milliseconds since 1970
 */
export async function missingOwnEntry(
  keys: UnlockedKeys,
  { cohortId, head, members }: Pick<Directory, 'cohortId' | 'head' | 'members'>,
  at: number,
): Promise<AppendEntry['entry'] | null> {
  const entered = members.get(keys.accountId);
  if (entered?.keysId === keys.keysId) return null;
  const kind = entered ? 'replaced' : 'added';
  const entry = await signOwnEntry(keys, cohortId, head, kind, at);
  return entry as AppendEntry['entry'];
}
