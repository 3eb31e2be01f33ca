import type { PersonScope } from '$lib/access/scope.server';
import type { Db } from '$lib/platform/db/client.server';
import type { BallotResult } from '../count/ballot';
import { castChoice, type CastChoice } from '../choice';
import { enteredVotes, type EnteredVote } from '../entering/queries.server';
import { isCounted, stateAt } from '../lifecycle';
import { viewRound, type ObjectionRound } from '../objection/queries.server';
import * as policy from '../policy';
import {
  ballotFacts,
  findElectors,
  obstaclesOf,
  ownVoter,
  type BallotFacts,
  type Obstacle,
} from '../queries.server';
import {
  lotOf,
  publishedVotes,
  type PublishedVote,
  type StoredLot,
} from '../result/queries.server';
import type { BallotRef } from '../schema';
import { shuffledFor } from '../shuffle';

export interface ViewedOption {
  id: string;
  title: string;
  minutes: number | null;
  topicId: string | null;
  teamName: string | null;
}

/** The named vote that the reader may see before closing: the own one, or that of the own team. */
export interface OwnVote {
  choice: CastChoice;
  version: number;
  castAt: Date;
  castByName: string | null;
  isByReader: boolean;
  /** Where moderators entered it, and nobody of the voter's has confirmed it or changed it yet. */
  waiting: { enteredVoteId: string; way: 'phone' | 'paper' } | null;
  /** Where moderators entered it, and it stands as somebody of the voter's has confirmed it. */
  confirmed: { byName: string | null; at: Date } | null;
}

export interface OwnVoter {
  voterId: string;
  teamName: string | null;
  hasVoted: boolean;
  /** Null where none was cast, and always for secret ballots: their answer is in the box. */
  vote: OwnVote | null;
  /** Where nothing counts, because what moderators had entered was taken back or contested. */
  entryEnded: EntryEnded | null;
}

interface EntryEnded {
  answer: 'withdrawn' | 'contested';
  byName: string | null;
  at: Date;
}

export interface DecisionItem {
  optionId: string;
  isChosen: boolean;
  isDeparture: boolean;
  reason: string;
}

export interface ViewedDecision {
  statement: string;
  decidedAt: Date;
  decidedByName: string | null;
  /** Null while it is provisional. */
  finalAt: Date | null;
  items: DecisionItem[];
}

/** What only exists after closing. */
export interface Outcome {
  result: BallotResult | null;
  votes: PublishedVote[];
  /** Ballots that came by phone or on paper, each with what became of it. */
  entered: EnteredVote[];
  lot: StoredLot | null;
  decision: ViewedDecision | null;
  /** Null where the decision was final at once. */
  round: ObjectionRound | null;
}

export interface BallotView extends Omit<BallotFacts, 'createdById'> {
  explanation: string;
  lotHash: string | null;
  cancelledAt: Date | null;
  cancelReason: string;
  createdByName: string | null;
  /** Closed by the clock, but not counted yet. */
  isBeingCounted: boolean;
  /** In an order of the voter's own while one votes. */
  options: ViewedOption[];
  turnout: { eligible: number; voted: number };
  own: OwnVoter | null;
  /** Whose vote stands, where the reader follows somebody who had voted already. */
  predecessorName: string | null;
  outcome: Outcome | null;
  mayManage: boolean;
  mayEnterVotes: boolean;
  /** Of a draft: what has to be put right before it can open. */
  obstacles: Obstacle[];
}

/** Everything that the page of one ballot shows to this reader. */
export async function viewBallot(scope: PersonScope, ref: BallotRef): Promise<BallotView> {
  const { db, actor, clock } = scope;
  const facts = await ballotFacts(db, ref);
  const { createdById, ...ballot } = facts;
  const now = clock.now();
  const state = stateAt(ballot, now);
  const hasResult = isCounted(ballot.state);
  const own = await readOwnVoter(scope, facts);
  const options = await readOptions(db, ref);
  const shown = own
    ? await shuffledFor(options, { ballotId: ref.ballotId, voterKey: own.voterId })
    : options;
  const words = await readWords(db, ref.ballotId, createdById);
  return {
    ...ballot,
    ...words,
    state,
    isBeingCounted: state === 'closed' && !hasResult,
    options: hasResult ? options : shown,
    turnout: await readTurnout(db, facts),
    own,
    predecessorName: own ? null : await readPredecessor(db, facts),
    outcome: hasResult ? await readOutcome(scope, facts) : null,
    mayManage: policy.mayManage(actor, ref).isAllowed,
    mayEnterVotes: state === 'open' && policy.mayEnterVotes(actor, facts).isAllowed,
    obstacles: ballot.state === 'draft' ? await obstaclesOf(db, ref, facts, now) : [],
  };
}

async function readWords(db: Db, ballotId: string, createdById: string | null) {
  const words = await db.ballot.findFirstOrThrow({
    where: { id: ballotId },
    select: { explanation: true, lotHash: true, cancelledAt: true, cancelReason: true },
  });
  return { ...words, createdByName: await nameOf(db, createdById) };
}

async function nameOf(db: Db, accountId: string | null): Promise<string | null> {
  if (accountId === null) return null;
  const found = await db.account.findFirst({ where: { id: accountId }, select: { name: true } });
  return found?.name ?? null;
}

const readOptions = (db: Db, { ballotId }: BallotRef) =>
  db.$queryRaw<ViewedOption[]>`
    SELECT o.id, o.title, o.minutes, o."topicId", team.name AS "teamName"
      FROM ballot_option o
      LEFT JOIN topic t ON t.id = o."topicId"
      LEFT JOIN team ON team.id = t."teamId"
     WHERE o."ballotId" = ${ballotId}::uuid ORDER BY o.position`;

async function readTurnout(db: Db, ballot: BallotFacts) {
  const where = { cohortId: ballot.cohortId, ballotId: ballot.id };
  if (ballot.state === 'draft') {
    const { teamIds, accountIds } = await findElectors(db, ballot);
    return { eligible: teamIds.length + accountIds.length, voted: 0 };
  }
  const rows = await db.voter.groupBy({ by: ['hasVoted'], where, _count: { _all: true } });
  const countOf = (hasVoted: boolean) =>
    rows.find((row) => row.hasVoted === hasVoted)?._count._all ?? 0;
  return { eligible: countOf(true) + countOf(false), voted: countOf(true) };
}

async function readOwnVoter(scope: PersonScope, ballot: BallotFacts): Promise<OwnVoter | null> {
  const { db, actor } = scope;
  const voter = await ownVoter(db, actor, { cohortId: ballot.cohortId, ballotId: ballot.id });
  if (!voter) return null;
  const [row] = await db.$queryRaw<OwnVoteRow[]>`
    SELECT team.name AS "teamName", v.choice, v.version, v."castAt", v."castById", by.name AS "castByName",
           e.id AS "enteredVoteId", e.way::text AS way, e.answer::text AS answer,
           answered.name AS "answeredByName", e."answeredAt"
      FROM voter
      LEFT JOIN team ON team.id = voter."teamId"
      LEFT JOIN vote v ON v."voterId" = voter.id
      LEFT JOIN account by ON by.id = v."castById"
      LEFT JOIN entered_vote e ON e.id = v."enteredVoteId"
      LEFT JOIN account answered ON answered.id = e."answeredById"
     WHERE voter.id = ${voter.id}::uuid`;
  const { teamName = null, choice = null } = row ?? {};
  const own = { voterId: voter.id, teamName, hasVoted: voter.hasVoted };
  if (!row || choice === null)
    return { ...own, vote: null, entryEnded: await lastEntryEnded(db, voter.id) };
  const { version, castAt, castById, castByName, enteredVoteId, way } = row;
  const { answer, answeredByName: byName, answeredAt: at } = row;
  const isByReader = castById === actor.accountId;
  const waiting = enteredVoteId && way && answer === null ? { enteredVoteId, way } : null;
  const confirmed = answer === 'confirmed' && at ? { byName, at } : null;
  const cast = { version, castAt, castByName, isByReader, waiting, confirmed };
  const vote = { choice: castChoice.parse(choice), ...cast };
  return { ...own, vote, entryEnded: null };
}

async function lastEntryEnded(db: Db, voterId: string): Promise<EntryEnded | null> {
  const [ended] = await db.$queryRaw<EntryEnded[]>`
    SELECT e.answer::text AS answer, by.name AS "byName", e."answeredAt" AS at
      FROM entered_vote e LEFT JOIN account by ON by.id = e."answeredById"
     WHERE e."voterId" = ${voterId}::uuid AND e.answer IN ('withdrawn', 'contested')
     ORDER BY e."answeredAt" DESC LIMIT 1`;
  return ended ?? null;
}

interface OwnVoteRow {
  teamName: string | null;
  choice: unknown;
  version: number;
  castAt: Date;
  castById: string | null;
  castByName: string | null;
  enteredVoteId: string | null;
  way: 'phone' | 'paper' | null;
  answer: 'confirmed' | 'contested' | 'replaced' | 'withdrawn' | null;
  answeredByName: string | null;
  answeredAt: Date | null;
}

async function readPredecessor(db: Db, ballot: BallotFacts): Promise<string | null> {
  if (ballot.electorate !== 'persons') return null;
  const [row] = await db.$queryRaw<{ name: string | null }[]>`
    SELECT app.vote_of_predecessor(${ballot.id}::uuid) AS name`;
  return row?.name ?? null;
}

async function readOutcome(scope: PersonScope, ballot: BallotFacts): Promise<Outcome> {
  const { db } = scope;
  const ref = { cohortId: ballot.cohortId, ballotId: ballot.id };
  const { result } = await db.ballot.findFirstOrThrow({
    where: { id: ballot.id },
    select: { result: true },
  });
  return {
    result: result as BallotResult | null,
    votes: await publishedVotes(db, ballot),
    entered: ballot.isSecret ? [] : await enteredVotes(db, ballot.id),
    lot: await lotOf(db, ref),
    decision: ballot.state === 'closed' ? null : await readDecision(db, ref),
    round: await viewRound(scope, ballot),
  };
}

async function readDecision(db: Db, { ballotId }: BallotRef): Promise<ViewedDecision | null> {
  const decision = await db.decision.findFirst({
    where: { ballotId },
    select: {
      statement: true,
      decidedAt: true,
      decidedById: true,
      finalAt: true,
      items: { select: { optionId: true, isChosen: true, isDeparture: true, reason: true } },
    },
  });
  if (!decision) return null;
  const { decidedById, ...rest } = decision;
  return { ...rest, decidedByName: await nameOf(db, decidedById) };
}
