import type { Db } from '$lib/platform/db/client.server';
import { castChoice } from '../choice';
import type { BallotResult } from '../count/ballot';
import { optionsOf } from '../queries.server';
import type { BallotRef } from '../schema';
import { isBehind } from './behind';

/** What a decision is measured by: every option, and what the result chose. */
export async function readMeasure(db: Db, ref: BallotRef) {
  const options = await optionsOf(db, ref);
  const { result } = await db.ballot.findFirstOrThrow({
    where: { id: ref.ballotId },
    select: { result: true },
  });
  return {
    optionIds: options.map(({ id }) => id),
    chosen: (result as BallotResult | null)?.chosen ?? [],
  };
}

/** A topic that a final decision took, and what it gave it. */
export interface DecidedTopic {
  topicId: string;
  minutes: number | null;
  ballotId: string;
  ballotTitle: string;
  /** Nobody knows then who voted for it. */
  isSecret: boolean;
  /** Teams that voted for it, themselves or by one of their people. */
  teamIds: string[];
}

/** What the final decisions of a cohort took; of several about one topic, the newest. */
export async function decidedTopics(db: Db, cohortId: string): Promise<DecidedTopic[]> {
  const rows = await db.$queryRaw<(DecidedTopic & { optionId: string })[]>`
    SELECT DISTINCT ON (o."topicId") o."topicId", o.id AS "optionId", o.minutes, b.id AS "ballotId",
           b.title AS "ballotTitle", b."isSecret", '{}'::uuid[] AS "teamIds"
      FROM decision d
      JOIN decision_item i ON i."ballotId" = d."ballotId" AND i."isChosen"
      JOIN ballot_option o ON o.id = i."optionId" AND o."topicId" IS NOT NULL
      JOIN ballot b ON b.id = d."ballotId"
     WHERE d."cohortId" = ${cohortId}::uuid AND d."finalAt" IS NOT NULL
     ORDER BY o."topicId", d."finalAt" DESC`;
  const ballotIds = [...new Set(rows.filter((row) => !row.isSecret).map((row) => row.ballotId))];
  const votes = await db.$queryRaw<{ ballotId: string; teamId: string; choice: unknown }[]>`
    SELECT v."ballotId", coalesce(e."teamId", m."teamId") AS "teamId", v.choice
      FROM vote v
      JOIN voter e ON e.id = v."voterId"
      LEFT JOIN membership m ON m."accountId" = e."accountId" AND m."cohortId" = v."cohortId"
                            AND m."teamId" IS NOT NULL AND m."endedAt" IS NULL
     WHERE v."cohortId" = ${cohortId}::uuid AND v."ballotId" = ANY (${ballotIds}::uuid[])
       AND coalesce(e."teamId", m."teamId") IS NOT NULL`;
  const read = votes.map(({ choice, ...vote }) => ({ ...vote, choice: castChoice.parse(choice) }));
  return rows.map(({ optionId, ...row }) => {
    const behind = read.filter(
      ({ ballotId, choice }) => ballotId === row.ballotId && isBehind(choice, optionId),
    );
    return { ...row, teamIds: [...new Set(behind.map(({ teamId }) => teamId))] };
  });
}
