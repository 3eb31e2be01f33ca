import { procedure, router } from '$lib/access/procedure.server';
import * as commands from './commands.server';
import * as schema from './schema';

export const practiceRouter = router({
  create: procedure
    .input(schema.create)
    .mutation(({ ctx, input }) => commands.create(ctx.scope, input)),
  save: procedure.input(schema.save).mutation(({ ctx, input }) => commands.save(ctx.scope, input)),
});
