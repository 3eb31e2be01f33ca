import { isModerator } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { workshopOf } from '$lib/agenda/publish/queries.server';
import * as policy from '../policy';
import { proceedingsFacts, sectionsOf } from '../queries.server';
import type { ProceedingsRef } from '../schema';

export interface ListedPhoto {
  id: string;
  fileId: string;
  alt: string;
  caption: string;
  sectionId: string | null;
  isAccepted: boolean;
  version: number;
  /** Null where the account was erased. */
  addedByName: string | null;
  addedAt: Date;
}

/** The photos of a workshop: all of them for the moderators, one's own for everyone else. */
export async function listPhotos(scope: PersonScope, ref: ProceedingsRef) {
  const { db, actor } = scope;
  const workshop = await workshopOf(scope, ref);
  const facts = await proceedingsFacts(scope, ref);
  ensure(policy.mayListPhotos(actor, facts));
  const photos = await db.$queryRaw<ListedPhoto[]>`
    SELECT p.id, p."fileId", p.alt, p.caption, p."sectionId", p."isAccepted", p.version,
           a.name AS "addedByName", p."addedAt"
      FROM proceedings_photo p LEFT JOIN account a ON a.id = p."addedById"
     WHERE p."workshopId" = ${ref.workshopId}::uuid ORDER BY p.position, p."addedAt", p.id`;
  return {
    workshop: { title: workshop.title },
    photos,
    sections: (await sectionsOf(scope, ref)).map(({ id, title }) => ({ id, title })),
    /** All of the moderators' choice; false: one's own. */
    isAll: isModerator(actor, ref.cohortId),
    mayAdd: policy.mayAddPhoto(actor, facts).isAllowed,
    mayChoose: policy.mayWrite(actor, facts).isAllowed,
  };
}
export type PhotosOfWorkshop = Awaited<ReturnType<typeof listPhotos>>;
