import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { fileNameOf, type TakenFile } from '$lib/platform/file-response';
import { mayReadPlan } from '../policy';
import { namesIn, workshopOf } from '../publish/queries.server';
import type { WorkshopRef } from '../publish/schema';
import { storedAgenda } from '../queries.server';
import { toFile } from './format';

/** The plan as a file for other programs. */
export async function exportAgenda(scope: PersonScope, ref: WorkshopRef): Promise<TakenFile> {
  const { title, days } = await workshopOf(scope, ref);
  ensure(mayReadPlan(scope.actor, ref));
  const { content } = await storedAgenda(scope.db, ref);
  const { people, topics } = await namesIn(scope, ref.cohortId, [content]);
  const file = toFile(title, content, days, {
    questionOf: (topicId) => topics.find(({ id }) => id === topicId)?.question ?? '',
    nameOf: (id) => people.find(({ membershipId }) => membershipId === id)?.name ?? '',
  });
  return {
    content: Buffer.from(JSON.stringify(file, null, 2)).toString('base64'),
    mediaType: 'application/json',
    fileName: fileNameOf(title, 'json'),
  };
}
