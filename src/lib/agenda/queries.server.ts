import { ensure } from '$lib/access/decision';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import type { Db } from '$lib/platform/db/client.server';
import { notFound } from '$lib/platform/errors';
import { emptyAgenda, onDays, type AgendaContent } from './document';
import type { Operation } from './operations';
import * as policy from './policy';
import type { AgendaFacts } from './policy';
import { agendaContent, type AgendaRef, type ChangesSince } from './schema';
import type { Day } from './timing';

/** What is further behind fetches the whole agenda. */
const MOST_CHANGES = 200;

/** One change of somebody's, as open boards apply it. */
export interface LoggedChange {
  id: string;
  revision: number;
  operations: Operation[];
  /** Null once the account is erased. */
  byName: string | null;
}

export interface StoredAgenda {
  content: AgendaContent;
  revision: number;
}

/** What a board that stood at a revision has to do: these changes one after the other, or begin anew. */
export type News =
  { revision: number; changes: LoggedChange[] } | { revision: number; content: AgendaContent };

/** What the policies ask about; a workshop that the actor does not see is not found. */
export async function agendaFacts(db: Db, { cohortId, workshopId }: AgendaRef) {
  const workshop = await db.workshop.findFirst({
    where: { id: workshopId, cohortId },
    select: {
      state: true,
      title: true,
      number: true,
      kind: true,
      cohort: { select: { state: true, timeZone: true } },
    },
  });
  if (!workshop) throw notFound();
  const { state: cohortState, timeZone } = workshop.cohort;
  const facts: AgendaFacts = { cohortId, cohortState, workshopState: workshop.state };
  return { ...facts, workshop, timeZone };
}

/** The days of a workshop in their order. */
export async function daysOf(db: Db, { cohortId, workshopId }: AgendaRef): Promise<Day[]> {
  const rows = await db.workshopDay.findMany({
    where: { cohortId, workshopId },
    orderBy: { position: 'asc' },
    select: { id: true, date: true, startMinute: true, endMinute: true },
  });
  return rows.map((row) => ({ ...row, date: row.date?.toISOString().slice(0, 10) ?? null }));
}

/** The moderators' plan; an empty one where nobody has planned yet. */
export async function storedAgenda(
  db: Db,
  { cohortId, workshopId }: AgendaRef,
): Promise<StoredAgenda> {
  const row = await db.agenda.findFirst({
    where: { cohortId, workshopId },
    select: {
      content: true,
      revision: true,
      workshop: { select: { days: { select: { id: true } } } },
    },
  });
  if (!row) return { content: emptyAgenda(), revision: 0 };
  const dayIds = row.workshop.days.map(({ id }) => id);
  return { content: onDays(agendaContent.parse(row.content), dayIds), revision: row.revision };
}

/** Examples and consultations that items lead to, as far as the actor may know of them. */
export async function linksIn(
  { db }: Pick<Scope, 'db'>,
  cohortId: string,
  ids: { practiceIds: string[]; consultationIds: string[] },
): Promise<{ practices: { id: string; gist: string }[]; consultationIds: string[] }> {
  const { practiceIds, consultationIds } = ids;
  const practices =
    practiceIds.length === 0
      ? []
      : await db.practiceRelease.findMany({
          where: { cohortId, rung: 'cohort', practiceId: { in: practiceIds } },
          select: { practiceId: true, gist: true },
        });
  const consultations =
    consultationIds.length === 0
      ? []
      : await db.consultation.findMany({
          where: { cohortId, id: { in: consultationIds } },
          select: { id: true },
        });
  return {
    practices: practices.map(({ practiceId, gist }) => ({ id: practiceId, gist })),
    consultationIds: consultations.map(({ id }) => id),
  };
}

/** What happened after a revision. */
export async function newsSince(
  db: Db,
  ref: AgendaRef,
  since: number,
  agenda: StoredAgenda,
): Promise<News> {
  const { revision, content } = agenda;
  const isNearBy = since <= revision && revision - since <= MOST_CHANGES;
  if (!isNearBy) return { revision, content };
  const rows = await db.$queryRaw<LoggedChange[]>`
    SELECT c.id, c.revision, c.operations, a.name AS "byName"
      FROM agenda_change c LEFT JOIN account a ON a.id = c."byId"
     WHERE c."workshopId" = ${ref.workshopId}::uuid AND c."cohortId" = ${ref.cohortId}::uuid
       AND c.revision > ${since}
     ORDER BY c.revision`;
  // What came by another way than operations (a template, an earlier workshop) leaves a gap in the log.
  if (rows.length !== revision - since) return { revision, content };
  return { revision, changes: rows };
}

export async function changesSince({ db, actor }: PersonScope, input: ChangesSince): Promise<News> {
  ensure(policy.mayReadPlan(actor, await agendaFacts(db, input)));
  return newsSince(db, input, input.since, await storedAgenda(db, input));
}
