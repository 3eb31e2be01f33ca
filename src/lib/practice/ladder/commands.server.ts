import type { Scope } from '$lib/access/scope.server';
import type { PracticeContent } from '../fields';
import type { ReleasedRung } from '../schema';
import { releaseColumns } from './release';

export interface NewRelease {
  cohortId: string;
  practiceId: string;
  teamId: string;
  rung: ReleasedRung;
  content: PracticeContent;
  /** The version of the team's text that it was made from. */
  fromVersion: number;
  releasedById: string | null;
}

/** Puts a text on a rung, in the place of the one before. Who may, the ladder has decided. */
export async function putOnRung({ db, clock }: Scope, release: NewRelease): Promise<void> {
  const { cohortId, practiceId, teamId, rung, content, fromVersion, releasedById } = release;
  const now = clock.now();
  const columns = { ...releaseColumns(content), fromVersion, releasedAt: now, releasedById };
  const { count } = await db.practiceRelease.updateMany({
    where: { practiceId, rung },
    data: { ...columns, version: { increment: 1 } },
  });
  if (count > 0) return;
  const row = { cohortId, practiceId, teamId, rung, firstAt: now };
  await db.practiceRelease.createMany({ data: [{ ...row, ...columns }] });
}
