import type { Scope } from '$lib/access/scope.server';
import type { Db } from '$lib/platform/db/client.server';
import { notFound } from '$lib/platform/errors';
import type { SealedKey, StoredEpoch } from '$lib/vault/epoch';
import type { Consultation as ConsultationRow } from '../../generated/prisma/client';
import type { Kind, Role } from './engine/kinds';
import {
  phaseOf,
  type Consultation,
  type Counts,
  type Person,
  type Progress,
} from './engine/state';
import type { ConsultationRef } from './schema';

/** Bytes as they travel: base64url without padding. */
export const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** Somebody in the circle, or who was in it. */
export interface Participant {
  accountId: string;
  name: string;
  teamName: string | null;
  role: Role;
  isSecretary: boolean;
  /** Which bird stands for the person, where the case has pseudonyms. */
  pseudonym: number | null;
  askedAt: Date;
  answer: Person['answer'];
  /** The last day of an absence, as the person has told it (2026-12-24); null: not away. */
  awayUntil: string | null;
  leftAt: Date | null;
}

/** A consultation as it stands, and as the engine sees it. */
export interface Facts {
  row: ConsultationRow;
  participants: Participant[];
  engine: Consultation;
}

/** Jobs see whose turn it is, but nothing that was written: they know no counts. */
type Reading = Pick<Scope, 'db' | 'clock' | 'actor'>;

const milliseconds = (at: Date | null): number | null => at?.getTime() ?? null;

const personOf = (one: Participant): Person => ({
  id: one.accountId,
  role: one.role,
  isSecretary: one.isSecretary,
  answer: one.answer,
  isAway: one.awayUntil !== null,
  hasLeft: one.leftAt !== null,
});

/** The stored row as the engine knows it. */
export function engineOf(
  row: ConsultationRow,
  timeZone: string,
  participants: readonly Participant[],
  counts: Counts,
): Consultation {
  return {
    method: row.method,
    moduleKey: row.moduleKey,
    form: row.form,
    timeZone,
    state: row.state,
    phase: row.phase,
    round: row.round,
    phaseStartedAt: milliseconds(row.phaseStartedAt),
    pausedAt: milliseconds(row.pausedAt),
    pausedMs: row.pausedMs,
    extraMs: row.extraMs,
    isLoopOpen: row.isLoopOpen,
    endAskedAt: milliseconds(row.endAskedAt),
    before: row.before as unknown as Progress | null,
    counts,
    people: participants.map(personOf),
  };
}

interface ParticipantRow extends Participant {
  consultationId: string;
}

/** Everybody in these consultations, in the order in which they came into the circle. */
export async function participantsOf(
  { db, clock }: Reading,
  consultationIds: string[],
): Promise<Map<string, Participant[]>> {
  const rows = await db.$queryRaw<ParticipantRow[]>`
    SELECT p."consultationId", p."accountId", a.name, place.name AS "teamName", p.role::text AS role,
           p."isSecretary", p.pseudonym, p."askedAt", p.answer::text AS answer,
           place.away::text AS "awayUntil", p."leftAt"
      FROM consultation_participant p
      JOIN account a ON a.id = p."accountId"
      LEFT JOIN LATERAL (
        SELECT min(t.name) AS name,
               max(m."awayUntil") FILTER (WHERE m."awayUntil" >= (${clock.now()}::timestamptz AT TIME ZONE c."timeZone")::date) AS away
          FROM membership m JOIN cohort c ON c.id = m."cohortId" LEFT JOIN team t ON t.id = m."teamId"
         WHERE m."cohortId" = p."cohortId" AND m."accountId" = p."accountId" AND m."endedAt" IS NULL) place ON true
     WHERE p."consultationId" = ANY (${consultationIds}::uuid[])
     ORDER BY p.place, p."accountId"`;
  const found = new Map<string, Participant[]>(consultationIds.map((id) => [id, []]));
  for (const { consultationId, ...participant } of rows)
    found.get(consultationId)!.push(participant);
  return found;
}

/** What stands in the present phase of a consultation; withdrawn contributions do not count. */
export interface Present {
  counts: Counts;
  authorIds: Set<string>;
}

/** The same for each of these consultations. */
export async function presentOf(
  { db, actor }: Reading,
  rows: ConsultationRow[],
): Promise<Map<string, Present>> {
  const found = new Map(
    rows.map(({ id }): [string, Present] => [id, { counts: {}, authorIds: new Set() }]),
  );
  if (actor.kind === 'system') return found;
  const begun = rows.filter(({ phaseStartedAt }) => phaseStartedAt !== null);
  if (begun.length === 0) return found;
  const ids = begun.map(({ id }) => id);
  const phases = begun.map((row) => phaseOf(row).key);
  const counted = await db.$queryRaw<
    { id: string; kind: Kind; count: number; authorIds: string[] }[]
  >`
    SELECT c.id, t.kind, count(*)::int AS count, array_agg(DISTINCT t."authorId") AS "authorIds"
      FROM unnest(${ids}::uuid[], ${phases}::text[]) AS here (id, phase)
      JOIN consultation c ON c.id = here.id
      JOIN contribution t ON t."consultationId" = c.id AND t.phase = here.phase AND t.round = c.round
     WHERE t.blob IS NOT NULL AND t."createdAt" >= c."phaseStartedAt"
     GROUP BY c.id, t.kind`;
  for (const { id, kind, count, authorIds } of counted) {
    const present = found.get(id)!;
    present.counts[kind] = count;
    for (const authorId of authorIds) present.authorIds.add(authorId);
  }
  return found;
}

/** Whose working days the written form counts. */
export async function timeZoneOf(db: Db, cohortId: string): Promise<string> {
  const { timeZone } = await db.cohort.findUniqueOrThrow({
    where: { id: cohortId },
    select: { timeZone: true },
  });
  return timeZone;
}

/** One consultation; null to whoever is not in it (any more), and where it is gone. */
export async function findFacts(scope: Reading, ref: ConsultationRef): Promise<Facts | null> {
  const { cohortId, consultationId } = ref;
  const row = await scope.db.consultation.findFirst({ where: { cohortId, id: consultationId } });
  if (!row) return null;
  const participants = (await participantsOf(scope, [row.id])).get(row.id)!;
  const { counts } = (await presentOf(scope, [row])).get(row.id)!;
  const timeZone = await timeZoneOf(scope.db, cohortId);
  return { row, participants, engine: engineOf(row, timeZone, participants, counts) };
}

/** @throws AppError `not_found` */
export async function readFacts(scope: Reading, ref: ConsultationRef): Promise<Facts> {
  const facts = await findFacts(scope, ref);
  if (!facts) throw notFound();
  return facts;
}

/** The same, held until the transaction ends: of two who act at once, the second sees what the first did. */
export async function lockFacts(scope: Reading, ref: ConsultationRef): Promise<Facts> {
  const { cohortId, consultationId } = ref;
  await scope.db.$queryRaw`
    SELECT id FROM consultation WHERE "cohortId" = ${cohortId}::uuid AND id = ${consultationId}::uuid
       FOR UPDATE`;
  return readFacts(scope, ref);
}

/** The epochs of these consultations, in their order. */
export async function epochsOf(
  db: Db,
  consultationIds: string[],
): Promise<Map<string, StoredEpoch[]>> {
  const rows = await db.consultationEpoch.findMany({
    where: { consultationId: { in: consultationIds } },
    orderBy: [{ consultationId: 'asc' }, { epoch: 'asc' }],
  });
  const found = new Map<string, StoredEpoch[]>(consultationIds.map((id) => [id, []]));
  for (const { consultationId, epoch, record, signature } of rows) {
    found.get(consultationId)!.push({
      epoch,
      record: textOf(record),
      signature: textOf(signature),
    });
  }
  return found;
}

/** A key as the page needs it: what was sealed for the reader, and that others have one. */
export interface KeyHolder {
  epoch: number;
  accountId: string;
  keysId: string;
}

export interface KeysOfThread {
  /** Sealed for the reader. */
  mine: SealedKey[];
  /** Everyone for whom a key was sealed, in the order of epochs. */
  holders: KeyHolder[];
}

/** Who holds the keys of these consultations. */
export async function sealedKeysOf(
  db: Db,
  accountId: string,
  consultationIds: string[],
): Promise<Map<string, KeysOfThread>> {
  const rows = await db.consultationKey.findMany({
    where: { consultationId: { in: consultationIds } },
    orderBy: [{ epoch: 'asc' }, { createdAt: 'asc' }, { accountId: 'asc' }],
  });
  const found = new Map<string, KeysOfThread>(
    consultationIds.map((id) => [id, { mine: [], holders: [] }]),
  );
  for (const { consultationId, epoch, keysId, sealed, ...key } of rows) {
    const { mine, holders } = found.get(consultationId)!;
    holders.push({ epoch, accountId: key.accountId, keysId });
    if (key.accountId === accountId)
      mine.push({ epoch, accountId, keysId, sealed: textOf(sealed) });
  }
  return found;
}
