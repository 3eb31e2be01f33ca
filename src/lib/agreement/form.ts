import { z } from 'zod';
import { agreementText, type SaveAgreement } from './schema';

/** What the form of an agreement sends. */
export const agreementForm = agreementText.and(
  z.object({
    id: z.uuid(),
    version: z.int().min(0).default(0),
    /** Where it is made; empty outside of an event. */
    workshopId: z.union([z.literal(''), z.uuid()]).default(''),
    itemId: z.union([z.literal(''), z.uuid()]).default(''),
    topicId: z.union([z.literal(''), z.uuid()]).default(''),
  }),
);
export type AgreementFormData = z.output<typeof agreementForm>;

/** What a valid form says, as the procedure takes it. */
export const agreementFrom = (
  { id, workshopId, itemId, topicId, ...text }: AgreementFormData,
  cohortId: string,
): SaveAgreement => ({
  ...text,
  cohortId,
  agreementId: id,
  workshopId: workshopId || null,
  itemId: itemId || null,
  topicId: topicId || null,
});
