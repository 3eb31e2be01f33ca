import { procedure, router } from '$lib/access/procedure.server';
import { begin } from './commands.server';
import { proceedingsPdf } from './paper/queries.server';
import * as photo from './photo/commands.server';
import { listPhotos } from './photo/queries.server';
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
    .query(({ ctx, input }) => openDraft(ctx.scope, input, ctx.locale)),
  saveSection: procedure
    .input(schema.saveSection)
    .mutation(({ ctx, input }) => writing.saveSection(ctx.scope, input)),
  addSection: procedure
    .input(schema.addSection)
    .mutation(({ ctx, input }) => writing.addSection(ctx.scope, input)),
  addMissing: procedure
    .input(schema.proceedingsRef)
    .mutation(({ ctx, input }) => writing.addMissing(ctx.scope, input, ctx.locale)),
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
  /** The newest version as an accessible PDF. */
  pdf: procedure
    .input(schema.proceedingsRef)
    .query(({ ctx, input }) => proceedingsPdf(ctx.scope, input, ctx.locale, ctx.services.files)),

  photos: procedure
    .input(schema.proceedingsRef)
    .query(({ ctx, input }) => listPhotos(ctx.scope, input)),
  addPhoto: procedure
    .input(schema.addPhoto)
    .mutation(({ ctx, input }) => photo.addPhoto(ctx.scope, input)),
  describePhoto: procedure
    .input(schema.describePhoto)
    .mutation(({ ctx, input }) => photo.describePhoto(ctx.scope, input)),
  choosePhoto: procedure
    .input(schema.choosePhoto)
    .mutation(({ ctx, input }) => photo.choosePhoto(ctx.scope, input)),
  movePhoto: procedure
    .input(schema.movePhoto)
    .mutation(({ ctx, input }) => photo.movePhoto(ctx.scope, input)),
  removePhoto: procedure
    .input(schema.photoRef)
    .mutation(({ ctx, input }) => photo.removePhoto(ctx.scope, input)),
});
