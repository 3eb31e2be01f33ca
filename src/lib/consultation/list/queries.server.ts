import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import type { SealedKey, StoredEpoch } from '$lib/vault/epoch';
import type { Consultation } from '../engine/state';
import * as policy from '../policy';
import {
  engineOf,
  epochsOf,
  participantsOf,
  presentOf,
  sealedKeysOf,
  timeZoneOf,
  type Participant,
} from '../queries.server';
import type { CohortRef } from '../schema';
import { contributionsOf, type PlacedContribution } from '../thread/queries.server';
import { waitsFor, type Around, type Waiting } from '../turn';

/** One line of the list. Its title is encrypted like everything else: the browser opens it. */
export interface ListedConsultation {
  consultationId: string;
  caseGiverId: string;
  engine: Consultation;
  participants: Participant[];
  plannedFor: Date | null;
  createdAt: Date;
  startedAt: Date | null;
  closedAt: Date | null;
  expiresAt: Date | null;
  destroyedAt: Date | null;
  /** What the reader is waited for; null: for nothing. */
  waiting: Waiting | null;
  /** How much was written, withdrawn contributions not counted. */
  contributionCount: number;
  /** Titles in their order; the last one that opens and was not withdrawn is shown. */
  titles: PlacedContribution[];
  epochs: StoredEpoch[];
  /** Sealed for the reader. */
  sealed: SealedKey[];
}

export interface ConsultationList {
  /** The newest first. */
  consultations: ListedConsultation[];
  /** The server's clock, milliseconds since 1970. */
  now: number;
  mayStart: boolean;
  /** Then it is only read. */
  isArchived: boolean;
  /** The last day of an absence that the reader has told (2026-12-24). */
  awayUntil: string | null;
}

/** The reader's consultations: in as many statements, however many they are. */
export async function listConsultations(
  scope: PersonScope,
  { cohortId }: CohortRef,
): Promise<ConsultationList> {
  const { db, actor, clock } = scope;
  ensure(policy.mayList(actor, { cohortId }));
  const rows = await db.consultation.findMany({
    where: { cohortId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  const ids = rows.map(({ id }) => id);
  const participants = await participantsOf(scope, ids);
  const present = await presentOf(scope, rows);
  const sums = await db.contribution.groupBy({
    by: ['consultationId'],
    where: { consultationId: { in: ids }, blob: { not: null }, kind: { not: 'withdrawal' } },
    _count: true,
  });
  const titles = await contributionsOf(db, rows, 'title');
  const epochs = await epochsOf(db, ids);
  const keys = await sealedKeysOf(db, actor.accountId, ids);
  const now = clock.now();
  const own = await readOwn(scope, cohortId);
  return {
    consultations: rows.map((row): ListedConsultation => {
      const { id, caseGiverId, plannedFor, createdAt, startedAt, closedAt, expiresAt } = row;
      const people = participants.get(id)!;
      const { counts, authorIds } = present.get(id)!;
      const engine = engineOf(row, own.timeZone, people, counts);
      const around = aroundOf(row, authorIds, now);
      return {
        consultationId: id,
        caseGiverId,
        engine,
        participants: people,
        plannedFor,
        createdAt,
        startedAt,
        closedAt,
        expiresAt,
        destroyedAt: row.destroyedAt,
        waiting: waitsFor(engine, actor.accountId, around),
        contributionCount: sums.find(({ consultationId }) => consultationId === id)?._count ?? 0,
        titles: titles.get(id)!,
        epochs: epochs.get(id)!,
        sealed: keys.get(id)!.mine,
      };
    }),
    now: now.getTime(),
    mayStart: policy.mayStart(actor, { cohortId, cohortState: own.cohortState }).isAllowed,
    isArchived: own.cohortState === 'archived',
    awayUntil: own.awayUntil,
  };
}

const aroundOf = (
  { followUpAskedAt }: { followUpAskedAt: Date | null },
  authorIds: Set<string>,
  now: Date,
): Around => ({ now: now.getTime(), isFollowUpAsked: followUpAskedAt !== null, authorIds });

/** A consultation in which the reader is waited for. */
export interface WaitingConsultation {
  consultationId: string;
  waiting: Waiting;
  /** Null where it is the reader's own case. */
  caseGiverName: string | null;
}

/** Where the reader is waited for, the oldest first; for the start page. */
export async function waitingConsultations(
  scope: PersonScope,
  { cohortId }: CohortRef,
): Promise<WaitingConsultation[]> {
  const { db, actor, clock } = scope;
  if (!policy.mayList(actor, { cohortId }).isAllowed) return [];
  const rows = await db.consultation.findMany({
    where: {
      cohortId,
      destroyedAt: null,
      OR: [{ state: { in: ['planned', 'running'] } }, { followUpAskedAt: { not: null } }],
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  if (rows.length === 0) return [];
  const circles = await participantsOf(
    scope,
    rows.map(({ id }) => id),
  );
  const present = await presentOf(scope, rows);
  const timeZone = await timeZoneOf(db, cohortId);
  return rows.flatMap((row) => {
    const people = circles.get(row.id)!;
    const { counts, authorIds } = present.get(row.id)!;
    const around = aroundOf(row, authorIds, clock.now());
    const waiting = waitsFor(engineOf(row, timeZone, people, counts), actor.accountId, around);
    if (!waiting) return [];
    const giver = people.find(({ accountId }) => accountId === row.caseGiverId);
    const isOwn = row.caseGiverId === actor.accountId;
    return [{ consultationId: row.id, waiting, caseGiverName: isOwn ? null : (giver?.name ?? '') }];
  });
}

async function readOwn({ db, actor, clock }: PersonScope, cohortId: string) {
  const [own] = await db.$queryRaw<
    { cohortState: string; timeZone: string; awayUntil: string | null }[]
  >`
    SELECT c.state::text AS "cohortState", c."timeZone",
           (SELECT max(m."awayUntil")::text FROM membership m
             WHERE m."cohortId" = c.id AND m."accountId" = ${actor.accountId}::uuid
               AND m."endedAt" IS NULL
               AND m."awayUntil" >= (${clock.now()}::timestamptz AT TIME ZONE c."timeZone")::date) AS "awayUntil"
      FROM cohort c WHERE c.id = ${cohortId}::uuid`;
  return own!;
}
