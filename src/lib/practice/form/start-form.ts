import { z } from 'zod';
import { practiceKinds } from '../fields';

/** What a record begins with. */
export const startForm = z.object({
  id: z.uuid(),
  gist: z.string().trim().min(1).max(240),
  kind: z.union([z.enum(practiceKinds), z.literal('')]).default(''),
  topicId: z.union([z.uuid(), z.literal('')]).default(''),
});
