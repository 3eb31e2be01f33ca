import type { CohortState } from './frame';

// The life of a cohort: draft → forming → closed → concluded → archived → erased. Each step can be taken
// back until the next one; the last one is asked for, waits (erasure/waiting-time.ts), and is final.
const steps: Partial<Record<CohortState, CohortState[]>> = {
  draft: ['forming'],
  forming: ['draft', 'closed'],
  closed: ['forming', 'concluded'],
  concluded: ['closed', 'archived'],
  archived: ['concluded'],
};

/** The states that the organiser can move the cohort to. */
export const nextStates = (state: CohortState): CohortState[] => steps[state] ?? [];

/** Whether new things may be said in the cohort: a concluded one takes nothing new. */
export const takesNewThings = (state: CohortState): boolean =>
  state === 'forming' || state === 'closed';
