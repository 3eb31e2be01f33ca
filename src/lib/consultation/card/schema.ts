import { z } from 'zod';
import { METHODS } from '../engine/methods';

/** Whom a card is for; the secretary is one of the advisers. */
export const CARDS = ['case_giver', 'peer_moderator', 'adviser', 'secretary'] as const;
export type CardName = (typeof CARDS)[number];

export const ofRoleCard = z.object({
  method: z.enum(METHODS.map(({ key }) => key)),
  /** One card, or all of the method, one behind the other. */
  card: z.enum([...CARDS, 'all']),
  locale: z.enum(['de', 'en']),
});
export type OfRoleCard = z.output<typeof ofRoleCard>;
