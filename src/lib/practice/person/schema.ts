import { z } from 'zod';
import { practiceRef, releasedRungs, rungs } from '../schema';
import { prolongations } from './consent';

const id = z.uuid();

export const linesOf = (said: string): string[] =>
  said
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const personRef = practiceRef.extend({ personId: id });
export type PersonRef = z.output<typeof personRef>;

/** Somebody whom an example names, and how far she or he has agreed to it. */
export const savePerson = personRef.extend({
  // Shorter ones could not be found again in the texts.
  name: z.string().trim().min(3, { error: 'practice_name_short' }).max(160),
  /** Other ways in which the texts name her or him, one a line; without it they stay as they are. */
  spellings: z
    .string()
    .trim()
    .max(800)
    .refine((said) => linesOf(said).every((line) => line.length >= 3), {
      error: 'practice_name_short',
    })
    .optional(),
  /** The family name alone means something else in the texts too. */
  isFamilyNameAWord: z.boolean().default(false),
  role: z.string().trim().max(160).default(''),
  /** How to reach her or him; shown where the name is shown. */
  contact: z.string().trim().max(200).default(''),
  /** Where the link is sent; only the team sees it. */
  email: z.union([z.literal(''), z.email().max(200)]).default(''),
  scope: z.enum(rungs),
  /** The last day on which the consent holds. */
  until: z.iso.date().nullable().default(null),
  /** The team has the consent in writing. Otherwise the person is asked by a link. */
  isWritten: z.boolean().default(false),
});
export type SavePerson = z.output<typeof savePerson>;

export const shownPersons = practiceRef.extend({ rung: z.enum(releasedRungs) });
export type ShownPersons = z.output<typeof shownPersons>;

export const consentLink = z.object({ token: z.string().min(1).max(100) });
export type ConsentLink = z.output<typeof consentLink>;

export const prolongConsent = consentLink.extend({ by: z.enum(prolongations) });
export type ProlongConsent = z.output<typeof prolongConsent>;
