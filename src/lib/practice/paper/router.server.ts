import type { Locale } from '$lib/access/actor';
import { procedure, router } from '$lib/access/procedure.server';
import type { PersonScope } from '$lib/access/scope.server';
import { writeDocx } from '$lib/platform/docx.server';
import { fileNameOf, type TakenFile } from '$lib/platform/file-response';
import { asJpeg, type PictureSize } from '$lib/platform/files/picture.server';
import type { FileStore } from '$lib/platform/files/store.server';
import { councilPaper } from './council-paper';
import { collected, readersNote, single } from './document';
import * as queries from './queries.server';
import * as schema from './schema';

export const paperRouter = router({
  read: procedure.input(schema.onPaper).query(({ ctx, input }) => queries.read(ctx.scope, input)),
  offer: procedure.input(schema.offer).query(({ ctx, input }) => queries.offer(ctx.scope, input)),
  pdf: procedure
    .input(schema.onPaper)
    .query(({ ctx, input }) => pdf(ctx.scope, input, ctx.services.files)),
  councilPaper: procedure
    .input(schema.ofCouncilPaper)
    .query(({ ctx, input }) => councilDocument(ctx.scope, input, ctx.services.files)),
  collection: procedure
    .input(schema.collection)
    .query(({ ctx, input }) => collection(ctx.scope, input, ctx.locale, ctx.services.files)),
});

async function pdf(scope: PersonScope, input: schema.OnPaper, files: FileStore) {
  const { source, place } = await queries.read(scope, input);
  const pictures = await queries.picturesIn(scope, input, [source], files);
  return queries.printed(single(source, place, new Set(pictures.keys())), pictures);
}

async function collection(
  scope: PersonScope,
  input: schema.Collection,
  locale: Locale,
  files: FileStore,
) {
  const { sources, place } = await queries.readMany(scope, input);
  const pictures = await queries.picturesIn(scope, input, sources, files);
  const names = new Set(pictures.keys());
  return queries.printed(collected(sources, place, scope.clock.now(), locale, names), pictures);
}

async function councilDocument(
  scope: PersonScope,
  input: schema.OfCouncilPaper,
  files: FileStore,
): Promise<TakenFile> {
  const { source, place } = await queries.read(scope, input);
  const pictures = new Map<string, PictureSize>();
  for (const [fileId, bytes] of await queries.picturesIn(scope, input, [source], files))
    pictures.set(fileId, await asJpeg(bytes));
  const document = councilPaper({
    source,
    form: input.form,
    townName: await queries.ownTown(scope, input),
    readers: readersNote(source, place, source.content.language),
    timeZone: place.timeZone,
    today: scope.clock.now(),
    pictures,
  });
  const bytes = await writeDocx(document);
  return {
    content: bytes.toString('base64'),
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    fileName: fileNameOf(document.title, 'docx'),
  };
}
