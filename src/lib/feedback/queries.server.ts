import { ensure } from '$lib/access/decision';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import { notFound } from '$lib/platform/errors';
import { spanOf } from '$lib/workshop/days';
import type { WorkshopDay, WorkshopKind, WorkshopState } from '$lib/workshop/schema';
import * as policy from './policy';
import { feedbackQuestions, type FeedbackQuestions } from './questions';
import type { CohortRef, FeedbackRef } from './schema';

/** Answers by question, in an order that tells nothing. */
export type Results = Record<string, (number | string)[]>;

/** What the group said about one event. */
export interface FeedbackOfWorkshop {
  workshopId: string;
  title: string;
  kind: WorkshopKind;
  number: number | null;
  questions: FeedbackQuestions;
  results: Results;
  answered: number;
}

interface Facts extends policy.FeedbackFacts {
  title: string;
  timeZone: string;
  /** When the event begins and ends. */
  startsAt: Date | null;
  endsAt: Date | null;
  closesAt: Date | null;
  isReminded: boolean;
  isClosingTold: boolean;
  questions: FeedbackQuestions | null;
}

interface Row extends Omit<Facts, 'stage' | 'startsAt' | 'endsAt' | 'questions'> {
  days: Omit<WorkshopDay, 'id'>[];
  questions: unknown;
  workshopState: WorkshopState;
}

/** A workshop and what is asked about it; a foreign one is not found. */
export async function feedbackFacts(
  { db, clock }: Scope,
  { cohortId, workshopId }: FeedbackRef,
): Promise<Facts> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT w."cohortId", w.state::text AS "workshopState", w.title, c."timeZone", f."closesAt", f.questions,
           coalesce(f."isReminded", false) AS "isReminded",
           coalesce(f."isClosingTold", false) AS "isClosingTold",
           (SELECT coalesce(jsonb_agg(jsonb_build_object('date', d.date, 'startMinute', d."startMinute",
                      'endMinute', d."endMinute")), '[]')
              FROM workshop_day d WHERE d."workshopId" = w.id) AS days
      FROM workshop w JOIN cohort c ON c.id = w."cohortId"
      LEFT JOIN feedback_form f ON f."workshopId" = w.id
     WHERE w.id = ${workshopId}::uuid AND w."cohortId" = ${cohortId}::uuid`;
  if (!row) throw notFound();
  const { days, questions, ...facts } = row;
  const span = spanOf(days, row.timeZone);
  const isCalledOff = row.workshopState === 'cancelled';
  const isOpen = row.closesAt !== null && row.closesAt > clock.now() && !isCalledOff;
  return {
    ...facts,
    stage: row.closesAt === null ? 'unasked' : isOpen ? 'open' : 'closed',
    startsAt: span?.startsAt ?? null,
    endsAt: span?.endsAt ?? null,
    questions: questions === null ? null : feedbackQuestions.parse(questions),
  };
}

/** How the feedback of one event stands. */
export interface FeedbackStanding {
  stage: policy.FeedbackFacts['stage'];
  closesAt: Date | null;
  /** How many have answered, of how many who are asked. */
  answered: number;
  asked: number;
  hasAnswered: boolean;
  mayAnswer: boolean;
  mayOpen: boolean;
  mayClose: boolean;
}

export async function feedbackStanding(
  scope: PersonScope,
  ref: FeedbackRef,
): Promise<FeedbackStanding> {
  ensure(policy.mayRead(scope.actor, ref));
  return standingOf(scope, ref, await feedbackFacts(scope, ref));
}

async function standingOf(
  { db, actor }: PersonScope,
  { cohortId, workshopId }: FeedbackRef,
  facts: Facts,
): Promise<FeedbackStanding> {
  const [counts] = await db.$queryRaw<
    { answered: number; members: number; hasAnswered: boolean }[]
  >`
    SELECT app.feedback_count(${workshopId}::uuid) AS answered,
           (SELECT count(DISTINCT m."accountId")::int FROM membership m
             WHERE m."cohortId" = ${cohortId}::uuid AND m.role = 'member' AND m."endedAt" IS NULL) AS members,
           EXISTS (SELECT 1 FROM feedback_answered a
                    WHERE a."workshopId" = ${workshopId}::uuid
                      AND a."accountId" = ${actor.accountId}::uuid) AS "hasAnswered"`;
  const { answered, members, hasAnswered } = counts!;
  return {
    stage: facts.stage,
    closesAt: facts.closesAt,
    answered,
    // Some who answered may have left since.
    asked: Math.max(members, answered),
    hasAnswered,
    mayAnswer: policy.mayAnswer(actor, facts).isAllowed && !hasAnswered,
    mayOpen: policy.mayOpen(actor, facts).isAllowed,
    mayClose: facts.stage === 'open' && policy.mayClose(actor, facts).isAllowed,
  };
}

export interface FeedbackPage extends FeedbackStanding {
  title: string;
  /** When the event begins. */
  startsAt: Date | null;
  isCalledOff: boolean;
  /** Null as long as nobody has been asked. */
  questions: FeedbackQuestions | null;
  /** The events that can be shown, this one among them, in the order of time. */
  series: FeedbackOfWorkshop[];
}

export async function feedbackPage(scope: PersonScope, ref: FeedbackRef): Promise<FeedbackPage> {
  ensure(policy.mayRead(scope.actor, ref));
  const facts = await feedbackFacts(scope, ref);
  const { title, startsAt, questions } = facts;
  const standing = await standingOf(scope, ref, facts);
  return {
    title,
    startsAt,
    isCalledOff: facts.workshopState === 'cancelled',
    questions,
    ...standing,
    series: await feedbackSeries(scope, ref),
  };
}

/** What the group said about each event that is closed and was answered by five or more; the first one first. */
export async function feedbackSeries(
  { db, actor, clock }: PersonScope,
  { cohortId }: CohortRef,
): Promise<FeedbackOfWorkshop[]> {
  ensure(policy.mayRead(actor, { cohortId }));
  const rows = await db.$queryRaw<(FeedbackOfWorkshop & { results: Results | null })[]>`
    SELECT f."workshopId", w.title, w.kind::text AS kind, w.number, f.questions,
           app.feedback_results(f."workshopId", ${clock.now()}::timestamptz) AS results,
           app.feedback_count(f."workshopId") AS answered
      FROM feedback_form f JOIN workshop w ON w.id = f."workshopId"
     WHERE f."cohortId" = ${cohortId}::uuid
     ORDER BY (SELECT min(d.date) FROM workshop_day d WHERE d."workshopId" = w.id), f."workshopId"`;
  return rows
    .filter(({ results }) => results !== null)
    .map((row) => ({ ...row, questions: feedbackQuestions.parse(row.questions) }));
}

/** Members who have not answered and were not entered as absent, for the reminder. */
export async function missingAccounts(
  { db }: Scope,
  { cohortId, workshopId }: FeedbackRef,
): Promise<string[]> {
  const rows = await db.$queryRaw<{ accountId: string }[]>`
    SELECT DISTINCT m."accountId" FROM membership m
     WHERE m."cohortId" = ${cohortId}::uuid AND m.role = 'member' AND m."endedAt" IS NULL
       AND m."accountId" IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM feedback_answered a
                        WHERE a."workshopId" = ${workshopId}::uuid AND a."accountId" = m."accountId")
       AND NOT EXISTS (SELECT 1 FROM attendance t
                        WHERE t."workshopId" = ${workshopId}::uuid AND t."membershipId" = m.id
                          AND t.attended = 'absent')`;
  return rows.map(({ accountId }) => accountId);
}
