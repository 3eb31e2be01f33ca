import { clockOf } from './engine/clock';
import { mayAct } from './engine/machine';
import { methodOf } from './engine/methods';
import { roleNow, takesPart, type Consultation, type Person } from './engine/state';
import { turnOf } from './engine/turns';

/** What somebody is waited for in a consultation. */
export type Waiting = 'answer' | 'begin' | 'approve' | 'lead' | 'write' | 'follow_up';

/** What is known beside the engine's state. */
export interface Around {
  /** Milliseconds since 1970. */
  now: number;
  /** Whether the case giver was asked what came of it. */
  isFollowUpAsked: boolean;
  /** Who has written something in the present phase. */
  authorIds: ReadonlySet<string>;
}

const leads = (consultation: Consultation, person: Person): boolean =>
  roleNow(consultation, person) ===
  (methodOf(consultation.method).hasModerator ? 'peer_moderator' : 'adviser');

/**
 * What a person is waited for now; null for nothing. In a room nobody waits for anybody on a screen.
 * A remark is always possible: it is nobody's turn for that.
 */
export function waitsFor(
  consultation: Consultation,
  personId: string,
  { now, isFollowUpAsked, authorIds }: Around,
): Waiting | null {
  const person = consultation.people.find(({ id }) => id === personId);
  if (!person || person.hasLeft) return null;
  const { state, form, endAskedAt, counts } = consultation;
  const isOver = state === 'closed' || state === 'cancelled';
  if (person.answer === 'asked') return isOver ? null : 'answer';
  if (!takesPart(person)) return null;
  if (state === 'closed') {
    const isAsked = isFollowUpAsked && person.role === 'case_giver';
    return isAsked && !counts.follow_up ? 'follow_up' : null;
  }
  if (form === 'live') return null;
  if (state === 'planned') {
    const isComplete = consultation.people.every(({ answer }) => answer !== 'asked');
    const mayBegin = mayAct(consultation, { type: 'start' }, personId, now).isAllowed;
    return isComplete && mayBegin && leads(consultation, person) ? 'begin' : null;
  }
  if (state !== 'running') return null;
  const isGiver = roleNow(consultation, person) === 'case_giver';
  if (endAskedAt !== null && isGiver) return 'approve';
  const isTimeOver = clockOf(consultation, now).overMs > 0 && endAskedAt === null;
  if (isTimeOver && leads(consultation, person)) return 'lead';
  const hasTurn = turnOf(consultation, person).some((kind) => kind !== 'statement');
  return hasTurn && !authorIds.has(personId) ? 'write' : null;
}
