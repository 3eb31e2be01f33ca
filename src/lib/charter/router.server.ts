import { procedure, router } from '$lib/access/procedure.server';
import { ofCohort } from '$lib/cohort/schema';
import { accept, publishVersion } from './commands.server';
import { charterForEditing, charterHistory, charterOf } from './queries.server';
import * as schema from './schema';

export const charterRouter = router({
  get: procedure.input(ofCohort).query(({ ctx, input }) => charterOf(ctx.scope, input, ctx.locale)),
  history: procedure
    .input(ofCohort)
    .query(({ ctx, input }) => charterHistory(ctx.scope, input, ctx.locale)),
  accept: procedure
    .input(schema.acceptCharter)
    .mutation(({ ctx, input }) => accept(ctx.scope, input)),
  forEditing: procedure
    .input(ofCohort)
    .query(({ ctx, input }) => charterForEditing(ctx.scope, input)),
  publish: procedure
    .input(schema.publishCharter)
    .mutation(({ ctx, input }) => publishVersion(ctx.scope, input)),
});
