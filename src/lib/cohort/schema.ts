import { z } from 'zod';

export const ofCohort = z.object({ cohortId: z.uuid() });
export type OfCohort = z.infer<typeof ofCohort>;

/** A list as a file. */
export const downloadFormat = z.enum(['xlsx', 'csv']);
export const download = ofCohort.extend({ format: downloadFormat });
export type Download = z.infer<typeof download>;

const version = z.coerce.number().int().min(1);

/** A calendar day, "2026-03-14", or nothing. */
const day = z
  .union([z.iso.date(), z.literal('')])
  .nullish()
  .transform((text) => (text ? new Date(`${text}T00:00:00Z`) : null));

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

export const cohortSettings = z.object({
  name: z.string().trim().min(1).max(120),
  siteSeats: z.coerce.number().int().min(1).max(200).default(10),
  teamSize: z.coerce.number().int().min(1).max(50).default(2),
  startsOn: day,
  endsOn: day,
  timeZone: z.string().trim().max(60).refine(isTimeZone, 'invalid').default('Europe/Berlin'),
  welcome: z.string().max(20_000).default(''),
});

export const updateCohort = ofCohort
  .extend({ ...cohortSettings.shape, version })
  .refine(({ startsOn, endsOn }) => !startsOn || !endsOn || startsOn <= endsOn, {
    path: ['endsOn'],
    error: 'end_before_start',
  });
export type UpdateCohort = z.infer<typeof updateCohort>;

export const moveCohort = ofCohort.extend({
  to: z.enum(['draft', 'forming', 'closed', 'concluded', 'archived']),
  /** Why a closed group is opened again: everybody is told. */
  reason: z.string().trim().max(500).default(''),
});
export type MoveCohort = z.infer<typeof moveCohort>;

export const askErasure = ofCohort.extend({
  /** The cohort's name, typed: nobody erases a cohort by a slip. */
  confirmation: z.string().trim().min(1).max(120),
  /** Until when copies live on, in the organiser's words; it stands on the certificate. */
  backupNote: z.string().trim().min(1).max(1_000),
});
export type AskErasure = z.infer<typeof askErasure>;
