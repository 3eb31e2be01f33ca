import { procedure, router } from '$lib/access/procedure.server';
import * as commands from './commands.server';
import * as queries from './queries.server';
import * as schema from './schema';

export const exchangeRouter = router({
  download: procedure
    .input(schema.downloadPractices)
    .query(({ ctx, input }) => queries.downloadPractices(ctx.scope, input, ctx.locale)),
  export: procedure
    .input(schema.exportPractices)
    .query(({ ctx, input }) =>
      queries.exportPractices(ctx.scope, input, ctx.locale, ctx.services.origin),
    ),
  preview: procedure
    .input(schema.previewFile)
    .query(({ ctx, input }) => queries.preview(ctx.scope, input)),
  import: procedure
    .input(schema.importPractices)
    .mutation(({ ctx, input }) => commands.importPractices(ctx.scope, input)),
});
