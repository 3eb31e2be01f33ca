import { procedure, router } from '$lib/access/procedure.server';
import { workshopRef } from '../publish/schema';
import * as commands from './commands.server';
import { listTemplates } from './queries.server';
import * as schema from './schema';

export const templateRouter = router({
  list: procedure.input(workshopRef).query(({ ctx, input }) => listTemplates(ctx.scope, input)),
  save: procedure
    .input(schema.saveTemplate)
    .mutation(({ ctx, input }) => commands.saveTemplate(ctx.scope, input)),
  use: procedure
    .input(schema.useTemplate)
    .mutation(({ ctx, input }) => commands.useTemplate(ctx.scope, input)),
  remove: procedure
    .input(schema.templateRef)
    .mutation(({ ctx, input }) => commands.removeTemplate(ctx.scope, input)),
});
