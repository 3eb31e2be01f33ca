import { openProcedure, procedure, router } from '$lib/access/procedure.server';
import { practiceRef } from '../schema';
import * as commands from './commands.server';
import * as queries from './queries.server';
import * as schema from './schema';

export const personRouter = router({
  list: procedure.input(practiceRef).query(({ ctx, input }) => queries.list(ctx.scope, input)),
  /** Where somebody's name stands, before it is taken out. */
  places: procedure
    .input(schema.personRef)
    .query(({ ctx, input }) => queries.places(ctx.scope, input)),
  save: procedure
    .input(schema.savePerson)
    .mutation(({ ctx, input }) => commands.save(ctx.scope, input, ctx.services)),
  renewLink: procedure
    .input(schema.personRef)
    .mutation(({ ctx, input }) => commands.renewLink(ctx.scope, input, ctx.services)),
  remove: procedure
    .input(schema.personRef)
    .mutation(({ ctx, input }) => commands.remove(ctx.scope, input)),
  withdraw: procedure
    .input(schema.personRef)
    .mutation(({ ctx, input }) => commands.withdraw(ctx.scope, input)),
  /** What the link asks. Opening it changes nothing. */
  consent: openProcedure
    .input(schema.consentLink)
    .query(({ ctx, input }) => queries.consent(ctx.scope, input)),
  giveConsent: openProcedure
    .input(schema.consentLink)
    .mutation(({ ctx, input }) => commands.giveConsent(ctx.scope, input)),
  prolongConsent: openProcedure
    .input(schema.prolongConsent)
    .mutation(({ ctx, input }) => commands.prolongConsent(ctx.scope, input)),
  withdrawConsent: openProcedure
    .input(schema.consentLink)
    .mutation(({ ctx, input }) => commands.withdrawConsent(ctx.scope, input)),
});
