import type { Locale } from '$lib/access/actor';
import type { PersonScope } from '$lib/access/scope.server';
import { workshopOf } from '$lib/agenda/publish/queries.server';
import { notFound } from '$lib/platform/errors';
import { fileNameOf, type TakenFile } from '$lib/platform/file-response';
import type { FileStore } from '$lib/platform/files/store.server';
import { renderPdf } from '$lib/platform/pdf.server';
import { bytesOf, picturesToPrint } from '$lib/upload/queries.server';
import { whenText } from '$lib/workshop/words';
import { besideProceedings, shownProceedings } from '../published/queries.server';
import type { ProceedingsRef } from '../schema';
import { proceedingsPaper } from './paper';
import template from './proceedings.typ?raw';

/** More would make a document that nobody can send. */
const MAXIMUM_PICTURES = 60;

/** The newest minutes as an accessible PDF, with what belongs to them as it is now. */
export async function proceedingsPdf(
  scope: PersonScope,
  ref: ProceedingsRef,
  locale: Locale,
  files: FileStore,
): Promise<TakenFile> {
  const { cohortId } = ref;
  const workshop = await workshopOf(scope, ref);
  const shown = await shownProceedings(scope, ref, null);
  if (!shown) throw notFound();
  const { version, content, publishedAt, people } = shown;
  const { topics, parked, agreements } = await besideProceedings(scope, ref);
  const fileIds = content.photos
    .flatMap(({ fileId }) => (fileId in shown.photos ? [fileId] : []))
    .slice(0, MAXIMUM_PICTURES);
  const pictures = await bytesOf(files, await picturesToPrint(scope, { cohortId, fileIds }));
  const when = whenText(workshop.days, workshop.timeZone, locale) ?? '';
  const paper = proceedingsPaper(
    {
      workshop: { ...workshop, when },
      ...{ version, publishedAt, content, people, topics, parked },
      agreements: agreements?.agreements ?? [],
      today: agreements?.today ?? '',
      now: scope.clock.now(),
    },
    locale,
    new Set(pictures.keys()),
  );
  return {
    content: Buffer.from(await renderPdf(template, paper, pictures)).toString('base64'),
    mediaType: 'application/pdf',
    fileName: fileNameOf(paper.title, 'pdf'),
  };
}
