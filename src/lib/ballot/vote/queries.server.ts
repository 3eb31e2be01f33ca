import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { AppError } from '$lib/platform/errors';
import { castChoice, type CastChoice } from '../choice';
import * as policy from '../policy';
import { ballotFacts, ownVoter } from '../queries.server';
import type { FindEntry } from './schema';

/** The answer in the box of a secret ballot that belongs to an entry id. */
export async function findEntry(scope: PersonScope, input: FindEntry): Promise<CastChoice> {
  const { db, actor } = scope;
  await ballotFacts(db, input);
  const voter = await ownVoter(db, actor, input);
  ensure(policy.mayVote({ isVoter: voter !== null }));
  const [found] = await db.$queryRaw<{ choice: unknown }[]>`
    SELECT app.ballot_box_entry(${input.ballotId}::uuid, ${input.entryId}::text) AS choice`;
  if (!found?.choice) throw new AppError('receipt_unknown');
  return castChoice.parse(found.choice);
}
