import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { record } from '$lib/activity/commands.server';
import { AppError, notFound } from '$lib/platform/errors';
import { isBlank, sanitiseRichText } from '$lib/platform/rich-text.server';
import { mayAnnounce } from './policy';
import type { SendAnnouncement } from './schema';

/**
 * Tells the people addressed, in the application and by mail at once. It cannot be taken back.
 *
 * @throws AppError `announcement_is_empty`; `not_found` also for teams of another cohort
 */
export async function sendAnnouncement(
  scope: PersonScope,
  { cohortId, id, subject, body, teamIds, roles }: SendAnnouncement,
): Promise<{ id: string }> {
  const { db, clock, actor } = scope;
  ensure(mayAnnounce(actor, cohortId));
  const cleanBody = sanitiseRichText(body);
  if (isBlank(cleanBody)) throw new AppError('announcement_is_empty');
  const knownTeams = await db.team.count({ where: { cohortId, id: { in: teamIds } } });
  if (knownTeams !== new Set(teamIds).size) throw notFound();

  // The author need not be among the addressed, and may not read it back then: no RETURNING.
  const { count } = await db.announcement.createMany({
    data: [
      {
        cohortId,
        id,
        byId: actor.accountId,
        subject,
        body: cleanBody,
        teamIds,
        roles,
        createdAt: clock.now(),
      },
    ],
    skipDuplicates: true,
  });
  const isRepeated = count === 0;
  if (isRepeated) return { id };
  await record(scope, {
    cohortId,
    kind: 'announcement',
    subjectKind: 'announcement',
    subjectId: id,
    facts: { subject },
  });
  return { id };
}
