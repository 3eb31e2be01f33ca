import type { PersonScope } from '$lib/access/scope.server';
import { keysInUse, keysSince, openingPasskeys, type KeysWithSlot } from '$lib/key/queries.server';

export interface OwnPasskey {
  id: string;
  name: string;
  /** The browser in which it was added. */
  device: string;
  isSynced: boolean;
  /** How its device calls it. */
  credentialId: string;
  /** Whether it opens the protected area too. */
  opensKeys: boolean;
  /** It was added before the keys in use were made: it can be tied to them anew. */
  isFromBefore: boolean;
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
      credentialId: true,
      name: true,
      device: true,
      isSynced: true,
      createdAt: true,
      lastUsedAt: true,
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const opening = await openingPasskeys(scope);
  const since = await keysSince(scope);
  return passkeys.map((passkey) => {
    const opensKeys = opening.has(passkey.id);
    const isFromBefore = !opensKeys && since !== null && passkey.createdAt < since;
    return { ...passkey, opensKeys, isFromBefore };
  });
}

/** What a passkey opens, by the name that its device knows it by. */
export interface OpeningPasskey {
  credentialId: string;
  keys: KeysWithSlot;
}

/** For a browser that does not hold the keys: the own passkeys that open them. */
export async function opening(scope: PersonScope): Promise<OpeningPasskey[]> {
  const { db, actor } = scope;
  const ids = [...(await openingPasskeys(scope))];
  const passkeys = await db.passkey.findMany({
    where: { accountId: actor.accountId, id: { in: ids } },
    select: { id: true, credentialId: true },
  });
  const found: OpeningPasskey[] = [];
  for (const { id, credentialId } of passkeys) {
    const keys = await keysInUse(scope, actor.accountId, id);
    if (keys) found.push({ credentialId, keys });
  }
  return found;
}
