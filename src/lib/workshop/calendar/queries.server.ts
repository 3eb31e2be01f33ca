import type { PersonScope, Scope } from '$lib/access/scope.server';
import { m } from '$lib/paraglide/messages.js';
import { notFound } from '$lib/platform/errors';
import { hashToken } from '$lib/platform/token.server';
import type { WorkshopDay, WorkshopState } from '../schema';
import { feedText } from './ics';
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

interface Fed {
  locale: 'de' | 'en';
  workshops: {
    cohortId: string;
    id: string;
    title: string;
    place: string;
    onlineUrl: string;
    state: WorkshopState;
    sequence: number;
    changedAt: string;
    timeZone: string;
    days: WorkshopDay[] | null;
  }[];
}

/** The calendar behind a secret address, as an .ics file. */
export async function readFeed(
  { db }: Scope,
  { token }: ReadFeed,
  origin: string,
): Promise<{ content: string }> {
  const [row] = await db.$queryRaw<[{ fed: Fed | null }]>`
    SELECT app.calendar_feed_read(${hashToken(token)}) AS fed`;
  if (!row.fed) throw notFound();
  const { locale, workshops } = row.fed;
  const days = workshops.flatMap((workshop) => {
    const { cohortId, id, timeZone, sequence, state, changedAt } = workshop;
    const url = `${origin}/cohorts/${cohortId}/workshops/${id}`;
    return calendarDays({ ...workshop, days: workshop.days ?? [] }, timeZone, locale).map(
      (day) => ({
        ...day,
        sequence,
        url,
        description: descriptionOf(day.onlineUrl, url, locale),
        isCancelled: state === 'cancelled',
        at: new Date(changedAt),
      }),
    );
  });
  return { content: feedText(days, m.calendar_feed_name({}, { locale }), origin) };
}
