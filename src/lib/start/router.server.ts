import { procedure, router } from '$lib/access/procedure.server';
import { readStart } from './queries.server';
import { startPage } from './schema';

export const startRouter = router({
  page: procedure.input(startPage).query(({ ctx, input }) => readStart(ctx.scope, input)),
});
