import { procedure, router } from '$lib/access/procedure.server';
import { download } from '$lib/cohort/schema';
import * as commands from './commands.server';
import { downloadAgreements } from './download/queries.server';
import * as queries from './queries.server';
import * as schema from './schema';

export const agreementRouter = router({
  list: procedure
    .input(schema.cohortRef)
    .query(({ ctx, input }) => queries.listAgreements(ctx.scope, input)),

  /** What a workshop has to do with: made there, or still open from before. */
  ofWorkshop: procedure
    .input(schema.workshopRef)
    .query(({ ctx, input }) => queries.agreementsOfWorkshop(ctx.scope, input)),

  /** One agreement and what its form offers; without an id, for a new one. */
  form: procedure
    .input(
      schema.cohortRef.extend({ agreementId: schema.agreementRef.shape.agreementId.optional() }),
    )
    .query(({ ctx, input }) => queries.agreementForm(ctx.scope, input)),

  save: procedure
    .input(schema.saveAgreement)
    .mutation(({ ctx, input }) => commands.saveAgreement(ctx.scope, input)),

  settle: procedure
    .input(schema.settleAgreement)
    .mutation(({ ctx, input }) => commands.settleAgreement(ctx.scope, input)),

  download: procedure
    .input(download)
    .query(({ ctx, input }) => downloadAgreements(ctx.scope, input, ctx.locale)),
});
