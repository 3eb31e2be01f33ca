import { procedure, router } from '$lib/access/procedure.server';
import { ladderRouter } from './ladder/router.server';
import * as commands from './commands.server';
import { list } from './list/queries.server';
import { listPractices } from './list/schema';
import { page } from './page/queries.server';
import { recordProcedures } from './record/router.server';
import * as schema from './schema';

export const practiceRouter = router({
  list: procedure.input(listPractices).query(({ ctx, input }) => list(ctx.scope, input)),
  page: procedure.input(schema.practiceRef).query(({ ctx, input }) => page(ctx.scope, input)),
  create: procedure
    .input(schema.create)
    .mutation(({ ctx, input }) => commands.create(ctx.scope, input)),
  save: procedure.input(schema.save).mutation(({ ctx, input }) => commands.save(ctx.scope, input)),
  ladder: ladderRouter,
  ...recordProcedures,
});
