import type { PersonScope } from '$lib/access/scope.server';
import { ensurePresentSecret } from '$lib/account/commands.server';
import { AppError } from '$lib/platform/errors';
import { keepNewKeys } from './keeping/commands.server';
import type { BeginKeys, KeepRecovery } from './schema';
import { decoded } from '$lib/vault/encoding';

const PUT_OFF_DAYS = 7;
const DAY_MS = 86_400_000;

/** The first keys of an account that was made without them. */
export async function beginKeys(
  scope: PersonScope,
  { presentSecret, keys }: BeginKeys,
): Promise<void> {
  await ensurePresentSecret(scope, presentSecret);
  await keepNewKeys({ ...scope, accountId: scope.actor.accountId }, keys);
}

/**
 * Keeps what a new recovery code wraps; the code before it opens nothing any more. Not confirmed until
 * the person has shown that the page is at hand.
 *
 * @throws AppError `keys_changed` where these are not the keys in use
 */
export async function keepRecovery(
  scope: PersonScope,
  { presentSecret, keysId, blob }: KeepRecovery,
): Promise<void> {
  const { db, clock, actor } = scope;
  const { accountId } = actor;
  await ensurePresentSecret(scope, presentSecret);
  const inUse = { id: keysId, accountId, retiredAt: null };
  if ((await db.accountKeys.count({ where: inUse })) === 0) throw new AppError('keys_changed');
  await db.keySlot.deleteMany({ where: { accountId, keysId, kind: 'recovery' } });
  await db.keySlot.createMany({
    data: [{ accountId, keysId, kind: 'recovery', blob: decoded(blob), createdAt: clock.now() }],
  });
}

/** Two groups of the code were asked for, and right. */
export async function confirmRecovery(
  { db, clock, actor }: PersonScope,
  { keysId }: { keysId: string },
): Promise<void> {
  const { count } = await db.keySlot.updateMany({
    where: { accountId: actor.accountId, keysId, kind: 'recovery' },
    data: { confirmedAt: clock.now() },
  });
  if (count === 0) throw new AppError('keys_changed');
}

/** Somebody who was just asked for help comes first; the code is asked for again in a week. */
export async function putOffRecovery({ db, clock, actor }: PersonScope): Promise<void> {
  const until = new Date(clock.now().getTime() + PUT_OFF_DAYS * DAY_MS);
  await db.accountKeys.updateMany({
    where: { accountId: actor.accountId, retiredAt: null },
    data: { recoveryPutOffUntil: until },
  });
}
