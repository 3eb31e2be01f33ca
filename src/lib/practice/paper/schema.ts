import { z } from 'zod';
import { listFilter } from '../list/schema';
import { practiceRef, rungs, type Rung } from '../schema';

/** Paper holds one text of an example: its team's own, what the cohort reads, or the public one. */
const rung = z.enum(rungs).nullable().default(null);

/** One example on paper; without a rung, the text that the reader would see first. */
export const onPaper = practiceRef.extend({ rung });
export type OnPaper = z.output<typeof onPaper>;

/** What a council is asked to do with a paper: to decide, or to take note. */
export const councilForms = ['decision', 'report'] as const;
export type CouncilForm = (typeof councilForms)[number];
export const ofCouncilPaper = onPaper.extend({ form: z.enum(councilForms) });
export type OfCouncilPaper = z.output<typeof ofCouncilPaper>;

export const MAXIMUM_IN_COLLECTION = 60;

/** Several examples in one document, in the order of the teams' names. */
export const collection = z.object({
  cohortId: z.uuid(),
  practiceIds: z.array(z.uuid()).min(1).max(MAXIMUM_IN_COLLECTION),
  /** The texts for the cohort, or those that everyone may read. */
  rung: z.enum(['cohort', 'public']).default('cohort'),
});
export type Collection = z.output<typeof collection>;

/** What can be put into a collection: of what the list shows with these filters. */
export const offer = listFilter.partial().extend({ cohortId: z.uuid() });
export type Offer = z.output<typeof offer>;

export const ofCohort = z.object({ cohortId: z.uuid() });
export type OfCohort = z.output<typeof ofCohort>;

/** The text that an address asks for; null where it names none. */
export const rungAsked = ({ searchParams }: URL): Rung | null =>
  rungs.find((one) => one === searchParams.get('rung')) ?? null;
