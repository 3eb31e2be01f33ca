import type { Locale } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';
import { getLocale } from '$lib/paraglide/runtime.js';
import { outcomeAnswers, type OutcomeAnswer } from './answer';

type Word = (facts?: object, options?: { locale: Locale }) => string;

const words: Record<
  OutcomeAnswer,
  { label: Word; said: Word; tone: 'success' | 'warning' | 'mark' }
> = {
  answered: { label: m.outcome_answer_answered, said: m.outcome_said_answered, tone: 'success' },
  partly: { label: m.outcome_answer_partly, said: m.outcome_said_partly, tone: 'warning' },
  open: { label: m.outcome_answer_open, said: m.outcome_said_open, tone: 'mark' },
};

/** "Teilweise beantwortet": alone, on a pill or a button. */
export const answerLabel = (answer: OutcomeAnswer, locale: Locale = getLocale()): string =>
  words[answer].label({}, { locale });

/** "teilweise beantwortet": within a sentence. Of anything else, nothing. */
export function answerSaid(answer: unknown, locale: Locale = getLocale()): string {
  const known = outcomeAnswers.find((each) => each === answer);
  return known ? words[known].said({}, { locale }) : '';
}

export const answerTone = (answer: OutcomeAnswer) => words[answer].tone;
