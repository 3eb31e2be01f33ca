import { z } from 'zod';
import { castChoice } from './choice';

/** 128 bits, hex; derived from the voter's receipt (receipt.ts). */
export const entryId = z.string().regex(/^[0-9a-f]{32}$/, 'invalid_entry_id');

const boxEntry = z.strictObject({ id: entryId, choice: castChoice });

/** All cast ballots of one secret ballot: one row, rewritten at each cast (app.ballot_box_cast). */
export const ballotBox = z.array(boxEntry);
