import { z } from 'zod';
import { locale, mailAddress } from '$lib/account/schema';
import { ofCohort } from '$lib/cohort/schema';

const name = z.string().trim().min(1).max(120);

export const createProgramme = z.object({ id: z.uuid(), name });
export type CreateProgramme = z.output<typeof createProgramme>;

export const renameProgramme = z.object({
  programmeId: z.uuid(),
  name,
  /** The version that the new name was given to. */
  version: z.number().int().min(1),
});
export type RenameProgramme = z.output<typeof renameProgramme>;

/** "2026-03-31" as a date field sends it, or empty. */
const day = z
  .string()
  .refine((text) => text === '' || z.iso.date().safeParse(text).success, 'invalid')
  .default('');

export const createCohort = z
  .object({
    id: z.uuid(),
    programmeId: z.uuid(),
    name,
    /** How many sites there is room for, and people per team. */
    siteSeats: z.number().int().min(1).max(100).default(10),
    teamSize: z.number().int().min(1).max(20).default(2),
    startsOn: day,
    endsOn: day,
  })
  .refine(({ startsOn, endsOn }) => startsOn === '' || endsOn === '' || startsOn <= endsOn, {
    path: ['endsOn'],
    error: 'ends_before_start',
  });
export type CreateCohort = z.output<typeof createCohort>;

const reason = z.string().trim().max(500).default('');

export const appointOrganiser = ofCohort.extend({
  /** The invitation's id. */
  id: z.uuid(),
  email: mailAddress,
  name: z.string().trim().max(120).default(''),
  locale: locale.default('de'),
  /** Told to everyone where the group is closed. */
  reason,
});
export type AppointOrganiser = z.output<typeof appointOrganiser>;

export const removeOrganiser = ofCohort.extend({ membershipId: z.uuid(), reason });
export type RemoveOrganiser = z.output<typeof removeOrganiser>;
