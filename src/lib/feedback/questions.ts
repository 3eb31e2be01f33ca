import { z } from 'zod';

// What a feedback form asks, and what can be answered. Pure; in browser and server.

export const SCALE = [1, 2, 3, 4, 5] as const;
export const MAXIMUM_OWN = 5;
export const MAXIMUM_QUESTION = 300;
export const MAXIMUM_ANSWER = 2_000;

/** Asked at every event, so that the series shows how they develop; their words stand in messages. */
export const standardScales = ['helpful', 'answered', 'open', 'organised'] as const;
export const standardTexts = ['best', 'better'] as const;
export type StandardScale = (typeof standardScales)[number];
export type StandardText = (typeof standardTexts)[number];

export const questionKinds = ['scale', 'text'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** A question of the moderators' own. */
const ownQuestion = z.object({
  id: z.uuid(),
  kind: z.enum(questionKinds),
  text: z.string().trim().min(1).max(MAXIMUM_QUESTION),
});

export const feedbackQuestions = z.object({
  scales: z.array(z.enum(standardScales)),
  texts: z.array(z.enum(standardTexts)),
  own: z.array(ownQuestion).max(MAXIMUM_OWN),
});
export type FeedbackQuestions = z.output<typeof feedbackQuestions>;

export const usualQuestions = (): FeedbackQuestions => ({
  scales: [...standardScales],
  texts: [...standardTexts],
  own: [],
});

export const asksSomething = ({ scales, texts, own }: FeedbackQuestions): boolean =>
  scales.length + texts.length + own.length > 0;

/** The questions in the order in which they are asked: what is answered with one press comes first. */
export function inOrder({ scales, texts, own }: FeedbackQuestions) {
  const ownOf = (kind: QuestionKind) =>
    own.filter((question) => question.kind === kind).map(({ id }) => ({ id, kind }));
  return [
    ...scales.map((id) => ({ id: id as string, kind: 'scale' as const })),
    ...ownOf('scale'),
    ...texts.map((id) => ({ id: id as string, kind: 'text' as const })),
    ...ownOf('text'),
  ];
}

/** Answers by question: a step of the scale, or a text. What is left out is not answered. */
export const feedbackAnswers = z.record(
  z.string().max(40),
  z.union([z.int().min(1).max(SCALE.length), z.string().trim().min(1).max(MAXIMUM_ANSWER)]),
);
export type FeedbackAnswers = z.output<typeof feedbackAnswers>;

/** Whether each answer is one to a question of the form, and there is at least one. */
export function fits(answers: FeedbackAnswers, questions: FeedbackQuestions): boolean {
  const kinds = new Map(inOrder(questions).map(({ id, kind }) => [id, kind]));
  const given = Object.entries(answers);
  return (
    given.length > 0 &&
    given.every(([id, answer]) =>
      typeof answer === 'number' ? kinds.get(id) === 'scale' : kinds.get(id) === 'text',
    )
  );
}

/** How often each step of a scale was chosen, from the lowest on. */
export const countSteps = (answers: readonly number[]): number[] =>
  SCALE.map((step) => answers.filter((answer) => answer === step).length);

export const meanOf = (answers: readonly number[]): number | null =>
  answers.length === 0 ? null : answers.reduce((sum, answer) => sum + answer, 0) / answers.length;
