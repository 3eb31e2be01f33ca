import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { record } from '$lib/activity/commands.server';
import type { Db } from '$lib/platform/db/client.server';
import { AppError, conflict, notFound } from '$lib/platform/errors';
import { publish } from '$lib/platform/events.server';
import { acceptChoice, type CastChoice } from '../choice';
import * as policy from '../policy';
import { ballotFacts, holdBallot, optionsOf, ownVoter, type BallotFacts } from '../queries.server';
import type { BallotRef } from '../schema';
import { isSameChoice } from './same-choice';
import type { CastSecretVote, CastVote } from './schema';

/** The ballot and the actor's entry in its electorate. */
export async function asVoter(scope: PersonScope, ref: BallotRef) {
  const ballot = await ballotFacts(scope.db, ref);
  const voter = await ownVoter(scope.db, scope.actor, ref);
  ensure(policy.mayVote({ isVoter: voter !== null }));
  if (!voter) throw notFound();
  return { ballot, voter };
}

export async function readChoice(
  scope: PersonScope,
  ballot: BallotFacts,
  ref: BallotRef,
  input: unknown,
) {
  const options = await optionsOf(scope.db, ref);
  const { settings, electorate, isSecret } = ballot;
  const optionIds = options.map(({ id }) => id);
  return acceptChoice(input, { settings, optionIds, electorate, isSecret });
}

const ballotClosed = (closesAt: Date) =>
  new AppError('ballot_closed', { closedAt: closesAt.toISOString() });

/** Keeps the ballot from closing until this transaction ends, or refuses: it is closed already. */
export async function holdOpen({ db, clock }: PersonScope, ref: BallotRef) {
  const held = await holdBallot(db, ref);
  const isOpen = held.state === 'open' && clock.now() < held.closesAt;
  if (!isOpen) throw ballotClosed(held.closesAt);
}

/** The two of a team, and the moderators who enter a vote for it, one after the other. */
export const lockVoter = (db: Db, voterId: string) =>
  db.$queryRaw`SELECT 1 AS held FROM voter WHERE id = ${voterId}::uuid FOR UPDATE`;

/**
 * Casts or changes a named vote. Both people of a team can; who started from an older version than
 * the present one gets a conflict, so that neither overwrites the other unseen.
 */
export async function castVote(scope: PersonScope, input: CastVote) {
  const { db, clock, actor } = scope;
  const { ballot, voter } = await asVoter(scope, input);
  if (ballot.isSecret) throw new AppError('ballot_is_secret');
  await holdOpen(scope, input);
  await lockVoter(db, voter.id);
  const choice = await readChoice(scope, ballot, input, input.choice);

  const where = { voterId: voter.id };
  const select = { choice: true, version: true, castAt: true, enteredVoteId: true } as const;
  const stored = await db.vote.findUnique({ where, select });
  const isOwn = stored !== null && stored.enteredVoteId === null;
  if (isOwn && isSameChoice(stored.choice, choice))
    return { version: stored.version, castAt: stored.castAt };
  const version = stored?.version ?? 0;
  if (version !== input.version) throw conflict(version);

  const by = { castById: actor.accountId, castAt: clock.now(), enteredVoteId: null };
  const cast = { choice, version: version + 1, ...by };
  if (stored?.enteredVoteId) await replaceEntered(scope, stored.enteredVoteId);
  if (stored) await db.vote.updateMany({ where, data: cast });
  else {
    const { cohortId, ballotId } = input;
    await db.vote.createMany({ data: [{ cohortId, ballotId, voterId: voter.id, ...cast }] });
    await db.voter.updateMany({ where: { id: voter.id }, data: { hasVoted: true } });
  }
  await tellPartner(scope, ballot, voter.teamId);
  return { version: cast.version, castAt: cast.castAt };
}

/** What moderators entered stays on record; from now on the voter's own vote counts. */
async function replaceEntered({ db, clock, actor }: PersonScope, enteredVoteId: string) {
  await db.enteredVote.updateMany({
    where: { id: enteredVoteId, answer: null },
    data: { answer: 'replaced', answeredById: actor.accountId, answeredAt: clock.now() },
  });
}

/** The other one of the team learns that the team's vote has changed, and by whom; not how. */
async function tellPartner(scope: PersonScope, ballot: BallotFacts, teamId: string | null) {
  const { cohortId, id } = ballot;
  if (teamId === null) return publish(scope.db, { cohortId, kind: 'ballot', id });
  const team = await scope.db.team.findUniqueOrThrow({
    where: { id: teamId },
    select: { name: true },
  });
  await record(scope, {
    cohortId,
    kind: 'vote_changed',
    subjectKind: 'ballot',
    subjectId: id,
    facts: { title: ballot.title, teamId, teamName: team.name },
  });
}

/**
 * Casts or changes a secret vote. Nothing of it but "has voted" is kept with the voter: no time, no
 * activity, and the box is rewritten as a whole (app.ballot_box_cast).
 */
export async function castSecretVote(scope: PersonScope, input: CastSecretVote) {
  const { db, clock } = scope;
  const { ballot, voter } = await asVoter(scope, input);
  if (!ballot.isSecret) throw new AppError('ballot_is_open');
  const choice = await readChoice(scope, ballot, input, input.choice);
  const outcome = await putIntoBox(scope, input, voter.id, choice);
  if (outcome === 'not_found') throw notFound();
  if (outcome === 'ballot_closed') throw ballotClosed(ballot.closesAt);
  if (outcome !== 'cast' && outcome !== 'changed') throw new AppError(outcome ?? 'internal');
  await publish(db, { cohortId: ballot.cohortId, kind: 'ballot', id: ballot.id });
  return { savedAt: clock.now() };
}

async function putIntoBox(
  { db, clock }: PersonScope,
  { ballotId, entryId }: CastSecretVote,
  voterId: string,
  choice: CastChoice,
): Promise<string | undefined> {
  const [answer] = await db.$queryRaw<{ outcome: string }[]>`
    SELECT app.ballot_box_cast(${ballotId}::uuid, ${voterId}::uuid, ${entryId}::text,
      ${JSON.stringify(choice)}::jsonb, ${clock.now()}::timestamptz) AS outcome`;
  return answer?.outcome;
}
