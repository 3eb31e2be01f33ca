import { isMember, teamOf } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import type { Db } from '$lib/platform/db/client.server';
import { notFound } from '$lib/platform/errors';
import { toPlainText } from '$lib/platform/rich-text.server';
import * as policy from './policy';
import type { CohortFacts, TopicFacts } from './policy';
import {
  richFields,
  type FormInput,
  type RichField,
  type TopicRef,
  type TopicText,
} from './schema';

/** What every command on a topic begins with. */
export interface LockedTopic extends TopicFacts {
  id: string;
  question: string;
  teamName: string;
  version: number;
  proposedById: string | null;
}

/**
 * The facts of a topic, its row locked until the transaction ends, so that what is decided on them
 * still holds when it is written. A foreign topic is not found.
 */
export async function lockTopic(db: Db, { cohortId, topicId }: TopicRef): Promise<LockedTopic> {
  const [topic] = await db.$queryRaw<LockedTopic[]>`
    SELECT t.id, t."cohortId", c.state::text AS "cohortState", t."teamId", t.state::text AS state,
           t.question, team.name AS "teamName", t.version, t."proposedById"
      FROM topic t
      JOIN cohort c ON c.id = t."cohortId"
      JOIN team ON team.id = t."teamId"
     WHERE t.id = ${topicId}::uuid AND t."cohortId" = ${cohortId}::uuid
       FOR UPDATE OF t`;
  if (!topic) throw notFound();
  return topic;
}

/** What a cohort is open for; one that the actor does not know is not found. */
export async function cohortFacts(db: Db, cohortId: string): Promise<CohortFacts> {
  const cohort = await db.cohort.findUnique({ where: { id: cohortId }, select: { state: true } });
  if (!cohort) throw notFound();
  return { cohortId, cohortState: cohort.state };
}

const textColumns = {
  question: true,
  about: true,
  whyNow: true,
  bringsCase: true,
  bringsFailure: true,
  bringsExpert: true,
  needs: true,
  offers: true,
  tags: true,
  minutes: true,
  format: true,
} as const satisfies Record<keyof TopicText, true>;

/** What the form of a new or a stored topic needs. */
export async function form({ db, actor }: PersonScope, { cohortId, topicId }: FormInput) {
  ensure(policy.mayRead(actor, { cohortId }));
  const cohort = await cohortFacts(db, cohortId);
  const topic = topicId === null ? null : await storedTopic(db, { cohortId, topicId });
  if (topic) {
    const { teamId, state } = topic;
    ensure(policy.mayChange(actor, { ...cohort, teamId, state }));
  }
  const mayEnter = policy.mayEnter(actor, cohort).isAllowed;
  const mayPropose = policy.mayPropose(actor, cohort).isAllowed;
  if (!topic) ensure(mayEnter ? { isAllowed: true } : policy.mayPropose(actor, cohort));
  const teams = await db.team.findMany({
    where: { cohortId },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  });
  return {
    topic,
    plain: topic && plainTexts(topic),
    tags: await usedTags(db, cohortId),
    teams,
    ownTeam: teams.find((team) => team.id === teamOf(actor, cohortId)) ?? null,
    may: { enter: mayEnter, propose: mayPropose && isMember(actor, cohortId) },
  };
}

async function storedTopic(db: Db, { cohortId, topicId }: TopicRef) {
  const topic = await db.topic.findFirst({
    where: { id: topicId, cohortId },
    select: {
      ...textColumns,
      id: true,
      teamId: true,
      state: true,
      version: true,
      team: { select: { name: true } },
    },
  });
  if (!topic) throw notFound();
  return topic;
}

/** The rich texts without their markup, for a form without JavaScript. */
const plainTexts = (text: Pick<TopicText, RichField>) =>
  Object.fromEntries(richFields.map((field) => [field, toPlainText(text[field])])) as Record<
    RichField,
    string
  >;

async function usedTags(db: Db, cohortId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ tag: string }[]>`
    SELECT DISTINCT unnest(tags) AS tag FROM topic WHERE "cohortId" = ${cohortId}::uuid ORDER BY tag`;
  return rows.map(({ tag }) => tag);
}

export type TopicForm = Awaited<ReturnType<typeof form>>;
