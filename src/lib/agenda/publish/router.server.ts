import { procedure, router } from '$lib/access/procedure.server';
import { publishProgramme } from './commands.server';
import { previewPublishing, readProgramme } from './queries.server';
import * as schema from './schema';

export const publishRouter = router({
  preview: procedure
    .input(schema.workshopRef)
    .query(({ ctx, input }) => previewPublishing(ctx.scope, input)),
  publish: procedure
    .input(schema.publishProgramme)
    .mutation(({ ctx, input }) => publishProgramme(ctx.scope, input)),
  /** A published programme: the newest one, or the one with this number. */
  programme: procedure
    .input(schema.versionRef)
    .query(({ ctx, input }) => readProgramme(ctx.scope, input)),
});
