import { z } from 'zod';
import { workshopRef } from '../publish/schema';
import { MAXIMUM_FILE_BYTES } from './format';

export const importAgenda = workshopRef.extend({
  /** Sent twice, it is read once. */
  changeId: z.uuid(),
  text: z.string().max(MAXIMUM_FILE_BYTES),
});
export type ImportAgenda = z.output<typeof importAgenda>;
