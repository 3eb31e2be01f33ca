import { ensure } from '$lib/access/decision';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import { AppError, notFound } from '$lib/platform/errors';
import { tell } from '../commands.server';
import * as policy from '../policy';
import { ballotFacts, type BallotFacts } from '../queries.server';
import { asVoter, holdOpen, lockVoter, readChoice } from '../vote/commands.server';
import type { AnswerEnteredVote, EnteredVoteRef, EnterVote } from './schema';

/**
 * Enters a ballot that came by phone or on paper. It counts from now on; its voter is told, and
 * confirms or contests it. What a voter has cast or confirmed is never overwritten.
 */
export async function enterVote(scope: PersonScope, input: EnterVote) {
  const { db, clock, actor } = scope;
  const { cohortId, ballotId, voterId, enteredVoteId, way } = input;
  const ballot = await ballotFacts(db, input);
  ensure(policy.mayEnterVotes(actor, ballot));
  await holdOpen(scope, input);
  await lockVoter(db, voterId);
  const voter = await db.voter.findFirst({
    where: { id: voterId, cohortId, ballotId },
    select: { hasVoted: true, teamId: true, accountId: true },
  });
  if (!voter) throw notFound();
  const isRepeated = await db.enteredVote.count({
    where: { id: enteredVoteId, cohortId, voterId },
  });
  if (isRepeated > 0) return;
  const waiting = await waitingVote(scope, voterId);
  if (voter.hasVoted && !waiting) throw new AppError('vote_is_cast');
  const choice = await readChoice(scope, ballot, input, input.choice);

  if (waiting) await answer(scope, waiting.enteredVoteId, 'replaced');
  const at = clock.now();
  const entered = { way, choice, enteredById: actor.accountId, enteredAt: at };
  await db.enteredVote.createMany({
    data: [{ cohortId, ballotId, voterId, id: enteredVoteId, ...entered }],
  });
  const version = (waiting?.version ?? 0) + 1;
  const cast = { choice, castById: actor.accountId, castAt: at, version, enteredVoteId };
  if (waiting) await db.vote.updateMany({ where: { voterId }, data: cast });
  else {
    await db.vote.createMany({ data: [{ cohortId, ballotId, voterId, ...cast }] });
    await db.voter.updateMany({ where: { id: voterId }, data: { hasVoted: true } });
  }
  await tellOf(scope, ballot, 'vote_entered', voter);
}

/** The vote that moderators entered for a voter, while it waits for an answer. */
async function waitingVote({ db }: Scope, voterId: string) {
  const vote = await db.vote.findFirst({
    where: { voterId, enteredVote: { answer: null } },
    select: { version: true, enteredVoteId: true },
  });
  if (!vote?.enteredVoteId) return null;
  return { version: vote.version, enteredVoteId: vote.enteredVoteId };
}

/** Writes down what became of an entered vote that waited. */
async function answer(
  { db, clock, actor }: PersonScope,
  enteredVoteId: string,
  said: 'confirmed' | 'contested' | 'replaced' | 'withdrawn',
  note = '',
) {
  await db.enteredVote.updateMany({
    where: { id: enteredVoteId, answer: null },
    data: { answer: said, answeredById: actor.accountId, answeredAt: clock.now(), note },
  });
}

/**
 * The voter confirms what was entered, or contests it: then it counts no more, and the voter can vote
 * as if nothing had been entered.
 */
export async function answerEnteredVote(scope: PersonScope, input: AnswerEnteredVote) {
  const { db, actor } = scope;
  const { ballot, voter } = await asVoter(scope, input);
  await holdOpen(scope, input);
  await lockVoter(db, voter.id);
  const entered = await db.enteredVote.findFirst({
    where: { id: input.enteredVoteId, voterId: voter.id },
    select: { answer: true, answeredById: true },
  });
  if (!entered) throw notFound();
  const isRepeated = entered.answer === input.answer && entered.answeredById === actor.accountId;
  if (isRepeated) return;
  if (entered.answer !== null) throw new AppError('entered_vote_is_answered');
  await answer(scope, input.enteredVoteId, input.answer, input.note);
  if (input.answer === 'confirmed') return tellOf(scope, ballot, 'vote_confirmed', voter);
  await removeVote(scope, voter.id);
  await tellOf(scope, ballot, 'vote_contested', voter);
}

/**
 * Moderators take back what they entered by mistake, until its voter has answered. It counts no more; its
 * voter is told, and can vote as if nothing had been entered.
 */
export async function withdrawEnteredVote(scope: PersonScope, input: EnteredVoteRef) {
  const { db, actor } = scope;
  const { cohortId, ballotId, enteredVoteId } = input;
  const ballot = await ballotFacts(db, input);
  ensure(policy.mayEnterVotes(actor, ballot));
  await holdOpen(scope, input);
  const where = { id: enteredVoteId, cohortId, ballotId };
  const found = await db.enteredVote.findFirst({ where, select: { voterId: true } });
  if (!found) throw notFound();
  await lockVoter(db, found.voterId);
  const entered = await db.enteredVote.findFirstOrThrow({ where, select: { answer: true } });
  if (entered.answer === 'withdrawn') return;
  if (entered.answer !== null) throw new AppError('entered_vote_is_answered');
  const voter = await db.voter.findFirstOrThrow({
    where: { id: found.voterId },
    select: { teamId: true, accountId: true },
  });
  await removeVote(scope, found.voterId);
  await answer(scope, enteredVoteId, 'withdrawn');
  await tellOf(scope, ballot, 'vote_withdrawn', voter);
}

/** The vote goes, and its voter can vote as if there had been none. */
async function removeVote({ db }: Scope, voterId: string) {
  await db.vote.deleteMany({ where: { voterId } });
  await db.voter.updateMany({ where: { id: voterId }, data: { hasVoted: false } });
}

async function tellOf(
  scope: Scope,
  ballot: BallotFacts,
  kind: 'vote_entered' | 'vote_confirmed' | 'vote_contested' | 'vote_withdrawn',
  { teamId, accountId }: { teamId: string | null; accountId?: string | null },
) {
  const team =
    teamId && (await scope.db.team.findUnique({ where: { id: teamId }, select: { name: true } }));
  await tell(scope, ballot, kind, {
    ...(team ? { teamId: teamId!, teamName: team.name } : {}),
    ...(accountId ? { voterId: accountId } : {}),
  });
}
