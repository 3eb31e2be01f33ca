import { z } from 'zod';
import { newId } from '$lib/platform/id';
import {
  inOrder,
  MAXIMUM_ANSWER,
  MAXIMUM_OWN,
  MAXIMUM_QUESTION,
  questionKinds,
  SCALE,
  standardScales,
  standardTexts,
  type FeedbackAnswers,
  type FeedbackQuestions,
} from './questions';
import { MAXIMUM_DAYS, USUAL_DAYS } from './schema';

// What the forms of the page send, as the procedures take it.

/** What moderators choose and write; own questions without words are left out. */
export const questionsForm = z
  .object({
    scales: z.array(z.enum(standardScales)).default([]),
    texts: z.array(z.enum(standardTexts)).default([]),
    ownText: z.array(z.string().trim().max(MAXIMUM_QUESTION)).max(MAXIMUM_OWN).default([]),
    ownKind: z.array(z.enum(questionKinds)).max(MAXIMUM_OWN).default([]),
    days: z.int().min(1).max(MAXIMUM_DAYS).default(USUAL_DAYS),
  })
  .refine(
    ({ scales, texts, ownText }) =>
      scales.length + texts.length > 0 || ownText.some((text) => text !== ''),
    { path: ['scales'], error: 'required' },
  );
export type QuestionsFormData = z.output<typeof questionsForm>;

export const usualForm = {
  scales: [...standardScales],
  texts: [...standardTexts],
} satisfies Partial<QuestionsFormData>;

export const questionsFrom = ({
  scales,
  texts,
  ownText,
  ownKind,
}: QuestionsFormData): FeedbackQuestions => ({
  scales: standardScales.filter((id) => scales.includes(id)),
  texts: standardTexts.filter((id) => texts.includes(id)),
  own: ownText
    .map((text, index) => ({ id: newId(), kind: ownKind[index] ?? ('scale' as const), text }))
    .filter(({ text }) => text !== ''),
});

/** The name of the field that answers a question. */
export const fieldOf = (id: string): string => `answer_${id}`;

export type AnswersFormData = Record<string, string>;

/** Chosen by whoever takes back a step. */
export const NO_ANSWER = 'none';
const step = z.enum(['', NO_ANSWER, ...SCALE.map(String)]).default('');
const words = z.string().trim().max(MAXIMUM_ANSWER).default('');

/** The form that asks these questions. */
export const answersForm = (questions: FeedbackQuestions) =>
  z.object(
    Object.fromEntries(
      inOrder(questions).map(({ id, kind }) => [fieldOf(id), kind === 'scale' ? step : words]),
    ),
  ) as z.ZodType<AnswersFormData, AnswersFormData>;

export function answersFrom(
  answers: AnswersFormData,
  questions: FeedbackQuestions,
): FeedbackAnswers {
  const given: FeedbackAnswers = {};
  for (const { id, kind } of inOrder(questions)) {
    const answer = answers[fieldOf(id)] ?? '';
    if (answer === '') continue;
    if (kind === 'text') given[id] = answer;
    else if (answer !== NO_ANSWER) given[id] = Number(answer);
  }
  return given;
}
