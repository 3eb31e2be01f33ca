import type { Locale } from '$lib/access/actor';
import type { PersonScope } from '$lib/access/scope.server';
import { notFound } from '$lib/platform/errors';
import { fileNameOf, type TakenFile } from '$lib/platform/file-response';
import { renderPdf } from '$lib/platform/pdf.server';
import { cohortOf } from '../queries.server';
import type { BallotRef } from '../schema';
import { viewBallot } from '../view/queries.server';
import { resultPaper } from './paper';
import template from './result.typ?raw';

/** The result of a counted ballot as an accessible PDF, in the reader's language. */
export async function resultPdf(
  scope: PersonScope,
  ref: BallotRef,
  locale: Locale,
): Promise<TakenFile> {
  const ballot = await viewBallot(scope, ref);
  const { name: cohortName, timeZone } = await cohortOf(scope, ref.cohortId);
  const now = scope.clock.now();
  const paper = resultPaper(ballot, { cohortName, timeZone, locale, now });
  if (!paper) throw notFound();
  const pdf = await renderPdf(template, paper);
  return {
    content: Buffer.from(pdf).toString('base64'),
    mediaType: 'application/pdf',
    // The colon behind "Result" leaves two spaces.
    fileName: fileNameOf(paper.title, 'pdf').replace(/ {2,}/g, ' '),
  };
}
