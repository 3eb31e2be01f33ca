import type { Locale } from '$lib/access/actor';
import { procedure, router } from '$lib/access/procedure.server';
import type { PersonScope } from '$lib/access/scope.server';
import { fileNameOf, type TakenFile } from '$lib/platform/file-response';
import { renderPdf } from '$lib/platform/pdf.server';
import { writeDocx } from '$lib/platform/docx.server';
import { councilPaper } from './council-paper';
import { collected, readersNote, single } from './document';
import type { PaperDocument } from './paper';
import template from './practice.typ?raw';
import * as queries from './queries.server';
import * as schema from './schema';

export const paperRouter = router({
  read: procedure.input(schema.onPaper).query(({ ctx, input }) => queries.read(ctx.scope, input)),
  offer: procedure
    .input(schema.ofCohort)
    .query(({ ctx, input }) => queries.offer(ctx.scope, input)),
  pdf: procedure.input(schema.onPaper).query(({ ctx, input }) => pdf(ctx.scope, input)),
  councilPaper: procedure
    .input(schema.ofCouncilPaper)
    .query(({ ctx, input }) => councilDocument(ctx.scope, input)),
  collection: procedure
    .input(schema.collection)
    .query(({ ctx, input }) => collection(ctx.scope, input, ctx.locale)),
});

async function pdf(scope: PersonScope, input: schema.OnPaper) {
  const { source, place } = await queries.read(scope, input);
  return printed(single(source, place));
}

async function collection(scope: PersonScope, input: schema.Collection, locale: Locale) {
  const { sources, place } = await queries.readMany(scope, input);
  return printed(collected(sources, place, scope.clock.now(), locale));
}

async function councilDocument(scope: PersonScope, input: schema.OfCouncilPaper) {
  const { source, place } = await queries.read(scope, input);
  const document = councilPaper({
    source,
    form: input.form,
    townName: await queries.ownTown(scope, input),
    readers: readersNote(source, place, source.content.language),
    timeZone: place.timeZone,
    today: scope.clock.now(),
  });
  const bytes = await writeDocx(document);
  return {
    content: bytes.toString('base64'),
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    fileName: fileNameOf(document.title, 'docx'),
  };
}

async function printed(document: PaperDocument): Promise<TakenFile> {
  const bytes = await renderPdf(template, document);
  return {
    content: Buffer.from(bytes).toString('base64'),
    mediaType: 'application/pdf',
    fileName: fileNameOf(document.title, 'pdf'),
  };
}
