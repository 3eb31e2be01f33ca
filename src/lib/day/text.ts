import { m } from '$lib/paraglide/messages.js';
import type { ReactionAnswer } from './schema';

/** What a team says to "Does this answer your question?". */
export const answerWords: Record<
  ReactionAnswer,
  { label: () => string; tone: 'success' | 'warning' | 'mark' }
> = {
  yes: { label: m.day_answer_yes, tone: 'success' },
  partly: { label: m.day_answer_partly, tone: 'warning' },
  no: { label: m.day_answer_no, tone: 'mark' },
};
