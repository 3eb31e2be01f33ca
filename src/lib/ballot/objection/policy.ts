import { hasRole, isModerator, isOfTeam, type Actor } from '$lib/access/actor';
import { allow, allowIf, type Decision } from '$lib/access/decision';
import type { BallotState } from '../lifecycle';

/** The time in which teams can object to a provisional decision. */
export interface RoundFacts {
  cohortId: string;
  state: BallotState;
  objectionsUntil: Date | null;
  now: Date;
}

export interface ObjectionFacts {
  teamId: string;
  isWithdrawn: boolean;
  isAnswered: boolean;
}

/** The first denial, or allow. */
const all = (...decisions: Decision[]): Decision =>
  decisions.find((decision) => !decision.isAllowed) ?? allow;

const ifProvisional = ({ state }: RoundFacts): Decision =>
  allowIf(state === 'provisional', 'objection_needs_provisional');

/** Any team of the cohort objects once, whether or not it had a vote. */
export const mayObject = (
  actor: Actor,
  round: RoundFacts,
  { hasObjected }: { hasObjected: boolean },
): Decision =>
  all(
    allowIf(hasRole(actor, round.cohortId, 'member'), 'objection_only_teams'),
    ifProvisional(round),
    allowIf(
      round.objectionsUntil !== null && round.now < round.objectionsUntil,
      'objection_is_late',
    ),
    allowIf(!hasObjected, 'objection_is_raised'),
  );

/** Its team takes an objection back: that is one that needs no answer any more. */
export const mayWithdraw = (
  actor: Actor,
  round: RoundFacts,
  { teamId, isWithdrawn }: ObjectionFacts,
): Decision =>
  all(
    allowIf(isOfTeam(actor, round.cohortId, teamId), 'objection_only_its_team'),
    ifProvisional(round),
    allowIf(!isWithdrawn, 'objection_is_withdrawn'),
  );

/** Moderators answer each objection once, in public. */
export const mayAnswer = (
  actor: Actor,
  round: RoundFacts,
  { isWithdrawn, isAnswered }: ObjectionFacts,
): Decision =>
  all(
    allowIf(isModerator(actor, round.cohortId), 'ballot_only_moderators'),
    ifProvisional(round),
    allowIf(!isWithdrawn, 'objection_is_withdrawn'),
    allowIf(!isAnswered, 'objection_is_answered'),
  );
