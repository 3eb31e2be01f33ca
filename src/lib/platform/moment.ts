import { z } from 'zod';

const FIRST = Date.UTC(1900, 0);
const LAST = Date.UTC(3000, 0);

/** A moment that somebody chose. A Date can be so far away that no time zone shows it any more. */
export const moment = z.coerce
  .date()
  .refine((date) => date.getTime() >= FIRST && date.getTime() < LAST, { error: 'invalid' });
