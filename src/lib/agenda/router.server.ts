import { procedure, router } from '$lib/access/procedure.server';
import * as board from './board/queries.server';
import * as commands from './commands.server';
import { agendaExchangeRouter } from './exchange/router.server';
import { methodRouter } from './method/router.server';
import { agendaPaperRouter } from './paper/router.server';
import { publishRouter } from './publish/router.server';
import * as queries from './queries.server';
import * as schema from './schema';
import { templateRouter } from './template/router.server';

/** What moderators plan for a workshop, and what everyone reads of it. */
export const agendaRouter = router({
  open: procedure
    .input(schema.agendaRef)
    .query(({ ctx, input }) => board.open(ctx.scope, input, ctx.locale)),
  changesSince: procedure
    .input(schema.changesSince)
    .query(({ ctx, input }) => queries.changesSince(ctx.scope, input)),
  change: procedure
    .input(schema.change)
    .mutation(({ ctx, input }) => commands.change(ctx.scope, input)),
  exchange: agendaExchangeRouter,
  method: methodRouter,
  paper: agendaPaperRouter,
  publish: publishRouter,
  template: templateRouter,
});
