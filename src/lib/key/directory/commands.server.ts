import { ensure } from '$lib/access/decision';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import { toBase64url } from '$lib/platform/base64url';
import { AppError } from '$lib/platform/errors';
import { publish } from '$lib/platform/events.server';
import { removalEntry, verifyDirectory } from '$lib/vault/directory';
import { mayUseKeyDirectory } from '../policy';
import type { AppendEntry, KeepTrust } from '../schema';
import { entriesOf } from './queries.server';
import { decoded } from '$lib/vault/encoding';

const lock = ({ db }: Pick<Scope, 'db'>, cohortId: string) =>
  db.$executeRaw`SELECT app.key_directory_lock(${cohortId}::uuid)`;

/**
 * Enters own keys at the end of the directory.
 *
 * @throws AppError `conflict` where somebody else was faster: fetch again, sign again;
 *   `keys_changed` where these are not the keys in use; `vault_directory_*` where the entry is not sound:
 *   one bad line would make the whole directory unreadable for everyone
 */
export async function append(scope: PersonScope, { cohortId, entry }: AppendEntry): Promise<void> {
  const { db, actor } = scope;
  ensure(mayUseKeyDirectory(actor, cohortId));
  await lock(scope, cohortId);
  const entries = await entriesOf(scope, cohortId);
  const newest = entries.at(-1);
  if (newest?.hash === entry.hash) return;
  if (entry.sequence !== entries.length + 1 || (newest && newest.hash !== entry.previous))
    throw new AppError('conflict');
  const own = await db.accountKeys.findFirst({
    where: { id: entry.keysId, accountId: actor.accountId, retiredAt: null },
    select: { sealingPublic: true, signingPublic: true },
  });
  const isOwn =
    entry.accountId === actor.accountId &&
    own !== null &&
    toBase64url(own.sealingPublic) === entry.sealingPublic &&
    toBase64url(own.signingPublic) === entry.signingPublic;
  if (!isOwn) throw new AppError('keys_changed');
  await verifyDirectory(cohortId, [...entries, entry], null);
  await db.keyDirectoryEntry.createMany({
    data: [
      {
        cohortId,
        sequence: entry.sequence,
        previous: decoded(entry.previous),
        kind: entry.kind,
        accountId: entry.accountId,
        keysId: entry.keysId,
        sealingPublic: decoded(entry.sealingPublic),
        signingPublic: decoded(entry.signingPublic),
        at: new Date(entry.at),
        signature: decoded(entry.signature),
        hash: decoded(entry.hash),
      },
    ],
  });
  await publish(db, { cohortId, kind: 'key_directory', id: cohortId });
}

/**
 * What the reader has seen and compared, sealed: the server cannot pretend it.
 *
 * @throws AppError `conflict` where another tab or device has written since
 */
export async function keepTrust(
  { db, clock, actor }: PersonScope,
  { cohortId, blob, replaces }: KeepTrust,
): Promise<void> {
  ensure(mayUseKeyDirectory(actor, cohortId));
  const written = { blob: decoded(blob), changedAt: clock.now() };
  const own = { cohortId, accountId: actor.accountId };
  const { count } =
    replaces === null
      ? await db.keyTrust.createMany({ data: [{ ...own, ...written }], skipDuplicates: true })
      : await db.keyTrust.updateMany({ where: { ...own, blob: decoded(replaces) }, data: written });
  if (count > 0) return;
  const isRepeated = (await db.keyTrust.count({ where: { ...own, blob: written.blob } })) > 0;
  if (!isRepeated) throw new AppError('conflict');
}

interface Due {
  cohortId: string;
  sequence: number;
  hash: Uint8Array;
}

const dueOf = ({ db }: Pick<Scope, 'db'>, accountId: string): Promise<Due[]> =>
  db.$queryRaw<Due[]>`SELECT * FROM app.key_removals_due(${accountId}::uuid)`;

/**
 * Takes the keys of whoever has just left a cohort out of its directory, in the transaction in which
 * the membership ended: nobody seals anything for them any more.
 */
export async function enterRemovals(
  scope: Pick<Scope, 'db' | 'clock'>,
  accountId: string,
): Promise<void> {
  const at = scope.clock.now();
  for (const { cohortId } of await dueOf(scope, accountId)) {
    await lock(scope, cohortId);
    const head = (await dueOf(scope, accountId)).find((due) => due.cohortId === cohortId);
    if (!head) continue;
    const { sequence, hash } = head;
    const before = { sequence, hash: toBase64url(hash) };
    const entry = await removalEntry(cohortId, before, accountId, at.getTime());
    await scope.db
      .$executeRaw`SELECT app.key_directory_remove(${cohortId}::uuid, ${accountId}::uuid,
      ${entry.sequence}::int, ${decoded(entry.previous)}, ${at}::timestamptz, ${decoded(entry.hash)})`;
    await publish(scope.db, { cohortId, kind: 'key_directory', id: cohortId });
  }
}
