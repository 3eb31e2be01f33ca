import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { toPlainText } from '$lib/platform/rich-text.server';
import { hrefOf, type HitKind } from './hit';
import { around } from './mark';
import { maySearch } from './policy';
import type { Find } from './schema';

const EXCERPT_LENGTH = 200;

export interface Hit {
  kind: HitKind;
  id: string;
  href: string;
  title: string;
  /** The town, or who wrote it; null where that says nothing. */
  place: string | null;
  /** The part of its text where the words were found. */
  excerpt: string;
}

interface Found {
  hits: Hit[];
  /** Whether there are more than are shown, or than were compared. */
  isCut: boolean;
}

interface HitRow {
  isCut: boolean;
  kind: HitKind;
  id: string;
  topicId: string | null;
  practiceId: string | null;
  workshopId: string | null;
  title: string;
  place: string | null;
  body: string;
}

/** Ids come from the index, the rows from their own tables: what the reader may not see is not there. */
export async function findInCohort(
  { db, actor }: PersonScope,
  { cohortId, q, limit }: Find,
): Promise<Found> {
  ensure(maySearch(actor, cohortId));
  if (q.trim() === '') return { hits: [], isCut: false };
  const rows = await db.$queryRaw<HitRow[]>`
    WITH hit AS MATERIALIZED (SELECT * FROM app.search_find(${cohortId}::uuid, ${q}, ${limit}::int))
    SELECT found.kind, found.id, found."topicId", found."practiceId", found."workshopId", found.title, found.place, found.body,
           (SELECT bool_or("isCut") FROM hit) AS "isCut"
      FROM (
        SELECT h.kind, h.rank, t.id, t.id AS "topicId", NULL::uuid AS "practiceId", NULL::uuid AS "workshopId",
               t.question AS title, m.name AS place,
               concat_ws(' ', t.about, t."whyNow", t."bringsCase", t."bringsFailure", t."bringsExpert") AS body
          FROM hit h JOIN topic t ON h.kind = 'topic' AND t.id = h."subjectId" JOIN team m ON m.id = t."teamId"
        UNION ALL
        SELECT h.kind, h.rank, c.id, t.id, c."practiceId", c."workshopId",
               coalesce(t.question, p.gist, own.content ->> 'gist', w.title), a.name, c.body
          FROM hit h JOIN comment c ON h.kind = 'comment' AND c.id = h."subjectId"
          LEFT JOIN topic t ON t.id = c."topicId"
          LEFT JOIN practice_release p ON p."practiceId" = c."practiceId" AND p.rung = 'cohort'
          LEFT JOIN practice own ON own.id = c."practiceId"
          LEFT JOIN workshop w ON w.id = c."workshopId"
          LEFT JOIN account a ON a.id = c."authorId"
        UNION ALL
        SELECT h.kind, h.rank, p."practiceId", NULL, p."practiceId", NULL, p.gist, m.name,
               concat_ws(' ', p.content ->> 'story', p.content ->> 'nextTime', p.content ->> 'problem',
                         p.content ->> 'happened', p.content ->> 'why', p.content ->> 'dontIf',
                         array_to_string(p.tags, ' '))
          FROM hit h JOIN practice_release p ON h.kind = 'practice' AND p."practiceId" = h."subjectId"
           AND p.rung = 'cohort' JOIN team m ON m.id = p."teamId"
        UNION ALL
        SELECT h.kind, h.rank, w.id, NULL, NULL, w.id, w.title, NULL,
               (SELECT string_agg(s ->> 'title' || ': ' || (s ->> 'body'), ' ')
                  FROM jsonb_array_elements((SELECT v.content -> 'sections' FROM proceedings_version v
                         WHERE v."workshopId" = w.id ORDER BY v.version DESC LIMIT 1)) s)
          FROM hit h JOIN workshop w ON h.kind = 'proceedings' AND w.id = h."subjectId"
        UNION ALL
        SELECT h.kind, h.rank, t.id, t.id, NULL, NULL, t.question, m.name, app.outcome_text(t.id)
          FROM hit h JOIN topic t ON h.kind = 'outcome' AND t.id = h."subjectId" JOIN team m ON m.id = t."teamId"
        UNION ALL
        SELECT h.kind, h.rank, m.id, NULL, NULL, NULL, m.name, NULL, concat_ws(' ', m."startingPoint", m.aims, m.offers, m.seeks)
          FROM hit h JOIN team m ON h.kind = 'team' AND m.id = h."subjectId"
        UNION ALL
        SELECT h.kind, h.rank, p.id, NULL, NULL, NULL, a.name, m.name, p.occupation
          FROM hit h JOIN membership p ON h.kind = 'membership' AND p.id = h."subjectId"
          JOIN account a ON a.id = p."accountId" LEFT JOIN team m ON m.id = p."teamId"
        UNION ALL
        SELECT h.kind, h.rank, n.id, NULL, NULL, NULL, n.subject, NULL, n.body
          FROM hit h JOIN announcement n ON h.kind = 'announcement' AND n.id = h."subjectId"
        UNION ALL
        SELECT h.kind, h.rank, b.id, NULL, NULL, NULL, b.title, NULL, b.explanation
          FROM hit h JOIN ballot b ON h.kind = 'ballot' AND b.id = h."subjectId"
      ) found
     ORDER BY found.rank DESC, found.id DESC`;
  const hits = rows.map(({ kind, id, topicId, practiceId, workshopId, title, place, body }) => ({
    kind,
    id,
    href: hrefOf(cohortId, { kind, id, topicId, practiceId, workshopId }),
    title,
    place,
    excerpt: around(
      (kind === 'practice' ? body : toPlainText(body)).replace(/\s+/g, ' ').trim(),
      q,
      EXCERPT_LENGTH,
    ),
  }));
  return { hits, isCut: rows[0]?.isCut ?? false };
}
