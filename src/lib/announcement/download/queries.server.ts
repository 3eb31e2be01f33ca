import type { Locale, Role } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { writeList, type ListFile } from '$lib/cohort/download/queries.server';
import type { Download } from '$lib/cohort/schema';
import { m } from '$lib/paraglide/messages.js';
import { toPlainText } from '$lib/platform/rich-text.server';
import { formatList } from '$lib/ui/format';
import { audienceText } from '../audience-text';
import { mayReadAnnouncements } from '../policy';

interface ListedAnnouncement {
  createdAt: Date;
  authorName: string | null;
  teamNames: string[];
  roles: Role[];
  subject: string;
  body: string;
}

/** What was announced to the reader (organisers: everything), the first one first. */
export async function downloadAnnouncements(
  scope: PersonScope,
  input: Download,
  locale: Locale,
): Promise<ListFile> {
  const { db, actor } = scope;
  ensure(mayReadAnnouncements(actor, input.cohortId));
  const announcements = await db.$queryRaw<ListedAnnouncement[]>`
    SELECT n."createdAt", a.name AS "authorName", n.roles::text[] AS roles, n.subject, n.body,
           ARRAY(SELECT t.name FROM team t WHERE t.id = ANY (n."teamIds") ORDER BY t.name) AS "teamNames"
      FROM announcement n LEFT JOIN account a ON a.id = n."byId"
     WHERE n."cohortId" = ${input.cohortId}::uuid ORDER BY n.id`;
  const options = { locale };
  const list = (names: string[]) => formatList(names, locale);
  return writeList(scope, input, locale, {
    title: m.announcement_title({}, options),
    columns: [
      { heading: m.announcement_file_at({}, options), width: 18 },
      { heading: m.announcement_file_by({}, options), width: 28 },
      { heading: m.announcement_file_to({}, options), width: 28 },
      { heading: m.announcement_subject({}, options), width: 40 },
      { heading: m.announcement_body({}, options), width: 80 },
    ],
    rows: announcements.map((announcement) => [
      announcement.createdAt,
      announcement.authorName,
      audienceText(announcement, { list }, options),
      announcement.subject,
      toPlainText(announcement.body),
    ]),
  });
}
