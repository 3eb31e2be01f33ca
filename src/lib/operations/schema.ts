import { z } from 'zod';

export const mailStates = ['waiting', 'sending', 'sent', 'failed'] as const;

export const overview = z.object({
  state: z.enum(mailStates).nullable().catch(null).default(null),
  /** The oldest mail of the page before. */
  before: z.uuid().nullable().catch(null).default(null),
});
export type Overview = z.infer<typeof overview>;

export const ofMail = z.object({ mailId: z.uuid() });
export type OfMail = z.infer<typeof ofMail>;
