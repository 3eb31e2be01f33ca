import { procedure, router } from '$lib/access/procedure.server';
import * as erasure from './erasure/commands.server';
import { certificateOf, erasedCohortsOf } from './erasure/queries.server';
import { cohortsOf, frameOf } from './queries.server';
import * as schema from './schema';
import * as settings from './settings/commands.server';
import { settingsOf } from './settings/queries.server';

export const cohortRouter = router({
  frame: procedure.input(schema.ofCohort).query(({ ctx, input }) => frameOf(ctx.scope, input)),
  mine: procedure.query(({ ctx }) => cohortsOf(ctx.scope)),

  settings: procedure
    .input(schema.ofCohort)
    .query(({ ctx, input }) => settingsOf(ctx.scope, input)),
  update: procedure
    .input(schema.updateCohort)
    .mutation(({ ctx, input }) => settings.updateCohort(ctx.scope, input)),
  moveTo: procedure
    .input(schema.moveCohort)
    .mutation(({ ctx, input }) => settings.moveCohort(ctx.scope, input)),
  discard: procedure
    .input(schema.ofCohort)
    .mutation(({ ctx, input }) => settings.discardCohort(ctx.scope, input)),

  askErasure: procedure
    .input(schema.askErasure)
    .mutation(({ ctx, input }) => erasure.askErasure(ctx.scope, ctx.services, input)),
  withdrawErasure: procedure
    .input(schema.ofCohort)
    .mutation(({ ctx, input }) => erasure.withdrawErasure(ctx.scope, ctx.services, input)),
  certificate: procedure
    .input(schema.ofCohort)
    .query(({ ctx, input }) => certificateOf(ctx.scope, input)),
  erased: procedure.query(({ ctx }) => erasedCohortsOf(ctx.scope)),
});
