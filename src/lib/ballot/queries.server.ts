import type { Person } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import type { Db } from '$lib/platform/db/client.server';
import { notFound } from '$lib/platform/errors';
import { toPlainText } from '$lib/platform/rich-text.server';
import type { BallotMethod } from '../../generated/prisma/client';
import { openingObstacles, stateAt, type BallotState, type OpeningObstacle } from './lifecycle';
import { methodSettings, type MethodSettings } from './method';
import type { Method } from './limits';
import * as policy from './policy';
import type { BallotRef, ListBallots } from './schema';

export type Electorate = 'persons' | 'teams';

/** A ballot as commands see it. */
export interface BallotFacts {
  cohortId: string;
  id: string;
  title: string;
  method: Method;
  settings: MethodSettings;
  electorate: Electorate;
  isSecret: boolean;
  includesModerators: boolean;
  quorumPercent: number | null;
  objectionDays: number | null;
  state: BallotState;
  opensAt: Date | null;
  closesAt: Date;
  objectionsUntil: Date | null;
  openedAt: Date | null;
  closedAt: Date | null;
  createdById: string | null;
  version: number;
}

/** How the database spells a method, and back. */
export const storedMethod = (method: Method): BallotMethod =>
  method === 'equal-shares' ? 'equal_shares' : method;
const readMethod = (stored: BallotMethod): Method =>
  stored === 'equal_shares' ? 'equal-shares' : stored;

type StoredFacts = Omit<BallotFacts, 'method' | 'settings'> & {
  method: BallotMethod;
  settings: unknown;
};

const readFacts = (row: StoredFacts): BallotFacts => ({
  ...row,
  method: readMethod(row.method),
  settings: methodSettings.parse(row.settings),
});

const factColumns = {
  cohortId: true,
  id: true,
  title: true,
  method: true,
  settings: true,
  electorate: true,
  isSecret: true,
  includesModerators: true,
  quorumPercent: true,
  objectionDays: true,
  state: true,
  opensAt: true,
  closesAt: true,
  objectionsUntil: true,
  openedAt: true,
  closedAt: true,
  createdById: true,
  version: true,
} as const;

/** The facts of a ballot that the actor may see; another one is not found. */
export async function ballotFacts(db: Db, { cohortId, ballotId }: BallotRef): Promise<BallotFacts> {
  const where = { id: ballotId, cohortId };
  const row = await db.ballot.findFirst({ where, select: factColumns });
  if (!row) throw notFound();
  return readFacts(row);
}

/**
 * The facts, the row locked until the transaction ends: whoever is voting at this moment is waited
 * for, and nobody can vote before it ends.
 */
export async function lockBallot(db: Db, ref: BallotRef): Promise<BallotFacts> {
  await db.$queryRaw`
    SELECT 1 AS held FROM ballot
     WHERE id = ${ref.ballotId}::uuid AND "cohortId" = ${ref.cohortId}::uuid FOR NO KEY UPDATE`;
  return ballotFacts(db, ref);
}

/**
 * Keeps a ballot in its state until the transaction ends, at the hand of somebody who may not change
 * it. The state is the one of now: whoever changed it at this moment was waited for.
 */
export async function holdBallot(db: Db, { ballotId }: BallotRef) {
  const [held] = await db.$queryRaw<{ state: BallotState; closesAt: Date }[]>`
    SELECT * FROM app.ballot_hold(${ballotId}::uuid)`;
  if (!held) throw notFound();
  return held;
}

export const optionsOf = (db: Db, { cohortId, ballotId }: BallotRef) =>
  db.ballotOption.findMany({
    where: { cohortId, ballotId },
    orderBy: { position: 'asc' },
    select: { id: true, topicId: true, title: true, minutes: true },
  });

export interface Electors {
  teamIds: string[];
  accountIds: string[];
}

/** Who would have a vote if the ballot opened now: teams that have somebody, or people. */
export async function findElectors(
  db: Db,
  ballot: Pick<BallotFacts, 'cohortId' | 'electorate' | 'includesModerators'>,
): Promise<Electors> {
  const { cohortId, electorate, includesModerators } = ballot;
  const hasModerators = electorate === 'persons' && includesModerators;
  const members = await db.membership.findMany({
    where: {
      cohortId,
      endedAt: null,
      role: { in: hasModerators ? ['member', 'moderator'] : ['member'] },
    },
    select: { accountId: true, teamId: true },
  });
  if (electorate === 'persons')
    return { teamIds: [], accountIds: unique(members.map(({ accountId }) => accountId)) };
  return { teamIds: unique(members.flatMap(({ teamId }) => teamId ?? [])), accountIds: [] };
}

const unique = (ids: string[]): string[] => [...new Set(ids)];

/** The actor's entry in the electorate of a ballot, or null. */
export async function ownVoter(db: Db, actor: Person, { cohortId, ballotId }: BallotRef) {
  const teamIds = actor.memberships.flatMap((m) =>
    m.cohortId === cohortId && m.hasAccepted && m.teamId ? m.teamId : [],
  );
  return db.voter.findFirst({
    where: {
      cohortId,
      ballotId,
      OR: [{ accountId: actor.accountId }, { teamId: { in: teamIds } }],
    },
    orderBy: { id: 'asc' },
    select: { id: true, teamId: true, hasVoted: true },
  });
}

const LIST_LENGTH = 30;

interface ListRow {
  id: string;
  title: string;
  state: BallotState;
  electorate: Electorate;
  isSecret: boolean;
  opensAt: Date | null;
  closesAt: Date;
  objectionsUntil: Date | null;
  /** When it was closed or cancelled; before, when it will close. */
  endedAt: Date;
  options: number;
  eligible: number;
  voted: number;
  /** Whether the reader's vote is still missing; null where she or he has none here. */
  hasVoted: boolean | null;
  chosen: number;
}

/** The cohort's ballots, newest first; drafts for moderators only. */
export async function listBallots(scope: PersonScope, input: ListBallots) {
  const { db, actor, clock } = scope;
  const { cohortId, before = null } = input;
  ensure(policy.mayRead(actor, input));
  const rows = await db.$queryRaw<ListRow[]>`
    SELECT b.id, b.title, b.state::text AS state, b.electorate::text AS electorate, b."isSecret",
           b."opensAt", b."closesAt", b."objectionsUntil",
           coalesce(b."closedAt", b."cancelledAt", b."closesAt") AS "endedAt",
           (SELECT count(*)::int FROM ballot_option o WHERE o."ballotId" = b.id) AS options,
           (SELECT count(*)::int FROM decision_item i WHERE i."ballotId" = b.id AND i."isChosen") AS chosen,
           v.eligible, v.voted, v."hasVoted"
      FROM ballot b
      LEFT JOIN LATERAL (
        SELECT count(*)::int AS eligible, count(*) FILTER (WHERE "hasVoted")::int AS voted,
               bool_or("hasVoted") FILTER (
                 WHERE "accountId" = app.account_id() OR "teamId" = ANY (app.my_teams())) AS "hasVoted"
          FROM voter WHERE voter."ballotId" = b.id) v ON true
     WHERE b."cohortId" = ${cohortId}::uuid AND (${before}::uuid IS NULL OR b.id < ${before}::uuid)
     ORDER BY b.id DESC LIMIT ${LIST_LENGTH + 1}`;
  const isMore = rows.length > LIST_LENGTH;
  const { state: cohortState } = await cohortOf(scope, cohortId);
  const shown = rows.slice(0, LIST_LENGTH);
  return {
    ballots: shown.map((row) => ({ ...row, state: stateAt(row, clock.now()) })),
    next: isMore ? shown.at(-1)!.id : null,
    mayPrepare: policy.mayPrepare(actor, { cohortId, cohortState }).isAllowed,
  };
}

export interface WaitingBallot {
  id: string;
  title: string;
  closesAt: Date;
  isTeamVote: boolean;
  /** A vote is there, as the moderators entered it: it waits for a yes or no. */
  isEntered: boolean;
}

/** Open ballots that wait for the actor's vote or its confirmation, the most urgent first. */
export const waitingBallots = ({ db, clock }: PersonScope, cohortId: string) =>
  db.$queryRaw<WaitingBallot[]>`
    SELECT b.id, b.title, b."closesAt", v."teamId" IS NOT NULL AS "isTeamVote", v."hasVoted" AS "isEntered"
      FROM ballot b JOIN voter v ON v."ballotId" = b.id
     WHERE b."cohortId" = ${cohortId}::uuid AND b.state = 'open' AND b."closesAt" > ${clock.now()}
       AND v.id = ANY ((SELECT app.my_voters())::uuid[])
       AND (NOT v."hasVoted"
            OR EXISTS (SELECT 1 FROM entered_vote e WHERE e."voterId" = v.id AND e.answer IS NULL))
     ORDER BY b."closesAt"`;

/** Everything the page of a draft's editor needs: the topics that can be put to the vote. */
export async function draftForm(scope: PersonScope, ref: { cohortId: string; ballotId?: string }) {
  const { db, actor } = scope;
  const { cohortId, ballotId } = ref;
  const cohort = await cohortOf(scope, cohortId);
  ensure(policy.mayPrepare(actor, { cohortId, cohortState: cohort.state }));
  const topics = await db.$queryRaw<TopicChoice[]>`
    SELECT t.id, t.question, t.minutes, t.state::text AS state, t."supportCount", team.name AS "teamName"
      FROM topic t JOIN team ON team.id = t."teamId"
     WHERE t."cohortId" = ${cohortId}::uuid AND t.state IN ('proposed', 'carried_over')
     ORDER BY t."supportCount" DESC, t.id`;
  const draft = ballotId ? await readDraft(db, { cohortId, ballotId }) : null;
  return { timeZone: cohort.timeZone, topics, draft };
}

export interface TopicChoice {
  id: string;
  question: string;
  minutes: number | null;
  state: 'proposed' | 'carried_over';
  supportCount: number;
  teamName: string;
}

async function readDraft(db: Db, ref: BallotRef) {
  const ballot = await ballotFacts(db, ref);
  if (ballot.state !== 'draft') throw notFound();
  const [{ explanation }, options] = await Promise.all([
    db.ballot.findFirstOrThrow({ where: { id: ref.ballotId }, select: { explanation: true } }),
    optionsOf(db, ref),
  ]);
  return { ...ballot, explanation, explanationPlain: toPlainText(explanation), options };
}

export async function cohortOf({ db }: Scope, cohortId: string) {
  const select = { name: true, state: true, timeZone: true } as const;
  const cohort = await db.cohort.findUnique({ where: { id: cohortId }, select });
  if (!cohort) throw notFound();
  return cohort;
}

/** What keeps a draft from opening: the rules' obstacles, and what only the database knows. */
export type Obstacle = OpeningObstacle | 'topic_not_in_pool';

export async function obstaclesOf(
  db: Db,
  ref: BallotRef,
  ballot: BallotFacts,
  now: Date,
): Promise<Obstacle[]> {
  const options = await optionsOf(db, ref);
  const electors = await findElectors(db, ballot);
  const eligible = electors.teamIds.length + electors.accountIds.length;
  const topicIds = options.flatMap(({ topicId }) => topicId ?? []);
  const inPool = await db.topic.count({
    where: { id: { in: topicIds }, state: { in: ['proposed', 'carried_over'] } },
  });
  return [
    ...openingObstacles({ ...ballot, options, eligible }, now),
    ...(inPool < topicIds.length ? ['topic_not_in_pool' as const] : []),
  ];
}
