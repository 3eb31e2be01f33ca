import { openProcedure, router } from '$lib/access/procedure.server';
import * as queries from './queries.server';
import * as schema from './schema';

/** What everyone reads, signed in or not. */
export const publicRouter = router({
  list: openProcedure
    .input(schema.listPublic)
    .query(({ ctx, input }) => queries.list(ctx.scope, input)),
  read: openProcedure
    .input(schema.readPublic)
    .query(({ ctx, input }) => queries.read(ctx.scope, input)),
  pdf: openProcedure
    .input(schema.readPublic)
    .query(({ ctx, input }) => queries.pdf(ctx.scope, input, ctx.services.files)),
});
