import type { Db } from '$lib/platform/db/client.server';
import type { BallotResult } from '../count/ballot';
import { optionsOf } from '../queries.server';
import type { BallotRef } from '../schema';

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
