import type { Locale } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';
import { getLocale } from '$lib/paraglide/runtime.js';
import type { EnteredVote } from './queries.server';

type Moment = (moment: Date) => string;

const nameOf = (name: string | null, locale: Locale) =>
  name ?? m.ballot_entered_former({}, { locale });

/** How a vote came, who entered it and when. */
export function cameText(
  { way, enteredByName, enteredAt }: Pick<EnteredVote, 'way' | 'enteredByName' | 'enteredAt'>,
  moment: Moment,
  locale: Locale = getLocale(),
): string {
  const options = { locale };
  const facts = { name: nameOf(enteredByName, locale), moment: moment(enteredAt) };
  return way === 'phone'
    ? m.ballot_entered_by_phone(facts, options)
    : m.ballot_entered_by_paper(facts, options);
}

/** What became of an entered vote. */
export function answerText(
  entered: EnteredVote,
  isOver: boolean,
  moment: Moment,
  locale: Locale = getLocale(),
): string {
  const options = { locale };
  const { answer, answeredByName, answeredAt, note } = entered;
  if (answer === null || answeredAt === null)
    return isOver
      ? m.ballot_entered_unconfirmed_closed({}, options)
      : m.ballot_entered_unconfirmed({}, options);
  const facts = { name: nameOf(answeredByName, locale), moment: moment(answeredAt) };
  if (answer === 'contested') return m.ballot_entered_contested({ ...facts, note }, options);
  if (answer === 'replaced') return m.ballot_entered_replaced(facts, options);
  if (answer === 'withdrawn') return m.ballot_entered_withdrawn(facts, options);
  return m.ballot_entered_confirmed(facts, options);
}

/** Who said that an entered vote is right, and when. */
export const confirmedText = (
  { byName, at }: { byName: string | null; at: Date },
  moment: Moment,
): string => m.ballot_entered_confirmed({ name: nameOf(byName, getLocale()), moment: moment(at) });

/** That what was entered counts no more, and who said so. */
export function endedText(
  { answer, byName, at }: { answer: 'withdrawn' | 'contested'; byName: string | null; at: Date },
  moment: Moment,
): string {
  const facts = { name: nameOf(byName, getLocale()), moment: moment(at) };
  return answer === 'withdrawn' ? m.ballot_entry_withdrawn(facts) : m.ballot_entry_contested(facts);
}

/** With its full stop, unless it ends with somebody's own words. */
export const asSentence = (text: string): string => (/[“”]$/.test(text) ? text : `${text}.`);

/** Confirmed, but the voter has cast another vote since. */
export const isChangedSince = ({ answer, isInForce }: EnteredVote): boolean =>
  answer === 'confirmed' && !isInForce;

/** How many of the counted votes were entered, and how many of those nobody confirmed; else null. */
export function enteredCountText(
  entered: readonly EnteredVote[],
  locale: Locale = getLocale(),
): string | null {
  const options = { locale };
  const inForce = entered.filter(({ isInForce }) => isInForce);
  if (inForce.length === 0) return null;
  const sentences = [m.ballot_entered_count({ count: inForce.length }, options)];
  const unconfirmed = inForce.filter(({ answer }) => answer === null).length;
  if (unconfirmed > 0)
    sentences.push(
      inForce.length === 1
        ? m.ballot_entered_only_unconfirmed({}, options)
        : m.ballot_entered_count_unconfirmed({ count: unconfirmed }, options),
    );
  return sentences.join(' ');
}
