import type { Actor } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import type { Db } from '$lib/platform/db/client.server';
import { excerpt, toPlainText } from '$lib/platform/rich-text.server';
import * as practicePolicy from '$lib/practice/policy';
import { proceedingsFacts } from '$lib/proceedings/queries.server';
import * as topicPolicy from '$lib/topic/policy';
import { Prisma } from '../../generated/prisma/client';
import { clearedAt } from './clearing';
import type { Mentionable } from './mentions';
import * as policy from './policy';
import type { CommentRange, Subject } from './schema';

export const COMMENTS_PER_PAGE = 20;

/** A person beside what she or he wrote; null where the account was erased. */
export interface Author {
  name: string;
  membershipId: string | null;
  /** The person's team; null for those who run the series. */
  teamName: string | null;
  role: string | null;
}

export interface ShownComment {
  id: string;
  author: Author | null;
  /** Cleaned HTML; empty where the comment was deleted. */
  body: string;
  /** The body without markup, for those who may edit it. */
  plain: string | null;
  /** The beginning, for an answer that quotes it. */
  excerpt: string;
  quoted: { id: string; authorName: string | null; excerpt: string } | null;
  version: number;
  createdAt: string;
  isEdited: boolean;
  isDeleted: boolean;
  /** Until when whoever deleted it can bring it back; null for everyone else. */
  restorableUntil: Date | null;
  may: { edit: boolean; delete: boolean; restore: boolean };
}

export interface CommentPage {
  comments: ShownComment[];
  /** Comments before the first shown one: ask for those before its id. */
  earlierBefore: string | null;
  /** Comments after the last shown one: ask from this id on. */
  laterFrom: string | null;
}

interface CommentRow {
  id: string;
  authorId: string | null;
  deletedById: string | null;
  author: Author | null;
  body: string;
  quoted: { id: string; authorName: string | null; body: string | null } | null;
  version: number;
  createdAt: string;
  isEdited: boolean;
  isDeleted: boolean;
  isCleared: boolean;
  deletedAt: string | null;
  /** Looked up only where the reading runs forwards. */
  hasEarlier: boolean;
}

const momentOf = (id: string) =>
  Prisma.sql`(SELECT p."createdAt", p.id FROM comment p WHERE p.id = ${id}::uuid)`;

/** The comments of one subject. */
function isAbout(alias: Prisma.Sql, { topicId, practiceId, workshopId }: Subject): Prisma.Sql {
  if (topicId !== null) return Prisma.sql`${alias}."topicId" = ${topicId}::uuid`;
  if (practiceId !== null) return Prisma.sql`${alias}."practiceId" = ${practiceId}::uuid`;
  return Prisma.sql`${alias}."workshopId" = ${workshopId}::uuid`;
}

/** Which comments to read; the order is turned round afterwards where it runs backwards. */
function range({ before, from, ...subject }: CommentRange & Subject) {
  if (from)
    return {
      isBackwards: false,
      where: Prisma.sql`(k."createdAt", k.id) >= ${momentOf(from)}`,
      order: Prisma.sql`k."createdAt", k.id`,
      hasEarlier: Prisma.sql`EXISTS (SELECT 1 FROM comment p WHERE ${isAbout(Prisma.sql`p`, subject)}
          AND (p."createdAt", p.id) < (k."createdAt", k.id))`,
    };
  return {
    isBackwards: true,
    where: before ? Prisma.sql`(k."createdAt", k.id) < ${momentOf(before)}` : Prisma.sql`TRUE`,
    order: Prisma.sql`k."createdAt" DESC, k.id DESC`,
    hasEarlier: Prisma.sql`FALSE`,
  };
}

/**
 * A page of comments with authors and quotes, in one statement. One more than is shown is
 * read, to know whether more follow.
 */
export async function readComments(
  { db, actor }: PersonScope,
  input: CommentRange & Subject,
  cohort: policy.CohortFacts,
): Promise<CommentPage> {
  const { isBackwards, where, order, ...lookUp } = range(input);
  const rows = await db.$queryRaw<{ row: CommentRow }[]>`
    SELECT json_build_object(
        'id', k.id, 'authorId', k."authorId", 'deletedById', k."deletedById",
        'author', CASE WHEN a.id IS NOT NULL THEN json_build_object('name', a.name,
            'membershipId', m.id, 'teamName', team.name, 'role', m.role) END,
        'body', CASE WHEN k."deletedAt" IS NULL THEN k.body ELSE '' END,
        'quoted', CASE WHEN q.id IS NOT NULL THEN json_build_object('id', q.id, 'authorName', qa.name,
            'body', CASE WHEN q."deletedAt" IS NULL THEN left(q.body, 2000) END) END,
        'version', k.version, 'createdAt', k."createdAt", 'isEdited', k."editedAt" IS NOT NULL,
        'isDeleted', k."deletedAt" IS NOT NULL, 'deletedAt', k."deletedAt",
        'isCleared', k.body = '', 'hasEarlier', ${lookUp.hasEarlier}) AS row
      FROM comment k
      LEFT JOIN account a ON a.id = k."authorId"
      LEFT JOIN LATERAL (SELECT m.id, m."teamId", m.role FROM membership m
          WHERE m."accountId" = k."authorId" AND m."cohortId" = k."cohortId"
          ORDER BY m."endedAt" IS NOT NULL, m."teamId" IS NULL, m.id LIMIT 1) m ON TRUE
      LEFT JOIN team ON team.id = m."teamId"
      LEFT JOIN comment q ON q.id = k."quotedId"
      LEFT JOIN account qa ON qa.id = q."authorId"
     WHERE ${isAbout(Prisma.sql`k`, input)} AND ${where}
     ORDER BY ${order}
     LIMIT ${COMMENTS_PER_PAGE + 1}`;
  const hasMore = rows.length > COMMENTS_PER_PAGE;
  const inOrder = rows.slice(0, COMMENTS_PER_PAGE).map(({ row }) => row);
  if (isBackwards) inOrder.reverse();
  const first = inOrder[0];
  const extra = hasMore ? rows[COMMENTS_PER_PAGE]!.row.id : null;
  const hasEarlier = isBackwards ? hasMore : first?.hasEarlier;
  return {
    comments: inOrder.map((row) => shape(row, actor, cohort)),
    earlierBefore: hasEarlier ? first!.id : null,
    laterFrom: isBackwards ? (input.before ?? null) : extra,
  };
}

function shape(row: CommentRow, actor: Actor, cohort: policy.CohortFacts): ShownComment {
  const { id, author, body, quoted, version, createdAt, isEdited, isDeleted } = row;
  const { authorId, deletedById, isCleared, deletedAt } = row;
  const facts = { ...cohort, authorId, deletedById, isDeleted, isCleared };
  const mayRestore = isDeleted && policy.mayRestore(actor, facts).isAllowed;
  const mayEdit = policy.mayEdit(actor, facts).isAllowed;
  return {
    id,
    author,
    body,
    plain: mayEdit ? toPlainText(body) : null,
    excerpt: excerpt(body, 240),
    quoted: quoted && {
      id: quoted.id,
      authorName: quoted.authorName,
      excerpt: quoted.body === null ? '' : excerpt(quoted.body, 240),
    },
    version,
    createdAt,
    isEdited,
    isDeleted,
    restorableUntil: mayRestore && deletedAt ? clearedAt(deletedAt) : null,
    may: {
      edit: mayEdit,
      delete: !isDeleted && policy.mayDelete(actor, facts).isAllowed,
      restore: mayRestore,
    },
  };
}

/** The people whom a comment may name: whoever reads the cohort, and the guests of the topic or the workshop. */
export const mentionable = (db: Db, { cohortId, topicId, workshopId }: Subject) =>
  db.$queryRaw<Mentionable[]>`
    SELECT DISTINCT ON (a.name) m.id AS "membershipId", a.id AS "accountId", a.name
      FROM membership m JOIN account a ON a.id = m."accountId"
     WHERE m."cohortId" = ${cohortId}::uuid AND m."endedAt" IS NULL
       AND (m.role IN ('member', 'moderator', 'organiser')
            OR m.id IN (SELECT g."membershipId" FROM topic_guest g WHERE g."topicId" = ${topicId}::uuid)
            OR m.id IN (SELECT g."membershipId" FROM workshop_guest g
                         WHERE g."workshopId" = ${workshopId}::uuid))
     ORDER BY a.name, m."teamId" NULLS LAST, m.id`;

/** Refuses who does not read what the comments are about. */
async function ensureReader(scope: PersonScope, ref: Subject): Promise<void> {
  const { cohortId, topicId, practiceId, workshopId } = ref;
  if (topicId !== null) ensure(topicPolicy.mayRead(scope.actor, ref));
  if (practiceId !== null) ensure(practicePolicy.mayRead(scope.actor, ref));
  if (workshopId !== null) await proceedingsFacts(scope, { cohortId, workshopId });
}

/** The names that "@" offers while one writes. */
export async function mentionableNames(scope: PersonScope, ref: Subject) {
  const { db, actor } = scope;
  await ensureReader(scope, ref);
  const people = await mentionable(db, ref);
  return people.filter(({ accountId }) => accountId !== actor.accountId).map(({ name }) => name);
}
