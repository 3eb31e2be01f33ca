import { procedure, router } from '$lib/access/procedure.server';
import { ofCohort } from '$lib/cohort/schema';
import * as commands from './commands.server';
import { administeredCohort, programmes } from './queries.server';
import * as schema from './schema';

export const programmeRouter = router({
  list: procedure.query(({ ctx }) => programmes(ctx.scope)),
  create: procedure
    .input(schema.createProgramme)
    .mutation(({ ctx, input }) => commands.createProgramme(ctx.scope, input)),
  rename: procedure
    .input(schema.renameProgramme)
    .mutation(({ ctx, input }) => commands.renameProgramme(ctx.scope, input)),

  /** One cohort as its administrator sees it. */
  cohort: procedure.input(ofCohort).query(({ ctx, input }) => administeredCohort(ctx.scope, input)),
  createCohort: procedure
    .input(schema.createCohort)
    .mutation(({ ctx, input }) => commands.createCohort(ctx.scope, input)),
  appointOrganiser: procedure
    .input(schema.appointOrganiser)
    .mutation(({ ctx, input }) => commands.appointOrganiser(ctx.scope, ctx.services, input)),
  removeOrganiser: procedure
    .input(schema.removeOrganiser)
    .mutation(({ ctx, input }) => commands.removeOrganiser(ctx.scope, input)),
});
