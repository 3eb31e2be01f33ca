import { ensure } from '$lib/access/decision';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import { record } from '$lib/activity/commands.server';
import type { ActivityKind } from '$lib/activity/kinds';
import { AppError, conflict, notFound } from '$lib/platform/errors';
import { publish } from '$lib/platform/events.server';
import { newId, randomId } from '$lib/platform/id';
import { enqueue } from '$lib/platform/jobs.server';
import { secureRandomBytes, type RandomBytes } from '$lib/platform/random';
import { sanitiseRichText } from '$lib/platform/rich-text.server';
import { moveWithBallot, type BallotStep } from '$lib/topic/commands.server';
import { after, isProlongation, stateAt } from './lifecycle';
import { drawLot, lotHash } from './lot';
import * as policy from './policy';
import {
  ballotFacts,
  cohortOf,
  findElectors,
  lockBallot,
  obstaclesOf,
  optionsOf,
  storedMethod,
  type BallotFacts,
  type Electors,
} from './queries.server';
import { isReminderDue, reminderMoment } from './reminder';
import { countVotes } from './result/queries.server';
import type { BallotRef, Cancel, Prolong, SaveDraft } from './schema';

export const CLOCK_QUEUE = 'ballot.clock';
export const REMIND_QUEUE = 'ballot.remind';

const refOf = ({ cohortId, id }: BallotFacts): BallotRef => ({ cohortId, ballotId: id });

/** The ballot, locked for a change that only moderators make. */
export async function manage(scope: Scope, ref: BallotRef): Promise<BallotFacts> {
  const { cohortId } = await ballotFacts(scope.db, ref);
  ensure(policy.mayManage(scope.actor, { cohortId }));
  return lockBallot(scope.db, ref);
}

/** Writes down what happened to a ballot, and tells whom it concerns. */
export const tell = (
  scope: Scope,
  ballot: BallotFacts,
  kind: Extract<ActivityKind, `ballot_${string}` | `objection_${string}` | `vote_${string}`>,
  facts: Record<string, string | number> = {},
) =>
  record(scope, {
    cohortId: ballot.cohortId,
    kind,
    subjectKind: 'ballot',
    subjectId: ballot.id,
    facts: { title: ballot.title, ...facts },
  });

/** Stores a draft, new or again; only moderators see it. */
export async function saveDraft(scope: PersonScope, input: SaveDraft) {
  const { db, clock, actor } = scope;
  const { cohortId, ballotId, version: _version, options: _options, settings, ...rest } = input;
  const cohort = await cohortOf(scope, cohortId);
  ensure(policy.mayPrepare(actor, { cohortId, cohortState: cohort.state }));
  // The clock would open it at once, before anybody has checked it.
  if (input.opensAt && input.opensAt <= clock.now()) throw new AppError('ballot_start_is_over');
  const content = {
    ...rest,
    explanation: sanitiseRichText(rest.explanation),
    includesModerators: rest.includesModerators && rest.electorate === 'persons',
    method: storedMethod(settings.method),
    settings,
  };
  const row = { cohortId, id: ballotId, createdById: actor.accountId, createdAt: clock.now() };
  const { count } = await db.ballot.createMany({
    data: [{ ...content, ...row }],
    skipDuplicates: true,
  });
  const nextVersion = count === 1 ? 1 : await replaceDraft(scope, input, content);
  await db.ballotOption.deleteMany({ where: { cohortId, ballotId } });
  await db.ballotOption.createMany({
    data: (await withQuestions(scope, input)).map((option, position) => ({
      id: newId(clock.now()),
      ...option,
      cohortId,
      ballotId,
      position,
    })),
  });
  await publish(db, { cohortId, kind: 'ballot', id: ballotId });
  if (input.opensAt) await enqueueClock(scope, input, input.opensAt);
  return { ballotId, version: nextVersion };
}

/** The options of a draft, topics under their question. A foreign topic is not found. */
async function withQuestions({ db }: Scope, { cohortId, options }: SaveDraft) {
  const topicIds = options.flatMap(({ topicId }) => topicId ?? []);
  const topics = await db.topic.findMany({
    where: { cohortId, id: { in: topicIds } },
    select: { id: true, question: true },
  });
  return options.map((option) => {
    if (option.topicId === null) return option;
    const topic = topics.find(({ id }) => id === option.topicId);
    if (!topic) throw notFound();
    return { ...option, title: topic.question };
  });
}

async function replaceDraft(scope: PersonScope, input: SaveDraft, content: object) {
  const ballot = await manage(scope, input);
  after('edit', ballot, scope.clock.now());
  // The first saving, sent twice, is the same saving.
  const isRepeated = input.version === 0 && ballot.version === 1;
  if (!isRepeated && ballot.version !== input.version) throw conflict(ballot.version);
  const version = isRepeated ? 1 : ballot.version + 1;
  await scope.db.ballot.updateMany({ where: { id: ballot.id }, data: { ...content, version } });
  return version;
}

/** Throws a draft away. */
export async function discardDraft(scope: PersonScope, ref: BallotRef) {
  const ballot = await manage(scope, ref);
  after('edit', ballot, scope.clock.now());
  await scope.db.ballot.deleteMany({ where: { id: ballot.id } });
}

/**
 * Opens a ballot: fixes who votes, draws the lot that breaks ties, puts the topics on the ballot.
 * From here on nothing but the closing time can be changed.
 */
export async function openBallot(
  scope: Scope,
  ref: BallotRef,
  randomBytes: RandomBytes = secureRandomBytes,
) {
  const { db, clock } = scope;
  const ballot = await manage(scope, ref);
  const now = clock.now();
  const isRepeated = ballot.state === 'open';
  if (isRepeated) return;
  const state = after('open', ballot, now);
  const obstacle = await findObstacle(scope, ref, ballot);
  if (obstacle) throw new AppError(`ballot_obstacle_${obstacle}`);

  // The words on the paper are those that the topics have now; from here on they keep them.
  await db.$executeRaw`
    UPDATE ballot_option o SET title = t.question FROM topic t
     WHERE t.id = o."topicId" AND o."ballotId" = ${ref.ballotId}::uuid`;
  const options = await optionsOf(db, ref);
  await enterElectors(scope, ref, await findElectors(db, ballot));
  const lot = drawLot(
    options.map(({ id }) => id),
    randomBytes,
  );
  await db.ballotLot.createMany({ data: [{ ...ref, ...lot }] });
  await db.ballot.updateMany({
    where: { id: ballot.id },
    data: { state, openedAt: now, lotHash: await lotHash(lot), version: ballot.version + 1 },
  });
  await moveTopics(scope, ballot, 'on_ballot');
  await tell(scope, ballot, 'ballot_opened', { closesAt: ballot.closesAt.toISOString() });
  await enqueueClock(scope, ref, ballot.closesAt);
  await enqueueReminder(scope, ref, reminderMoment(now, ballot.closesAt));
}

async function findObstacle(scope: Scope, ref: BallotRef, ballot: BallotFacts) {
  const [obstacle] = await obstaclesOf(scope.db, ref, ballot, scope.clock.now());
  return obstacle ?? null;
}

async function enterElectors({ db }: Scope, ref: BallotRef, { teamIds, accountIds }: Electors) {
  // Random ids: the order of the electorate says nothing.
  await db.voter.createMany({
    data: [
      ...teamIds.map((teamId) => ({ ...ref, id: randomId(), teamId })),
      ...accountIds.map((accountId) => ({ ...ref, id: randomId(), accountId })),
    ],
  });
}

async function moveTopics(scope: Scope, ballot: BallotFacts, to: BallotStep) {
  const options = await optionsOf(scope.db, refOf(ballot));
  const topicIds = options.flatMap(({ topicId }) => topicId ?? []);
  const facts = { ballotId: ballot.id, ballotTitle: ballot.title };
  await moveWithBallot(scope, { cohortId: ballot.cohortId, topicIds, to }, facts);
}

/** Lets the clock look at the ballot, at a moment or at once: whatever is due then is done. */
export const enqueueClock = ({ db }: Scope, { cohortId, ballotId }: BallotRef, at?: Date) =>
  enqueue(db, CLOCK_QUEUE, { cohortId, ballotId }, at ? { at } : {});

const enqueueReminder = ({ db }: Scope, { cohortId, ballotId }: BallotRef, at: Date) =>
  enqueue(db, REMIND_QUEUE, { cohortId, ballotId }, { at });

/** Closes a ballot and counts it. Votes that are being cast at this moment are waited for. */
export async function closeBallot(scope: Scope, ref: BallotRef) {
  const { db, clock } = scope;
  const ballot = await manage(scope, ref);
  const isRepeated = ballot.state === 'closed';
  if (isRepeated) return;
  const now = clock.now();
  const state = after('close', ballot, now);
  // By the clock, it was closed at its closing time, even where the job came later.
  const closedAt = now < ballot.closesAt ? now : ballot.closesAt;
  const where = { id: ballot.id };
  // Closed first: only then the votes, the box and the lot can be read, by whomever.
  await db.ballot.updateMany({ where, data: { state, closedAt, version: ballot.version + 1 } });
  const result = await countVotes(db, { ...ballot, state });
  await db.ballot.updateMany({ where, data: { result } });
  await tell(scope, ballot, 'ballot_closed');
}

/** Gives more time; everyone is told. */
export async function prolongBallot(scope: PersonScope, input: Prolong) {
  const { db, clock } = scope;
  const { closesAt } = input;
  const ballot = await manage(scope, input);
  const now = clock.now();
  after('prolong', ballot, now);
  const isRepeated = closesAt.getTime() === ballot.closesAt.getTime();
  if (isRepeated) return;
  if (!isProlongation(ballot.closesAt, closesAt, now)) throw new AppError('ballot_only_longer');
  await db.ballot.updateMany({
    where: { id: ballot.id },
    data: { closesAt, version: ballot.version + 1 },
  });
  const facts = { before: ballot.closesAt.toISOString(), closesAt: closesAt.toISOString() };
  await tell(scope, ballot, 'ballot_changed', facts);
  await enqueueClock(scope, input, closesAt);
  await enqueueReminder(scope, input, reminderMoment(ballot.openedAt ?? now, closesAt));
}

/** Ends a ballot without a decision, with a reason that everyone reads. Its topics go back. */
export async function cancelBallot(scope: PersonScope, input: Cancel) {
  const { db, clock } = scope;
  const { reason } = input;
  const ballot = await manage(scope, input);
  if (ballot.state === 'draft') throw new AppError('ballot_draft_is_discarded');
  const isRepeated = ballot.state === 'cancelled';
  if (isRepeated) return;
  const state = after('cancel', ballot, clock.now());
  await db.ballot.updateMany({
    where: { id: ballot.id },
    data: {
      state,
      cancelReason: reason,
      cancelledAt: clock.now(),
      version: ballot.version + 1,
    },
  });
  await moveTopics(scope, ballot, 'carried_over');
  await tell(scope, ballot, 'ballot_cancelled', { reason });
}

/** Reminds whoever has not voted, at a moderator's wish. Returns how many voters that are. */
export async function remind(scope: PersonScope, ref: BallotRef) {
  const ballot = await manage(scope, ref);
  after('cast', ballot, scope.clock.now());
  const count = await remindWaiting(scope, ballot);
  if (count === null) throw new AppError('ballot_reminded_recently');
  return { reminded: count };
}

/** Tells those who have not voted, unless that was done only hours ago: then null. */
async function remindWaiting(scope: Scope, ballot: BallotFacts): Promise<number | null> {
  const { db, clock } = scope;
  const waiting = { cohortId: ballot.cohortId, ballotId: ballot.id, hasVoted: false };
  const { _max: last } = await db.voter.aggregate({ where: waiting, _max: { remindedAt: true } });
  if (!isReminderDue(last.remindedAt, clock.now())) return null;
  const data = { remindedAt: clock.now() };
  const { count } = await db.voter.updateMany({ where: waiting, data });
  if (count === 0) return 0;
  await tell(scope, ballot, 'ballot_reminder', { closesAt: ballot.closesAt.toISOString() });
  return count;
}

/** The reminder before closing. One that was planned for an earlier closing time does nothing. */
export async function remindBeforeClosing(scope: Scope, ref: BallotRef) {
  const now = scope.clock.now();
  const ballot = await manage(scope, ref);
  const isOpen = stateAt(ballot, now) === 'open';
  const isDue = isOpen && reminderMoment(ballot.openedAt ?? now, ballot.closesAt) <= now;
  if (isDue) await remindWaiting(scope, ballot);
}

/** Opens a draft whose time has come. One with an obstacle stays a draft; its page says which. */
export async function openWhereReady(scope: Scope, ref: BallotRef, ballot: BallotFacts) {
  const obstacle = await findObstacle(scope, ref, ballot);
  if (!obstacle) await openBallot(scope, ref);
}
