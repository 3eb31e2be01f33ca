import { openProcedure, procedure, router } from '$lib/access/procedure.server';
import { addressLimits } from '$lib/access/attempt-limits';
import { limitedProcedure } from '$lib/access/limited-procedure.server';
import { download, ofCohort } from '$lib/cohort/schema';
import { acceptAsNew, acceptSignedIn } from './acceptance/commands.server';
import * as commands from './commands.server';
import { downloadInvitations } from './download/queries.server';
import { preview } from './preview/queries.server';
import { arrivals, listInvitations, lookUp } from './queries.server';
import * as schema from './schema';

export const invitationRouter = router({
  /** What the holder of a link, a code, or the projector's code and an invited address may see. */
  lookup: limitedProcedure(schema.way, (_way, { address }) => addressLimits(address))
    .concat(openProcedure)
    .query(({ ctx, input }) => lookUp(ctx.scope, input)),

  accept: limitedProcedure(schema.acceptAsNew, (_input, { address }) => addressLimits(address))
    .concat(openProcedure)
    .mutation(async ({ ctx, input }) => {
      const { session, cohortId } = await acceptAsNew(ctx.scope, ctx, input);
      ctx.cookies.setSession(session.id, session.expiresAt);
      return { cohortId };
    }),
  acceptSignedIn: limitedProcedure(schema.acceptSignedIn, (_input, { address }) =>
    addressLimits(address),
  )
    .concat(procedure)
    .mutation(async ({ ctx, input }) => {
      const { cohortId } = await acceptSignedIn(ctx.scope, input);
      return { cohortId };
    }),

  list: procedure.input(ofCohort).query(({ ctx, input }) => listInvitations(ctx.scope, input)),
  download: procedure
    .input(download)
    .query(({ ctx, input }) => downloadInvitations(ctx.scope, input, ctx.locale)),
  preview: procedure
    .input(schema.previewTable)
    .query(({ ctx, input }) => preview(ctx.scope, input)),
  invite: procedure
    .input(schema.invite)
    .mutation(({ ctx, input }) => commands.invite(ctx.scope, ctx.services, input)),
  inviteMany: procedure
    .input(schema.inviteMany)
    .mutation(({ ctx, input }) => commands.inviteMany(ctx.scope, ctx.services, input)),
  resend: procedure
    .input(schema.ofInvitation)
    .mutation(({ ctx, input }) => commands.resend(ctx.scope, ctx.services, input)),
  revoke: procedure
    .input(schema.ofInvitation)
    .mutation(({ ctx, input }) => commands.revoke(ctx.scope, input)),
  restore: procedure
    .input(schema.ofInvitation)
    .mutation(({ ctx, input }) => commands.restore(ctx.scope, input)),
  letters: procedure
    .input(schema.letters)
    .mutation(({ ctx, input }) => commands.letters(ctx.scope, input)),

  arrivals: procedure.input(ofCohort).query(({ ctx, input }) => arrivals(ctx.scope, input)),
  openJoinCode: procedure
    .input(schema.openJoinCode)
    .mutation(({ ctx, input }) => commands.openJoinCode(ctx.scope, input)),
  endJoinCode: procedure
    .input(ofCohort)
    .mutation(({ ctx, input }) => commands.endJoinCode(ctx.scope, input)),
});
