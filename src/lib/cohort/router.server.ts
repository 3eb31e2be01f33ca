import { procedure, router } from '$lib/access/procedure.server';
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
  saveDate: procedure
    .input(schema.saveDate)
    .mutation(({ ctx, input }) => settings.saveDate(ctx.scope, input)),
  removeDate: procedure
    .input(schema.ofDate)
    .mutation(({ ctx, input }) => settings.removeDate(ctx.scope, input)),
});
