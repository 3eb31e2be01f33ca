import type { PersonScope } from '$lib/access/scope.server';
import { record } from '$lib/activity/commands.server';
import { workshopOf } from '$lib/agenda/publish/queries.server';
import { AppError, conflict } from '$lib/platform/errors';
import { lockDraft } from '../commands.server';
import { draftAsPublished, versionOf } from '../queries.server';
import type { PublishProceedings } from '../schema';
import { obstacle } from './obstacle';

/** Makes the draft as it stands the minutes that everyone reads, and tells everyone. */
export async function publishProceedings(
  scope: PersonScope,
  input: PublishProceedings,
): Promise<{ version: number }> {
  const { db, clock, actor } = scope;
  const { cohortId, workshopId, version, reason } = input;
  const { revision } = await lockDraft(scope, input);
  const last = await versionOf(scope, input);
  const isRepeated = last?.version === version && last.publishedById === actor.accountId;
  if (isRepeated) return { version };
  if (revision !== input.revision) throw conflict(revision);
  if ((last?.version ?? 0) + 1 !== version) throw conflict(last?.version ?? 0);
  const { timeZone, title } = await workshopOf(scope, input);
  const content = await draftAsPublished(scope, input, timeZone);
  const found = obstacle(last?.content ?? null, content, reason);
  if (found) throw new AppError(found);
  await db.proceedingsVersion.createMany({
    data: [
      {
        ...{ cohortId, workshopId, version, content: content as object, reason },
        ...{ publishedById: actor.accountId, publishedAt: clock.now() },
      },
    ],
  });
  await db.proceedingsVersionPhoto.createMany({
    data: content.photos.map(({ fileId }) => ({ cohortId, workshopId, version, fileId })),
    skipDuplicates: true,
  });
  await record(scope, {
    cohortId,
    kind: 'proceedings_published',
    subjectKind: 'workshop',
    subjectId: workshopId,
    facts: { title, version, reason },
  });
  return { version };
}
