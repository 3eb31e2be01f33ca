import type { System } from '$lib/access/actor';
import type { Scope } from '$lib/access/scope.server';
import type { WorkshopRef } from '../../schema';
import type { ParticipationAnswer } from '../schema';

export interface DueThing extends WorkshopRef {
  /** Null where it is about seats. */
  membershipId: string | null;
  kind: 'answer' | 'coming' | 'seat';
  forDate: Date;
}

/** What is to be done now: in the job's cohort, or in all of them. */
export async function dueThings({ db, clock, actor }: Scope<System>): Promise<DueThing[]> {
  const due = await db.$queryRaw<DueThing[]>`
    SELECT "cohortId", "workshopId", "membershipId", kind, "forDate"
      FROM app.participation_due(${clock.now()}::timestamptz)`;
  return due.filter(({ cohortId }) => actor.cohortId === null || actor.cohortId === cohortId);
}

export interface WrittenTo {
  accountId: string;
  name: string;
  email: string;
  locale: 'de' | 'en';
  /** Null where nothing was said yet. */
  answer: ParticipationAnswer | null;
}

/** Those of them who are still there. */
export const peopleToWriteTo = (
  { db }: Scope<System>,
  { workshopId }: WorkshopRef,
  membershipIds: string[],
) => db.$queryRaw<WrittenTo[]>`
    SELECT a.id AS "accountId", a.name, c.email, a.locale, p.answer::text AS answer
      FROM membership m JOIN account a ON a.id = m."accountId" JOIN credential c ON c."accountId" = a.id
      LEFT JOIN participation p ON p."membershipId" = m.id AND p."workshopId" = ${workshopId}::uuid
     WHERE m.id = ANY (${membershipIds}::uuid[]) AND m."endedAt" IS NULL AND a."deletedAt" IS NULL
     ORDER BY m.id`;
