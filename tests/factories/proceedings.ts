import { newId } from '$lib/platform/id';
import { aPhotoRow, aPicture, aStoredFile } from './files';
import { aDay, aNote, type SomeDay } from './day';
import type { World } from './world';

/** The draft of the minutes of a day on which Anna noted something down. */
export interface SomeProceedings {
  ref: { cohortId: string; workshopId: string };
  day: SomeDay;
  /** In their order: the opening, welcome, the topic (with the note), the closing round, the closing. */
  sections: { id: string; title: string; body: string; version: number }[];
  revision: number;
}

/** Begun by the moderator, for a day that has begun. */
export async function aProceedingsDraft(world: World): Promise<SomeProceedings> {
  const day = await aDay(world);
  const ref = { cohortId: day.cohortId, workshopId: day.workshopId };
  await (await world.as('member')).day.writeNote(aNote(day));
  await (await world.as('moderator')).proceedings.begin(ref);
  return { ref, day, ...(await draftOf(world, ref)) };
}

/** The draft as the moderator sees it now. */
export async function draftOf(world: World, ref: SomeProceedings['ref']) {
  const { sections, revision } = await (await world.as('moderator')).proceedings.draft(ref);
  return { sections, revision };
}

/** Publishes the draft as it stands. */
export async function publishDraft(
  world: World,
  ref: SomeProceedings['ref'],
  version: number,
  reason = '',
): Promise<void> {
  const { revision } = await draftOf(world, ref);
  await (await world.as('moderator')).proceedings.publish({ ...ref, revision, version, reason });
}

/** The same, published as the first version. */
export async function somePublishedProceedings(world: World): Promise<SomeProceedings> {
  const made = await aProceedingsDraft(world);
  const { ref, revision } = made;
  await (await world.as('moderator')).proceedings.publish({ ...ref, revision, version: 1 });
  return made;
}

/** What changes one field of a section. */
export const toSave = (
  { ref, sections }: SomeProceedings,
  place: number,
  to: string,
  field: 'title' | 'body' = 'body',
) => {
  const section = sections[place]!;
  return { ...ref, sectionId: section.id, changes: [{ field, from: section[field], to }] };
};

/** A photo that somebody has added to the workshop, as its page sees it. */
export async function aPhoto(
  world: World,
  ref: SomeProceedings['ref'],
  who: 'member' | 'moderator' = 'member',
  said: { alt?: string; caption?: string } = {},
) {
  const bytes = await aPicture('jpeg', { width: 600, height: 400 });
  const file = await aStoredFile(world, who, { bytes, name: 'wand.jpg', accept: 'pictures' });
  const photo = { ...ref, photoId: newId() };
  const { proceedings } = await world.as(who);
  await proceedings.addPhoto({ ...photo, fileId: file.id });
  if (said.alt !== undefined)
    await proceedings.describePhoto({ ...photo, version: 1, alt: said.alt, caption: '', ...said });
  return { photo, fileId: file.id, version: said.alt === undefined ? 1 : 2 };
}

/** One row in every table of minutes. */
export async function fillProceedings(
  world: World,
  { cohortId, accountId }: { cohortId: string; accountId: string },
  { workshopId }: { workshopId: string },
): Promise<void> {
  const { owner, clock } = world;
  const at = clock.now();
  const sectionId = newId();
  await owner.proceedings.create({
    data: { cohortId, workshopId, begunById: accountId, begunAt: at },
  });
  await owner.proceedingsSection.create({
    data: {
      ...{ cohortId, id: sectionId, workshopId, position: 1, title: '-', body: '-' },
      ...{ changedById: accountId, changedAt: at },
    },
  });
  await owner.proceedingsRevision.create({
    data: {
      ...{ cohortId, sectionId, version: 1, title: '-', body: '-' },
      ...{ changedById: accountId, startedAt: at, changedAt: at },
    },
  });
  await owner.proceedingsVersion.create({
    data: {
      ...{ cohortId, workshopId, version: 1, publishedById: accountId, publishedAt: at },
      content: { timeZone: 'Europe/Berlin', sections: [], photos: [] },
    },
  });
  // One that waits, and one that everyone sees.
  const [waitingId, fileId] = [
    await aPhotoRow(world, { cohortId, accountId }),
    await aPhotoRow(world, { cohortId, accountId }),
  ];
  const added = { cohortId, workshopId, addedById: accountId, addedAt: at };
  await owner.proceedingsPhoto.createMany({
    data: [
      { ...added, id: newId(), fileId: waitingId, isAccepted: false },
      { ...added, id: newId(), fileId, isAccepted: true },
    ],
  });
  await owner.proceedingsVersionPhoto.create({
    data: { cohortId, workshopId, version: 1, fileId },
  });
  await owner.comment.create({
    data: { cohortId, workshopId, id: newId(), authorId: accountId, body: '-', createdAt: at },
  });
}
