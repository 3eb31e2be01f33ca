import { z } from 'zod';
import { castChoice } from '../choice';
import { ballotRef } from '../schema';

const MAXIMUM_NOTE = 2_000;

/** How a ballot reached the moderators. */
export const WAYS = ['phone', 'paper'] as const;

export const enteredVoteRef = ballotRef.extend({ enteredVoteId: z.uuid() });

export type EnteredVoteRef = z.infer<typeof enteredVoteRef>;

/** A ballot that came by phone or on paper, as a moderator enters it for its voter. */
export const enterVote = enteredVoteRef.extend({
  voterId: z.uuid(),
  way: z.enum(WAYS),
  choice: castChoice,
});
export type EnterVote = z.infer<typeof enterVote>;

/** What its voter says to it: it is right, or what is wrong with it. */
export const answerEnteredVote = enteredVoteRef
  .extend({
    answer: z.enum(['confirmed', 'contested']),
    note: z.string().trim().max(MAXIMUM_NOTE),
  })
  .refine(({ answer, note }) => answer === 'confirmed' || note !== '', {
    error: 'required',
    path: ['note'],
  });
export type AnswerEnteredVote = z.infer<typeof answerEnteredVote>;
