import { z } from 'zod';
import { practiceRef } from '../schema';
import { adoptionStates } from './states';

/** What the reader's own team adopts in this cohort. */
export const adoptedByTeam = z.object({ cohortId: z.uuid() });

const text = z.string().trim().max(4_000).default('');

/** What a team says of its adoption; whoever gives up says why. */
export const adoptionText = z
  .object({
    state: z.enum(adoptionStates).default('interested'),
    why: text,
    changed: text,
    result: text,
    /** Whom of the team one can ask; empty where nobody is named. */
    contactId: z.union([z.literal(''), z.uuid()]).default(''),
    /** The version that the writer started from; 0 where nothing was stored yet. */
    version: z.number().int().min(0).default(0),
  })
  .refine(({ state, why }) => state !== 'dropped' || why !== '', {
    path: ['why'],
    message: 'required',
  });

export const saveAdoption = practiceRef.and(adoptionText);
export type SaveAdoption = z.output<typeof saveAdoption>;
