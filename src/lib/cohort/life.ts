import type { CohortState } from './frame';

// The life of a cohort: draft → forming → closed → concluded → archived. Each step can be taken back
// until the next one; archiving and erasing are not steps of the organiser.
const steps: Partial<Record<CohortState, CohortState[]>> = {
  draft: ['forming'],
  forming: ['draft', 'closed'],
  closed: ['forming', 'concluded'],
  concluded: ['closed'],
};

/** The states that the organiser can move the cohort to. */
export const nextStates = (state: CohortState): CohortState[] => steps[state] ?? [];
