import { procedure, router } from '$lib/access/procedure.server';
import * as commands from './commands.server';
import * as held from './held/commands.server';
import * as notes from './notes/commands.server';
import * as queries from './queries.server';
import * as schema from './schema';

export const dayRouter = router({
  open: procedure
    .input(schema.dayRef)
    .query(({ ctx, input }) => queries.open(ctx.scope, input, ctx.locale)),
  tap: procedure.input(schema.tap).mutation(({ ctx, input }) => commands.tap(ctx.scope, input)),
  writeNote: procedure
    .input(schema.writeNote)
    .mutation(({ ctx, input }) => notes.writeNote(ctx.scope, input)),
  removeNote: procedure
    .input(schema.entryRef)
    .mutation(({ ctx, input }) => notes.removeNote(ctx.scope, input)),
  writeParked: procedure
    .input(schema.writeParked)
    .mutation(({ ctx, input }) => notes.writeParked(ctx.scope, input)),
  removeParked: procedure
    .input(schema.entryRef)
    .mutation(({ ctx, input }) => notes.removeParked(ctx.scope, input)),
  proposeParked: procedure
    .input(schema.proposeParked)
    .mutation(({ ctx, input }) => notes.proposeParked(ctx.scope, input)),
  react: procedure
    .input(schema.react)
    .mutation(({ ctx, input }) => commands.react(ctx.scope, input)),
  takeReactionBack: procedure
    .input(schema.topicRef)
    .mutation(({ ctx, input }) => commands.takeReactionBack(ctx.scope, input)),
  hold: procedure.input(schema.dayRef).mutation(({ ctx, input }) => held.hold(ctx.scope, input)),
  takeUpAgain: procedure
    .input(schema.dayRef)
    .mutation(({ ctx, input }) => held.takeUpAgain(ctx.scope, input)),
});
