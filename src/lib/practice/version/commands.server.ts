import type { PersonScope } from '$lib/access/scope.server';
import { goesOn } from '$lib/platform/sitting';
import { takeFile } from '$lib/upload/queries.server';
import type { PracticeContent } from '../fields';
import type { PracticeRef } from '../schema';

interface NewVersion {
  version: number;
  content: PracticeContent;
  /** Not a continuation of the one before, whoever wrote that. */
  isOfItsOwn?: boolean;
}

/** Writes down a version; the one before makes room for it where it is of the same sitting. */
export async function keepVersion(
  { db, clock, actor }: PersonScope,
  { cohortId, practiceId }: PracticeRef,
  { version, content, isOfItsOwn = false }: NewVersion,
): Promise<void> {
  const now = clock.now();
  const last = await db.practiceRevision.findFirst({
    where: { practiceId },
    orderBy: { version: 'desc' },
    select: { version: true, changedById: true, startedAt: true, changedAt: true },
  });
  const isSameSitting = last !== null && !isOfItsOwn && goesOn(last, actor.accountId, now);
  if (isSameSitting)
    await db.practiceRevision.deleteMany({ where: { practiceId, version: last.version } });
  const startedAt = isSameSitting ? last.startedAt : now;
  const row = { cohortId, practiceId, version, changedById: actor.accountId };
  await db.practiceRevision.createMany({ data: [{ ...row, startedAt, changedAt: now, content }] });
  await releaseFiles({ db }, practiceId);
}

/** The files that a text names become the team's; one that the actor does not know is not found. */
export async function holdFiles(
  scope: PersonScope,
  { cohortId, practiceId }: PracticeRef,
  { attachments }: PracticeContent,
): Promise<void> {
  const files = attachments.filter((entry) => entry.kind !== 'link');
  if (files.length === 0) return;
  const held = await scope.db.practiceFile.findMany({
    where: { practiceId },
    select: { fileId: true },
  });
  const isHeld = (fileId: string) => held.some((file) => file.fileId === fileId);
  for (const { fileId, kind } of files.filter((file) => !isHeld(file.fileId))) {
    await takeFile(scope, {
      cohortId,
      fileId,
      accept: kind === 'picture' ? 'pictures' : 'documents',
    });
    await scope.db.practiceFile.createMany({
      data: [{ cohortId, practiceId, fileId }],
      skipDuplicates: true,
    });
  }
}

/** Lets go of files that no kept version names any more: of what was attached by mistake, nothing stays. */
async function releaseFiles({ db }: Pick<PersonScope, 'db'>, practiceId: string): Promise<void> {
  await db.$executeRaw`
    DELETE FROM practice_file f
     WHERE f."practiceId" = ${practiceId}::uuid
       AND NOT EXISTS (
         SELECT 1 FROM practice_revision r
          WHERE r."practiceId" = f."practiceId"
            AND r.content -> 'attachments' @> jsonb_build_array(jsonb_build_object('fileId', f."fileId")))`;
}
