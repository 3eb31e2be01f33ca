import { z } from 'zod';
import { workshopRef } from '../../schema';

/** One's own, or for staff everybody's in one document. */
export const certificateRef = workshopRef.extend({ of: z.enum(['me', 'everyone']).default('me') });
export type CertificateRef = z.infer<typeof certificateRef>;
