import { z } from 'zod';
import { workshopRef } from '../../schema';

const MAXIMUM_TEXT = 500;

/** What is asked for most often, about food and then about getting in and following. */
export const needChoices = [
  'vegetarian',
  'vegan',
  'no_pork',
  'wheelchair',
  'hearing_loop',
  'sign_language',
] as const;
export type NeedChoice = (typeof needChoices)[number];

export const need = z.object({
  choices: z.array(z.enum(needChoices)).default([]),
  allergy: z.string().trim().max(MAXIMUM_TEXT).default(''),
  other: z.string().trim().max(MAXIMUM_TEXT).default(''),
});

export const saveNeed = workshopRef.extend(need.shape);
export type SaveNeed = z.infer<typeof saveNeed>;
