import { procedure, router } from '$lib/access/procedure.server';
import { readSheet, sheetPdf } from './queries.server';
import { ofSheet } from './schema';

export const agendaPaperRouter = router({
  read: procedure.input(ofSheet).query(({ ctx, input }) => readSheet(ctx.scope, input, ctx.locale)),
  pdf: procedure.input(ofSheet).query(({ ctx, input }) => sheetPdf(ctx.scope, input, ctx.locale)),
});
