import { isModerator } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { conflict, notFound } from '$lib/platform/errors';
import { publish } from '$lib/platform/events.server';
import { takeFile } from '$lib/upload/queries.server';
import { changed } from '../commands.server';
import * as policy from '../policy';
import { acceptedPhotos, proceedingsFacts } from '../queries.server';
import type { AddPhoto, ChoosePhoto, DescribePhoto, MovePhoto, PhotoRef } from '../schema';

/** Adds a photo. What moderators add goes into the minutes; what others add, they look at first. */
export async function addPhoto(scope: PersonScope, input: AddPhoto): Promise<void> {
  const { db, actor, clock } = scope;
  const { cohortId, workshopId, photoId, fileId } = input;
  ensure(policy.mayAddPhoto(actor, await proceedingsFacts(scope, input)));
  // One after the other: each has a place of its own, and sent twice at once it is one photo.
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`photos ${workshopId}`}, 0))`;
  const isRepeated = await db.proceedingsPhoto.count({
    where: { id: photoId, workshopId, addedById: actor.accountId },
  });
  if (isRepeated > 0) return;
  await takeFile(scope, { cohortId, fileId, accept: 'pictures' });
  const last = await db.proceedingsPhoto.aggregate({
    where: { workshopId },
    _max: { position: true },
  });
  await db.proceedingsPhoto.createMany({
    data: [
      {
        ...{ cohortId, workshopId, id: photoId, fileId, addedById: actor.accountId },
        position: (last._max.position ?? 0) + 1,
        isAccepted: isModerator(actor, cohortId),
        addedAt: clock.now(),
      },
    ],
  });
  await changed(scope, input);
}

/** A photo that the actor sees; another one is not found. */
async function findPhoto({ db }: PersonScope, { cohortId, workshopId, photoId }: PhotoRef) {
  const photo = await db.proceedingsPhoto.findFirst({
    where: { id: photoId, workshopId, cohortId },
    select: { addedById: true, isAccepted: true, version: true, sectionId: true },
  });
  if (!photo) throw notFound();
  return photo;
}

/** Says what is to be seen on it, what stands below it, and where it belongs. */
export async function describePhoto(
  scope: PersonScope,
  input: DescribePhoto,
): Promise<{ version: number }> {
  const { db, actor } = scope;
  const facts = await proceedingsFacts(scope, input);
  const photo = await findPhoto(scope, input);
  ensure(policy.mayDescribePhoto(actor, facts, photo));
  const { alt, caption } = input;
  const sectionId = isModerator(actor, input.cohortId) ? input.sectionId : photo.sectionId;
  const version = input.version + 1;
  const { count } = await db.proceedingsPhoto.updateMany({
    where: { id: input.photoId, version: input.version },
    data: { alt, caption, sectionId, version },
  });
  if (count === 0) throw conflict(photo.version);
  await changed(scope, input);
  return { version };
}

/** Takes a photo into the minutes, or leaves it out of the next version. */
export async function choosePhoto(scope: PersonScope, input: ChoosePhoto): Promise<void> {
  ensure(policy.mayWrite(scope.actor, await proceedingsFacts(scope, input)));
  await findPhoto(scope, input);
  await scope.db.proceedingsPhoto.updateMany({
    where: { id: input.photoId },
    data: { isAccepted: input.isAccepted },
  });
  await changed(scope, input);
}

/** Among those that go into the minutes, a photo and its neighbour change places. */
export async function movePhoto(scope: PersonScope, input: MovePhoto): Promise<void> {
  const { db } = scope;
  ensure(policy.mayWrite(scope.actor, await proceedingsFacts(scope, input)));
  const photos = await acceptedPhotos(scope, input);
  const place = photos.findIndex(({ id }) => id === input.photoId);
  const photo = photos[place];
  if (!photo) throw notFound();
  const target = input.to === 'up' ? place - 1 : place + 1;
  if (target < 0 || target >= photos.length) return;
  const ids = photos
    .toSpliced(place, 1)
    .toSpliced(target, 0, photo)
    .map(({ id }) => id);
  await db.$executeRaw`
    UPDATE proceedings_photo p SET position = wanted.place::int
      FROM unnest(${ids}::uuid[]) WITH ORDINALITY wanted (id, place) WHERE p.id = wanted.id`;
  await changed(scope, input);
}

/** Takes a photo off for good, out of every published version and in an archive, too. */
export async function removePhoto(scope: PersonScope, ref: PhotoRef): Promise<void> {
  const { db } = scope;
  const { cohortId, workshopId, photoId } = ref;
  const { cohortState } = await proceedingsFacts(scope, ref);
  // Who sees it has added it, or is a moderator: nobody else does.
  await findPhoto(scope, ref);
  await db.$queryRaw`SELECT app.proceedings_photo_remove(${photoId}::uuid)`;
  // A draft in an archive is nobody's any more.
  if (cohortState !== 'archived') await changed(scope, ref);
  await publish(db, { cohortId, kind: 'workshop', id: workshopId });
}
