import { confirmationLimits } from '$lib/access/attempt-limits';
import { limitedProcedure } from '$lib/access/limited-procedure.server';
import { ownProcedure, procedure, router } from '$lib/access/procedure.server';
import { ofCohort } from '$lib/cohort/schema';
import * as commands from './commands.server';
import * as directory from './directory/commands.server';
import { readDirectory } from './directory/queries.server';
import * as queries from './queries.server';
import * as schema from './schema';

export const keyRouter = router({
  // What setting up a second factor needs goes without it: one's own keys, which signing in gave already.
  own: ownProcedure.query(({ ctx }) => queries.ownKeys(ctx.scope)),

  begin: limitedProcedure(schema.beginKeys, (_input, ctx) => confirmationLimits(ctx))
    .concat(ownProcedure)
    .mutation(({ ctx, input }) => commands.beginKeys(ctx.scope, input)),

  recovery: ownProcedure.query(({ ctx }) => queries.recoveryState(ctx.scope)),

  keepRecovery: limitedProcedure(schema.keepRecovery, (_input, ctx) => confirmationLimits(ctx))
    .concat(procedure)
    .mutation(({ ctx, input }) => commands.keepRecovery(ctx.scope, input)),

  confirmRecovery: procedure
    .input(schema.ofKeys)
    .mutation(({ ctx, input }) => commands.confirmRecovery(ctx.scope, input)),

  putOffRecovery: procedure.mutation(({ ctx }) => commands.putOffRecovery(ctx.scope)),

  directory: procedure.input(ofCohort).query(({ ctx, input }) => readDirectory(ctx.scope, input)),

  append: procedure
    .input(schema.appendEntry)
    .mutation(({ ctx, input }) => directory.append(ctx.scope, input)),

  keepTrust: procedure
    .input(schema.keepTrust)
    .mutation(({ ctx, input }) => directory.keepTrust(ctx.scope, input)),
});
