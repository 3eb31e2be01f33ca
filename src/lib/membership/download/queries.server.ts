import type { Locale, Role } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { writeList, type ListFile } from '$lib/cohort/download/queries.server';
import { roleName } from '$lib/cohort/names';
import type { Download } from '$lib/cohort/schema';
import { m } from '$lib/paraglide/messages.js';
import { changeText, topicsText } from '../log/change-text';
import type { LogEntry } from '../log/queries.server';
import { mayReadDirectory, mayReadLog } from '../policy';

interface ListedPerson {
  name: string;
  role: Role;
  teamName: string | null;
  occupation: string;
  email: string | null;
  contactPhone: string | null;
  contactHint: string;
  joinedAt: Date;
}

/**
 * Everyone in the cohort as a file, for hotel bookings and name badges. The address that somebody was
 * invited with stands there for the organiser alone: row-level security hides invitations from others.
 */
export async function downloadPeople(
  scope: PersonScope,
  input: Download,
  locale: Locale,
): Promise<ListFile> {
  const { db, actor } = scope;
  const { cohortId } = input;
  ensure(mayReadDirectory(actor, cohortId));
  const people = await db.$queryRaw<ListedPerson[]>`
    SELECT a.name, m.role::text AS role, t.name AS "teamName", m.occupation, m."contactPhone",
           m."contactHint", m."joinedAt", coalesce(m."contactEmail",
             (SELECT i.email FROM invitation i WHERE i."membershipId" = m.id LIMIT 1)) AS email
      FROM membership m JOIN account a ON a.id = m."accountId" LEFT JOIN team t ON t.id = m."teamId"
     WHERE m."cohortId" = ${cohortId}::uuid AND m."endedAt" IS NULL
     ORDER BY t.name NULLS LAST, a.name, m.id`;
  const options = { locale };
  return writeList(scope, input, locale, {
    title: m.membership_people({}, options),
    columns: [
      { heading: m.invitation_name({}, options), width: 28 },
      { heading: m.membership_role({}, options), width: 18 },
      { heading: m.membership_team({}, options), width: 24 },
      { heading: m.membership_occupation({}, options), width: 36 },
      { heading: m.membership_email({}, options), width: 32 },
      { heading: m.membership_phone({}, options), width: 20 },
      { heading: m.membership_contact_hint({}, options), width: 28 },
      { heading: m.membership_since({}, options), width: 18 },
    ],
    rows: people.map((person) => [
      person.name,
      roleName(person.role, options),
      person.teamName,
      person.occupation,
      person.email,
      person.contactPhone,
      person.contactHint,
      person.joinedAt,
    ]),
  });
}

/** Every change of people, the first one first. */
export async function downloadLog(
  scope: PersonScope,
  input: Download,
  locale: Locale,
): Promise<ListFile> {
  const { db, actor } = scope;
  ensure(mayReadLog(actor, input.cohortId));
  const entries: LogEntry[] = await db.membershipLog.findMany({
    where: { cohortId: input.cohortId },
    orderBy: { id: 'asc' },
    omit: { cohortId: true },
  });
  const options = { locale };
  return writeList(scope, input, locale, {
    title: m.membership_log_title({}, options),
    columns: [
      { heading: m.membership_log_at({}, options), width: 18 },
      { heading: m.membership_log_change({}, options), width: 60 },
      { heading: m.membership_log_by_whom({}, options), width: 28 },
      { heading: m.invitation_reason({}, options), width: 40 },
      { heading: m.invitation_topics({}, options), width: 40 },
    ],
    rows: entries.map((entry) => [
      entry.at,
      changeText(entry, options),
      entry.byName,
      entry.reason,
      topicsText(entry, locale),
    ]),
  });
}
