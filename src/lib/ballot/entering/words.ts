import { m } from '$lib/paraglide/messages.js';
import type { EnteredVote } from './queries.server';

type Moment = (moment: Date) => string;

const nameOf = (name: string | null) => name ?? m.ballot_entered_former();

/** How a vote came, who entered it and when. */
export function cameText(
  { way, enteredByName, enteredAt }: Pick<EnteredVote, 'way' | 'enteredByName' | 'enteredAt'>,
  moment: Moment,
): string {
  const facts = { name: nameOf(enteredByName), moment: moment(enteredAt) };
  return way === 'phone' ? m.ballot_entered_by_phone(facts) : m.ballot_entered_by_paper(facts);
}

/** What became of an entered vote. */
export function answerText(entered: EnteredVote, isOver: boolean, moment: Moment): string {
  const { answer, answeredByName, answeredAt, note } = entered;
  if (answer === null || answeredAt === null)
    return isOver ? m.ballot_entered_unconfirmed_closed() : m.ballot_entered_unconfirmed();
  const facts = { name: nameOf(answeredByName), moment: moment(answeredAt) };
  if (answer === 'contested') return m.ballot_entered_contested({ ...facts, note });
  if (answer === 'replaced') return m.ballot_entered_replaced(facts);
  return m.ballot_entered_confirmed(facts);
}
