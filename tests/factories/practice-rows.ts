import { newId } from '$lib/platform/id';
import type { Place } from './every-table';
import type { World } from './world';

/** One example of a team, shown to its cohort and to everyone, and one of another team. */
export async function fillPractices(world: World, place: Place): Promise<void> {
  const { owner, clock } = world;
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
  // One file that the team's text names, and another one that a shown text does.
  const [fileId, shownFileId] = [newId(), newId()];
  const file = {
    cohortId,
    uploadedById: accountId,
    createdAt: at,
    name: '-',
    kind: 'document',
  } as const;
  await owner.storedFile.createMany({
    data: [fileId, shownFileId].map((id) => ({
      ...file,
      id,
      mediaType: 'text/plain',
      size: 10,
      sha256: Buffer.alloc(32),
    })),
  });
  await owner.practiceFile.create({ data: { cohortId, practiceId, fileId } });
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
  await owner.practiceReleaseFile.create({
    data: { cohortId, practiceId, rung: 'cohort', fileId: shownFileId },
  });
  await fillLadder(world, { cohortId, practiceId, teamId, accountId });
  const adoption = { cohortId, practiceId, teamId: otherTeamId, state: 'tried' as const };
  await owner.practiceAdoption.create({
    data: { ...adoption, startedAt: at, changedAt: at },
  });
  await owner.adoptionStep.create({ data: { ...adoption, number: 1, at } });
  await owner.practiceThanks.create({ data: { cohortId, practiceId, accountId, at } });
}

/** A step that is prepared and one that is proposed; somebody whom the cohort reads of, and somebody whom it does not. */
async function fillLadder(
  { owner, clock }: World,
  place: { cohortId: string; practiceId: string; teamId: string; accountId: string },
): Promise<void> {
  const { accountId, ...example } = place;
  const at = clock.now();
  const text = { content: {}, source: {}, fromVersion: 1, createdById: accountId, createdAt: at };
  await owner.practiceStep.createMany({
    data: [
      { ...example, ...text, id: newId(), rung: 'cohort', state: 'draft' },
      { ...example, ...text, id: newId(), rung: 'public', state: 'proposed' },
    ],
  });
  await owner.practicePerson.createMany({
    data: (['team', 'cohort'] as const).map((scope) => ({
      ...example,
      id: newId(),
      name: 'Rosa Lind',
      scope,
      tokenHash: newId(),
      consentedAt: at,
      createdAt: at,
    })),
  });
}
