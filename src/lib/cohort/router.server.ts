import { procedure, router } from '$lib/access/procedure.server';
import { cohortsOf, frameOf } from './queries.server';
import * as schema from './schema';

export const cohortRouter = router({
  frame: procedure.input(schema.ofCohort).query(({ ctx, input }) => frameOf(ctx.scope, input)),
  mine: procedure.query(({ ctx }) => cohortsOf(ctx.scope)),
});
