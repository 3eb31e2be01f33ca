import { setTimeout } from 'node:timers/promises';
import { confirmationLimits, mailLimits, signInLimits } from '$lib/access/attempt-limits';
import { limitedProcedure, withPepper } from '$lib/access/limited-procedure.server';
import {
  openProcedure,
  ownProcedure,
  procedure,
  router,
  type Context,
} from '$lib/access/procedure.server';
import { keysForReset } from '$lib/key/queries.server';
import * as account from './commands.server';
import * as deletion from './deletion/commands.server';
import { deletionRequests } from './deletion/queries.server';
import * as email from './email/commands.server';
import { exportAccount } from './export/queries.server';
import * as password from './password/commands.server';
import * as queries from './queries.server';
import * as schema from './schema';
import { signIn } from './second-factor/commands.server';
import * as setup from './setup/commands.server';

/** Longer than the work takes: the time until the answer must not tell whether an address exists. */
const EVEN_ANSWER_MS = 400;

const keepSession = ({ cookies }: Context, session: account.StartedSession): void =>
  cookies.setSession(session.id, session.expiresAt);

export const accountRouter = router({
  /** A mutation, so that the address stands in no URL and in no proxy's log. */
  signInParameters: withPepper
    .concat(openProcedure)
    .input(schema.signInParameters)
    .mutation(({ ctx, input }) => queries.signInParametersOf(ctx.scope, ctx.pepper, input)),

  signIn: limitedProcedure(schema.signIn, (input, { address }) =>
    signInLimits(input.email, address),
  )
    .concat(withPepper)
    .concat(openProcedure)
    .mutation(async ({ ctx, input }) => {
      const { session, ...answer } = await signIn(ctx.scope, ctx.pepper, ctx, input);
      if (session) keepSession(ctx, session);
      return answer;
    }),

  signOut: openProcedure.mutation(async ({ ctx }) => {
    await account.signOut(ctx.scope, ctx.sessionId);
    ctx.cookies.clearSession();
  }),

  own: ownProcedure.query(({ ctx }) => queries.ownAccount(ctx.scope, ctx.sessionHash)),

  changeProfile: procedure
    .input(schema.profile)
    .mutation(({ ctx, input }) => account.changeProfile(ctx.scope, input)),

  endSession: procedure
    .input(schema.ofSession)
    .mutation(({ ctx, input }) => account.endOwnSession(ctx.scope, input)),

  signOutEverywhere: procedure.mutation(async ({ ctx }) => {
    await account.signOutEverywhere(ctx.scope);
    ctx.cookies.clearSession();
  }),

  changePassword: limitedProcedure(schema.changePassword, (_input, ctx) => confirmationLimits(ctx))
    .concat(procedure)
    .mutation(({ ctx, input }) => password.changePassword(ctx.scope, ctx.sessionHash ?? '', input)),

  requestReset: limitedProcedure(schema.requestReset, (input, { address }) =>
    mailLimits(input.email, address),
  )
    .use(async ({ next }) => (await Promise.all([next(), setTimeout(EVEN_ANSWER_MS)]))[0])
    .concat(openProcedure)
    .mutation(({ ctx, input }) => password.requestReset(ctx.scope, ctx.services.origin, input)),

  resetLink: openProcedure
    .input(schema.linkToken)
    .query(({ ctx, input }) => queries.resetLink(ctx.scope, input)),

  /** What the recovery code opens; a mutation, so that the token stands in no URL. */
  resetKeys: openProcedure
    .input(schema.linkToken)
    .mutation(({ ctx, input }) => keysForReset(ctx.scope, input)),

  resetPassword: withPepper
    .concat(openProcedure)
    .input(schema.resetPassword)
    .mutation(async ({ ctx, input }) => {
      const entered = await password.resetPassword(ctx.scope, ctx.pepper, ctx, input);
      const { session, secondStep } = entered;
      if (session) keepSession(ctx, session);
      return { secondStep };
    }),

  changeEmail: limitedProcedure(schema.changeEmail, (_input, ctx) => confirmationLimits(ctx))
    .concat(procedure)
    .mutation(({ ctx, input }) => email.beginEmailChange(ctx.scope, ctx.services.origin, input)),

  cancelEmailChange: procedure.mutation(({ ctx }) => email.cancelEmailChange(ctx.scope)),

  emailLink: openProcedure
    .input(schema.linkToken)
    .query(({ ctx, input }) => queries.emailLink(ctx.scope, input)),

  confirmEmail: openProcedure
    .input(schema.linkToken)
    .mutation(({ ctx, input }) => email.confirmEmail(ctx.scope, input)),

  export: procedure.query(({ ctx }) => exportAccount(ctx.scope)),

  askForDeletion: limitedProcedure(schema.askForDeletion, (_input, ctx) => confirmationLimits(ctx))
    .concat(procedure)
    .mutation(({ ctx, input }) => deletion.askForDeletion(ctx.scope, ctx.services.origin, input)),

  keepAccount: procedure.mutation(({ ctx }) => deletion.keepAccount(ctx.scope)),

  deletionRequests: procedure.query(({ ctx }) => deletionRequests(ctx.scope)),

  eraseAccount: procedure
    .input(schema.ofAccount)
    .mutation(({ ctx, input }) => deletion.eraseAccount(ctx.scope, input)),

  setupLink: openProcedure
    .input(schema.linkToken)
    .query(({ ctx, input }) => queries.isSetupLinkValid(ctx.scope, input)),

  setUp: openProcedure.input(schema.setUp).mutation(async ({ ctx, input }) => {
    keepSession(ctx, await setup.setUpInstallation(ctx.scope, ctx, input));
  }),

  sendTestMail: procedure.mutation(({ ctx }) => setup.sendTestMail(ctx.scope)),

  testMailState: procedure
    .input(schema.ofMail)
    .query(({ ctx, input }) => queries.testMailState(ctx.scope, input)),
});
