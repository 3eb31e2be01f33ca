import { procedure, router } from '$lib/access/procedure.server';
import { cohortRef, workshopRef } from '../schema';
import * as commands from './commands.server';
import * as queries from './queries.server';
import * as schema from './schema';

export const dateRouter = router({
  view: procedure
    .input(workshopRef)
    .query(({ ctx, input }) => queries.viewSearch(ctx.scope, input)),

  offer: procedure
    .input(schema.offerDates)
    .mutation(({ ctx, input }) => commands.offerDates(ctx.scope, input)),

  withdraw: procedure
    .input(schema.optionRef)
    .mutation(({ ctx, input }) => commands.withdrawDate(ctx.scope, input)),

  answer: procedure
    .input(schema.answerDates)
    .mutation(({ ctx, input }) => commands.answerDates(ctx.scope, input)),

  remind: procedure
    .input(workshopRef)
    .mutation(({ ctx, input }) => commands.remind(ctx.scope, input)),

  fix: procedure
    .input(schema.optionRef)
    .mutation(({ ctx, input }) => commands.fixDate(ctx.scope, input)),

  /** When the actor's own team cannot come. */
  blocked: procedure
    .input(cohortRef)
    .query(({ ctx, input }) => queries.ownBlockedDays(ctx.scope, input)),

  block: procedure
    .input(schema.blockDays)
    .mutation(({ ctx, input }) => commands.blockDays(ctx.scope, input)),

  unblock: procedure
    .input(schema.blockRef)
    .mutation(({ ctx, input }) => commands.unblockDays(ctx.scope, input)),
});
