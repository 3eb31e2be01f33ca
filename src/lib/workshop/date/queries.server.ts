import { ensure } from '$lib/access/decision';
import { teamOf } from '$lib/access/actor';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import { dayIn } from '$lib/ui/format';
import * as workshopPolicy from '../policy';
import { cohortOf, dateText, workshopFacts, type WorkshopFacts } from '../queries.server';
import type { CohortRef, WorkshopRef } from '../schema';
import { whenOf, type InCalendar } from './offer';
import * as policy from './policy';
import { blockedOn, rankDays, type Answer, type Ranking, type Voice } from './ranking';

export interface BlockedDays {
  id: string;
  teamId: string;
  teamName: string;
  /** "2026-03-13", both included. */
  from: string;
  until: string;
  reason: string;
}

/** Somebody whose answer counts. */
export interface Asked extends Voice {
  name: string;
  teamName: string | null;
}

export interface DateOptionView extends InCalendar, Ranking {
  id: string;
  /** By account. */
  answers: Record<string, Answer>;
  own: Answer | null;
  blocked: BlockedDays[];
}

export interface DateSearchView {
  workshop: Pick<WorkshopFacts, 'id' | 'kind' | 'number' | 'title' | 'state' | 'days'>;
  timeZone: string;
  /** Null where nobody has offered a day. */
  search: { answerUntil: string | null; remindedAt: Date | null } | null;
  /** What suits best first. */
  options: DateOptionView[];
  /** Everyone who is asked, by team. */
  asked: Asked[];
  /** How many have not answered every day. */
  waiting: number;
  /** Today in the cohort's time zone: "2026-03-13". */
  today: string;
  /** Days that teams have blocked, for those who offer days. */
  blocked: BlockedDays[];
  mayArrange: boolean;
  mayAnswer: boolean;
  mayBlock: boolean;
}

/** Everyone in the cohort, and the experts who were invited to the workshop; each account once. */
export const askedPeople = ({ db }: Scope, { cohortId, workshopId }: WorkshopRef) =>
  db.$queryRaw<Asked[]>`
    SELECT DISTINCT ON (t.name, a.name, a.id) a.id AS "accountId", a.name, m."teamId",
           t.name AS "teamName"
      FROM membership m JOIN account a ON a.id = m."accountId" LEFT JOIN team t ON t.id = m."teamId"
     WHERE m."cohortId" = ${cohortId}::uuid AND m."endedAt" IS NULL
       AND (m.role IN ('member', 'moderator', 'organiser')
            OR EXISTS (SELECT 1 FROM workshop_guest g WHERE g."membershipId" = m.id
                          AND g."workshopId" = ${workshopId}::uuid))
       AND NOT EXISTS (SELECT 1 FROM membership o WHERE o."accountId" = m."accountId"
                          AND o."cohortId" = m."cohortId" AND o."endedAt" IS NULL
                          AND (o."teamId" IS NOT NULL, o.id) > (m."teamId" IS NOT NULL, m.id))
     ORDER BY t.name NULLS LAST, a.name, a.id`;

/** The search for the days of a workshop, as its reader sees it. */
export async function viewSearch(scope: PersonScope, ref: WorkshopRef): Promise<DateSearchView> {
  const { db, actor, clock } = scope;
  const { cohortId, workshopId } = ref;
  ensure(workshopPolicy.mayRead(actor, { cohortId }));
  const workshop = await workshopFacts(db, ref);
  const { timeZone } = await cohortOf(scope, cohortId);
  const search = await db.dateSearch.findFirst({
    where: { cohortId, workshopId },
    select: { answerUntil: true, remindedAt: true },
  });
  const offered = await db.dateOption.findMany({
    where: { cohortId, workshopId },
    select: {
      ...{ id: true, date: true, startMinute: true, endMinute: true },
      answers: { select: { accountId: true, answer: true } },
    },
  });
  const asked = await askedPeople(scope, ref);
  const blocked = await blockedDays(scope, cohortId, null);
  const known = new Set(asked.map(({ accountId }) => accountId));
  const options = offered.map(({ id, answers, ...offer }) => ({
    ...{ id, ...whenOf({ ...offer, date: dateText(offer.date)! }, workshop.days) },
    answers: new Map(
      answers
        .filter(({ accountId }) => known.has(accountId))
        .map(({ accountId, answer }) => [accountId, answer]),
    ),
  }));
  const ranked = rankDays(options, asked).map((option): DateOptionView => ({
    ...option,
    answers: Object.fromEntries(option.answers),
    own: option.answers.get(actor.accountId) ?? null,
    blocked: blockedOn(option.dates, blocked),
  }));
  const { id, kind, number, title, state } = workshop;
  const mayArrange = workshopPolicy.mayArrange(actor, { cohortId }).isAllowed;
  const isOpen = state === 'planned' && search !== null;
  return {
    workshop: { id, kind, number, title, state, days: workshop.days },
    timeZone,
    search: search && {
      answerUntil: dateText(search.answerUntil),
      remindedAt: search.remindedAt,
    },
    options: ranked,
    asked,
    waiting: asked.filter(({ accountId }) => options.some(({ answers }) => !answers.has(accountId)))
      .length,
    today: dayIn(clock.now(), timeZone),
    blocked: mayArrange ? blocked : [],
    mayArrange,
    mayAnswer: isOpen && known.has(actor.accountId),
    mayBlock: policy.mayBlock(actor, { cohortId, teamId: teamOf(actor, cohortId) }).isAllowed,
  };
}

/** Days that teams have blocked, from today on: of all teams, or of one. */
async function blockedDays(
  { db, clock }: Scope,
  cohortId: string,
  teamId: string | null,
): Promise<BlockedDays[]> {
  const yesterday = new Date(clock.now().getTime() - 86_400_000);
  const rows = await db.teamBlockedDay.findMany({
    where: { cohortId, ...(teamId && { teamId }), until: { gte: yesterday } },
    select: {
      ...{ id: true, teamId: true, from: true, until: true, reason: true },
      team: { select: { name: true } },
    },
    orderBy: [{ from: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ team, from, until, ...row }) => ({
    ...row,
    teamName: team.name,
    from: dateText(from)!,
    until: dateText(until)!,
  }));
}

/** The days that the actor's own team has blocked. */
export async function ownBlockedDays(
  scope: PersonScope,
  { cohortId }: CohortRef,
): Promise<BlockedDays[]> {
  ensure(workshopPolicy.mayRead(scope.actor, { cohortId }));
  const teamId = teamOf(scope.actor, cohortId);
  ensure(policy.mayBlock(scope.actor, { cohortId, teamId }));
  return blockedDays(scope, cohortId, teamId);
}
