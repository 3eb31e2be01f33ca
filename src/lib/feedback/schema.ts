import { z } from 'zod';
import { asksSomething, feedbackAnswers, feedbackQuestions } from './questions';

export const MAXIMUM_DAYS = 60;
/** How long it stays open where nothing else is said. */
export const USUAL_DAYS = 14;
/** From so many answers on, a result is shown; the database says so, too. */
export const FEWEST_SHOWN = 5;

export interface CohortRef {
  cohortId: string;
}

export const feedbackRef = z.object({ cohortId: z.uuid(), workshopId: z.uuid() });
export type FeedbackRef = z.infer<typeof feedbackRef>;

export const openFeedback = feedbackRef.extend({
  questions: feedbackQuestions.refine(asksSomething, 'required'),
  days: z.int().min(1).max(MAXIMUM_DAYS),
});
export type OpenFeedback = z.output<typeof openFeedback>;

export const giveFeedback = feedbackRef.extend({ answers: feedbackAnswers });
export type GiveFeedback = z.output<typeof giveFeedback>;
