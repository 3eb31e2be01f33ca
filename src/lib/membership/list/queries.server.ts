import type { Locale, Role } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { mayManageCohort } from '$lib/cohort/policy';
import { m } from '$lib/paraglide/messages.js';
import { writeCsv } from '$lib/platform/csv';
import { notFound } from '$lib/platform/errors';
import { writeXlsx, type XlsxValue } from '$lib/platform/xlsx.server';
import type { ExportPeople } from '../schema';

interface ListedPerson {
  name: string;
  role: Role;
  teamName: string | null;
  occupation: string;
  email: string | null;
  contactPhone: string | null;
  joinedAt: Date;
}

export interface PeopleFile {
  /** Excel's own format or CSV, base64. */
  content: string;
  mediaType: string;
  fileName: string;
}

const roleName = (role: Role, locale: Locale): string =>
  ({
    member: m.cohort_role_member,
    moderator: m.cohort_role_moderator,
    organiser: m.cohort_role_organiser,
    expert: m.cohort_role_expert,
    partner: m.cohort_role_partner,
  })[role]({}, { locale });

/** Everyone in the cohort as a file, for hotel bookings and name badges. */
export async function exportPeople(
  { db, actor }: PersonScope,
  { cohortId, format }: ExportPeople,
  locale: Locale,
): Promise<PeopleFile> {
  ensure(mayManageCohort(actor, cohortId));
  const cohort = await db.cohort.findFirst({
    where: { id: cohortId },
    select: { name: true, timeZone: true },
  });
  if (!cohort) throw notFound();
  const people = await db.$queryRaw<ListedPerson[]>`
    SELECT a.name, m.role::text AS role, t.name AS "teamName", m.occupation, m."contactPhone",
           m."joinedAt", coalesce(m."contactEmail",
             (SELECT i.email FROM invitation i WHERE i."membershipId" = m.id LIMIT 1)) AS email
      FROM membership m JOIN account a ON a.id = m."accountId" LEFT JOIN team t ON t.id = m."teamId"
     WHERE m."cohortId" = ${cohortId}::uuid AND m."endedAt" IS NULL
     ORDER BY t.name NULLS LAST, a.name, m.id`;
  const options = { locale };
  const columns = [
    { heading: m.invitation_name({}, options), width: 28 },
    { heading: m.membership_role({}, options), width: 18 },
    { heading: m.membership_team({}, options), width: 24 },
    { heading: m.membership_occupation({}, options), width: 36 },
    { heading: m.membership_email({}, options), width: 32 },
    { heading: m.membership_phone({}, options), width: 20 },
    { heading: m.membership_since({}, options), width: 18 },
  ];
  const rows = people.map((person): XlsxValue[] => [
    person.name,
    roleName(person.role, locale),
    person.teamName,
    person.occupation,
    person.email,
    person.contactPhone,
    person.joinedAt,
  ]);
  const { name, timeZone } = cohort;
  if (format === 'xlsx') {
    const file = await writeXlsx({ name, columns, rows, timeZone });
    return {
      content: file.toString('base64'),
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      fileName: `${name}.xlsx`,
    };
  }
  const day = (value: XlsxValue) =>
    value instanceof Date ? value.toLocaleDateString(locale, { timeZone }) : value;
  const lines = [columns.map(({ heading }) => heading), ...rows.map((row) => row.map(day))];
  return {
    content: Buffer.from(writeCsv(lines)).toString('base64'),
    mediaType: 'text/csv; charset=utf-8',
    fileName: `${name}.csv`,
  };
}
