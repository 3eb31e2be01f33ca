import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { workshopOf } from '$lib/agenda/publish/queries.server';
import { notFound } from '$lib/platform/errors';
import { toPlainText } from '$lib/platform/rich-text.server';
import { mayWrite } from '../policy';
import type { SectionRef } from '../schema';

/** A version of a section, as words to compare. */
export interface KeptRevision {
  version: number;
  title: string;
  text: string;
  byName: string | null;
  changedAt: Date;
}

/** What a section has said, the newest first. */
export async function sectionHistory(scope: PersonScope, ref: SectionRef) {
  const { db, actor } = scope;
  const workshop = await workshopOf(scope, ref);
  const { cohortId, cohortState, timeZone } = workshop;
  ensure(mayWrite(actor, { cohortId, cohortState }));
  const rows = await db.$queryRaw<(Omit<KeptRevision, 'text'> & { body: string })[]>`
    SELECT r.version, r.title, r.body, a.name AS "byName", r."changedAt"
      FROM proceedings_revision r
      JOIN proceedings_section s ON s.id = r."sectionId" AND s."workshopId" = ${ref.workshopId}::uuid
      LEFT JOIN account a ON a.id = r."changedById"
     WHERE r."sectionId" = ${ref.sectionId}::uuid ORDER BY r.version DESC`;
  if (rows.length === 0) throw notFound();
  const revisions = rows.map(({ body, ...row }) => ({ ...row, text: toPlainText(body) }));
  return { workshop: { title: workshop.title }, timeZone, revisions };
}
