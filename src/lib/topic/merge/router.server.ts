import { procedure, router } from '$lib/access/procedure.server';
import * as commands from './commands.server';
import * as queries from './queries.server';
import * as schema from './schema';

export const mergeRouter = router({
  candidates: procedure
    .input(schema.candidates)
    .query(({ ctx, input }) => queries.candidates(ctx.scope, input)),
  propose: procedure
    .input(schema.proposeMerge)
    .mutation(({ ctx, input }) => commands.propose(ctx.scope, input)),
  consent: procedure
    .input(schema.consent)
    .mutation(({ ctx, input }) => commands.consent(ctx.scope, input)),
  object: procedure
    .input(schema.mergeRef)
    .mutation(({ ctx, input }) => commands.object(ctx.scope, input)),
  undo: procedure
    .input(schema.mergeRef)
    .mutation(({ ctx, input }) => commands.undo(ctx.scope, input)),
});
