import { procedure, router } from '$lib/access/procedure.server';
import { begin } from './commands.server';
import { publishProceedings } from './published/commands.server';
import * as published from './published/queries.server';
import { openDraft } from './queries.server';
import * as schema from './schema';
import * as writing from './writing/commands.server';
import { sectionHistory } from './writing/queries.server';

export const proceedingsRouter = router({
  /** How far they have come, for the page of the workshop. */
  status: procedure
    .input(schema.proceedingsRef)
    .query(({ ctx, input }) => published.proceedingsStatus(ctx.scope, input)),
  read: procedure
    .input(schema.readProceedings)
    .query(({ ctx, input }) => published.readProceedings(ctx.scope, input)),

  begin: procedure
    .input(schema.proceedingsRef)
    .mutation(({ ctx, input }) => begin(ctx.scope, input, ctx.locale)),
  draft: procedure
    .input(schema.proceedingsRef)
    .query(({ ctx, input }) => openDraft(ctx.scope, input)),
  saveSection: procedure
    .input(schema.saveSection)
    .mutation(({ ctx, input }) => writing.saveSection(ctx.scope, input)),
  addSection: procedure
    .input(schema.addSection)
    .mutation(({ ctx, input }) => writing.addSection(ctx.scope, input)),
  removeSection: procedure
    .input(schema.sectionRef)
    .mutation(({ ctx, input }) => writing.removeSection(ctx.scope, input)),
  moveSection: procedure
    .input(schema.moveSection)
    .mutation(({ ctx, input }) => writing.moveSection(ctx.scope, input)),
  settleNotes: procedure
    .input(schema.settleNotes)
    .mutation(({ ctx, input }) => writing.settleNotes(ctx.scope, input)),
  sectionHistory: procedure
    .input(schema.sectionRef)
    .query(({ ctx, input }) => sectionHistory(ctx.scope, input)),
  restoreSection: procedure
    .input(schema.restoreSection)
    .mutation(({ ctx, input }) => writing.restoreSection(ctx.scope, input)),

  preview: procedure
    .input(schema.proceedingsRef)
    .query(({ ctx, input }) => published.previewPublishing(ctx.scope, input)),
  publish: procedure
    .input(schema.publishProceedings)
    .mutation(({ ctx, input }) => publishProceedings(ctx.scope, input)),
});
