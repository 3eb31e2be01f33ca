import { confirmationLimits, secondFactorLimits } from '$lib/access/attempt-limits';
import { installationPepper } from '$lib/access/attempts.server';
import { limitedProcedure, withPepper } from '$lib/access/limited-procedure.server';
import { openProcedure, ownProcedure, procedure, router } from '$lib/access/procedure.server';
import * as commands from './commands.server';
import { ownSecondFactor, staffSecondFactors } from './queries.server';
import * as schema from './schema';

/** Confirmed with the present password. */
const confirmedProcedure = limitedProcedure(schema.withPresentSecret, (_input, ctx) =>
  confirmationLimits(ctx),
)
  .concat(withPepper)
  .concat(ownProcedure);

export const secondFactorRouter = router({
  own: ownProcedure.query(({ ctx }) => ownSecondFactor(ctx.scope)),

  beginApp: confirmedProcedure.mutation(({ ctx, input }) =>
    commands.beginApp(ctx.scope, ctx.pepper, input),
  ),
  confirmApp: withPepper
    .concat(ownProcedure)
    .input(schema.confirmApp)
    .mutation(({ ctx, input }) => commands.confirmApp(ctx.scope, ctx.pepper, input)),
  removeApp: confirmedProcedure.mutation(({ ctx, input }) => commands.removeApp(ctx.scope, input)),
  newCodes: confirmedProcedure.mutation(({ ctx, input }) =>
    commands.newCodes(ctx.scope, ctx.pepper, input),
  ),

  /** The second step of signing in. Only whoever knew the password can use attempts up. */
  answer: limitedProcedure(schema.secondStep, async ({ ticket }, { services }) => {
    const pepper = await installationPepper(services.database);
    return secondFactorLimits(commands.ticketOf(pepper, ticket, services.clock.now()).accountId);
  })
    .concat(withPepper)
    .concat(openProcedure)
    .mutation(async ({ ctx, input }) => {
      const found = await commands.answerSecondStep(ctx.scope, ctx.pepper, ctx, input);
      const { session, ...signedIn } = found;
      ctx.cookies.setSession(session.id, session.expiresAt);
      return signedIn;
    }),

  staff: procedure.query(({ ctx }) => staffSecondFactors(ctx.scope)),
  reset: procedure
    .input(schema.reset)
    .mutation(({ ctx, input }) =>
      commands.resetSecondFactor(ctx.scope, ctx.services.origin, input),
    ),
});
