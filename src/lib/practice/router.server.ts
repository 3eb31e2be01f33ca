import { procedure, router } from '$lib/access/procedure.server';
import { ladderRouter } from './ladder/router.server';
import * as commands from './commands.server';
import * as adoption from './adoption/commands.server';
import * as adoptionQueries from './adoption/queries.server';
import { adoptedByTeam, saveAdoption } from './adoption/schema';
import { compare } from './compare/queries.server';
import { byTown, list } from './list/queries.server';
import { listPractices } from './list/schema';
import { personRouter } from './person/router.server';
import { publicRouter } from './public/router.server';
import { page } from './page/queries.server';
import { recordProcedures } from './record/router.server';
import * as schema from './schema';
import { setThanks } from './thanks/commands.server';

export const practiceRouter = router({
  list: procedure.input(listPractices).query(({ ctx, input }) => list(ctx.scope, input)),
  byTown: procedure.input(listPractices).query(({ ctx, input }) => byTown(ctx.scope, input)),
  compare: procedure.input(schema.compare).query(({ ctx, input }) => compare(ctx.scope, input)),
  page: procedure.input(schema.page).query(({ ctx, input }) => page(ctx.scope, input)),
  create: procedure
    .input(schema.create)
    .mutation(({ ctx, input }) => commands.create(ctx.scope, input)),
  save: procedure.input(schema.save).mutation(({ ctx, input }) => commands.save(ctx.scope, input)),
  ladder: ladderRouter,
  ...recordProcedures,
  setThanks: procedure
    .input(schema.setThanks)
    .mutation(({ ctx, input }) => setThanks(ctx.scope, input)),

  adopted: procedure
    .input(adoptedByTeam)
    .query(({ ctx, input }) => adoptionQueries.adopted(ctx.scope, input)),
  adoption: procedure
    .input(schema.practiceRef)
    .query(({ ctx, input }) => adoptionQueries.form(ctx.scope, input)),
  saveAdoption: procedure
    .input(saveAdoption)
    .mutation(({ ctx, input }) => adoption.save(ctx.scope, input)),
  deleteAdoption: procedure
    .input(schema.practiceRef)
    .mutation(({ ctx, input }) => adoption.remove(ctx.scope, input)),
  person: personRouter,
  public: publicRouter,
});
