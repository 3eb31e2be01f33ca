import { z } from 'zod';
import { ofCohort } from '$lib/cohort/schema';

const LARGEST_TILE = 30;
const emptyIsNull = (value: unknown) => (value === '' || value === undefined ? null : value);
const tile = z.preprocess(emptyIsNull, z.coerce.number().int().min(1).max(LARGEST_TILE).nullable());

export const siteKinds = ['city', 'municipality', 'district', 'other'] as const;

export const ofTeam = ofCohort.extend({ teamId: z.uuid() });
export type OfTeam = z.infer<typeof ofTeam>;

/** What the organiser says about a site. */
export const teamSettings = z.object({
  name: z.string().trim().min(1).max(120),
  siteKind: z.enum(siteKinds).default('municipality'),
  inhabitants: z.preprocess(
    emptyIsNull,
    z.coerce.number().int().min(0).max(100_000_000).nullable(),
  ),
  tileColumn: tile,
  tileRow: tile,
});

export const createTeam = ofCohort.extend({ ...teamSettings.shape, id: z.uuid() });
export type CreateTeam = z.infer<typeof createTeam>;

const version = z.coerce.number().int().min(1);

export const updateTeam = ofTeam.extend({ ...teamSettings.shape, version });
export type UpdateTeam = z.infer<typeof updateTeam>;

const richText = z.string().max(40_000).default('');

/** What a team says about its site. */
export const siteTexts = z.object({
  startingPoint: richText,
  aims: richText,
  offers: richText,
  seeks: richText,
});

export const updateSite = ofTeam.extend({ ...siteTexts.shape, version });
export type UpdateSite = z.infer<typeof updateSite>;
