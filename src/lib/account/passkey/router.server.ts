import { addressLimits, confirmationLimits, passkeyLimits } from '$lib/access/attempt-limits';
import { limitedProcedure } from '$lib/access/limited-procedure.server';
import { openProcedure, ownProcedure, router } from '$lib/access/procedure.server';
import * as commands from './commands.server';
import { opening, ownPasskeys } from './queries.server';
import * as schema from './schema';

export const passkeyRouter = router({
  list: ownProcedure.query(({ ctx }) => ownPasskeys(ctx.scope)),
  opening: ownProcedure.query(({ ctx }) => opening(ctx.scope)),

  begin: limitedProcedure(schema.beginPasskey, (_input, ctx) => confirmationLimits(ctx))
    .concat(ownProcedure)
    .mutation(({ ctx, input }) => commands.beginPasskey(ctx.scope, ctx.services.origin, input)),
  add: ownProcedure.input(schema.addPasskey).mutation(({ ctx, input }) => {
    const { device, services } = ctx;
    return commands.addPasskey(ctx.scope, { origin: services.origin, device }, input);
  }),
  rename: ownProcedure
    .input(schema.renamePasskey)
    .mutation(({ ctx, input }) => commands.renamePasskey(ctx.scope, input)),
  renew: limitedProcedure(schema.renewPasskey, (_input, ctx) => confirmationLimits(ctx))
    .concat(ownProcedure)
    .mutation(({ ctx, input }) => commands.renewPasskey(ctx.scope, input)),
  remove: ownProcedure
    .input(schema.ofPasskey)
    .mutation(({ ctx, input }) => commands.removePasskey(ctx.scope, input)),

  /** A mutation: what is to be signed is kept for a while. */
  beginSignIn: limitedProcedure(schema.beginSignIn, (_input, { address }) => passkeyLimits(address))
    .concat(openProcedure)
    .mutation(({ ctx }) => commands.beginSignIn(ctx.scope, ctx.services.origin)),
  signIn: limitedProcedure(schema.passkeySignIn, (_input, { address }) => addressLimits(address))
    .concat(openProcedure)
    .mutation(async ({ ctx, input }) => {
      const { origin } = ctx.services;
      const found = await commands.signInWithPasskey(ctx.scope, origin, ctx, input);
      const { session, ...signedIn } = found;
      ctx.cookies.setSession(session.id, session.expiresAt);
      return signedIn;
    }),
});
