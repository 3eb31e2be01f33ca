import { z } from 'zod';
import { procedure, router } from '$lib/access/procedure.server';
import * as commands from './commands.server';
import { dateRouter } from './date/router.server';
import { participationRouter } from './participation/router.server';
import * as queries from './queries.server';
import * as schema from './schema';

const { cohortRef, workshopRef } = schema;

export const workshopRouter = router({
  date: dateRouter,
  participation: participationRouter,

  list: procedure
    .input(cohortRef)
    .query(({ ctx, input }) => queries.listWorkshops(ctx.scope, input)),

  page: procedure
    .input(workshopRef)
    .query(({ ctx, input }) => queries.workshopPage(ctx.scope, input)),

  /** What the editor of a workshop needs. */
  form: procedure
    .input(cohortRef.extend({ workshopId: z.uuid().optional() }))
    .query(({ ctx, input: { cohortId, workshopId } }) =>
      queries.workshopForm(ctx.scope, workshopId ? { cohortId, workshopId } : { cohortId }),
    ),

  save: procedure
    .input(schema.saveWorkshop)
    .mutation(({ ctx, input }) => commands.saveWorkshop(ctx.scope, input)),

  cancel: procedure
    .input(schema.cancelWorkshop)
    .mutation(({ ctx, input }) => commands.cancelWorkshop(ctx.scope, input)),

  /** Takes up again what was cancelled. */
  resume: procedure
    .input(workshopRef)
    .mutation(({ ctx, input }) => commands.resumeWorkshop(ctx.scope, input)),

  discard: procedure
    .input(workshopRef)
    .mutation(({ ctx, input }) => commands.discardWorkshop(ctx.scope, input)),
});
