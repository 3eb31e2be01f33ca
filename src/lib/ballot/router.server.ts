import { procedure, router } from '$lib/access/procedure.server';
import { download } from '$lib/cohort/schema';
import { m } from '$lib/paraglide/messages.js';
import { notFound } from '$lib/platform/errors';
import { secureRandomBytes } from '$lib/platform/random';
import { z } from 'zod';
import * as commands from './commands.server';
import { decide } from './decision/commands.server';
import { decide as decideInput } from './decision/schema';
import { downloadBallots } from './download/queries.server';
import { answerEnteredVote, enterVote, withdrawEnteredVote } from './entering/commands.server';
import { enteringForm } from './entering/queries.server';
import * as enteringSchema from './entering/schema';
import { answerObjection, raiseObjection, withdrawObjection } from './objection/commands.server';
import * as objectionSchema from './objection/schema';
import { resultPdf } from './paper/queries.server';
import * as queries from './queries.server';
import { votesFile } from './result/files';
import { closedBallot } from './result/queries.server';
import { exportVotes } from './result/schema';
import * as schema from './schema';
import { viewBallot } from './view/queries.server';
import { castSecretVote, castVote } from './vote/commands.server';
import { findEntry } from './vote/queries.server';
import * as voteSchema from './vote/schema';

const { ballotRef, cohortRef } = schema;

export const ballotRouter = router({
  list: procedure
    .input(schema.listBallots)
    .query(({ ctx, input }) => queries.listBallots(ctx.scope, input)),

  download: procedure
    .input(download)
    .query(({ ctx, input }) => downloadBallots(ctx.scope, input, ctx.locale)),

  /** One ballot as this reader may see it: results after closing only. */
  get: procedure.input(ballotRef).query(({ ctx, input }) => viewBallot(ctx.scope, input)),

  /** What the editor of a draft needs. */
  draftForm: procedure
    .input(cohortRef.extend({ ballotId: z.uuid().optional() }))
    .query(({ ctx, input: { cohortId, ballotId } }) =>
      queries.draftForm(ctx.scope, ballotId ? { cohortId, ballotId } : { cohortId }),
    ),

  saveDraft: procedure
    .input(schema.saveDraft)
    .mutation(({ ctx, input }) => commands.saveDraft(ctx.scope, input)),

  discardDraft: procedure
    .input(ballotRef)
    .mutation(({ ctx, input }) => commands.discardDraft(ctx.scope, input)),

  open: procedure
    .input(ballotRef)
    .mutation(({ ctx, input }) => commands.openBallot(ctx.scope, input)),

  close: procedure
    .input(ballotRef)
    .mutation(({ ctx, input }) => commands.closeBallot(ctx.scope, input)),

  prolong: procedure
    .input(schema.prolong)
    .mutation(({ ctx, input }) => commands.prolongBallot(ctx.scope, input)),

  cancel: procedure
    .input(schema.cancel)
    .mutation(({ ctx, input }) => commands.cancelBallot(ctx.scope, input)),

  remind: procedure
    .input(ballotRef)
    .mutation(({ ctx, input }) => commands.remind(ctx.scope, input)),

  cast: procedure
    .input(voteSchema.castVote)
    .mutation(({ ctx, input }) => castVote(ctx.scope, input)),

  castSecret: procedure
    .input(voteSchema.castSecretVote)
    .mutation(({ ctx, input }) => castSecretVote(ctx.scope, input)),

  /** The answer that belongs to a receipt, while it can still be changed. */
  entry: procedure
    .input(voteSchema.findEntry)
    .query(({ ctx, input }) => findEntry(ctx.scope, input)),

  /** What moderators need to enter ballots that came by phone or on paper. */
  enteringForm: procedure
    .input(ballotRef)
    .query(({ ctx, input }) => enteringForm(ctx.scope, input)),

  enterVote: procedure
    .input(enteringSchema.enterVote)
    .mutation(({ ctx, input }) => enterVote(ctx.scope, input)),

  answerEnteredVote: procedure
    .input(enteringSchema.answerEnteredVote)
    .mutation(({ ctx, input }) => answerEnteredVote(ctx.scope, input)),

  withdrawEnteredVote: procedure
    .input(enteringSchema.enteredVoteRef)
    .mutation(({ ctx, input }) => withdrawEnteredVote(ctx.scope, input)),

  decide: procedure.input(decideInput).mutation(({ ctx, input }) => decide(ctx.scope, input)),

  raiseObjection: procedure
    .input(objectionSchema.raiseObjection)
    .mutation(({ ctx, input }) => raiseObjection(ctx.scope, input)),

  withdrawObjection: procedure
    .input(objectionSchema.objectionRef)
    .mutation(({ ctx, input }) => withdrawObjection(ctx.scope, input)),

  answerObjection: procedure
    .input(objectionSchema.answerObjection)
    .mutation(({ ctx, input }) => answerObjection(ctx.scope, input)),

  /** The result of a counted ballot, to print. */
  paper: procedure
    .input(ballotRef)
    .query(({ ctx, input }) => resultPdf(ctx.scope, input, ctx.locale)),

  /** The anonymous votes of a closed ballot as a file. */
  export: procedure.input(exportVotes).query(async ({ ctx, input }) => {
    const { locale } = ctx;
    const headings = {
      number: m.ballot_file_number({}, { locale }),
      weight: m.ballot_file_weight({}, { locale }),
      entryId: m.ballot_file_entry({}, { locale }),
      abstained: m.ballot_file_abstained({}, { locale }),
    };
    const closed = await closedBallot(ctx.scope, input);
    const file = votesFile(input.format, closed, headings, secureRandomBytes);
    if (!file) throw notFound();
    return file;
  }),
});
