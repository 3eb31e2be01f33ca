import { z } from 'zod';
import { entryId } from '../ballot-box';
import { castChoice } from '../choice';
import { ballotRef } from '../schema';

/** One vote of an open ballot: the actor's own, or that of the actor's team. */
export const castVote = ballotRef.extend({
  choice: castChoice,
  /** The version of the vote that the voter saw; 0 where none was cast yet. */
  version: z.int().min(0),
});
export type CastVote = z.infer<typeof castVote>;

/** One vote of a secret ballot; the entry id comes from the receipt, which never leaves the browser. */
export const castSecretVote = ballotRef.extend({ choice: castChoice, entryId });
export type CastSecretVote = z.infer<typeof castSecretVote>;

export const findEntry = ballotRef.extend({ entryId });
export type FindEntry = z.infer<typeof findEntry>;
