import { signInLimits } from '$lib/access/attempt-limits';
import { installationPepper } from '$lib/access/attempts.server';
import { limitedProcedure } from '$lib/access/limited-procedure.server';
import {
  beforeTransaction,
  openProcedure,
  router,
  type Context,
} from '$lib/access/procedure.server';
import { signIn, signOut, type StartedSession } from './commands.server';
import { signInParametersOf } from './queries.server';
import * as schema from './schema';

const keepSession = ({ cookies }: Context, { id, expiresAt }: StartedSession): void =>
  cookies.setSession(id, expiresAt);

/** Fetched before the transaction opens: two connections at once for one call could block each other. */
const withPepper = beforeTransaction.use(async ({ ctx, next }) =>
  next({ ctx: { pepper: await installationPepper(ctx.services.database) } }),
);

export const accountRouter = router({
  /** A mutation, so that the address stands in no URL and in no proxy's log. */
  signInParameters: withPepper
    .concat(openProcedure)
    .input(schema.signInParameters)
    .mutation(({ ctx, input }) => signInParametersOf(ctx.scope, ctx.pepper, input)),

  signIn: limitedProcedure(schema.signIn, ({ email }, { address }) => signInLimits(email, address))
    .concat(openProcedure)
    .mutation(async ({ ctx, input }) => {
      keepSession(ctx, await signIn(ctx.scope, ctx, input));
    }),

  signOut: openProcedure.mutation(async ({ ctx }) => {
    await signOut(ctx.scope, ctx);
    ctx.cookies.clearSession();
  }),
});
