import { procedure, router } from '$lib/access/procedure.server';
import { workshopRef } from '../publish/schema';
import { importAgenda } from './commands.server';
import { exportAgenda } from './queries.server';
import * as schema from './schema';

export const agendaExchangeRouter = router({
  export: procedure.input(workshopRef).query(({ ctx, input }) => exportAgenda(ctx.scope, input)),
  import: procedure
    .input(schema.importAgenda)
    .mutation(({ ctx, input }) => importAgenda(ctx.scope, input)),
});
