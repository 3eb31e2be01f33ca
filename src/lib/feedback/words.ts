import type { Locale } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';
import { getLocale } from '$lib/paraglide/runtime.js';
import {
  inOrder,
  SCALE,
  type FeedbackQuestions,
  type QuestionKind,
  type StandardScale,
  type StandardText,
} from './questions';

/** A question as it is asked. */
export interface AskedQuestion {
  id: string;
  kind: QuestionKind;
  text: string;
}

type Word = typeof m.feedback_scale_helpful;

const standard: Record<StandardScale | StandardText, Word> = {
  helpful: m.feedback_scale_helpful,
  answered: m.feedback_scale_answered,
  open: m.feedback_scale_open,
  organised: m.feedback_scale_organised,
  best: m.feedback_text_best,
  better: m.feedback_text_better,
};

export const standardText = (
  id: StandardScale | StandardText,
  locale: Locale = getLocale(),
): string => standard[id]({}, { locale });

/** All questions of a form, in the order in which they are asked. */
export const askedQuestions = (
  questions: FeedbackQuestions,
  locale: Locale = getLocale(),
): AskedQuestion[] =>
  inOrder(questions).map(({ id, kind }) => ({
    id,
    kind,
    text:
      questions.own.find((own) => own.id === id)?.text ??
      standardText(id as StandardScale | StandardText, locale),
  }));

/** "1 – trifft nicht zu", "2" … "5 – trifft voll zu". */
export function stepLabel(step: number, locale: Locale = getLocale()): string {
  if (step === SCALE[0]) return `${step} – ${m.feedback_low({}, { locale })}`;
  return step === SCALE.length ? `${step} – ${m.feedback_high({}, { locale })}` : String(step);
}
