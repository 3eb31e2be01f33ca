import type { System } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import { record } from '$lib/activity/commands.server';
import { tellPrivately } from '$lib/notice/commands.server';
import { AppError, notFound } from '$lib/platform/errors';
import { enqueue } from '$lib/platform/jobs.server';
import { closingOf, reminderOf } from './closing';
import * as policy from './policy';
import { feedbackFacts, missingAccounts } from './queries.server';
import { fits } from './questions';
import type { FeedbackRef, GiveFeedback, OpenFeedback } from './schema';

export const REMIND_QUEUE = 'feedback.remind';
export const CLOSE_QUEUE = 'feedback.close';

/** Asks the teams. What is asked stays as it is from now on. */
export async function openFeedback(scope: PersonScope, input: OpenFeedback): Promise<void> {
  const { db, actor, clock } = scope;
  const { cohortId, workshopId, questions, days } = input;
  const facts = await feedbackFacts(scope, input);
  ensure(policy.mayOpen(actor, facts));
  const openedAt = clock.now();
  const closesAt = closingOf(openedAt, facts.endsAt, days, facts.timeZone);
  const { count } = await db.feedbackForm.createMany({
    data: [{ cohortId, workshopId, questions, openedAt, closesAt, createdById: actor.accountId }],
    skipDuplicates: true,
  });
  if (count === 0) throw new AppError('feedback_is_asked');
  const ref = { cohortId, workshopId };
  await enqueue(db, REMIND_QUEUE, ref, { at: reminderOf(openedAt, closesAt) });
  await enqueue(db, CLOSE_QUEUE, ref, { at: closesAt });
  await tell(scope, ref, 'feedback_opened', facts.title);
}

/** Ends it now. Nothing opens it again: two results with one answer between them would tell that answer. */
export async function closeFeedback(scope: PersonScope, ref: FeedbackRef): Promise<void> {
  const { db, actor, clock } = scope;
  const facts = await feedbackFacts(scope, ref);
  ensure(policy.mayClose(actor, facts));
  if (facts.stage === 'closed') return;
  const { count } = await db.feedbackForm.updateMany({
    where: { workshopId: ref.workshopId, isClosingTold: false, closesAt: { gt: clock.now() } },
    data: { closesAt: clock.now(), isClosingTold: true },
  });
  if (count > 0) await tell(scope, ref, 'feedback_closed', facts.title);
}

/** Puts an answer into the box. No log, no event and no notice: nothing must tell who answered when. */
export async function giveFeedback(scope: PersonScope, input: GiveFeedback): Promise<void> {
  const { db, actor, clock } = scope;
  const { workshopId, answers } = input;
  const facts = await feedbackFacts(scope, input);
  ensure(policy.mayAnswer(actor, facts));
  if (facts.questions === null || !fits(answers, facts.questions))
    throw new AppError('feedback_empty');
  const [row] = await db.$queryRaw<{ outcome: string }[]>`
    SELECT app.feedback_give(${workshopId}::uuid, ${JSON.stringify(answers)}::jsonb,
                             ${clock.now()}::timestamptz) AS outcome`;
  const { outcome } = row!;
  if (outcome === 'not_found') throw notFound();
  if (outcome !== 'given') throw new AppError(outcome);
}

/** Reminds those who have not answered, once. */
export async function remind(scope: Scope<System>, ref: FeedbackRef): Promise<void> {
  const { db } = scope;
  const { cohortId, workshopId } = ref;
  const facts = await feedbackFacts(scope, ref);
  if (facts.stage !== 'open') return;
  const { count } = await db.feedbackForm.updateMany({
    where: { workshopId, isReminded: false },
    data: { isReminded: true },
  });
  if (count === 0) return;
  await tellPrivately(scope, {
    cohortId,
    kind: 'feedback_reminder',
    noticeKind: 'workshop',
    subjectKind: 'workshop',
    subjectId: workshopId,
    actorId: null,
    accountIds: await missingAccounts(scope, ref),
  });
}

/** Its time is over: everyone is told, unless the moderators have closed it before. */
export async function tellClosed(scope: Scope<System>, ref: FeedbackRef): Promise<void> {
  const { db } = scope;
  const facts = await feedbackFacts(scope, ref);
  if (facts.stage !== 'closed' || facts.workshopState === 'cancelled') return;
  const { count } = await db.feedbackForm.updateMany({
    where: { workshopId: ref.workshopId, isClosingTold: false },
    data: { isClosingTold: true },
  });
  if (count > 0) await tell(scope, ref, 'feedback_closed', facts.title);
}

const tell = (
  scope: Scope,
  { cohortId, workshopId }: FeedbackRef,
  kind: 'feedback_opened' | 'feedback_closed',
  title: string,
) =>
  record(scope, {
    cohortId,
    kind,
    subjectKind: 'workshop',
    subjectId: workshopId,
    facts: { title },
  });
