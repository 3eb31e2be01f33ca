/** Whether the question of a topic was answered at a workshop. */
export const outcomeAnswers = ['answered', 'partly', 'open'] as const;
export type OutcomeAnswer = (typeof outcomeAnswers)[number];
