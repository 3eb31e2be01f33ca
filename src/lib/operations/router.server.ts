import { procedure, router } from '$lib/access/procedure.server';
import { retryMail } from './commands.server';
import { operationsOverview, readMail } from './queries.server';
import * as schema from './schema';

export const operationsRouter = router({
  overview: procedure
    .input(schema.overview)
    .query(({ ctx, input }) => operationsOverview(ctx.scope, input, ctx.services)),
  mail: procedure.input(schema.ofMail).query(({ ctx, input }) => readMail(ctx.scope, input)),
  retryMail: procedure
    .input(schema.ofMail)
    .mutation(({ ctx, input }) => retryMail(ctx.scope, input)),
});
