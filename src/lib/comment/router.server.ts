import { procedure, router } from '$lib/access/procedure.server';
import * as commands from './commands.server';
import * as queries from './queries.server';
import * as schema from './schema';

export const commentRouter = router({
  mentionable: procedure
    .input(schema.subjectRef)
    .query(({ ctx, input }) => queries.mentionableNames(ctx.scope, input)),
  create: procedure
    .input(schema.create)
    .mutation(({ ctx, input }) => commands.create(ctx.scope, input)),
  edit: procedure.input(schema.edit).mutation(({ ctx, input }) => commands.edit(ctx.scope, input)),
  delete: procedure
    .input(schema.commentRef)
    .mutation(({ ctx, input }) => commands.remove(ctx.scope, input)),
  restore: procedure
    .input(schema.commentRef)
    .mutation(({ ctx, input }) => commands.restore(ctx.scope, input)),
});
