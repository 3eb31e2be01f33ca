import { newId } from '$lib/platform/id';
import type { Place } from './every-table';
import type { World } from './world';

/** One example of a team, shown to its cohort and to everyone, and one of another team. */
export async function fillPractices({ owner, clock }: World, place: Place): Promise<void> {
  const { cohortId, teamId, otherTeamId, accountId } = place;
  const at = clock.now();
  const moments = { createdAt: at, changedAt: at };
  const practiceId = newId();
  await owner.practice.create({
    data: { cohortId, id: practiceId, teamId, createdById: accountId, content: {}, ...moments },
  });
  await owner.practice.create({
    data: {
      cohortId,
      id: newId(),
      teamId: otherTeamId,
      content: {},
      discardedAt: at,
      ...moments,
    },
  });
  await owner.practiceRevision.create({
    data: { cohortId, practiceId, version: 1, changedAt: at, content: {} },
  });
  for (const rung of ['cohort', 'public'] as const)
    await owner.practiceRelease.create({
      data: {
        cohortId,
        practiceId,
        rung,
        teamId,
        content: {},
        fromVersion: 1,
        firstAt: at,
        releasedAt: at,
        gist: '-',
        kind: 'failed',
        language: 'de',
      },
    });
}
