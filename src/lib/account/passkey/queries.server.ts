import type { PersonScope } from '$lib/access/scope.server';
import { openingPasskeys } from '$lib/key/queries.server';

export interface OwnPasskey {
  id: string;
  name: string;
  /** The browser in which it was added. */
  device: string;
  isSynced: boolean;
  /** Whether it opens the protected area too. */
  opensKeys: boolean;
  createdAt: Date;
  lastUsedAt: Date | null;
}

/** The own passkeys, the oldest first. */
export async function ownPasskeys(scope: PersonScope): Promise<OwnPasskey[]> {
  const { db, actor } = scope;
  const passkeys = await db.passkey.findMany({
    where: { accountId: actor.accountId },
    select: {
      id: true,
      name: true,
      device: true,
      isSynced: true,
      createdAt: true,
      lastUsedAt: true,
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const opening = await openingPasskeys(scope);
  return passkeys.map((passkey) => ({ ...passkey, opensKeys: opening.has(passkey.id) }));
}
