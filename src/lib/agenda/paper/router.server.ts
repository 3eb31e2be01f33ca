import { procedure, router } from '$lib/access/procedure.server';
import { workshopRef } from '../publish/schema';
import { programmeCalendar, readSheet, sheetPdf } from './queries.server';
import { ofSheet } from './schema';

export const agendaPaperRouter = router({
  read: procedure.input(ofSheet).query(({ ctx, input }) => readSheet(ctx.scope, input, ctx.locale)),
  pdf: procedure.input(ofSheet).query(({ ctx, input }) => sheetPdf(ctx.scope, input, ctx.locale)),

  /** The days and their programme as an .ics file. */
  calendar: procedure
    .input(workshopRef)
    .query(({ ctx, input }) =>
      programmeCalendar(ctx.scope, input, ctx.locale, ctx.services.origin),
    ),
});
