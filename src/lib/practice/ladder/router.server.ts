import { procedure, router } from '$lib/access/procedure.server';
import { practiceRef } from '../schema';
import * as commands from './commands.server';
import * as queries from './queries.server';
import * as schema from './schema';

export const ladderRouter = router({
  get: procedure.input(practiceRef).query(({ ctx, input }) => queries.ladder(ctx.scope, input)),
  step: procedure.input(schema.stepRef).query(({ ctx, input }) => queries.step(ctx.scope, input)),
  prepare: procedure
    .input(schema.prepareStep)
    .mutation(({ ctx, input }) => commands.prepare(ctx.scope, input)),
  edit: procedure
    .input(schema.editStep)
    .mutation(({ ctx, input }) => commands.edit(ctx.scope, input)),
  discard: procedure
    .input(schema.stepRef)
    .mutation(({ ctx, input }) => commands.discard(ctx.scope, input)),
  propose: procedure
    .input(schema.proposeStep)
    .mutation(({ ctx, input }) => commands.propose(ctx.scope, input)),
  agree: procedure
    .input(schema.stepRef)
    .mutation(({ ctx, input }) => commands.agree(ctx.scope, input)),
  object: procedure
    .input(schema.objectToStep)
    .mutation(({ ctx, input }) => commands.object(ctx.scope, input)),
  takeBack: procedure
    .input(schema.stepRef)
    .mutation(({ ctx, input }) => commands.takeBack(ctx.scope, input)),
  down: procedure
    .input(schema.stepDown)
    .mutation(({ ctx, input }) => commands.down(ctx.scope, input)),
});
