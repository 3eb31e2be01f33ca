import { procedure, router } from '$lib/access/procedure.server';
import * as commands from './commands.server';
import * as queries from './queries.server';
import * as schema from './schema';

export const methodRouter = router({
  list: procedure
    .input(schema.ofCohort)
    .query(({ ctx, input }) => queries.listMethods(ctx.scope, input, ctx.locale)),
  read: procedure
    .input(schema.methodRef)
    .query(({ ctx, input }) => queries.readMethod(ctx.scope, input)),
  save: procedure
    .input(schema.saveMethod)
    .mutation(({ ctx, input }) => commands.saveMethod(ctx.scope, input)),
  remove: procedure
    .input(schema.methodRef)
    .mutation(({ ctx, input }) => commands.removeMethod(ctx.scope, input)),
});
