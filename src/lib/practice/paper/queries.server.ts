import { teamOf } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import type { Db } from '$lib/platform/db/client.server';
import { notFound } from '$lib/platform/errors';
import { practiceContent, type PracticeKind } from '../fields';
import { mayRead } from '../policy';
import type { ReleasedRung, Rung } from '../schema';
import type { PaperSource } from './paper';
import type { Collection, OfCohort, OnPaper } from './schema';

/** Choosing for a collection is done by looking at them: more would be no choice. */
const MAXIMUM_OFFERED = 200;

export interface PaperPlace {
  cohortName: string;
  timeZone: string;
}

async function placeOf(db: Db, cohortId: string): Promise<PaperPlace> {
  const cohort = await db.cohort.findUnique({
    where: { id: cohortId },
    select: { name: true, timeZone: true },
  });
  if (!cohort) throw notFound();
  return { cohortName: cohort.name, timeZone: cohort.timeZone };
}

/** Fields that came later are filled with what they say when they say nothing. */
const filled = (row: PaperSource): PaperSource => ({
  ...row,
  content: practiceContent.parse(row.content),
});

async function releases(
  db: Db,
  cohortId: string,
  practiceIds: readonly string[],
  rungs: readonly ReleasedRung[],
): Promise<PaperSource[]> {
  const rows = await db.$queryRaw<PaperSource[]>`
    SELECT r."practiceId", team.name AS "teamName", r.rung::text AS rung, r."releasedAt" AS at, r.content
      FROM practice_release r JOIN team ON team.id = r."teamId"
     WHERE r."cohortId" = ${cohortId}::uuid
       AND r."practiceId" = ANY (${practiceIds}::uuid[]) AND r.rung::text = ANY (${rungs}::text[])
     ORDER BY team.name, r."firstAt", r."practiceId", r.rung`;
  return rows.map(filled);
}

/** The team's own text; the walls give it to nobody else. */
async function ownText(db: Db, { cohortId, practiceId }: OnPaper): Promise<PaperSource[]> {
  const rows = await db.$queryRaw<PaperSource[]>`
    SELECT p.id AS "practiceId", team.name AS "teamName", 'team' AS rung, p."changedAt" AS at, p.content
      FROM practice p JOIN team ON team.id = p."teamId"
     WHERE p."cohortId" = ${cohortId}::uuid AND p.id = ${practiceId}::uuid AND p."discardedAt" IS NULL`;
  return rows.map(filled);
}

export interface OnePaper {
  place: PaperPlace;
  source: PaperSource;
  /** The texts of it that the reader may have. */
  rungs: Rung[];
}

const ofRung = (texts: PaperSource[], rung: Rung): PaperSource | undefined =>
  texts.find((text) => text.rung === rung);

export async function read(scope: PersonScope, input: OnPaper): Promise<OnePaper> {
  const { db, actor } = scope;
  const { cohortId, practiceId, rung } = input;
  ensure(mayRead(actor, input));
  const shown = await releases(db, cohortId, [practiceId], ['cohort', 'public']);
  const texts = [...(await ownText(db, input)), ...shown];
  const source = rung
    ? ofRung(texts, rung)
    : (ofRung(texts, 'cohort') ?? ofRung(texts, 'public') ?? ofRung(texts, 'team'));
  if (!source) throw notFound();
  return { place: await placeOf(db, cohortId), source, rungs: texts.map((text) => text.rung) };
}

/** The chosen examples; one that is no longer shown is left out. */
export async function readMany(
  { db, actor }: PersonScope,
  { cohortId, practiceIds, rung }: Collection,
): Promise<{ place: PaperPlace; sources: PaperSource[] }> {
  ensure(mayRead(actor, { cohortId }));
  const sources = await releases(db, cohortId, practiceIds, [rung]);
  if (sources.length === 0) throw notFound();
  return { place: await placeOf(db, cohortId), sources };
}

/** What can be put into a collection, newest first. */
export async function offer({ db, actor }: PersonScope, { cohortId }: OfCohort) {
  ensure(mayRead(actor, { cohortId }));
  return db.$queryRaw<
    { practiceId: string; gist: string; kind: PracticeKind; teamName: string; isPublic: boolean }[]
  >`
    SELECT r."practiceId", r.gist, r.kind, team.name AS "teamName",
           EXISTS (SELECT 1 FROM practice_release u
                    WHERE u."practiceId" = r."practiceId" AND u.rung = 'public') AS "isPublic"
      FROM practice_release r JOIN team ON team.id = r."teamId"
     WHERE r."cohortId" = ${cohortId}::uuid AND r.rung = 'cohort'
     ORDER BY r."releasedAt" DESC, r."practiceId" LIMIT ${MAXIMUM_OFFERED}`;
}

/** The town for whose council the reader writes. */
export async function ownTown(
  { db, actor }: PersonScope,
  { cohortId }: OfCohort,
): Promise<string | null> {
  const id = teamOf(actor, cohortId);
  if (id === null) return null;
  const team = await db.team.findFirst({ where: { cohortId, id }, select: { name: true } });
  return team?.name ?? null;
}
