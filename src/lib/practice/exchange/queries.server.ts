import { teamOf, type Locale } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { writeList } from '$lib/cohort/download/queries.server';
import { m } from '$lib/paraglide/messages.js';
import { notFound } from '$lib/platform/errors';
import { fileNameOf, type TakenFile } from '$lib/platform/file-response';
import { newId } from '$lib/platform/id';
import { practiceContent, type PracticeContent } from '../fields';
import { mayCreate, mayRead } from '../policy';
import { cohortFacts } from '../queries.server';
import { columns } from './columns';
import { FORMAT, FORMAT_VERSION, SCHEMA_PATH, toExchanged, type ExchangeFile } from './format';
import { readFile, type ReadFile, type ReadRow } from './read-file';
import type { DownloadPractices, ExportPractices, PreviewFile } from './schema';

/** More do not fit into one file that somebody opens. */
const MAXIMUM_ROWS = 2_000;

interface Taken {
  teamName: string;
  at: Date;
  content: PracticeContent;
}

async function taken(scope: PersonScope, { cohortId, of }: ExportPractices): Promise<Taken[]> {
  const { db, actor } = scope;
  ensure(mayRead(actor, { cohortId }));
  const rows =
    of === 'shown'
      ? await db.$queryRaw<Taken[]>`
          SELECT team.name AS "teamName", r."releasedAt" AS at, r.content
            FROM practice_release r JOIN team ON team.id = r."teamId"
           WHERE r."cohortId" = ${cohortId}::uuid AND r.rung = 'cohort'
           ORDER BY team.name, r."firstAt", r."practiceId" LIMIT ${MAXIMUM_ROWS}`
      : await db.$queryRaw<Taken[]>`
          SELECT team.name AS "teamName", p."changedAt" AS at, p.content
            FROM practice p JOIN team ON team.id = p."teamId"
           WHERE p."cohortId" = ${cohortId}::uuid AND p."teamId" = ${ownTeam(scope, cohortId)}::uuid
             AND p."discardedAt" IS NULL
           ORDER BY p."createdAt", p.id LIMIT ${MAXIMUM_ROWS}`;
  return rows.map((row) => ({ ...row, content: practiceContent.parse(row.content) }));
}

function ownTeam({ actor }: PersonScope, cohortId: string): string {
  const teamId = teamOf(actor, cohortId);
  if (teamId === null) throw notFound();
  return teamId;
}

const titleOf = ({ of }: ExportPractices, locale: Locale): string =>
  of === 'own' ? m.practice_exchange_own_title({}, { locale }) : m.practice_title({}, { locale });

/** A table for a spreadsheet, which can be read in again. */
export async function downloadPractices(
  scope: PersonScope,
  input: DownloadPractices,
  locale: Locale,
): Promise<TakenFile> {
  const rows = await taken(scope, input);
  const at = input.of === 'own' ? m.practice_exchange_changed_on : m.practice_exchange_shown_on;
  return writeList(scope, input, locale, {
    title: titleOf(input, locale),
    columns: [
      { heading: m.practice_exchange_team({}, { locale }), width: 24 },
      { heading: at({}, { locale }), width: 18 },
      ...columns.map(({ heading, width }) => ({ heading: heading(locale), width })),
    ],
    rows: rows.map(({ teamName, at, content }) => [
      teamName,
      at,
      ...columns.map(({ write }) => write(content, locale) ?? null),
    ]),
  });
}

/** Everything that a file can hold, for other programs. */
export async function exportPractices(
  scope: PersonScope,
  input: ExportPractices,
  locale: Locale,
  origin: string,
): Promise<TakenFile> {
  const rows = await taken(scope, input);
  const file: ExchangeFile = {
    $schema: `${origin}${SCHEMA_PATH}`,
    format: FORMAT,
    version: FORMAT_VERSION,
    practices: rows.map(({ teamName, at, content }) => ({
      town: teamName,
      shownAt: input.of === 'shown' ? at.toISOString() : undefined,
      ...toExchanged(content),
    })),
  };
  return {
    content: Buffer.from(`${JSON.stringify(file, null, 2)}\n`).toString('base64'),
    mediaType: 'application/json',
    fileName: fileNameOf(titleOf(input, locale), 'json'),
  };
}

/** What would come in; changes nothing. An example that the team has already is told, and left out. */
export async function preview(scope: PersonScope, input: PreviewFile): Promise<ReadFile> {
  const { db, actor } = scope;
  const { cohortId, text } = input;
  ensure(mayCreate(actor, await cohortFacts(db, cohortId)));
  const teamId = ownTeam(scope, cohortId);
  const { name: ownTown } = await db.team.findFirstOrThrow({
    where: { cohortId, id: teamId },
    select: { name: true },
  });
  const read = readFile(text, { ownTown, newId });
  if ('refusal' in read) return read;
  const own = await db.$queryRaw<{ gist: string }[]>`
    SELECT content->>'gist' AS gist FROM practice
     WHERE "cohortId" = ${cohortId}::uuid AND "teamId" = ${teamId}::uuid AND "discardedAt" IS NULL`;
  const known = new Set(own.map(({ gist }) => gist).filter(Boolean));
  return { ...read, rows: read.rows.map((row) => (known.has(row.gist) ? there(row) : row)) };
}

const there = (row: ReadRow): ReadRow => ({
  ...row,
  content: null,
  problems: [...row.problems, { field: 'gist', code: 'already_there', limit: null }],
});
