import { teamOf } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import { AppError, conflict, notFound } from '$lib/platform/errors';
import { enqueueClock, manage, tell } from '../commands.server';
import { announceProvisional, settle } from '../decision/commands.server';
import { weigh, type Weighed } from '../decision/departures';
import { readMeasure } from '../decision/queries.server';
import { after, dueAct } from '../lifecycle';
import { ballotFacts, holdBallot, type BallotFacts } from '../queries.server';
import type { BallotRef } from '../schema';
import * as policy from './policy';
import { countOpenObjections, roundOf, type DecisionChange } from './queries.server';
import type { AnswerObjection, ObjectionRef, RaiseObjection } from './schema';

/** The ballot, held in its state: it cannot become final until this transaction ends. */
async function heldBallot({ db }: Scope, ref: BallotRef): Promise<BallotFacts> {
  await ballotFacts(db, ref);
  await holdBallot(db, ref);
  return ballotFacts(db, ref);
}

/** A team objects to a provisional decision, with a reason that everyone reads. */
export async function raiseObjection(scope: PersonScope, input: RaiseObjection) {
  const { db, clock, actor } = scope;
  const { cohortId, ballotId, objectionId, reason } = input;
  const ballot = await heldBallot(scope, input);
  const teamId = teamOf(actor, cohortId);
  const known = await db.objection.findFirst({
    where: { ballotId, OR: [{ id: objectionId }, ...(teamId ? [{ teamId }] : [])] },
    select: { id: true, raisedById: true },
  });
  const isRepeated = known?.id === objectionId && known.raisedById === actor.accountId;
  if (isRepeated) return;
  const round = roundOf(ballot, clock.now());
  ensure(policy.mayObject(actor, round, { hasObjected: known !== null }));
  if (teamId === null) throw notFound();
  const row = { cohortId, ballotId, id: objectionId, teamId, reason };
  const { count } = await db.objection.createMany({
    data: [{ ...row, raisedById: actor.accountId, raisedAt: clock.now() }],
    skipDuplicates: true,
  });
  if (count === 0) throw new AppError('objection_is_raised');
  await tell(scope, ballot, 'objection_raised', await teamFacts(scope, teamId));
}

async function teamFacts({ db }: Scope, teamId: string) {
  const team = await db.team.findUniqueOrThrow({ where: { id: teamId }, select: { name: true } });
  return { teamId, teamName: team.name };
}

async function findObjection({ db }: Scope, { cohortId, ballotId, objectionId }: ObjectionRef) {
  const found = await db.objection.findFirst({
    where: { id: objectionId, ballotId, cohortId },
    select: {
      teamId: true,
      withdrawnAt: true,
      withdrawnById: true,
      answer: { select: { answeredById: true, answer: true } },
    },
  });
  if (!found) throw notFound();
  const isWithdrawn = found.withdrawnAt !== null;
  return { ...found, isWithdrawn, isAnswered: found.answer !== null };
}

/** The team takes its objection back; it stays readable, and needs no answer any more. */
export async function withdrawObjection(scope: PersonScope, ref: ObjectionRef) {
  const { db, clock, actor } = scope;
  const ballot = await heldBallot(scope, ref);
  const objection = await findObjection(scope, ref);
  if (objection.isWithdrawn && objection.withdrawnById === actor.accountId) return;
  ensure(policy.mayWithdraw(actor, roundOf(ballot, clock.now()), objection));
  await db.objection.updateMany({
    where: { id: ref.objectionId },
    data: { withdrawnById: actor.accountId, withdrawnAt: clock.now() },
  });
  await tell(scope, ballot, 'objection_withdrawn', await teamFacts(scope, objection.teamId));
  await wakeClock(scope, ballot);
}

/**
 * The moderators answer an objection in public, once: the decision stays, or they change it, with
 * reasons where it departs from the result.
 */
export async function answerObjection(scope: PersonScope, input: AnswerObjection) {
  const { db, clock, actor } = scope;
  const { cohortId, objectionId, answer } = input;
  const ballot = await manage(scope, input);
  const objection = await findObjection(scope, input);
  const given = objection.answer;
  const isRepeated = given?.answeredById === actor.accountId && given.answer === answer;
  if (isRepeated) return;
  ensure(policy.mayAnswer(actor, roundOf(ballot, clock.now()), objection));
  const changes = input.change ? await changeDecision(scope, ballot, input.change) : [];
  await db.objectionAnswer.createMany({
    data: [
      {
        cohortId,
        objectionId,
        answer,
        changes: changes.map(({ optionId, isChosen }) => ({ optionId, isChosen })),
        answeredById: actor.accountId,
        answeredAt: clock.now(),
      },
    ],
  });
  await tell(scope, ballot, 'objection_answered', await teamFacts(scope, objection.teamId));
  await wakeClock(scope, ballot);
}

/** Puts the decision as it is from now on in the place of the former one. Returns what differs. */
async function changeDecision(
  scope: PersonScope,
  ballot: BallotFacts,
  { items: input, version }: NonNullable<AnswerObjection['change']>,
): Promise<DecisionChange[]> {
  const { db } = scope;
  if (version !== ballot.version) throw conflict(ballot.version);
  const { cohortId, id: ballotId } = ballot;
  const items = weigh(input, await readMeasure(db, { cohortId, ballotId }));
  const former = await db.decisionItem.findMany({
    where: { ballotId },
    select: { optionId: true, isChosen: true, reason: true },
  });
  const formerOf = (item: Weighed) => former.find(({ optionId }) => optionId === item.optionId);
  const changed = items.filter((item) => formerOf(item)?.isChosen !== item.isChosen);
  if (changed.length === 0) throw new AppError('decision_unchanged');
  for (const { optionId, ...item } of items)
    await db.decisionItem.updateMany({ where: { ballotId, optionId }, data: item });
  await db.ballot.updateMany({ where: { id: ballotId }, data: { version: ballot.version + 1 } });
  await announceProvisional(scope, ballot, changed);
  return changed;
}

/** With the last answer after the date, nothing is left to wait for. */
const wakeClock = (scope: Scope, { cohortId, id }: BallotFacts) =>
  enqueueClock(scope, { cohortId, ballotId: id });

/** After the date, and with every objection answered, the decision is final: now it takes effect. */
export async function finalise(scope: Scope, ref: BallotRef) {
  const { db, clock } = scope;
  const ballot = await manage(scope, ref);
  const now = clock.now();
  const isDue = dueAct(ballot, now) === 'finalise';
  if (!isDue || (await countOpenObjections(db, ballot.id)) > 0) return;
  const state = after('finalise', ballot, now);
  // While it is provisional still: a final decision changes no more.
  await db.decision.updateMany({ where: { ballotId: ballot.id }, data: { finalAt: now } });
  await db.ballot.updateMany({
    where: { id: ballot.id },
    data: { state, version: ballot.version + 1 },
  });
  await settle(scope, ballot);
}
