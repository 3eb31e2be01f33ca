import { takesPart, roleNow, type Consultation } from './engine/state';
import { turnOf } from './engine/turns';

/** What somebody is waited for in a consultation, the most pressing first. */
export type Waiting = 'answer' | 'approve' | 'write' | 'follow_up';

/**
 * What a person is waited for now; null for nothing. Nobody is waited for in a room: there, people see
 * each other.
 *
 * @param after whether the case giver was asked what came of it
 */
export function waitsFor(
  consultation: Consultation,
  personId: string,
  after: { isFollowUpAsked: boolean },
): Waiting | null {
  const person = consultation.people.find(({ id }) => id === personId);
  if (!person || person.hasLeft) return null;
  const { state, form, endAskedAt } = consultation;
  const isOver = state === 'closed' || state === 'cancelled';
  if (person.answer === 'asked') return isOver ? null : 'answer';
  if (!takesPart(person)) return null;
  if (state === 'closed')
    return after.isFollowUpAsked && person.role === 'case_giver' ? 'follow_up' : null;
  if (state !== 'running' || form === 'live') return null;
  if (endAskedAt !== null && roleNow(consultation, person) === 'case_giver') return 'approve';
  return turnOf(consultation, person).length > 0 ? 'write' : null;
}
