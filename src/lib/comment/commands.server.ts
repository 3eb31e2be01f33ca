import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { record } from '$lib/activity/commands.server';
import type { ActivityFacts, ActivityKind } from '$lib/activity/kinds';
import type { Db } from '$lib/platform/db/client.server';
import { AppError, conflict, notFound } from '$lib/platform/errors';
import { publish } from '$lib/platform/events.server';
import { sanitiseRichText, toPlainText } from '$lib/platform/rich-text.server';
import { mayComment as mayCommentPractice } from '$lib/practice/policy';
import { readShown } from '$lib/practice/queries.server';
import { mayComment as mayCommentProceedings } from '$lib/proceedings/policy';
import { proceedingsFacts } from '$lib/proceedings/queries.server';
import { mayComment } from '$lib/topic/policy';
import { lockTopic } from '$lib/topic/queries.server';
import { linkMentions } from './mentions';
import * as policy from './policy';
import { mentionable } from './queries.server';
import type { CommentRef, CreateComment, EditComment, Subject } from './schema';

interface CleanBody {
  html: string;
  mentionIds: string[];
  /** For the notices: the accounts behind the mentions. */
  mentionedAccountIds: string[];
}

async function cleanBody(db: Db, ref: Subject, body: string): Promise<CleanBody> {
  const clean = sanitiseRichText(body);
  if (toPlainText(clean).trim() === '') throw new AppError('comment_is_empty');
  const people = clean.includes('@') ? await mentionable(db, ref) : [];
  const { html, mentionIds } = linkMentions(
    clean,
    people,
    (membershipId) => `/cohorts/${ref.cohortId}/people/${membershipId}`,
  );
  const mentionedAccountIds = people
    .filter((person) => mentionIds.includes(person.membershipId))
    .map((person) => person.accountId);
  return { html, mentionIds, mentionedAccountIds };
}

async function quotedAuthor(
  db: Db,
  { topicId, practiceId, workshopId }: Subject,
  quotedId: string,
) {
  const quoted = await db.comment.findFirst({
    where: { id: quotedId, topicId, practiceId, workshopId },
    select: { authorId: true },
  });
  if (!quoted) throw notFound();
  return quoted.authorId;
}

/** What a comment is about, as the log and the open pages call it. */
interface Commented {
  kind: ActivityKind;
  subjectKind: 'topic' | 'practice' | 'workshop';
  subjectId: string;
  facts: ActivityFacts;
}

/** Refuses where the actor may not comment; a topic stays locked, since it counts its comments. */
async function commented(scope: PersonScope, ref: Subject): Promise<Commented> {
  const { db, actor } = scope;
  const { cohortId, topicId, practiceId, workshopId } = ref;
  if (topicId !== null) {
    const topic = await lockTopic(db, { cohortId, topicId });
    ensure(mayComment(actor, topic));
    const facts = { question: topic.question };
    return { kind: 'topic_commented', subjectKind: 'topic', subjectId: topicId, facts };
  }
  if (workshopId !== null) {
    ensure(mayCommentProceedings(actor, await proceedingsFacts(scope, { cohortId, workshopId })));
    const about = { subjectKind: 'workshop' as const, subjectId: workshopId };
    return { kind: 'proceedings_commented', ...about, facts: {} };
  }
  const practice = await readShown(db, { cohortId, practiceId: practiceId! });
  ensure(mayCommentPractice(actor, practice));
  // Its words stay out of the log: whoever shows them no longer takes them out everywhere.
  return { kind: 'practice_commented', subjectKind: 'practice', subjectId: practice.id, facts: {} };
}

/** What the open pages call it. */
function subjectOf({ topicId, practiceId, workshopId }: Subject): { kind: string; id: string } {
  if (topicId !== null) return { kind: 'topic', id: topicId };
  return practiceId !== null
    ? { kind: 'practice', id: practiceId }
    : { kind: 'workshop', id: workshopId! };
}

/** Posts a comment; its author follows the topic from now on. */
export async function create(scope: PersonScope, input: CreateComment): Promise<{ id: string }> {
  const { db, clock, actor } = scope;
  const { cohortId, topicId, practiceId, workshopId, id, quotedId } = input;
  const { facts, ...about } = await commented(scope, input);
  const { html, mentionIds, mentionedAccountIds } = await cleanBody(db, input, input.body);
  const quotedAuthorId = quotedId && (await quotedAuthor(db, input, quotedId));
  const now = clock.now();
  const [posted] = await db.$queryRaw<{ count: number }[]>`
    WITH posted AS (
      INSERT INTO comment ("cohortId", id, "topicId", "practiceId", "workshopId", "authorId", body,
                           "quotedId", "mentionIds", "createdAt")
      VALUES (${cohortId}::uuid, ${id}::uuid, ${topicId}::uuid, ${practiceId}::uuid,
              ${workshopId}::uuid, ${actor.accountId}::uuid, ${html}, ${quotedId}::uuid, ${mentionIds}::uuid[],
              ${now}::timestamptz)
      ON CONFLICT DO NOTHING RETURNING id
    ), counted AS (
      UPDATE topic SET "commentCount" = "commentCount" + 1, "activeAt" = ${now}::timestamptz
       WHERE id = ${topicId}::uuid AND EXISTS (SELECT 1 FROM posted)
    ), followed AS (
      INSERT INTO follow ("cohortId", "topicId", "accountId", at)
      SELECT ${cohortId}::uuid, ${topicId}::uuid, ${actor.accountId}::uuid, ${now}::timestamptz FROM posted
       WHERE ${topicId}::uuid IS NOT NULL
      ON CONFLICT DO NOTHING
    )
    SELECT count(*)::int AS count FROM posted`;
  if (posted?.count === 0) return repeated(scope, input);
  await record(scope, {
    cohortId,
    ...about,
    facts: { ...facts, commentId: id, mentionIds: mentionedAccountIds, quotedAuthorId },
  });
  return { id };
}

/** The id is there already: the same request once more, or somebody else's comment. */
async function repeated({ db, actor }: PersonScope, input: CreateComment) {
  const { topicId, practiceId, workshopId, id } = input;
  const own = await db.comment.findFirst({
    where: { id, topicId, practiceId, workshopId, authorId: actor.accountId },
    select: { id: true },
  });
  if (!own) throw notFound();
  return { id };
}

interface LockedComment extends policy.CommentFacts {
  id: string;
  version: number;
}

/** A topic counts its comments: it is locked first, so that they change one after the other. */
async function lockComment(
  db: Db,
  { cohortId, topicId, practiceId, workshopId, id }: CommentRef,
): Promise<LockedComment> {
  if (topicId !== null)
    await db.$queryRaw`SELECT 1 FROM topic WHERE id = ${topicId}::uuid FOR UPDATE`;
  const [comment] = await db.$queryRaw<LockedComment[]>`
    SELECT k.id, k."cohortId", c.state::text AS "cohortState", k."authorId", k."deletedById",
           k."deletedAt" IS NOT NULL AS "isDeleted", k.body = '' AS "isCleared", k.version
      FROM comment k JOIN cohort c ON c.id = k."cohortId"
     WHERE k.id = ${id}::uuid AND k."cohortId" = ${cohortId}::uuid
       AND k."topicId" IS NOT DISTINCT FROM ${topicId}::uuid
       AND k."practiceId" IS NOT DISTINCT FROM ${practiceId}::uuid
       AND k."workshopId" IS NOT DISTINCT FROM ${workshopId}::uuid`;
  if (!comment) throw notFound();
  return comment;
}

export async function edit(scope: PersonScope, input: EditComment): Promise<{ version: number }> {
  const { db, clock, actor } = scope;
  const comment = await lockComment(db, input);
  ensure(policy.mayEdit(actor, comment));
  if (comment.version !== input.version) throw conflict(comment.version);
  const { html, mentionIds } = await cleanBody(db, input, input.body);
  const version = comment.version + 1;
  const { count } = await db.comment.updateMany({
    where: { id: comment.id, version: comment.version },
    data: { body: html, mentionIds, version, editedAt: clock.now() },
  });
  if (count === 0) throw conflict(comment.version);
  await publish(db, { cohortId: input.cohortId, ...subjectOf(input) });
  return { version };
}

/** Takes a comment off the page; whoever did so can bring it back. */
export async function remove(scope: PersonScope, ref: CommentRef): Promise<void> {
  const comment = await lockComment(scope.db, ref);
  ensure(policy.mayDelete(scope.actor, comment));
  if (comment.isDeleted) return;
  const deletion = { deletedAt: scope.clock.now(), deletedById: scope.actor.accountId };
  await setDeletion(scope, ref, deletion, -1);
}

export async function restore(scope: PersonScope, ref: CommentRef): Promise<void> {
  const comment = await lockComment(scope.db, ref);
  if (!comment.isDeleted) return;
  ensure(policy.mayRestore(scope.actor, comment));
  await setDeletion(scope, ref, { deletedAt: null, deletedById: null }, 1);
}

async function setDeletion(
  { db }: PersonScope,
  { id, ...subject }: CommentRef,
  deletion: { deletedAt: Date | null; deletedById: string | null },
  countChange: 1 | -1,
) {
  await db.comment.update({ where: { id }, data: deletion, select: { id: true } });
  const { cohortId, topicId } = subject;
  if (topicId !== null)
    await db.topic.update({
      where: { id: topicId },
      data: { commentCount: { increment: countChange } },
      select: { id: true },
    });
  await publish(db, { cohortId, ...subjectOf(subject) });
}
