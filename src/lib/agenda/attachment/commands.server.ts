import type { PersonScope } from '$lib/access/scope.server';
import { takeFile } from '$lib/upload/queries.server';
import { filesIn } from '../document';
import type { AgendaRef } from '../schema';

type Named = Parameters<typeof filesIn>[0];

/**
 * The files that a plan names become its own; one that the actor does not know is not found. What it names no
 * more stays for a day, so that taking it out can be taken back (app.uploads_tidy).
 */
export async function keepFiles(
  scope: PersonScope,
  { cohortId, workshopId }: AgendaRef,
  before: Named,
  after: Named,
): Promise<void> {
  const { db, clock } = scope;
  const [had, has] = [filesIn(before), filesIn(after)];
  const added = has.filter((fileId) => !had.includes(fileId));
  const dropped = had.filter((fileId) => !has.includes(fileId));
  const ofPlan = (fileIds: string[]) => ({
    where: { workshopId, isPublished: false, fileId: { in: fileIds } },
  });
  for (const fileId of added) await takeFile(scope, { cohortId, fileId, accept: 'both' });
  if (added.length > 0) {
    await db.agendaFile.createMany({
      data: added.map((fileId) => ({ cohortId, workshopId, fileId, isPublished: false })),
      skipDuplicates: true,
    });
    await db.agendaFile.updateMany({ ...ofPlan(added), data: { droppedAt: null } });
  }
  if (dropped.length > 0)
    await db.agendaFile.updateMany({ ...ofPlan(dropped), data: { droppedAt: clock.now() } });
}

/** Whoever reads the programme may read its files, and no longer those of an earlier version. */
export async function publishFiles(
  { db }: PersonScope,
  { cohortId, workshopId }: AgendaRef,
  programme: Named,
): Promise<void> {
  const files = await db.agendaFile.findMany({
    where: { workshopId, isPublished: false, fileId: { in: filesIn(programme) } },
    select: { fileId: true },
  });
  const fileIds = files.map(({ fileId }) => fileId);
  await db.agendaFile.createMany({
    data: fileIds.map((fileId) => ({ cohortId, workshopId, fileId, isPublished: true })),
    skipDuplicates: true,
  });
  await db.agendaFile.deleteMany({
    where: { workshopId, isPublished: true, fileId: { notIn: fileIds } },
  });
}
