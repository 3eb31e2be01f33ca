import { procedure, router } from '$lib/access/procedure.server';
import { findInCohort } from './queries.server';
import * as schema from './schema';

export const searchRouter = router({
  find: procedure.input(schema.find).query(({ ctx, input }) => findInCohort(ctx.scope, input)),
});
