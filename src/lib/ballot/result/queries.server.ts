import type { PersonScope } from '$lib/access/scope.server';
import type { Db } from '$lib/platform/db/client.server';
import { notFound } from '$lib/platform/errors';
import { countBallot, type BallotResult } from '../count/ballot';
import { ballotBox } from '../ballot-box';
import { castChoice, type CastChoice } from '../choice';
import type { ExportedBallot, ExportedCast } from '../export';
import { isCounted } from '../lifecycle';
import { cohortOf, optionsOf, ballotFacts, type BallotFacts } from '../queries.server';
import type { BallotRef } from '../schema';

/**
 * A vote as it is published after closing: of an open ballot with the voter's name, of a secret one
 * with the id that only the voter's receipt leads to.
 */
export type PublishedVote = { key: string; voter: string | null; choice: CastChoice };

/** All votes of a closed ballot; before closing the database shows only the reader's own. */
export async function publishedVotes(
  db: Db,
  ballot: Pick<BallotFacts, 'cohortId' | 'id' | 'isSecret'>,
): Promise<PublishedVote[]> {
  return ballot.isSecret ? boxEntries(db, ballot) : namedVotes(db, ballot);
}

async function boxEntries(db: Db, { cohortId, id }: { cohortId: string; id: string }) {
  const box = await db.ballotBox.findFirst({
    where: { cohortId, ballotId: id },
    select: { entries: true },
  });
  return ballotBox
    .parse(box?.entries ?? [])
    .map((entry) => ({ key: entry.id, voter: null, choice: entry.choice }));
}

async function namedVotes(db: Db, { id }: { id: string }) {
  const rows = await db.$queryRaw<{ key: string; voter: string; choice: unknown }[]>`
    SELECT v."voterId" AS key, coalesce(team.name, account.name, '') AS voter, v.choice
      FROM vote v JOIN voter ON voter.id = v."voterId"
      LEFT JOIN team ON team.id = voter."teamId"
      LEFT JOIN account ON account.id = voter."accountId"
     WHERE v."ballotId" = ${id}::uuid ORDER BY voter`;
  return rows.map((row) => ({ ...row, choice: castChoice.parse(row.choice) }));
}

export interface StoredLot {
  order: string[];
  salt: string;
}

export const lotOf = (db: Db, { cohortId, ballotId }: BallotRef): Promise<StoredLot | null> =>
  db.ballotLot.findFirst({
    where: { cohortId, ballotId },
    select: { order: true, salt: true },
  });

export const countElectors = (db: Db, { cohortId, ballotId }: BallotRef) =>
  db.voter.count({ where: { cohortId, ballotId } });

/** Counts a ballot whose state is closed already. */
export async function countVotes(db: Db, ballot: BallotFacts): Promise<BallotResult> {
  const ref = { cohortId: ballot.cohortId, ballotId: ballot.id };
  const votes = await publishedVotes(db, ballot);
  const lot = await lotOf(db, ref);
  const result = countBallot({
    options: await optionsOf(db, ref),
    settings: ballot.settings,
    casts: votes.map(({ choice }) => choice),
    eligible: await countElectors(db, ref),
    quorumPercent: ballot.quorumPercent,
    lotOrder: lot?.order ?? [],
  });
  if (result.method !== 'equal-shares') return result;
  return { ...result, voterKeys: votes.map(({ key }) => key) };
}

export type ClosedBallot = { ballot: ExportedBallot; casts: ExportedCast[] };

/** Everything that anyone needs to count a closed ballot again, without anything that names a voter. */
export async function closedBallot(scope: PersonScope, ref: BallotRef): Promise<ClosedBallot> {
  const { db, actor } = scope;
  const facts = await ballotFacts(db, ref);
  const { openedAt, closedAt, state } = facts;
  if (!isCounted(state) || !openedAt || !closedAt) throw notFound();
  const cohort = await cohortOf(scope, ref.cohortId);
  const { organisation } = await db.installation.findFirstOrThrow({
    select: { organisation: true },
  });
  const votes = await publishedVotes(db, facts);
  const { result } = await db.ballot.findFirstOrThrow({
    where: { id: ref.ballotId },
    select: { result: true },
  });
  return {
    ballot: {
      title: facts.title,
      organisation,
      cohort: cohort.name,
      language: actor.locale,
      timeZone: cohort.timeZone,
      openedAt,
      closedAt,
      settings: facts.settings,
      options: await optionsOf(db, ref),
      chosen: (result as BallotResult | null)?.chosen ?? [],
      result: result as BallotResult | null,
      lotOrder: (await lotOf(db, ref))?.order ?? [],
    },
    casts: votes.map(({ key, choice }) => (facts.isSecret ? { choice, entryId: key } : { choice })),
  };
}
