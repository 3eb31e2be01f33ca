import { ensure } from '$lib/access/decision';
import type { PersonScope, Scope } from '$lib/access/scope.server';
import { record } from '$lib/activity/commands.server';
import type { ActivityKind } from '$lib/activity/kinds';
import type { Db } from '$lib/platform/db/client.server';
import { AppError, notFound } from '$lib/platform/errors';
import { publish } from '$lib/platform/events.server';
import { enqueue } from '$lib/platform/jobs.server';
import { formatList } from '$lib/ui/format';
import { applyChanges } from '../change';
import { filesOf, missingForOthers, type Attachment, type PracticeContent } from '../fields';
import { attachmentName } from '../labels';
import { lacksLicence, undescribed, unsettled } from '../licence';
import { lockPractice, type LockedPractice } from '../queries.server';
import type { ReleasedRung } from '../schema';
import * as policy from './policy';
import {
  findOpenStep,
  findStep,
  lastWording,
  releaseOn,
  teamMates,
  timeZoneOf,
  unagreedNames,
  type OwnStep,
} from './queries.server';
import { releaseColumns } from './release';
import type { EditStep, ObjectToStep, PrepareStep, ProposeStep, StepDown, StepRef } from './schema';
import { derive, goesOn, nextLook, objectionEnd } from './steps';

export const LADDER_QUEUE = 'practice.ladder';
export const TELL_QUEUE = 'practice.tell';

export interface NewRelease {
  cohortId: string;
  practiceId: string;
  teamId: string;
  rung: ReleasedRung;
  content: PracticeContent;
  /** The version of the team's text that it was made from. */
  fromVersion: number;
  releasedById: string | null;
  /** For the public: whether it is told which town it is. */
  namesSite?: boolean;
}

/** Puts a text on a rung, in the place of the one before. Who may, the ladder has decided. */
export async function putOnRung({ db, clock }: Scope, release: NewRelease): Promise<void> {
  const { cohortId, practiceId, teamId, rung, content, fromVersion, releasedById } = release;
  const now = clock.now();
  const { namesSite = false } = release;
  const made = { fromVersion, releasedAt: now, releasedById, namesSite };
  const columns = { ...releaseColumns(content), ...made };
  const { count } = await db.practiceRelease.updateMany({
    where: { practiceId, rung },
    data: { ...columns, version: { increment: 1 } },
  });
  const row = { cohortId, practiceId, teamId, rung, firstAt: now };
  if (count === 0) await db.practiceRelease.createMany({ data: [{ ...row, ...columns }] });
  await showFiles(db, release);
}

/** Whoever reads the text may read the files that it shows, and no others. */
async function showFiles(
  db: Db,
  {
    cohortId,
    practiceId,
    rung,
    content,
  }: Pick<NewRelease, 'cohortId' | 'practiceId' | 'rung' | 'content'>,
): Promise<void> {
  const fileIds = [...new Set(filesOf(content))];
  await db.practiceReleaseFile.createMany({
    data: fileIds.map((fileId) => ({ cohortId, practiceId, rung, fileId })),
    skipDuplicates: true,
  });
  const gone = { practiceId, rung, fileId: { notIn: fileIds } };
  await db.practiceReleaseFile.deleteMany({ where: gone });
}

/** Begins a step up; the one that is open already where there is one. */
export async function prepare(scope: PersonScope, input: PrepareStep): Promise<{ stepId: string }> {
  const { db, clock, actor } = scope;
  const { cohortId, practiceId, stepId, rung } = input;
  const practice = await lockPractice(db, input);
  const cohortRelease = await releaseOn(db, practiceId, 'cohort');
  ensure(policy.mayStepUp(actor, { practice, rung, isShownToCohort: cohortRelease !== null }));
  const open = await findOpenStep(db, practiceId, rung);
  if (open) return { stepId: open.id };
  const isPublic = rung === 'public';
  const source = isPublic ? cohortRelease!.content : practice.content;
  const content = derive(source, await lastWording(db, practiceId, rung));
  const fromVersion = isPublic ? cohortRelease!.fromVersion : practice.version;
  const shown = isPublic ? await releaseOn(db, practiceId, 'public') : null;
  const { count } = await db.practiceStep.createMany({
    data: [
      {
        cohortId,
        id: stepId,
        practiceId,
        teamId: practice.teamId,
        rung,
        state: 'draft',
        content,
        source,
        fromVersion,
        namesSite: shown?.namesSite ?? false,
        createdById: actor.accountId,
        createdAt: clock.now(),
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) throw notFound();
  await refresh(scope, practice);
  return { stepId };
}

interface OpenStep {
  practice: LockedPractice;
  step: OwnStep;
}

async function lockStep({ db }: Scope, ref: StepRef): Promise<OpenStep> {
  const practice = await lockPractice(db, ref);
  return { practice, step: await findStep(db, ref) };
}

/** Words the text that is to be shown otherwise; a change of somebody else comes back as a conflict. */
export async function edit(scope: PersonScope, input: EditStep) {
  const { practice, step } = await lockStep(scope, input);
  ensure(policy.mayEditStep(scope.actor, { practice, step }));
  const { content, applied, conflicts } = applyChanges(step.content, input.changes);
  if (applied.length > 0) await change(scope, step.id, { content });
  return { conflicts };
}

/** Puts what was prepared away. */
export async function discard(scope: PersonScope, ref: StepRef): Promise<void> {
  const { practice, step } = await lockStep(scope, ref);
  ensure(policy.mayEditStep(scope.actor, { practice, step }));
  await scope.db.practiceStep.deleteMany({ where: { id: step.id } });
  await refresh(scope, practice);
}

/** One of the team agrees to the step; the other one is told, and can object. */
export async function propose(scope: PersonScope, input: ProposeStep): Promise<void> {
  const { db, clock, actor } = scope;
  const { practice, step } = await lockStep(scope, input);
  const isRepeated = step.state === 'proposed' && step.proposedById === actor.accountId;
  if (isRepeated) return;
  ensure(policy.mayEditStep(actor, { practice, step }));
  await ensureNextRung(scope, { practice, step });
  const { checks, namesSite } = input;
  const content = licensed(step, input);
  if (missingForOthers(content).length > 0) throw new AppError('practice_incomplete');
  if ((content.endedOn ?? '9999') < (content.startedOn ?? ''))
    throw new AppError('practice_period_backwards');
  if (lacksLicence(step.rung, content)) throw new AppError('practice_licence_missing');
  ensureAttachments(scope, { rung: step.rung, content });
  await ensureConsent(scope, input, { rung: step.rung, content });
  const now = clock.now();
  const objectUntil = objectionEnd(now, await timeZoneOf(db, practice.cohortId));
  const proposed = { proposedById: actor.accountId, proposedAt: now, objectUntil };
  const told = { content, namesSite, ...proposed };
  await change(scope, step.id, { state: 'proposed', checks, ...told });
  const partners = await partnersOf(scope, practice, actor.accountId);
  const facts = { practice, step: { ...step, ...told } };
  if (goesOn({ rung: step.rung, objectUntil }, partners, now)) return carryOut(scope, facts, null);
  await enqueue(db, LADDER_QUEUE, refOf(facts), { at: objectUntil });
  await tellTeam(scope, facts, 'practice_step_proposed');
  await refresh(scope, practice);
}

/** No rung is passed over: what the step was prepared from may have been taken down since. */
async function ensureNextRung(
  { db, actor }: PersonScope,
  { practice, step: { rung } }: OpenStep,
): Promise<void> {
  const isShownToCohort = (await releaseOn(db, practice.id, 'cohort')) !== null;
  ensure(policy.mayStepUp(actor, { practice, rung, isShownToCohort }));
}

/** Who is named in a text has agreed to whom it is shown. */
async function ensureConsent(
  scope: PersonScope,
  ref: StepRef,
  text: Pick<OwnStep, 'rung' | 'content'>,
): Promise<void> {
  const names = await unagreedNames(scope, ref, text);
  if (names.length === 0) return;
  const { locale } = scope.actor;
  throw new AppError('practice_consent_missing', { names: formatList(names, locale) });
}

/** What goes with a public text may be used, and its pictures say something to everyone. */
function ensureAttachments(
  { actor: { locale } }: PersonScope,
  { rung, content }: Pick<OwnStep, 'rung' | 'content'>,
): void {
  if (rung !== 'public') return;
  const refuse = (code: string, entries: Attachment[]) => {
    if (entries.length === 0) return;
    const titles = entries.map((entry) => attachmentName(entry, { locale }));
    throw new AppError(code, { titles: formatList(titles, locale) });
  };
  refuse('practice_attachments_unsettled', unsettled(content));
  refuse('practice_pictures_undescribed', undescribed(content));
}

/** The text with the terms that were chosen as it was proposed to the public. */
const licensed = ({ rung, content }: OwnStep, { textLicence }: ProposeStep): PracticeContent =>
  rung === 'public' && textLicence ? { ...content, textLicence } : content;

/** The other one of the team agrees: the text is shown now. */
export async function agree(scope: PersonScope, ref: StepRef): Promise<void> {
  const facts = await lockStep(scope, ref);
  ensure(policy.mayAnswerStep(scope.actor, facts));
  await ensureNextRung(scope, facts);
  ensureAttachments(scope, facts.step);
  await ensureConsent(scope, ref, facts.step);
  await carryOut(scope, facts, scope.actor.accountId);
}

export async function object(scope: PersonScope, input: ObjectToStep): Promise<void> {
  const facts = await lockStep(scope, input);
  ensure(policy.mayAnswerStep(scope.actor, facts));
  await settle(scope, facts.step.id, 'objected', { reason: input.reason });
  await tellTeam(scope, facts, 'practice_step_objected');
  await refresh(scope, facts.practice);
}

export async function takeBack(scope: PersonScope, ref: StepRef): Promise<void> {
  const facts = await lockStep(scope, ref);
  ensure(policy.mayTakeBackStep(scope.actor, facts));
  await settle(scope, facts.step.id, 'taken_back');
  await tellTeam(scope, facts, 'practice_step_taken_back');
  await refresh(scope, facts.practice);
}

/** Takes an example off its rungs at once. What others have copied meanwhile, nobody fetches back. */
export async function down(scope: PersonScope, input: StepDown): Promise<void> {
  const { db, clock, actor } = scope;
  const { practiceId, stepId, stays } = input;
  const practice = await lockPractice(db, input);
  const isRepeated = await db.practiceStep.count({ where: { id: stepId, practiceId } });
  if (isRepeated > 0) return;
  const leaves: ReleasedRung[] = stays === 'team' ? ['cohort', 'public'] : ['public'];
  const isShown = await db.practiceRelease.count({ where: { practiceId, rung: { in: leaves } } });
  ensure(policy.mayStepDown(actor, { practice, isShown: isShown > 0 }));
  // What is prepared for the public was made from what the cohort reads. An archive prepares nothing.
  if (stays === 'team' && practice.cohortState !== 'archived')
    await db.practiceStep.deleteMany({ where: { practiceId, rung: 'public', state: 'draft' } });
  await db.$queryRaw`SELECT app.practice_step_down(${practiceId}::uuid, ${stays}, ${stepId}::uuid,
    ${clock.now()}::timestamptz)`;
  // The log of an archive is closed; the ladder's own has its entry.
  if (practice.cohortState === 'archived') return;
  await tellCohort(scope, practice, stays === 'team' ? 'practice_hidden' : 'practice_unpublished');
}

/** The time to object is over: the step is carried out, or waits for somebody who is there. */
export async function followClock(scope: Scope, ref: StepRef): Promise<void> {
  const { db, clock } = scope;
  const facts = await lockStep(scope, ref).catch(() => null);
  const isOver = facts === null || facts.step.state !== 'proposed' || facts.practice.isDiscarded;
  if (isOver || facts.practice.cohortState === 'archived') return;
  const { practice, step } = facts;
  const now = clock.now();
  const partners = await partnersOf(scope, practice, step.proposedById);
  const objectUntil = step.objectUntil!;
  if (goesOn({ rung: step.rung, objectUntil }, partners, now)) return carryOut(scope, facts, null);
  if (now >= objectUntil) await tellTeam(scope, facts, 'practice_step_waits');
  const at =
    now < objectUntil ? objectUntil : nextLook(now, await timeZoneOf(db, practice.cohortId));
  await enqueue(db, LADDER_QUEUE, refOf(facts), { at });
}

async function carryOut(scope: Scope, facts: OpenStep, agreedById: string | null): Promise<void> {
  const { practice, step } = facts;
  const { cohortId, teamId, id: practiceId } = practice;
  const { rung, content, fromVersion, namesSite, proposedById } = step;
  const wasShown = await releaseOn(scope.db, practiceId, rung);
  const text = { content, fromVersion, namesSite, releasedById: proposedById };
  await putOnRung(scope, { cohortId, practiceId, teamId, rung, ...text });
  await settle(scope, step.id, 'done', { decidedById: agreedById });
  const kinds = wasShown ? shownAgain : shownFirst;
  await tellCohort(scope, practice, kinds[rung], proposedById);
}

const shownFirst = { cohort: 'practice_shown', public: 'practice_published' } as const;
const shownAgain = { cohort: 'practice_shown_again', public: 'practice_published_again' } as const;

type StepColumns = Parameters<Scope['db']['practiceStep']['updateMany']>[0]['data'];

const change = ({ db }: Scope, id: string, data: StepColumns) =>
  db.practiceStep.updateMany({ where: { id }, data });

const settle = (
  scope: Scope,
  id: string,
  state: 'done' | 'objected' | 'taken_back',
  more: StepColumns = {},
) => {
  const { actor, clock } = scope;
  const decidedById = actor.kind === 'person' ? actor.accountId : null;
  return change(scope, id, { state, decidedAt: clock.now(), decidedById, ...more });
};

const partnersOf = async (scope: Scope, practice: LockedPractice, proposedById: string | null) =>
  (await teamMates(scope, practice)).filter(({ accountId }) => accountId !== proposedById);

const refOf = ({ practice, step }: OpenStep) => ({
  cohortId: practice.cohortId,
  practiceId: practice.id,
  stepId: step.id,
});

/** The pages of the team that are open; nobody else hears of what is not shown yet. */
const refresh = ({ db }: Scope, { cohortId, id }: LockedPractice) =>
  publish(db, { cohortId, kind: 'practice', id });

/** Tells the others of the team alone: the log is read by the whole cohort. */
async function tellTeam(scope: Scope, facts: OpenStep, kind: ActivityKind): Promise<void> {
  const actorId = scope.actor.kind === 'person' ? scope.actor.accountId : null;
  const { stepId: about, ...ref } = refOf(facts);
  await enqueue(scope.db, TELL_QUEUE, { ...ref, about, kind, actorId });
}

/** Writes into the log that everyone reads, and tells the cohort. */
async function tellCohort(
  scope: Scope,
  { cohortId, id, teamId, teamName }: LockedPractice,
  kind: ActivityKind,
  byId: string | null = null,
): Promise<void> {
  const facts = { teamId, teamName, byId };
  await record(scope, { cohortId, kind, subjectKind: 'practice', subjectId: id, facts });
}
