import type { PersonScope, Scope } from '$lib/access/scope.server';
import { entriesOf } from '$lib/key/directory/queries.server';
import type { Db } from '$lib/platform/db/client.server';
import type { StoredContribution } from '$lib/vault/contribution';
import { verifyDirectory, type Directory } from '$lib/vault/directory';
import type { SealedKey, StoredEpoch } from '$lib/vault/epoch';
import { Prisma } from '../../../generated/prisma/client';
import type { Kind } from '../engine/kinds';
import type { Consultation } from '../engine/state';
import {
  epochsOf,
  readFacts,
  sealedKeysOf,
  textOf,
  type Facts,
  type KeyHolder,
  type Participant,
} from '../queries.server';
import type { ConsultationRef } from '../schema';

/** A contribution with its place and time in the server's words: no proof, the chains are. */
export type PlacedContribution = StoredContribution & { position: number; createdAt: Date };

/** The own private notes, sealed with a key of one's own. */
export interface OwnNotes {
  blob: string;
  /** 0 where there are none yet. */
  version: number;
}

export interface ConsultationPage {
  consultationId: string;
  cohortId: string;
  caseGiverId: string;
  version: number;
  plannedFor: Date | null;
  hasPseudonyms: boolean;
  createdAt: Date;
  startedAt: Date | null;
  closedAt: Date | null;
  followUpDays: number;
  followUpAskedAt: Date | null;
  expiresAt: Date | null;
  /** All that was written is gone for good. */
  destroyedAt: Date | null;
  /** What the engine works with; the page asks it for the reader's rights. */
  engine: Consultation;
  /** The server's clock, for the one on the page: milliseconds since 1970. */
  now: number;
  participants: Participant[];
  epochs: StoredEpoch[];
  /** The keys that were sealed for the reader. */
  sealed: SealedKey[];
  holders: KeyHolder[];
  /** Somebody who had the newest key has left: who writes next begins a new epoch. */
  needsEpoch: boolean;
  contributions: PlacedContribution[];
  notes: OwnNotes | null;
}

/** What is left out comes from the consultation. */
type ContributionRow = Omit<PlacedContribution, 'method' | 'createdAt'> & { createdAt: string };

const asText = (column: string) => Prisma.raw(`app.base64url(t."${column}")`);

/**
 * What was written, in the server's order; of this kind only, where one is named. The database makes one
 * text of it: five hundred rows with seven columns of bytes each would take many times as long.
 */
export async function contributionsOf(
  db: Db,
  consultations: readonly { id: string; method: string }[],
  kind: Kind | null = null,
): Promise<Map<string, PlacedContribution[]>> {
  const ids = consultations.map(({ id }) => id);
  const [row] = await db.$queryRaw<{ list: string }[]>`
    SELECT coalesce(json_agg(json_build_object(
             'id', t.id, 'threadId', t."consultationId", 'epoch', t.epoch, 'authorId', t."authorId",
             'keysId', t."keysId", 'phase', t.phase, 'round', t.round, 'kind', t.kind,
             'sequence', t.sequence, 'previousOwn', ${asText('previousOwn')}, 'seen', ${asText('seen')},
             'blob', ${asText('blob')}, 'blobHash', ${asText('blobHash')}, 'hash', ${asText('hash')},
             'signature', ${asText('signature')}, 'position', t.position, 'createdAt', t."createdAt")
             ORDER BY t."consultationId", t.position), '[]')::text AS list
      FROM contribution t
     WHERE t."consultationId" = ANY (${ids}::uuid[]) AND (${kind}::text IS NULL OR t.kind = ${kind}::text)`;
  const methods = new Map(consultations.map(({ id, method }) => [id, method]));
  const found = new Map<string, PlacedContribution[]>(ids.map((id) => [id, []]));
  for (const one of JSON.parse(row!.list) as ContributionRow[]) {
    const method = methods.get(one.threadId)!;
    found.get(one.threadId)!.push({ ...one, method, createdAt: new Date(one.createdAt) });
  }
  return found;
}

/** Whether somebody for whom the newest key was sealed is no longer in the circle. */
export function needsEpoch(participants: readonly Participant[], holders: readonly KeyHolder[]) {
  const newest = Math.max(0, ...holders.map(({ epoch }) => epoch));
  const present = new Set(
    participants.filter(({ leftAt }) => leftAt === null).map(({ accountId }) => accountId),
  );
  return holders.some(({ epoch, accountId }) => epoch === newest && !present.has(accountId));
}

async function readNotes(
  { db, actor }: PersonScope,
  { consultationId }: ConsultationRef,
): Promise<OwnNotes | null> {
  const note = await db.consultationNote.findFirst({
    where: { consultationId, accountId: actor.accountId },
    select: { blob: true, version: true },
  });
  return note && { blob: textOf(note.blob), version: note.version };
}

/** Everything that the page of one consultation needs, in as many statements however long it is. */
export async function readConsultation(
  scope: PersonScope,
  ref: ConsultationRef,
): Promise<ConsultationPage> {
  const { db, clock, actor } = scope;
  const { row, participants, engine } = await readFacts(scope, ref);
  const epochs = await epochsOf(db, [row.id]);
  const keys = (await sealedKeysOf(db, actor.accountId, [row.id])).get(row.id)!;
  const contributions = await contributionsOf(db, [row]);
  return {
    consultationId: row.id,
    cohortId: row.cohortId,
    caseGiverId: row.caseGiverId,
    version: row.version,
    plannedFor: row.plannedFor,
    hasPseudonyms: row.hasPseudonyms,
    createdAt: row.createdAt,
    startedAt: row.startedAt,
    closedAt: row.closedAt,
    followUpDays: row.followUpDays,
    followUpAskedAt: row.followUpAskedAt,
    expiresAt: row.expiresAt,
    destroyedAt: row.destroyedAt,
    engine,
    now: clock.now().getTime(),
    participants,
    epochs: epochs.get(row.id)!,
    sealed: keys.mine,
    holders: keys.holders,
    needsEpoch: needsEpoch(participants, keys.holders),
    contributions: contributions.get(row.id)!,
    notes: await readNotes(scope, ref),
  };
}

/** The end of the thread, of one author and of all, and the newest epoch: what the next one must continue. */
export interface ThreadEnd {
  length: number;
  epoch: number;
  needsEpoch: boolean;
  /** Whether the author holds the newest key. */
  isHolder: boolean;
  own: { sequence: number; hash: string };
}

export async function readEnd(
  { db }: Pick<Scope, 'db'>,
  { row, participants }: Facts,
  authorId: string,
): Promise<ThreadEnd> {
  const { cohortId, id: consultationId } = row;
  const [end] = await db.$queryRaw<
    { length: number; epoch: number; sequence: number | null; hash: Uint8Array | null }[]
  >`
    SELECT (SELECT coalesce(max(position), 0) FROM contribution WHERE "consultationId" = ${consultationId}::uuid)::int AS length,
           (SELECT coalesce(max(epoch), 0) FROM consultation_epoch WHERE "consultationId" = ${consultationId}::uuid)::int AS epoch,
           own.sequence, own.hash
      FROM (SELECT 1) AS one LEFT JOIN LATERAL (
        SELECT sequence, hash FROM contribution
         WHERE "consultationId" = ${consultationId}::uuid AND "authorId" = ${authorId}::uuid
         ORDER BY sequence DESC LIMIT 1) own ON true`;
  const { length, epoch, sequence, hash } = end!;
  const holders = await db.consultationKey.findMany({
    where: { cohortId, consultationId, epoch },
    select: { epoch: true, accountId: true, keysId: true },
  });
  return {
    length,
    epoch,
    needsEpoch: needsEpoch(participants, holders),
    isHolder: holders.some(({ accountId }) => accountId === authorId),
    own: { sequence: sequence ?? 0, hash: hash ? textOf(hash) : '' },
  };
}

/** The cohort's keys, checked line by line as every browser does. */
export const directoryOf = async (scope: Pick<Scope, 'db'>, cohortId: string): Promise<Directory> =>
  verifyDirectory(cohortId, await entriesOf(scope, cohortId), null);

/** With what somebody's signatures are checked, if these keys are hers or his, and in force. */
export async function signingPublicOf(
  scope: Pick<Scope, 'db'>,
  cohortId: string,
  accountId: string,
  keysId: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const keys = (await directoryOf(scope, cohortId)).members.get(accountId);
  return keys?.keysId === keysId ? keys.signingPublic : null;
}
