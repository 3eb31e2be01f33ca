import type { ActivityKind } from '$lib/activity/kinds';
import { methodOf } from './engine/methods';
import { caseGiverNow, roleNow, takesPart, type Consultation, type Person } from './engine/state';
import { turnOf } from './engine/turns';

/** What people in a consultation are told of. */
export type TellingKind = Extract<ActivityKind, `consultation_${string}`>;

type Audience = (person: Person, consultation: Consultation) => boolean;

const isThere: Audience = (person) => takesPart(person);
const isAskedOrThere: Audience = ({ answer, hasLeft }) => answer !== 'declined' && !hasLeft;
const isAsked: Audience = ({ answer, hasLeft }) => answer === 'asked' && !hasLeft;
const gaveTheCase: Audience = (person) => takesPart(person) && person.role === 'case_giver';
const givesNow: Audience = ({ id }, consultation) => caseGiverNow(consultation)?.id === id;
/** The moderator; the advisers together where there is none. */
const leads: Audience = (person, consultation) => {
  const leader = methodOf(consultation.method).hasModerator ? 'peer_moderator' : 'adviser';
  return takesPart(person) && roleNow(consultation, person) === leader;
};
const hasTurn: Audience = (person, consultation) => turnOf(consultation, person).length > 0;

const either =
  (...audiences: Audience[]): Audience =>
  (...facts) =>
    audiences.some((audience) => audience(...facts));

const audiences: Record<TellingKind, Audience> = {
  consultation_asked: isAsked,
  consultation_planned: isAskedOrThere,
  consultation_reminder: isAskedOrThere,
  consultation_answered: gaveTheCase,
  consultation_began: isThere,
  consultation_turn: isThere,
  consultation_contributed: isThere,
  consultation_end_asked: givesNow,
  consultation_time_soon: either(hasTurn, leads),
  consultation_time_over: either(gaveTheCase, leads),
  consultation_role_given: isThere,
  consultation_left: either(gaveTheCase, leads),
  consultation_keys_asked: isThere,
  consultation_closed: isThere,
  consultation_cancelled: isAskedOrThere,
  consultation_follow_up: gaveTheCase,
  consultation_destroyed: isAskedOrThere,
};

/**
 * Who is told, by account; never the one who did it, and never anybody outside the circle.
 *
 * @param only one person, where it concerns just her or him
 */
export function recipients(
  kind: TellingKind,
  consultation: Consultation,
  { actorId, only }: { actorId: string | null; only: string | null },
): string[] {
  return consultation.people
    .filter((person) => person.id !== actorId && (only === null || person.id === only))
    .filter((person) => audiences[kind](person, consultation))
    .map(({ id }) => id);
}
