import type { Locale } from '$lib/access/actor';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import { m } from '$lib/paraglide/messages.js';
import { notFound } from '$lib/platform/errors';
import { fileNameOf, type TakenFile } from '$lib/platform/file-response';
import { hashToken } from '$lib/platform/token.server';
import { cohortOf, workshopFacts } from '../queries.server';
import type { WorkshopDay, WorkshopRef, WorkshopState } from '../schema';
import { feedText, type FedDay } from './ics';
import type { ReadFeed } from './schema';
import type { ToldEntry } from './told';
import { calendarDays, descriptionOf } from './wanted';

export interface Invitee {
  membershipId: string;
  name: string;
  email: string;
  locale: 'de' | 'en';
  isExpected: boolean;
  /** An expert who was invited to it. */
  isGuest: boolean;
}

/**
 * Everyone who has to do with a workshop and can be written to: the teams, the moderators, the organiser and
 * the experts who were invited to it. Also who was expected before, and is not any more.
 */
export const inviteesOf = (
  { db }: Scope,
  { cohortId, workshopId }: { cohortId: string; workshopId: string },
): Promise<Invitee[]> =>
  db.$queryRaw<Invitee[]>`
    SELECT m.id AS "membershipId", a.name, c.email, a.locale, g."membershipId" IS NOT NULL AS "isGuest",
           m."endedAt" IS NULL
             AND (m.role IN ('member', 'moderator', 'organiser') OR g."membershipId" IS NOT NULL)
           AS "isExpected"
      FROM membership m JOIN account a ON a.id = m."accountId" JOIN credential c ON c."accountId" = a.id
      LEFT JOIN workshop_guest g ON g."workshopId" = ${workshopId}::uuid AND g."membershipId" = m.id
     WHERE m."cohortId" = ${cohortId}::uuid AND a."deletedAt" IS NULL ORDER BY m.id`;

const toldColumns = {
  membershipId: true,
  dayId: true,
  sequence: true,
  title: true,
  place: true,
  onlineUrl: true,
  startsAt: true,
  endsAt: true,
  isCancelled: true,
} as const;

/** What calendars were told about a workshop. */
export const toldOf = ({ db }: Scope, workshopId: string): Promise<ToldEntry[]> =>
  db.calendarEntry.findMany({ where: { workshopId }, select: toldColumns });

/** Whose invitation it is: the house that runs the cohort. */
export async function organiserOf({ db }: Scope): Promise<{ name: string; email: string }> {
  const { organisation: name, contactEmail: email } = await db.installation.findFirstOrThrow({
    select: { organisation: true, contactEmail: true },
  });
  return { name, email };
}

/** Since when one's own calendar has an address; null where it has none. */
export async function myFeed({ db, actor }: PersonScope): Promise<{ since: Date | null }> {
  const feed = await db.calendarFeed.findFirst({
    where: { accountId: actor.accountId },
    select: { createdAt: true },
  });
  return { since: feed?.createdAt ?? null };
}

/** A workshop as a calendar shows it. */
interface FedWorkshop {
  cohortId: string;
  id: string;
  title: string;
  place: string;
  onlineUrl: string;
  state: WorkshopState;
  sequence: number;
  timeZone: string;
  days: WorkshopDay[];
}

interface Reading {
  locale: Locale;
  origin: string;
}

/** Its days, with the moment of its last change. */
function fedDays(workshop: FedWorkshop, at: Date, { locale, origin }: Reading): FedDay[] {
  const { cohortId, id, timeZone, sequence, state } = workshop;
  const url = `${origin}/cohorts/${cohortId}/workshops/${id}`;
  return calendarDays(workshop, timeZone, locale).map((day) => ({
    ...day,
    sequence,
    url,
    description: descriptionOf(day.onlineUrl, url, locale),
    isCancelled: state === 'cancelled',
    at,
  }));
}

/** The calendar behind a secret address, as an .ics file. */
export async function readFeed(
  { db }: Scope,
  { token }: ReadFeed,
  origin: string,
): Promise<{ content: string }> {
  type Stored = Omit<FedWorkshop, 'days'> & { changedAt: string; days: WorkshopDay[] | null };
  const [row] = await db.$queryRaw<[{ fed: { locale: Locale; workshops: Stored[] } | null }]>`
    SELECT app.calendar_feed_read(${hashToken(token)}) AS fed`;
  if (!row.fed) throw notFound();
  const { locale, workshops } = row.fed;
  const days = workshops.flatMap(({ changedAt, days, ...workshop }) =>
    fedDays({ ...workshop, days: days ?? [] }, new Date(changedAt), { locale, origin }),
  );
  return { content: feedText(days, m.calendar_feed_name({}, { locale }), origin) };
}

/**
 * The days of one workshop as an .ics file. Their ids are those of the invitations: whoever takes it in has
 * no day twice.
 *
 * @param reading `linesOf`: what stands first below the title of a day
 */
export async function workshopCalendar(
  scope: PersonScope,
  ref: WorkshopRef,
  { linesOf, ...reading }: Reading & { linesOf: (dayId: string) => string[] },
): Promise<TakenFile> {
  const workshop = await workshopFacts(scope.db, ref);
  const { timeZone } = await cohortOf(scope, ref.cohortId);
  const days = fedDays({ ...workshop, timeZone }, scope.clock.now(), reading).map((day) => ({
    ...day,
    description: [...linesOf(day.dayId), day.description].join('\n'),
  }));
  if (days.length === 0) throw notFound();
  return {
    content: Buffer.from(feedText(days, workshop.title, reading.origin)).toString('base64'),
    mediaType: 'text/calendar; charset=utf-8',
    fileName: fileNameOf(workshop.title, 'ics'),
  };
}
