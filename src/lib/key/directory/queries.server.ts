import type { Role } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import type { OfCohort } from '$lib/cohort/schema';
import { toBase64url } from '$lib/platform/base64url';
import type { DirectoryEntry } from '$lib/vault/directory';
import { mayUseKeyDirectory } from '../policy';

/** Somebody whose keys stand in the directory, or who has none yet. */
export interface DirectoryPerson {
  accountId: string;
  name: string;
  roles: Role[];
  teamName: string | null;
  hasLeft: boolean;
}

export interface DirectoryView {
  entries: DirectoryEntry[];
  people: DirectoryPerson[];
  /** The reader's own record of what she or he has seen and compared, sealed. */
  trust: string | null;
}

interface EntryRow extends Omit<
  DirectoryEntry,
  'previous' | 'sealingPublic' | 'signingPublic' | 'signature' | 'hash' | 'at'
> {
  previous: Uint8Array;
  sealingPublic: Uint8Array | null;
  signingPublic: Uint8Array | null;
  signature: Uint8Array | null;
  hash: Uint8Array;
  at: Date;
}

const textOf = (bytes: Uint8Array | null) => (bytes === null ? null : toBase64url(bytes));

/** All entries, in their order. */
export async function entriesOf(
  { db }: Pick<Scope, 'db'>,
  cohortId: string,
): Promise<DirectoryEntry[]> {
  const rows = await db.$queryRaw<EntryRow[]>`
    SELECT sequence, previous, kind::text AS kind, "accountId", "keysId", "sealingPublic",
           "signingPublic", at, signature, hash
      FROM key_directory_entry WHERE "cohortId" = ${cohortId}::uuid ORDER BY sequence`;
  return rows.map((row) => ({
    ...row,
    previous: toBase64url(row.previous),
    sealingPublic: textOf(row.sealingPublic),
    signingPublic: textOf(row.signingPublic),
    at: row.at.getTime(),
    signature: textOf(row.signature),
    hash: toBase64url(row.hash),
  }));
}

/** The key directory as it stands; the browser checks every line of it. */
export async function readDirectory(
  { db, actor }: PersonScope,
  { cohortId }: OfCohort,
): Promise<DirectoryView> {
  ensure(mayUseKeyDirectory(actor, cohortId));
  const people = await db.$queryRaw<DirectoryPerson[]>`
    SELECT m."accountId", a.name, array_agg(DISTINCT m.role::text) AS roles, min(t.name) AS "teamName",
           bool_and(m."endedAt" IS NOT NULL) AS "hasLeft"
      FROM membership m JOIN account a ON a.id = m."accountId" LEFT JOIN team t ON t.id = m."teamId"
     WHERE m."cohortId" = ${cohortId}::uuid AND m.role <> 'partner'
     GROUP BY m."accountId", a.name ORDER BY a.name, m."accountId"`;
  const [trust] = await db.$queryRaw<{ blob: Uint8Array }[]>`
    SELECT blob FROM key_trust
     WHERE "cohortId" = ${cohortId}::uuid AND "accountId" = ${actor.accountId}::uuid`;
  return {
    entries: await entriesOf({ db }, cohortId),
    people,
    trust: trust ? toBase64url(trust.blob) : null,
  };
}
