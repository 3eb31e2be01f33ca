import { hasRole, isOfTeam, type Actor } from '$lib/access/actor';
import { allow, allowIf, type Decision } from '$lib/access/decision';
import type { PracticeFacts } from '../policy';
import type { ReleasedRung } from '../schema';

export type StepState = 'draft' | 'proposed' | 'objected' | 'taken_back' | 'done' | 'down';

export interface StepFacts {
  rung: ReleasedRung;
  state: StepState;
  proposedById: string | null;
}

/** The first denial, or allow. */
const all = (...decisions: Decision[]): Decision =>
  decisions.find((decision) => !decision.isAllowed) ?? allow;

const isOwn = (actor: Actor, practice: { cohortId: string; teamId: string }): boolean =>
  hasRole(actor, practice.cohortId, 'member') &&
  isOfTeam(actor, practice.cohortId, practice.teamId);

/** Who shows what is the team's own affair: for everybody else there is no ladder. */
const ifOwnAndOpen = (actor: Actor, practice: PracticeFacts): Decision =>
  all(
    allowIf(isOwn(actor, practice), 'not_found'),
    allowIf(!practice.isDiscarded, 'practice_is_discarded'),
    allowIf(practice.cohortState !== 'archived', 'cohort_archived'),
  );

const isProposer = (actor: Actor, step: StepFacts): boolean =>
  actor.kind === 'person' && actor.accountId === step.proposedById;

/** One rung after the other: the public gets what the cohort reads. */
export const mayStepUp = (
  actor: Actor,
  { practice, rung, isShownToCohort }: StepUpFacts,
): Decision =>
  all(
    ifOwnAndOpen(actor, practice),
    allowIf(rung === 'cohort' || isShownToCohort, 'practice_cohort_first'),
  );

export interface StepUpFacts {
  practice: PracticeFacts;
  rung: ReleasedRung;
  isShownToCohort: boolean;
}

interface OnStep {
  practice: PracticeFacts;
  step: StepFacts;
}

/** The text of a step is edited until it is proposed; what the other one has been told stays. */
export const mayEditStep = (actor: Actor, { practice, step }: OnStep): Decision =>
  all(ifOwnAndOpen(actor, practice), allowIf(step.state === 'draft', 'practice_step_is_proposed'));

/** The other person of the team agrees or objects; nobody does it to the own proposal. */
export const mayAnswerStep = (actor: Actor, { practice, step }: OnStep): Decision =>
  all(
    ifOwnAndOpen(actor, practice),
    allowIf(step.state === 'proposed', 'practice_step_is_decided'),
    allowIf(!isProposer(actor, step), 'practice_only_partner_answers'),
  );

export const mayTakeBackStep = (actor: Actor, { practice, step }: OnStep): Decision =>
  all(
    ifOwnAndOpen(actor, practice),
    allowIf(step.state === 'proposed', 'practice_step_is_decided'),
    allowIf(isProposer(actor, step), 'practice_only_proposer_takes_back'),
  );

/** Down goes at once, by either of the two, in an archived cohort too. */
export const mayStepDown = (
  actor: Actor,
  { practice, isShown }: { practice: PracticeFacts; isShown: boolean },
): Decision =>
  all(allowIf(isOwn(actor, practice), 'not_found'), allowIf(isShown, 'practice_not_shown'));
