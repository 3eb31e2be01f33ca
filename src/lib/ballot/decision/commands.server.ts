import type { PersonScope, Scope } from '$lib/access/scope.server';
import { AppError } from '$lib/platform/errors';
import { sanitiseRichText } from '$lib/platform/rich-text.server';
import { endOfWorkingDay } from '$lib/platform/working-days';
import { moveWithBallot, noteProvisional } from '$lib/topic/commands.server';
import { enqueueClock, manage, tell } from '../commands.server';
import { after } from '../lifecycle';
import { cohortOf, optionsOf, type BallotFacts } from '../queries.server';
import { weigh, type Weighed } from './departures';
import { readMeasure } from './queries.server';
import type { Decide } from './schema';

/**
 * The moderators adopt the result or depart from it, each departure with its public reason. Without
 * an objection round that is final; with one it waits for the objections.
 */
export async function decide(scope: PersonScope, input: Decide) {
  const { db, clock, actor } = scope;
  const { cohortId, ballotId } = input;
  const ballot = await manage(scope, input);
  const items = weigh(input.items, await readMeasure(db, input));
  if (await isRepeated(scope, ballot, items)) return;
  const now = clock.now();
  const isFinal = ballot.objectionDays === null;
  const state = after(isFinal ? 'decide' : 'decide_provisionally', ballot, now);
  const objectionsUntil = await objectionDeadline(scope, ballot);

  const row = { cohortId, ballotId, decidedById: actor.accountId, decidedAt: now };
  const finalAt = isFinal ? now : null;
  await db.decision.createMany({
    data: [{ ...row, finalAt, statement: sanitiseRichText(input.statement) }],
  });
  await db.decisionItem.createMany({
    data: items.map((item) => ({ ...item, cohortId, ballotId })),
  });
  await db.ballot.updateMany({
    where: { id: ballotId },
    data: { state, objectionsUntil, version: ballot.version + 1 },
  });
  if (objectionsUntil === null) return settle(scope, ballot);
  await announceProvisional(scope, ballot, items);
  await tell(scope, ballot, 'ballot_provisional', { until: objectionsUntil.toISOString() });
  await enqueueClock(scope, input, objectionsUntil);
}

async function objectionDeadline(scope: Scope, ballot: BallotFacts): Promise<Date | null> {
  if (ballot.objectionDays === null) return null;
  const { timeZone } = await cohortOf(scope, ballot.cohortId);
  return endOfWorkingDay(scope.clock.now(), ballot.objectionDays, timeZone);
}

/** The same decision sent twice is one decision; another one comes too late. */
async function isRepeated({ db, actor }: PersonScope, ballot: BallotFacts, items: Weighed[]) {
  if (ballot.state !== 'decided' && ballot.state !== 'provisional') return false;
  const decision = await db.decision.findFirst({
    where: { ballotId: ballot.id },
    select: { decidedById: true, items: { select: { optionId: true, isChosen: true } } },
  });
  const isSame = items.every(({ optionId, isChosen }) =>
    decision?.items.some((item) => item.optionId === optionId && item.isChosen === isChosen),
  );
  if (decision?.decidedById === actor.accountId && isSame) return true;
  throw new AppError('ballot_is_decided');
}

const refOf = ({ cohortId, id }: BallotFacts) => ({ cohortId, ballotId: id });
const passportFacts = ({ id, title }: BallotFacts) => ({ ballotId: id, ballotTitle: title });

interface Settled {
  optionId: string;
  isChosen: boolean;
}

/** The topics that are taken, and those that are not. */
async function topicsByChoice(scope: Scope, ballot: BallotFacts, items: readonly Settled[]) {
  const options = await optionsOf(scope.db, refOf(ballot));
  const topicsOf = (isChosen: boolean) =>
    options.flatMap(({ id, topicId }) => {
      const item = items.find(({ optionId }) => optionId === id);
      return topicId && item?.isChosen === isChosen ? [topicId] : [];
    });
  return { chosen: topicsOf(true), carriedOver: topicsOf(false) };
}

/** Writes into the passports of the topics what becomes of them, unless an objection changes it. */
export async function announceProvisional(
  scope: Scope,
  ballot: BallotFacts,
  items: readonly Settled[],
) {
  const { cohortId } = ballot;
  const { chosen, carriedOver } = await topicsByChoice(scope, ballot, items);
  const facts = passportFacts(ballot);
  await noteProvisional(scope, { cohortId, topicIds: chosen, isChosen: true }, facts);
  await noteProvisional(scope, { cohortId, topicIds: carriedOver, isChosen: false }, facts);
}

/** The decision takes effect: chosen topics move on, the others are carried over to the next round. */
export async function settle(scope: Scope, ballot: BallotFacts) {
  const { cohortId } = ballot;
  const items = await scope.db.decisionItem.findMany({
    where: { cohortId, ballotId: ballot.id },
    select: { optionId: true, isChosen: true, isDeparture: true },
  });
  const { chosen, carriedOver } = await topicsByChoice(scope, ballot, items);
  const facts = passportFacts(ballot);
  await moveWithBallot(scope, { cohortId, topicIds: chosen, to: 'chosen' }, facts);
  await moveWithBallot(scope, { cohortId, topicIds: carriedOver, to: 'carried_over' }, facts);
  await tell(scope, ballot, ballot.objectionDays === null ? 'ballot_decided' : 'ballot_final', {
    chosen: items.filter(({ isChosen }) => isChosen).length,
    departures: items.filter(({ isDeparture }) => isDeparture).length,
  });
}
