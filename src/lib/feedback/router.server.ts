import { procedure, router } from '$lib/access/procedure.server';
import { download } from '$lib/cohort/schema';
import * as commands from './commands.server';
import { downloadFeedback } from './download/queries.server';
import * as queries from './queries.server';
import * as schema from './schema';

export const feedbackRouter = router({
  /** How it stands, for the workshop's page. */
  standing: procedure
    .input(schema.feedbackRef)
    .query(({ ctx, input }) => queries.feedbackStanding(ctx.scope, input)),

  page: procedure
    .input(schema.feedbackRef)
    .query(({ ctx, input }) => queries.feedbackPage(ctx.scope, input)),

  open: procedure
    .input(schema.openFeedback)
    .mutation(({ ctx, input }) => commands.openFeedback(ctx.scope, input)),

  close: procedure
    .input(schema.feedbackRef)
    .mutation(({ ctx, input }) => commands.closeFeedback(ctx.scope, input)),

  give: procedure
    .input(schema.giveFeedback)
    .mutation(({ ctx, input }) => commands.giveFeedback(ctx.scope, input)),

  download: procedure
    .input(download)
    .query(({ ctx, input }) => downloadFeedback(ctx.scope, input, ctx.locale)),
});
