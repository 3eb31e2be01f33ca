import type { Scope } from '$lib/access/scope.server';
import type { ToldEntry } from './told';

export interface Invitee {
  membershipId: string;
  name: string;
  email: string;
  locale: 'de' | 'en';
  isExpected: boolean;
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
    SELECT m.id AS "membershipId", a.name, c.email, a.locale,
           m."endedAt" IS NULL
             AND (m.role IN ('member', 'moderator', 'organiser')
                  OR EXISTS (SELECT 1 FROM workshop_guest g
                              WHERE g."workshopId" = ${workshopId}::uuid AND g."membershipId" = m.id))
           AS "isExpected"
      FROM membership m JOIN account a ON a.id = m."accountId" JOIN credential c ON c."accountId" = a.id
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
