import { z } from 'zod';
import { workshopRef } from '../publish/schema';

/** What can be printed of an agenda: for everyone, for the moderators, to cut out. */
export const sheets = ['programme', 'run-sheet', 'cards'] as const;
export type Sheet = (typeof sheets)[number];

export const ofSheet = workshopRef.extend({ sheet: z.enum(sheets) });
export type OfSheet = z.output<typeof ofSheet>;
