import { longProcedure, procedure, router } from '$lib/access/procedure.server';
import { ofCohort } from '$lib/cohort/schema';
import * as commands from './commands.server';
import * as queries from './queries.server';
import * as schema from './schema';

// The bytes themselves do not fit into a call: they travel over /uploads (src/server/plugins/files.ts).
export const uploadRouter = router({
  room: procedure.input(ofCohort).query(({ ctx, input }) => queries.room(ctx.scope, input)),
  begin: procedure
    .input(schema.begin)
    .mutation(({ ctx, input }) => commands.begin(ctx.scope, input)),
  progress: procedure
    .input(schema.uploadRef)
    .query(({ ctx, input }) => queries.progress(ctx.scope, input)),
  finish: longProcedure
    .input(schema.uploadRef)
    .mutation(({ ctx, input }) => commands.finish(ctx.services, ctx.actor, input)),
  cancel: procedure
    .input(schema.uploadRef)
    .mutation(({ ctx, input }) => commands.cancel(ctx.scope, input)),
});
