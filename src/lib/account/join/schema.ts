import { z } from 'zod';
import { mailAddress } from '../schema';

/** What is typed from a letter (code alone) or from the projector (code and e-mail address). */
export const joinCode = z.object({
  code: z.string().trim().min(1).max(40),
  email: z.union([z.literal(''), mailAddress]).default(''),
});
