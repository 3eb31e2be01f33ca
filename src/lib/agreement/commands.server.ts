import type { System } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import { record } from '$lib/activity/commands.server';
import { tellPrivately } from '$lib/notice/commands.server';
import { AppError, conflict, notFound } from '$lib/platform/errors';
import { publish } from '$lib/platform/events.server';
import { newId } from '$lib/platform/id';
import { enqueue } from '$lib/platform/jobs.server';
import { dayIn } from '$lib/ui/format';
import { remindersOf } from './due';
import * as policy from './policy';
import {
  cohortOf,
  findAgreement,
  responsibleAccounts,
  type LockedAgreement,
} from './queries.server';
import type { AgreementRef, AgreementState, SaveAgreement, SettleAgreement } from './schema';

export const REMIND_QUEUE = 'agreement.remind';

/** Writes down a new agreement, or says one anew. The same one, sent twice, is the same one. */
export async function saveAgreement(scope: PersonScope, input: SaveAgreement): Promise<void> {
  const before = await findAgreement(scope, input);
  if (before) return changeAgreement(scope, input, before);
  if (input.version > 0) throw notFound();
  const { db, actor, clock } = scope;
  const { cohortId, agreementId, what, workshopId, itemId, topicId } = input;
  const { state: cohortState, timeZone } = await cohortOf(scope, cohortId);
  ensure(policy.mayMake(actor, { cohortId, cohortState }));
  await ensureThere(scope, input);
  const now = clock.now();
  const isPast = input.dueOn !== '' && input.dueOn < dayIn(now, timeZone);
  if (isPast) throw new AppError('agreement_due_past');
  const made = { createdById: actor.accountId, createdAt: now, changedAt: now };
  const dueOn = input.dueOn === '' ? null : new Date(input.dueOn);
  await db.agreement.createMany({
    data: [{ cohortId, id: agreementId, what, workshopId, itemId, topicId, dueOn, ...made }],
  });
  await nameResponsible(scope, input, { teamIds: [], membershipIds: [] });
  await planReminders(scope, input);
  await tell(scope, input, 'agreement_made', await responsibleAccounts(scope, agreementId));
}

async function changeAgreement(
  scope: PersonScope,
  input: SaveAgreement,
  { row, facts }: LockedAgreement,
): Promise<void> {
  const { db, actor, clock } = scope;
  ensure(policy.mayChange(actor, facts));
  const isRepeated = input.version === 0 && row.createdById === actor.accountId;
  if (isRepeated && row.version === 1) return;
  if (row.version !== input.version) throw conflict(row.version);
  await ensureThere(scope, { ...input, workshopId: null, topicId: null });
  const { agreementId, what } = input;
  const dueOn = input.dueOn === '' ? null : new Date(input.dueOn);
  const isMoved = (row.dueOn ?? '') !== input.dueOn;
  await db.agreement.updateMany({
    where: { id: agreementId },
    data: {
      what,
      dueOn,
      version: row.version + 1,
      changedAt: clock.now(),
      ...(isMoved && { remindedSteps: 0 }),
    },
  });
  const earlier = new Set(await responsibleAccounts(scope, agreementId));
  await nameResponsible(scope, input, facts);
  if (isMoved) await planReminders(scope, input);
  const now = await responsibleAccounts(scope, agreementId);
  // Who has it anew is told; to the others, it is the same one.
  await tell(
    scope,
    input,
    'agreement_changed',
    now.filter((id) => !earlier.has(id)),
  );
}

/** The people, teams, the workshop and the topic that it names are of this cohort. */
async function ensureThere({ db }: PersonScope, input: SaveAgreement): Promise<void> {
  const { cohortId, teamIds, membershipIds, workshopId, topicId } = input;
  const [counts] = await db.$queryRaw<
    { teams: number; people: number; isHeld: boolean; isTopic: boolean }[]
  >`
    SELECT (SELECT count(*)::int FROM team WHERE "cohortId" = ${cohortId}::uuid
               AND id = ANY (${teamIds}::uuid[])) AS teams,
           (SELECT count(*)::int FROM membership WHERE "cohortId" = ${cohortId}::uuid
               AND role IN ('member', 'moderator', 'organiser')
               AND id = ANY (${membershipIds}::uuid[])) AS people,
           EXISTS (SELECT 1 FROM workshop WHERE "cohortId" = ${cohortId}::uuid
               AND id = ${workshopId}::uuid AND state IN ('fixed', 'held')) AS "isHeld",
           EXISTS (SELECT 1 FROM topic WHERE "cohortId" = ${cohortId}::uuid AND id = ${topicId}::uuid
               AND state NOT IN ('draft', 'unconfirmed')) AS "isTopic"`;
  const areThere =
    counts?.teams === new Set(teamIds).size && counts.people === new Set(membershipIds).size;
  if (!areThere || (workshopId !== null && !counts.isHeld)) throw notFound();
  if (topicId !== null && !counts.isTopic) throw notFound();
}

/** New ones come in before others go: whoever hands an agreement over may do so until the end. */
async function nameResponsible(
  { db }: PersonScope,
  { cohortId, agreementId, teamIds, membershipIds }: SaveAgreement,
  before: Pick<policy.AgreementFacts, 'teamIds' | 'membershipIds'>,
): Promise<void> {
  const added = [
    ...teamIds.filter((id) => !before.teamIds.includes(id)).map((teamId) => ({ teamId })),
    ...membershipIds
      .filter((id) => !before.membershipIds.includes(id))
      .map((membershipId) => ({ membershipId })),
  ];
  await db.agreementResponsible.createMany({
    data: added.map((responsible) => ({ cohortId, id: newId(), agreementId, ...responsible })),
    skipDuplicates: true,
  });
  await db.agreementResponsible.deleteMany({
    where: {
      agreementId,
      OR: [
        { teamId: { in: before.teamIds.filter((id) => !teamIds.includes(id)) } },
        { membershipId: { in: before.membershipIds.filter((id) => !membershipIds.includes(id)) } },
      ],
    },
  });
}

const deeds = {
  done: 'agreement_done',
  dropped: 'agreement_dropped',
  open: 'agreement_reopened',
} as const satisfies Record<AgreementState, string>;

/** Says that it is done or no longer needed, or that it is open after all. */
export async function settleAgreement(scope: PersonScope, input: SettleAgreement): Promise<void> {
  const { db, actor, clock } = scope;
  const { cohortId, agreementId, state, why } = input;
  const found = await findAgreement(scope, { cohortId, agreementId });
  if (!found) throw notFound();
  ensure(policy.mayChange(actor, found.facts));
  if (found.row.state === state) return;
  const now = clock.now();
  await db.agreement.updateMany({
    where: { id: agreementId },
    data: {
      state,
      why: state === 'dropped' ? why : '',
      settledById: actor.accountId,
      settledAt: now,
      version: found.row.version + 1,
      changedAt: now,
    },
  });
  await tell(scope, { ...input, what: found.row.what }, deeds[state], []);
}

/** Writes down what happened, for everyone; those whom it is up to are told. */
const tell = (
  scope: PersonScope,
  { cohortId, agreementId, what }: AgreementRef & { what: string },
  kind:
    | 'agreement_made'
    | 'agreement_changed'
    | 'agreement_done'
    | 'agreement_dropped'
    | 'agreement_reopened',
  responsibleIds: string[],
) =>
  record(scope, {
    cohortId,
    kind,
    subjectKind: 'agreement',
    subjectId: agreementId,
    facts: { title: what, responsibleIds },
  });

async function planReminders(scope: PersonScope, input: SaveAgreement): Promise<void> {
  const { db, clock } = scope;
  const { cohortId, agreementId, dueOn } = input;
  if (dueOn === '') return;
  const { timeZone } = await cohortOf(scope, cohortId);
  for (const { step, at } of remindersOf(dueOn, clock.now(), timeZone))
    await enqueue(db, REMIND_QUEUE, { cohortId, agreementId, dueOn, step }, { at });
}

/** Reminds those whom an open agreement is up to; a job that is late, doubled or outdated tells nobody. */
export async function remind(
  scope: Scope<System>,
  { cohortId, agreementId, dueOn, step }: AgreementRef & { dueOn: string; step: number },
): Promise<void> {
  const { db, clock } = scope;
  const [row] = await db.$queryRaw<{ remindedSteps: number; timeZone: string }[]>`
    SELECT a."remindedSteps", c."timeZone" FROM agreement a JOIN cohort c ON c.id = a."cohortId"
     WHERE a.id = ${agreementId}::uuid AND a."cohortId" = ${cohortId}::uuid AND a.state = 'open'
       AND a."dueOn" = ${dueOn}::date FOR NO KEY UPDATE OF a`;
  if (!row || row.remindedSteps >= step) return;
  const isOver = dayIn(clock.now(), row.timeZone) > dueOn;
  await db.agreement.updateMany({ where: { id: agreementId }, data: { remindedSteps: step } });
  if (isOver) return;
  await tellPrivately(scope, {
    cohortId,
    kind: step === 1 ? 'agreement_due_soon' : 'agreement_due',
    noticeKind: 'agreement',
    subjectKind: 'agreement',
    subjectId: agreementId,
    actorId: null,
    accountIds: await responsibleAccounts(scope, agreementId),
  });
  await publish(db, { cohortId, kind: 'agreement', id: agreementId });
}
