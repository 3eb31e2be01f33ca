import { procedure, router } from '$lib/access/procedure.server';
import { download, ofCohort } from '$lib/cohort/schema';
import * as commands from './commands.server';
import { downloadLog, downloadPeople } from './download/queries.server';
import { readLog } from './log/queries.server';
import { directoryOf, personOf } from './queries.server';
import * as schema from './schema';

export const membershipRouter = router({
  directory: procedure.input(ofCohort).query(({ ctx, input }) => directoryOf(ctx.scope, input)),
  person: procedure
    .input(schema.ofMembership)
    .query(({ ctx, input }) => personOf(ctx.scope, input)),
  updateEntry: procedure
    .input(schema.updateEntry)
    .mutation(({ ctx, input }) => commands.updateEntry(ctx.scope, input)),
  log: procedure.input(schema.readLog).query(({ ctx, input }) => readLog(ctx.scope, input)),
  download: procedure
    .input(download)
    .query(({ ctx, input }) => downloadPeople(ctx.scope, input, ctx.locale)),
  downloadLog: procedure
    .input(download)
    .query(({ ctx, input }) => downloadLog(ctx.scope, input, ctx.locale)),
  end: procedure
    .input(schema.endMembership)
    .mutation(({ ctx, input }) => commands.endMembership(ctx.scope, input)),
  replace: procedure
    .input(schema.replacePerson)
    .mutation(({ ctx, input }) => commands.replacePerson(ctx.scope, ctx.services, input)),
  giveRole: procedure
    .input(schema.giveRole)
    .mutation(({ ctx, input }) => commands.giveRole(ctx.scope, input)),
});
