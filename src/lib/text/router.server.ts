import { openProcedure, procedure, router } from '$lib/access/procedure.server';
import { saveText } from './commands.server';
import { helpOf, listTexts, protectionOf, textForEditing, textOf } from './queries.server';
import * as schema from './schema';

export const textRouter = router({
  read: openProcedure
    .input(schema.ofText)
    .query(({ ctx, input }) => textOf(ctx.scope, input, ctx.locale)),
  help: openProcedure.query(({ ctx }) => helpOf(ctx.scope, ctx.locale)),

  protection: openProcedure
    .input(schema.ofProtection)
    .query(({ ctx, input }) => protectionOf(ctx.scope, input, ctx.locale, ctx.services)),

  list: procedure.query(({ ctx }) => listTexts(ctx.scope)),
  forEditing: procedure
    .input(schema.ofText)
    .query(({ ctx, input }) => textForEditing(ctx.scope, input)),
  save: procedure.input(schema.saveText).mutation(({ ctx, input }) => saveText(ctx.scope, input)),
});
