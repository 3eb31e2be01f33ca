import { teamOf } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import type { Db } from '$lib/platform/db/client.server';
import { notFound } from '$lib/platform/errors';
import { practiceContent, progressOf, sectionNames, sections, shortFields } from '../fields';
import * as policy from '../policy';
import { cohortFacts } from '../queries.server';
import type { PracticeRef, ReleasedRung } from '../schema';

const changes = {
  version: true,
  changedAt: true,
  changedById: true,
  discardedAt: true,
  content: true,
} as const;

/** A team's own record, for writing on it. */
export async function record({ db, actor }: PersonScope, { cohortId, practiceId }: PracticeRef) {
  const cohort = await cohortFacts(db, cohortId);
  const row = await db.practice.findFirst({
    where: { id: practiceId, cohortId },
    select: {
      ...changes,
      id: true,
      teamId: true,
      team: { select: { name: true } },
      topic: { select: { id: true, question: true } },
      releases: { select: { rung: true } },
    },
  });
  if (!row) throw notFound();
  const facts = {
    ...cohort,
    teamId: row.teamId,
    isDiscarded: row.discardedAt !== null,
    isReleased: row.releases.length > 0,
  };
  return {
    id: row.id,
    teamName: row.team.name,
    topic: row.topic,
    content: practiceContent.parse(row.content),
    version: row.version,
    changedAt: row.changedAt,
    isChangedByOther: row.changedById !== null && row.changedById !== actor.accountId,
    changedByName: await nameOf(db, row.changedById),
    discardedAt: row.discardedAt,
    isReleased: facts.isReleased,
    tags: await usedTags(db, cohortId),
    may: {
      change: policy.mayChange(actor, facts).isAllowed,
      discard: policy.mayDiscard(actor, facts).isAllowed,
      bringBack: policy.mayCreate(actor, facts).isAllowed,
    },
  };
}
export type OwnRecord = Awaited<ReturnType<typeof record>>;

async function nameOf(db: Db, accountId: string | null): Promise<string | null> {
  if (accountId === null) return null;
  const account = await db.account.findUnique({
    where: { id: accountId },
    select: { name: true },
  });
  return account?.name ?? null;
}

/** Tags that topics and examples of the cohort have already: one word for one thing. */
async function usedTags(db: Db, cohortId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ tag: string }[]>`
    SELECT unnest(tags) AS tag FROM topic WHERE "cohortId" = ${cohortId}::uuid
    UNION SELECT unnest(tags) FROM practice_release WHERE "cohortId" = ${cohortId}::uuid
    ORDER BY tag`;
  return rows.map(({ tag }) => tag);
}

/** Who last worked on a record of the own team, how far it has come, and who reads it already. */
export interface OwnEntry {
  id: string;
  gist: string;
  kind: string | null;
  changedAt: Date;
  changedByName: string | null;
  isDiscarded: boolean;
  rung: 'team' | ReleasedRung;
  short: { filled: number; total: number };
  filledParts: number;
  parts: number;
}

/** The records of the own team, those last worked on first. */
export async function own(
  { db, actor }: PersonScope,
  { cohortId }: { cohortId: string },
): Promise<OwnEntry[]> {
  ensure(policy.mayRead(actor, { cohortId }));
  const teamId = teamOf(actor, cohortId);
  if (teamId === null) return [];
  const rows = await db.practice.findMany({
    where: { cohortId, teamId },
    orderBy: [{ changedAt: 'desc' }, { id: 'desc' }],
    select: { ...changes, id: true, releases: { select: { rung: true } } },
  });
  const ids = rows.flatMap(({ changedById }) => changedById ?? []);
  const accounts = await db.account.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  return rows.map((row) => {
    const content = practiceContent.parse(row.content);
    const rungs = row.releases.map(({ rung }) => rung);
    return {
      id: row.id,
      gist: content.gist,
      kind: content.kind,
      changedAt: row.changedAt,
      changedByName: row.changedById === null ? null : (names.get(row.changedById) ?? null),
      isDiscarded: row.discardedAt !== null,
      rung: rungs.includes('public') ? 'public' : (rungs[0] ?? 'team'),
      short: progressOf(content, shortFields),
      filledParts: sectionNames.filter((name) => progressOf(content, sections[name]).filled > 0)
        .length,
      parts: sectionNames.length,
    };
  });
}

/** What somebody can begin with: topics of the cohort, those of the own team first. */
export async function options({ db, actor }: PersonScope, { cohortId }: { cohortId: string }) {
  ensure(policy.mayCreate(actor, await cohortFacts(db, cohortId)));
  const teamId = teamOf(actor, cohortId);
  const topics = await db.topic.findMany({
    where: { cohortId, state: { notIn: ['draft', 'unconfirmed', 'merged', 'withdrawn'] } },
    orderBy: { question: 'asc' },
    select: { id: true, question: true, teamId: true },
  });
  const isOwn = (topic: { teamId: string }) => topic.teamId === teamId;
  const sorted = topics.toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)));
  return { topics: sorted.map(({ id, question }) => ({ id, question })) };
}
