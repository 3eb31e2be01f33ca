import { procedure, router } from '$lib/access/procedure.server';
import { download, ofCohort } from '$lib/cohort/schema';
import * as commands from './commands.server';
import { downloadTeams } from './download/queries.server';
import { teamOf, teamsForManaging } from './queries.server';
import * as schema from './schema';

export const teamRouter = router({
  get: procedure.input(schema.ofTeam).query(({ ctx, input }) => teamOf(ctx.scope, input)),
  forManaging: procedure
    .input(ofCohort)
    .query(({ ctx, input }) => teamsForManaging(ctx.scope, input)),
  download: procedure
    .input(download)
    .query(({ ctx, input }) => downloadTeams(ctx.scope, input, ctx.locale)),
  create: procedure
    .input(schema.createTeam)
    .mutation(({ ctx, input }) => commands.createTeam(ctx.scope, input)),
  update: procedure
    .input(schema.updateTeam)
    .mutation(({ ctx, input }) => commands.updateTeam(ctx.scope, input)),
  updateSite: procedure
    .input(schema.updateSite)
    .mutation(({ ctx, input }) => commands.updateSite(ctx.scope, input)),
  remove: procedure
    .input(schema.ofTeam)
    .mutation(({ ctx, input }) => commands.removeTeam(ctx.scope, input)),
});
