import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { record } from '$lib/activity/commands.server';
import { AppError } from '$lib/platform/errors';
import { sanitiseRichText } from '$lib/platform/rich-text.server';
import { moveWithBallot } from '$lib/topic/commands.server';
import type { ApprovalResult } from '../approval';
import { after } from '../lifecycle';
import * as policy from '../policy';
import { ballotFacts, lockBallot, optionsOf, type BallotFacts } from '../queries.server';
import { weigh, type Weighed } from './departures';
import type { Decide } from './schema';

/**
 * The moderators adopt the result or depart from it, each departure with its public reason. Chosen
 * topics move on, the others are carried over to the next round.
 */
export async function decide(scope: PersonScope, input: Decide) {
  const { db, clock, actor } = scope;
  const { cohortId, ballotId } = input;
  await ballotFacts(db, input);
  ensure(policy.mayManage(actor, input));
  const ballot = await lockBallot(db, input);
  const options = await optionsOf(db, input);
  const { result } = await db.ballot.findFirstOrThrow({
    where: { id: ballotId },
    select: { result: true },
  });
  const chosen = (result as ApprovalResult | null)?.chosen ?? [];
  const items = weigh(input.items, { optionIds: options.map(({ id }) => id), chosen });
  if (await isRepeated(scope, ballot, items)) return;
  const state = after('decide', ballot, clock.now());

  const row = { cohortId, ballotId, decidedById: actor.accountId, decidedAt: clock.now() };
  await db.decision.createMany({
    data: [{ ...row, statement: sanitiseRichText(input.statement) }],
  });
  await db.decisionItem.createMany({
    data: items.map((item) => ({ ...item, cohortId, ballotId })),
  });
  await db.ballot.updateMany({
    where: { id: ballotId },
    data: { state, version: ballot.version + 1 },
  });
  const topicsOf = (isChosen: boolean) =>
    options.flatMap(({ id, topicId }) => {
      const item = items.find(({ optionId }) => optionId === id);
      return topicId && item?.isChosen === isChosen ? [topicId] : [];
    });
  const facts = { ballotId, ballotTitle: ballot.title };
  await moveWithBallot(scope, { cohortId, topicIds: topicsOf(true), to: 'chosen' }, facts);
  await moveWithBallot(scope, { cohortId, topicIds: topicsOf(false), to: 'carried_over' }, facts);
  await record(scope, {
    cohortId,
    kind: 'ballot_decided',
    subjectKind: 'ballot',
    subjectId: ballotId,
    facts: {
      title: ballot.title,
      chosen: items.filter(({ isChosen }) => isChosen).length,
      departures: items.filter(({ isDeparture }) => isDeparture).length,
    },
  });
}

/** The same decision sent twice is one decision; another one comes too late. */
async function isRepeated({ db, actor }: PersonScope, ballot: BallotFacts, items: Weighed[]) {
  if (ballot.state !== 'decided') return false;
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
