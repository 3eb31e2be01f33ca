import { procedure, router } from '$lib/access/procedure.server';
import * as commands from './commands.server';
import * as queries from './queries.server';
import * as schema from './schema';

export const outcomeRouter = router({
  ofWorkshop: procedure
    .input(schema.workshopRef)
    .query(({ ctx, input }) => queries.outcomesOfWorkshop(ctx.scope, input)),

  save: procedure
    .input(schema.saveOutcome)
    .mutation(({ ctx, input }) => commands.saveOutcome(ctx.scope, input)),
  tell: procedure
    .input(schema.tellOutcome)
    .mutation(({ ctx, input }) => commands.tellOutcome(ctx.scope, input)),
  discard: procedure
    .input(schema.outcomeRef)
    .mutation(({ ctx, input }) => commands.discardOutcome(ctx.scope, input)),

  /** What stayed open waits for the next ballot; and back. */
  returnToPool: procedure
    .input(schema.outcomeRef)
    .mutation(({ ctx, input }) => commands.returnToPool(ctx.scope, input)),
  takeFromPool: procedure
    .input(schema.outcomeRef)
    .mutation(({ ctx, input }) => commands.takeFromPool(ctx.scope, input)),
});
