import { newId } from '$lib/platform/id';
import type { Place } from './every-table';
import type { World } from './world';

/** What is said on a workshop's day. */
export async function fillDay(
  { owner, clock, cohortA, people }: World,
  { cohortId, teamId, accountId }: Place,
  { workshopId, topicId }: { workshopId: string; topicId: string },
): Promise<void> {
  const at = clock.now();
  const itemId = newId();
  const moderatorId = cohortId === cohortA ? people.moderator.accountId : accountId;
  await owner.runEvent.create({
    data: {
      ...{ cohortId, workshopId, id: newId(), kind: 'started', itemId },
      ...{ at, receivedAt: at, byId: moderatorId },
    },
  });
  await owner.blockNote.create({
    data: {
      ...{ cohortId, workshopId, id: newId(), itemId, authorId: accountId, body: '-' },
      ...{ createdAt: at, changedAt: at },
    },
  });
  await owner.parkingEntry.create({
    data: {
      ...{ cohortId, workshopId, id: newId(), itemId, teamId, authorId: accountId, body: '-' },
      createdAt: at,
    },
  });
  await owner.topicReaction.create({
    data: { cohortId, workshopId, topicId, teamId, answer: 'partly', byId: accountId, at },
  });
}
