import type { PersonScope } from '$lib/access/scope.server';
import { create } from '../commands.server';
import type { ImportPractices } from './schema';

/** Each becomes a record of the own team, which nobody else reads: as if somebody had typed it. */
export async function importPractices(
  scope: PersonScope,
  { cohortId, practices }: ImportPractices,
): Promise<{ count: number }> {
  for (const { practiceId, content } of practices)
    await create(scope, { cohortId, practiceId, topicId: null, content });
  return { count: practices.length };
}
