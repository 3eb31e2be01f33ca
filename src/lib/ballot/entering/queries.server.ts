import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import type { Db } from '$lib/platform/db/client.server';
import { castChoice, type CastChoice } from '../choice';
import * as policy from '../policy';
import { ballotFacts } from '../queries.server';
import type { BallotRef } from '../schema';

/** A ballot that moderators entered, with what became of it. */
export interface EnteredVote {
  id: string;
  voterId: string;
  voter: string;
  way: 'phone' | 'paper';
  /** Null where it was taken back: what was entered by mistake is nobody's vote. */
  choice: CastChoice | null;
  enteredByName: string | null;
  enteredAt: Date;
  answer: 'confirmed' | 'contested' | 'replaced' | 'withdrawn' | null;
  answeredByName: string | null;
  answeredAt: Date | null;
  note: string;
  /** Whether the vote that counts is this one. */
  isInForce: boolean;
}

/**
 * What was entered in a ballot, as far as the reader may know it: moderators all of it, a voter what
 * was entered for her, him or the team, after closing everyone.
 */
export async function enteredVotes(db: Db, ballotId: string): Promise<EnteredVote[]> {
  const rows = await db.$queryRaw<(Omit<EnteredVote, 'choice'> & { choice: unknown })[]>`
    SELECT e.id, e."voterId", coalesce(team.name, account.name, '') AS voter, e.way::text AS way,
           CASE WHEN e.answer IS DISTINCT FROM 'withdrawn' THEN e.choice END AS choice,
           by.name AS "enteredByName", e."enteredAt", e.answer::text AS answer,
           answered.name AS "answeredByName", e."answeredAt", e.note,
           EXISTS (SELECT 1 FROM vote v WHERE v."enteredVoteId" = e.id) AS "isInForce"
      FROM entered_vote e JOIN voter ON voter.id = e."voterId"
      LEFT JOIN team ON team.id = voter."teamId"
      LEFT JOIN account ON account.id = voter."accountId"
      LEFT JOIN account by ON by.id = e."enteredById"
      LEFT JOIN account answered ON answered.id = e."answeredById"
     WHERE e."ballotId" = ${ballotId}::uuid ORDER BY e."enteredAt", e.id`;
  return rows.map((row) => ({
    ...row,
    choice: row.choice === null ? null : castChoice.parse(row.choice),
  }));
}

/** For whom moderators can enter a ballot: who has not voted, or has not confirmed what they entered. */
export async function enteringForm({ db, actor }: PersonScope, ref: BallotRef) {
  const ballot = await ballotFacts(db, ref);
  ensure(policy.mayEnterVotes(actor, ballot));
  const voters = await db.$queryRaw<{ id: string; name: string; isEntered: boolean }[]>`
    SELECT voter.id, coalesce(team.name, account.name, '') AS name, e.id IS NOT NULL AS "isEntered"
      FROM voter
      LEFT JOIN team ON team.id = voter."teamId"
      LEFT JOIN account ON account.id = voter."accountId"
      LEFT JOIN entered_vote e ON e."voterId" = voter.id AND e.answer IS NULL
     WHERE voter."ballotId" = ${ref.ballotId}::uuid AND (NOT voter."hasVoted" OR e.id IS NOT NULL)
     ORDER BY name`;
  return { voters, entered: await enteredVotes(db, ref.ballotId) };
}
