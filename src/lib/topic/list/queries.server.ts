import { teamOf } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { notFound } from '$lib/platform/errors';
import { excerpt } from '$lib/platform/rich-text.server';
import { Prisma } from '../../../generated/prisma/client';
import { livingStates, phases, type TopicFormat, type TopicState } from '../life';
import type { OutcomeAnswer } from '../outcome/answer';
import { mayEnter, mayPropose, mayRead } from '../policy';
import type { CohortFacts } from '../policy';
import type { ListTopics, TopicSort } from '../schema';

export const PAGE_SIZE = 20;

/** One line of the list. */
export interface ListedTopic {
  id: string;
  question: string;
  excerpt: string;
  state: TopicState;
  team: { id: string; name: string };
  tags: string[];
  needs: boolean;
  offers: boolean;
  minutes: number | null;
  format: TopicFormat;
  supportCount: number;
  commentCount: number;
  isPinned: boolean;
  isOwn: boolean;
  isSupported: boolean;
  activeAt: string;
  /** What was told last of what came of it. */
  answer: OutcomeAnswer | null;
}

interface ListRow extends Omit<ListedTopic, 'excerpt'> {
  about: string;
}

interface Answer {
  cohortState: CohortFacts['cohortState'];
  topics: ListRow[];
  teams: { id: string; name: string }[];
  tags: string[];
}

/** Every word has to be somewhere in the topic; a name of a team counts too. */
function matching(q: string): Prisma.Sql {
  const words = q.split(/\s+/).filter(Boolean).slice(0, 8);
  const conditions = words.map((word) => {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    return Prisma.sql`concat_ws(' ', t.question, t.about, t."whyNow", t."bringsCase", t."bringsFailure",
        t."bringsExpert", array_to_string(t.tags, ' '), team.name) ILIKE ${pattern}`;
  });
  return conditions.length === 0 ? Prisma.sql`TRUE` : Prisma.join(conditions, ' AND ');
}

function chosenBy({ actor }: PersonScope, input: ListTopics): Prisma.Sql {
  const { cohortId, q = '', phase, tag, teamId, marker, mine } = input;
  const states: readonly TopicState[] = phase ? phases[phase] : livingStates;
  const conditions = [
    Prisma.sql`t."cohortId" = ${cohortId}::uuid`,
    Prisma.sql`t.state = ANY (${[...states]}::topic_state[])`,
    matching(q),
  ];
  if (tag) conditions.push(Prisma.sql`${tag} = ANY (t.tags)`);
  if (teamId) conditions.push(Prisma.sql`t."teamId" = ${teamId}::uuid`);
  if (marker) conditions.push(marker === 'needs' ? Prisma.sql`t.needs` : Prisma.sql`t.offers`);
  const ownTeam = teamOf(actor, cohortId);
  if (mine === 'team') conditions.push(Prisma.sql`t."teamId" = ${ownTeam}::uuid`);
  if (mine === 'supported') conditions.push(Prisma.sql`mine."isSupported"`);
  if (mine === 'followed')
    conditions.push(Prisma.sql`EXISTS (SELECT 1 FROM follow f
      WHERE f."topicId" = t.id AND f."accountId" = ${actor.accountId}::uuid)`);
  return Prisma.join(conditions, ' AND ');
}

// Pinned topics come first in every order, so the pin is the first part of the key.
const keys: Record<TopicSort, Prisma.Sql> = {
  active: Prisma.sql`t."activeAt"`,
  newest: Prisma.sql`coalesce(t."proposedAt", t."createdAt")`,
  supported: Prisma.sql`t."supportCount"`,
};

const keyOf = ({ sort = 'active' }: ListTopics): Prisma.Sql =>
  Prisma.sql`(t."pinnedAt" IS NOT NULL), ${keys[sort]}, t.id`;

const orderOf = ({ sort = 'active' }: ListTopics): Prisma.Sql =>
  Prisma.sql`(t."pinnedAt" IS NOT NULL) DESC, ${keys[sort]} DESC, t.id DESC`;

function after(input: ListTopics): Prisma.Sql {
  if (!input.after) return Prisma.sql`TRUE`;
  const key = keyOf(input);
  return Prisma.sql`(${key}) < (SELECT ${key} FROM topic t WHERE t.id = ${input.after}::uuid)`;
}

/** A page of the list with all that its filters offer, in one statement. */
export async function list(scope: PersonScope, input: ListTopics) {
  const { db, actor } = scope;
  const { cohortId } = input;
  ensure(mayRead(actor, { cohortId }));
  const ownTeam = teamOf(actor, cohortId);
  const [row] = await db.$queryRaw<{ answer: Answer }[]>`
    SELECT json_build_object(
      'cohortState', c.state,
      'teams', (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name) ORDER BY name), '[]')
                  FROM team WHERE "cohortId" = c.id),
      'tags', (SELECT coalesce(json_agg(tag ORDER BY tag), '[]') FROM (
                 SELECT DISTINCT unnest(t.tags) AS tag FROM topic t
                  WHERE t."cohortId" = c.id AND t.state = ANY (${[...livingStates]}::topic_state[])) used),
      'topics', (SELECT coalesce(json_agg(line), '[]') FROM (
        SELECT t.id, t.question, left(t.about, 2000) AS about, t.state,
               json_build_object('id', team.id, 'name', team.name) AS team,
               t.tags, t.needs, t.offers, t.minutes, t.format, t."supportCount", t."commentCount",
               t."pinnedAt" IS NOT NULL AS "isPinned",
               coalesce(t."teamId" = ${ownTeam}::uuid, false) AS "isOwn",
               mine."isSupported", t."activeAt",
               (SELECT o.answer FROM topic_outcome o WHERE o."topicId" = t.id
                 ORDER BY o."toldAt" DESC, o.version DESC LIMIT 1) AS answer
          FROM topic t
          JOIN team ON team.id = t."teamId"
          CROSS JOIN LATERAL (SELECT EXISTS (SELECT 1 FROM support s
            WHERE s."topicId" = t.id AND s."teamId" = ${ownTeam}::uuid) AS "isSupported") mine
         WHERE ${chosenBy(scope, input)} AND ${after(input)}
         ORDER BY ${orderOf(input)}
         LIMIT ${PAGE_SIZE + 1}) line)) AS answer
      FROM cohort c WHERE c.id = ${cohortId}::uuid`;
  if (!row) throw notFound();
  const { cohortState, topics, teams, tags } = row.answer;
  const shown = topics.slice(0, PAGE_SIZE);
  const cohort: CohortFacts = { cohortId, cohortState };
  return {
    topics: shown.map(({ about, ...topic }): ListedTopic => ({
      ...topic,
      excerpt: excerpt(about, 180),
    })),
    nextAfter: topics.length > PAGE_SIZE ? shown.at(-1)!.id : null,
    teams,
    tags,
    hasTeam: ownTeam !== null,
    may: {
      propose: mayPropose(actor, cohort).isAllowed,
      enter: mayEnter(actor, cohort).isAllowed,
    },
  };
}

export type TopicList = Awaited<ReturnType<typeof list>>;
