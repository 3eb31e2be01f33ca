import { procedure } from '$lib/access/procedure.server';
import { practiceRef } from '../schema';
import * as commands from './commands.server';
import * as history from './history/queries.server';
import * as queries from './queries.server';
import * as schema from './schema';

/** The team's own record: beginning, writing, its versions, putting away. */
export const recordProcedures = {
  options: procedure
    .input(schema.options)
    .query(({ ctx, input }) => queries.options(ctx.scope, input)),
  own: procedure.input(schema.options).query(({ ctx, input }) => queries.own(ctx.scope, input)),
  record: procedure.input(practiceRef).query(({ ctx, input }) => queries.record(ctx.scope, input)),
  history: procedure
    .input(schema.history)
    .query(({ ctx, input }) => history.history(ctx.scope, input, ctx.locale)),

  restore: procedure
    .input(schema.restore)
    .mutation(({ ctx, input }) => commands.restore(ctx.scope, input)),
  discard: procedure
    .input(practiceRef)
    .mutation(({ ctx, input }) => commands.discard(ctx.scope, input)),
  bringBack: procedure
    .input(practiceRef)
    .mutation(({ ctx, input }) => commands.bringBack(ctx.scope, input)),
};
