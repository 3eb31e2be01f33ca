import type { Actor } from '$lib/access/actor';
import { teamOf } from '$lib/access/actor';
import type { PersonScope } from '$lib/access/scope.server';
import type { Db } from '$lib/platform/db/client.server';
import type { BallotFacts } from '../queries.server';
import * as policy from './policy';

/** An option that an answer took into the decision, or out of it. */
export interface DecisionChange {
  optionId: string;
  isChosen: boolean;
}

export interface ViewedObjection {
  id: string;
  teamId: string;
  teamName: string;
  raisedByName: string | null;
  raisedAt: Date;
  reason: string;
  withdrawnAt: Date | null;
  answer: {
    text: string;
    byName: string | null;
    at: Date;
    changes: DecisionChange[];
  } | null;
  mayWithdraw: boolean;
  mayAnswer: boolean;
}

/** The objections to a provisional decision, and what the reader may still do. */
export interface ObjectionRound {
  until: Date;
  /** Whether the time for objections is over, although the decision is not final yet. */
  isOver: boolean;
  objections: ViewedObjection[];
  mayObject: boolean;
}

interface ObjectionRow {
  id: string;
  teamId: string;
  teamName: string;
  raisedByName: string | null;
  raisedAt: Date;
  reason: string;
  withdrawnAt: Date | null;
  answer: string | null;
  changes: DecisionChange[] | null;
  answeredAt: Date | null;
  answeredByName: string | null;
}

const readObjections = (db: Db, ballotId: string) =>
  db.$queryRaw<ObjectionRow[]>`
    SELECT o.id, o."teamId", team.name AS "teamName", by.name AS "raisedByName", o."raisedAt",
           o.reason, o."withdrawnAt", a.answer, a.changes, a."answeredAt",
           moderator.name AS "answeredByName"
      FROM objection o JOIN team ON team.id = o."teamId"
      LEFT JOIN account by ON by.id = o."raisedById"
      LEFT JOIN objection_answer a ON a."objectionId" = o.id
      LEFT JOIN account moderator ON moderator.id = a."answeredById"
     WHERE o."ballotId" = ${ballotId}::uuid ORDER BY o."raisedAt", o.id`;

export const roundOf = (
  { cohortId, state, objectionsUntil }: BallotFacts,
  now: Date,
): policy.RoundFacts => ({ cohortId, state, objectionsUntil, now });

/** Null where the decision never was provisional, or there is none. */
export async function viewRound(
  { db, actor, clock }: PersonScope,
  ballot: BallotFacts,
): Promise<ObjectionRound | null> {
  const { objectionsUntil } = ballot;
  if (objectionsUntil === null) return null;
  const now = clock.now();
  const round = roundOf(ballot, now);
  const rows = await readObjections(db, ballot.id);
  const ownTeam = teamOf(actor, ballot.cohortId);
  const hasObjected = rows.some(({ teamId }) => teamId === ownTeam);
  return {
    until: objectionsUntil,
    isOver: now >= objectionsUntil,
    objections: rows.map((row) => shape(row, actor, round)),
    mayObject: policy.mayObject(actor, round, { hasObjected }).isAllowed,
  };
}

function shape(row: ObjectionRow, actor: Actor, round: policy.RoundFacts): ViewedObjection {
  const { answer, changes, answeredAt, answeredByName, ...objection } = row;
  const facts = {
    teamId: row.teamId,
    isWithdrawn: row.withdrawnAt !== null,
    isAnswered: answer !== null,
  };
  return {
    ...objection,
    answer:
      answer === null
        ? null
        : { text: answer, byName: answeredByName, at: answeredAt!, changes: changes ?? [] },
    mayWithdraw: policy.mayWithdraw(actor, round, facts).isAllowed,
    mayAnswer: policy.mayAnswer(actor, round, facts).isAllowed,
  };
}

/** Objections that still need an answer. */
export const countOpenObjections = (db: Db, ballotId: string): Promise<number> =>
  db.objection.count({ where: { ballotId, withdrawnAt: null, answer: null } });
