import { teamOf } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import type { Db } from '$lib/platform/db/client.server';
import { notFound } from '$lib/platform/errors';
import { fileNameOf, type TakenFile } from '$lib/platform/file-response';
import type { FileStore } from '$lib/platform/files/store.server';
import { renderPdf } from '$lib/platform/pdf.server';
import { bytesOf, picturesToPrint } from '$lib/upload/queries.server';
import { practiceContent, type PracticeKind } from '../fields';
import { chosen } from '../list/queries.server';
import { mayRead } from '../policy';
import { isNamedOn, type Consent } from '../person/consent';
import type { ReleasedRung, Rung } from '../schema';
import type { PaperDocument, PaperSource } from './paper';
import template from './practice.typ?raw';
import type { Collection, Offer, OfCohort, OnPaper } from './schema';

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

interface Row extends Omit<PaperSource, 'persons'> {
  /** The cohort's day, which consents are counted by. */
  today: string;
  persons: (PaperSource['persons'][number] & Consent)[] | null;
}

/** As it is shown: with those alone whose consent holds for those who read this text. */
const shownAs = ({ today, persons, ...row }: Row): PaperSource => ({
  ...row,
  // Fields that came later are filled with what they say when they say nothing.
  content: practiceContent.parse(row.content),
  adoptions: row.adoptions ?? [],
  persons: (persons ?? [])
    .filter((person) => row.rung !== 'team' && isNamedOn(row.rung, person, today))
    .map(({ name, role, contact }) => ({ name, role, contact })),
});

async function releases(
  { db, clock }: PersonScope,
  cohortId: string,
  practiceIds: readonly string[],
  rungs: readonly ReleasedRung[],
): Promise<PaperSource[]> {
  const now = clock.now();
  const rows = await db.$queryRaw<Row[]>`
    SELECT r."practiceId", r.rung::text AS rung, r."releasedAt" AS at, r.content,
           CASE WHEN r.rung = 'cohort' OR r."namesSite" THEN team.name END AS "teamName",
           CASE WHEN r.rung = 'cohort' THEN (
             SELECT json_agg(json_build_object('teamName', t.name, 'state', d.state, 'why', d.why,
                      'changed', d.changed, 'result', d.result) ORDER BY d."startedAt", d."teamId")
               FROM practice_adoption d JOIN team t ON t.id = d."teamId"
              WHERE d."practiceId" = r."practiceId") END AS adoptions,
           (${now}::timestamptz AT TIME ZONE c."timeZone")::date::text AS today,
           (SELECT json_agg(json_build_object('name', n.name, 'role', n.role, 'contact', n.contact,
                    'scope', n.scope, 'until', n.until, 'consentedAt', n."consentedAt",
                    'withdrawnAt', n."withdrawnAt") ORDER BY n."createdAt", n.id)
              FROM practice_person n WHERE n."practiceId" = r."practiceId") AS persons
      FROM practice_release r JOIN team ON team.id = r."teamId" JOIN cohort c ON c.id = r."cohortId"
     WHERE r."cohortId" = ${cohortId}::uuid
       AND r."practiceId" = ANY (${practiceIds}::uuid[]) AND r.rung::text = ANY (${rungs}::text[])
     ORDER BY team.name, r."firstAt", r."practiceId", r.rung`;
  return rows.map(shownAs);
}

/** The team's own text; the walls give it to nobody else. */
async function ownText(db: Db, { cohortId, practiceId }: OnPaper): Promise<PaperSource[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT p.id AS "practiceId", team.name AS "teamName", 'team' AS rung, p."changedAt" AS at, p.content,
           NULL AS adoptions, NULL AS persons, '' AS today
      FROM practice p JOIN team ON team.id = p."teamId"
     WHERE p."cohortId" = ${cohortId}::uuid AND p.id = ${practiceId}::uuid AND p."discardedAt" IS NULL`;
  return rows.map(shownAs);
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
  const shown = await releases(scope, cohortId, [practiceId], ['cohort', 'public']);
  const texts = [...(await ownText(db, input)), ...shown];
  const source = rung
    ? ofRung(texts, rung)
    : (ofRung(texts, 'cohort') ?? ofRung(texts, 'public') ?? ofRung(texts, 'team'));
  if (!source) throw notFound();
  return { place: await placeOf(db, cohortId), source, rungs: texts.map((text) => text.rung) };
}

/** The chosen examples; one that is no longer shown is left out. */
export async function readMany(
  scope: PersonScope,
  { cohortId, practiceIds, rung }: Collection,
): Promise<{ place: PaperPlace; sources: PaperSource[] }> {
  const { db, actor } = scope;
  ensure(mayRead(actor, { cohortId }));
  const sources = await releases(scope, cohortId, practiceIds, [rung]);
  if (sources.length === 0) throw notFound();
  return { place: await placeOf(db, cohortId), sources };
}

/** What can be put into a collection: what the list shows, in its order. */
export async function offer({ db, actor }: PersonScope, input: Offer) {
  ensure(mayRead(actor, input));
  const { from, order } = chosen(input);
  return db.$queryRaw<
    { practiceId: string; gist: string; kind: PracticeKind; teamName: string; isPublic: boolean }[]
  >`
    SELECT r."practiceId", r.gist, r.kind,
           (SELECT team.name FROM team WHERE team.id = r."teamId") AS "teamName",
           EXISTS (SELECT 1 FROM practice_release u
                    WHERE u."practiceId" = r."practiceId" AND u.rung = 'public') AS "isPublic"
      FROM ${from}
     ORDER BY ${order} LIMIT ${MAXIMUM_OFFERED}`;
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

/** More would make a document that nobody can send. */
const MAXIMUM_PICTURES = 60;

/** The pictures that these texts name. */
export const pictureIds = (sources: Pick<PaperSource, 'content'>[]): string[] =>
  sources
    .flatMap(({ content }) =>
      content.attachments.flatMap((entry) => (entry.kind === 'picture' ? [entry.fileId] : [])),
    )
    .slice(0, MAXIMUM_PICTURES);

/** The bytes of the pictures of these texts that the reader may see, by the names that the template knows. */
export const picturesIn = async (
  scope: PersonScope,
  { cohortId }: OfCohort,
  sources: PaperSource[],
  files: FileStore,
): Promise<Map<string, Buffer>> =>
  bytesOf(files, await picturesToPrint(scope, { cohortId, fileIds: pictureIds(sources) }));

export async function printed(
  document: PaperDocument,
  pictures: ReadonlyMap<string, Buffer>,
): Promise<TakenFile> {
  const bytes = await renderPdf(template, document, pictures);
  return {
    content: Buffer.from(bytes).toString('base64'),
    mediaType: 'application/pdf',
    fileName: fileNameOf(document.title, 'pdf'),
  };
}
