import { z } from 'zod';
import { practiceRef, releasedRungs, rungs } from '../schema';

const id = z.uuid();

export const personRef = practiceRef.extend({ personId: id });
export type PersonRef = z.output<typeof personRef>;

/** Somebody whom an example names, and how far she or he has agreed to it. */
export const savePerson = personRef.extend({
  // Shorter ones could not be found again in the texts.
  name: z.string().trim().min(3, { error: 'practice_name_short' }).max(160),
  role: z.string().trim().max(160).default(''),
  /** How to reach her or him; shown where the name is shown. */
  contact: z.string().trim().max(200).default(''),
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
