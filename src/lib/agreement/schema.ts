import { z } from 'zod';

export const MAXIMUM_WHAT = 500;
const MAXIMUM_WHY = 1_000;
const MAXIMUM_RESPONSIBLE = 60;

export const cohortRef = z.object({ cohortId: z.uuid() });
export type CohortRef = z.infer<typeof cohortRef>;

export const agreementRef = z.object({ cohortId: z.uuid(), agreementId: z.uuid() });
export type AgreementRef = z.infer<typeof agreementRef>;

export const workshopRef = z.object({ cohortId: z.uuid(), workshopId: z.uuid() });
export type WorkshopRef = z.infer<typeof workshopRef>;

export const agreementStates = ['open', 'done', 'dropped'] as const;
export type AgreementState = (typeof agreementStates)[number];

/** What an agreement says, as its form sends it. */
export const agreementText = z
  .object({
    what: z.string().trim().min(1).max(MAXIMUM_WHAT),
    teamIds: z.array(z.uuid()).max(MAXIMUM_RESPONSIBLE).default([]),
    /** Memberships. */
    membershipIds: z.array(z.uuid()).max(MAXIMUM_RESPONSIBLE).default([]),
    /** "2026-03-13"; empty where no day was agreed on. */
    dueOn: z.union([z.literal(''), z.iso.date()]).default(''),
  })
  .refine(({ teamIds, membershipIds }) => teamIds.length + membershipIds.length > 0, {
    path: ['teamIds'],
    message: 'somebody_responsible',
  });

export const saveAgreement = agreementRef
  .extend({
    /** The version that the writer started from; 0 for a new one. */
    version: z.int().min(0).default(0),
    /** Where it is made; of no meaning once it is there. */
    workshopId: z.uuid().nullable().default(null),
    itemId: z.uuid().nullable().default(null),
    /** The topic whose outcome it follows from; of no meaning once it is there. */
    topicId: z.uuid().nullable().default(null),
  })
  .and(agreementText);
export type SaveAgreement = z.output<typeof saveAgreement>;

/** Done, no longer needed, or open again after all. */
export const settleAgreement = agreementRef
  .extend({
    state: z.enum(agreementStates),
    why: z.string().trim().max(MAXIMUM_WHY).default(''),
  })
  .refine(({ state, why }) => state !== 'dropped' || why !== '', {
    path: ['why'],
    message: 'required',
  });
export type SettleAgreement = z.output<typeof settleAgreement>;
