import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import type { SealedKey, StoredEpoch } from '$lib/vault/epoch';
import type { Consultation } from '../engine/state';
import * as policy from '../policy';
import {
  countsOf,
  engineOf,
  epochsOf,
  participantsOf,
  sealedKeysOf,
  type Participant,
} from '../queries.server';
import type { CohortRef } from '../schema';
import { contributionsOf, type PlacedContribution } from '../thread/queries.server';
import { waitsFor, type Waiting } from '../turn';

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
  const counts = await countsOf(scope, rows);
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
      const engine = engineOf(row, people, counts.get(id)!);
      const isFollowUpAsked = row.followUpAskedAt !== null;
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
        waiting: waitsFor(engine, actor.accountId, { isFollowUpAsked }),
        contributionCount: sums.find(({ consultationId }) => consultationId === id)?._count ?? 0,
        titles: titles.get(id)!,
        epochs: epochs.get(id)!,
        sealed: keys.get(id)!.mine,
      };
    }),
    now: now.getTime(),
    mayStart: policy.mayStart(actor, { cohortId, cohortState: own.cohortState }).isAllowed,
    awayUntil: own.awayUntil,
  };
}

async function readOwn({ db, actor, clock }: PersonScope, cohortId: string) {
  const [own] = await db.$queryRaw<{ cohortState: string; awayUntil: string | null }[]>`
    SELECT c.state::text AS "cohortState",
           (SELECT max(m."awayUntil")::text FROM membership m
             WHERE m."cohortId" = c.id AND m."accountId" = ${actor.accountId}::uuid
               AND m."endedAt" IS NULL
               AND m."awayUntil" >= (${clock.now()}::timestamptz AT TIME ZONE c."timeZone")::date) AS "awayUntil"
      FROM cohort c WHERE c.id = ${cohortId}::uuid`;
  return own!;
}
