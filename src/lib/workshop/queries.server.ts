import { ensure } from '$lib/access/decision';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import type { Db } from '$lib/platform/db/client.server';
import { notFound } from '$lib/platform/errors';
import { toPlainText } from '$lib/platform/rich-text.server';
import * as policy from './policy';
import type { CohortRef, WorkshopDay, WorkshopKind, WorkshopRef, WorkshopState } from './schema';

/** A workshop as commands see it. */
export interface WorkshopFacts {
  cohortId: string;
  id: string;
  kind: WorkshopKind;
  number: number | null;
  title: string;
  about: string;
  state: WorkshopState;
  place: string;
  onlineUrl: string;
  seats: number | null;
  cancelReason: string;
  heldAt: Date | null;
  sequence: number;
  version: number;
  /** In their order. */
  days: WorkshopDay[];
}

const days = {
  select: { id: true, date: true, startMinute: true, endMinute: true },
  orderBy: { position: 'asc' },
} as const;

const factColumns = {
  cohortId: true,
  id: true,
  kind: true,
  number: true,
  title: true,
  about: true,
  state: true,
  place: true,
  onlineUrl: true,
  seats: true,
  cancelReason: true,
  heldAt: true,
  sequence: true,
  version: true,
  days,
} as const;

/** A day of the calendar as the database gives it: "2026-03-13". */
export const dateText = (date: Date | null): string | null =>
  date?.toISOString().slice(0, 10) ?? null;

type StoredDay = Omit<WorkshopDay, 'date'> & { date: Date | null };
const readDay = (day: StoredDay): WorkshopDay => ({ ...day, date: dateText(day.date) });

/** The facts of a workshop that the actor may see; another one is not found. */
export async function workshopFacts(
  db: Db,
  { cohortId, workshopId }: WorkshopRef,
): Promise<WorkshopFacts> {
  const where = { id: workshopId, cohortId };
  const row = await db.workshop.findFirst({ where, select: factColumns });
  if (!row) throw notFound();
  return { ...row, days: row.days.map(readDay) };
}

/** The facts, the row locked until the transaction ends. For those who may change it. */
export async function lockWorkshop(db: Db, ref: WorkshopRef): Promise<WorkshopFacts> {
  await db.$queryRaw`
    SELECT 1 AS held FROM workshop
     WHERE id = ${ref.workshopId}::uuid AND "cohortId" = ${ref.cohortId}::uuid FOR NO KEY UPDATE`;
  return workshopFacts(db, ref);
}

/** What decides whether something new may begin, and in which time zone days are meant. */
export async function cohortOf({ db }: Scope, cohortId: string) {
  const cohort = await db.cohort.findFirst({
    where: { id: cohortId },
    select: { state: true, timeZone: true },
  });
  if (!cohort) throw notFound();
  return cohort;
}

export interface ListedWorkshop {
  id: string;
  kind: WorkshopKind;
  number: number | null;
  title: string;
  state: WorkshopState;
  place: string;
  isOnline: boolean;
  cancelReason: string;
  days: WorkshopDay[];
}

export interface Series {
  workshops: ListedWorkshop[];
  timeZone: string;
  /** The server's clock. */
  now: Date;
  mayArrange: boolean;
  mayAdd: boolean;
}

/** Everything in the series that the reader may see. */
export async function listWorkshops(scope: PersonScope, { cohortId }: CohortRef): Promise<Series> {
  const { db, actor, clock } = scope;
  ensure(policy.mayRead(actor, { cohortId }));
  const { timeZone, state: cohortState } = await cohortOf(scope, cohortId);
  const rows = await db.workshop.findMany({
    where: { cohortId },
    select: { ...factColumns, about: false },
    orderBy: [{ number: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
  });
  return {
    workshops: rows.map(
      ({ id, kind, number, title, state, place, onlineUrl, cancelReason, days }) => ({
        id,
        kind,
        number,
        title,
        state,
        place,
        isOnline: onlineUrl !== '',
        cancelReason,
        days: days.map(readDay),
      }),
    ),
    timeZone,
    now: clock.now(),
    mayArrange: policy.mayArrange(actor, { cohortId }).isAllowed,
    mayAdd: policy.mayAdd(actor, { cohortId, cohortState }).isAllowed,
  };
}

export interface Guest {
  membershipId: string;
  /** Null where the account was erased. */
  name: string | null;
}

export interface WorkshopPage extends WorkshopFacts {
  timeZone: string;
  now: Date;
  /** Experts who were invited to it. */
  guests: Guest[];
  mayArrange: boolean;
  /** Days that were offered to choose from, and how many of them the reader has not answered. */
  dates: { offered: number; unanswered: number };
}

/** One workshop, with what everyone needs to know of it. */
export async function workshopPage(scope: PersonScope, ref: WorkshopRef): Promise<WorkshopPage> {
  const { db, actor, clock } = scope;
  const { cohortId, workshopId } = ref;
  ensure(policy.mayRead(actor, { cohortId }));
  const workshop = await workshopFacts(db, ref);
  const { timeZone } = await cohortOf(scope, cohortId);
  const guests = await db.$queryRaw<Guest[]>`
    SELECT g."membershipId", a.name
      FROM workshop_guest g LEFT JOIN membership m ON m.id = g."membershipId"
      LEFT JOIN account a ON a.id = m."accountId"
     WHERE g."workshopId" = ${workshopId}::uuid ORDER BY a.name`;
  const { isAllowed: mayArrange } = policy.mayArrange(actor, { cohortId });
  const [dates] = await db.$queryRaw<[WorkshopPage['dates']]>`
    SELECT count(*)::int AS offered,
           (count(*) FILTER (WHERE NOT EXISTS (
             SELECT 1 FROM date_option_answer a WHERE a."optionId" = o.id
                AND a."accountId" = ${actor.accountId}::uuid)))::int AS unanswered
      FROM date_option o WHERE o."workshopId" = ${workshopId}::uuid`;
  return { ...workshop, timeZone, now: clock.now(), guests, mayArrange, dates };
}

export interface WorkshopForm {
  timeZone: string;
  /** Experts who can be invited. */
  experts: { membershipId: string; name: string }[];
  /** The next place in the series. */
  nextNumber: number;
  /** What is there; null for a new one. */
  stored: (WorkshopFacts & { aboutPlain: string; guestIds: string[] }) | null;
}

/** What the editor of a workshop needs. */
export async function workshopForm(
  scope: PersonScope,
  { cohortId, workshopId }: CohortRef & { workshopId?: string },
): Promise<WorkshopForm> {
  const { db, actor } = scope;
  ensure(policy.mayRead(actor, { cohortId }));
  const stored = workshopId ? await workshopFacts(db, { cohortId, workshopId }) : null;
  ensure(policy.mayArrange(actor, { cohortId }));
  const { timeZone } = await cohortOf(scope, cohortId);
  const experts = (await presentExperts(scope, cohortId)).map(({ membershipId, name }) => ({
    membershipId,
    name,
  }));
  const nextNumber = await freeNumber(db, cohortId);
  if (!stored) return { timeZone, experts, nextNumber, stored };
  const guests = await guestIdsOf(db, stored.id);
  const aboutPlain = toPlainText(stored.about);
  return { timeZone, experts, nextNumber, stored: { ...stored, aboutPlain, guestIds: guests } };
}

/** The place behind the last workshop of the series. */
export async function freeNumber(db: Db, cohortId: string): Promise<number> {
  const { _max } = await db.workshop.aggregate({ where: { cohortId }, _max: { number: true } });
  return (_max.number ?? 0) + 1;
}

export async function guestIdsOf(db: Db, workshopId: string): Promise<string[]> {
  const guests = await db.workshopGuest.findMany({
    where: { workshopId },
    select: { membershipId: true },
  });
  return guests.map(({ membershipId }) => membershipId);
}

export interface Expert {
  membershipId: string;
  accountId: string;
  name: string;
}

/** The experts of the cohort, those who have left not among them. */
export const presentExperts = ({ db }: Scope, cohortId: string): Promise<Expert[]> =>
  db.$queryRaw<Expert[]>`
    SELECT m.id AS "membershipId", a.id AS "accountId", a.name
      FROM membership m JOIN account a ON a.id = m."accountId"
     WHERE m."cohortId" = ${cohortId}::uuid AND m.role = 'expert' AND m."endedAt" IS NULL
     ORDER BY a.name`;
