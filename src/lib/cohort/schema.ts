import { z } from 'zod';

export const ofCohort = z.object({ cohortId: z.uuid() });
export type OfCohort = z.infer<typeof ofCohort>;
