import type { Locale } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import type { PersonScope } from '$lib/access/scope.server';
import { namesIn, versionOf } from '$lib/agenda/publish/queries.server';
import { AppError } from '$lib/platform/errors';
import { fileNameOf, type TakenFile } from '$lib/platform/file-response';
import { renderPdf } from '$lib/platform/pdf.server';
import * as workshopPolicy from '../../policy';
import type { WorkshopRef } from '../../schema';
import { gathering, ownPlace, type Gathering } from '../queries.server';
import template from './certificate.typ?raw';
import { certificatePaper, type CertificateSource } from './paper';
import type { CertificateRef } from './schema';

/** Who was there, each with the name that the certificate is for. */
async function presentPeople(
  { db }: PersonScope,
  { cohortId, workshopId }: WorkshopRef,
  { expected }: Gathering,
): Promise<(CertificateSource['people'][number] & { membershipId: string; isGuest: boolean })[]> {
  const rows = await db.attendance.findMany({
    where: { cohortId, workshopId, attended: { not: 'absent' } },
    select: { membershipId: true, attended: true, guestName: true },
  });
  return expected.flatMap(({ membershipId, name, teamName }) => {
    const row = rows.find((one) => one.membershipId === membershipId);
    if (!row) return [];
    const isGuest = row.guestName !== '';
    const isOnline = row.attended === 'online';
    return [{ membershipId, name: isGuest ? row.guestName : name, teamName, isOnline, isGuest }];
  });
}

/** The questions that the published programme gave time to, in its order. */
async function topicsWorkedOn(scope: PersonScope, ref: WorkshopRef): Promise<string[]> {
  const last = await versionOf(scope, { cohortId: ref.cohortId, workshopId: ref.workshopId });
  if (!last) return [];
  const { topics } = await namesIn(scope, ref.cohortId, [last.content]);
  const ids = new Set(last.content.items.flatMap(({ topicId }) => topicId ?? []));
  return [...ids].flatMap((id) => topics.find((topic) => topic.id === id)?.question ?? []);
}

/** That somebody was there, as an accessible PDF: one's own, or everybody's for those who arrange it. */
export async function certificatePdf(
  scope: PersonScope,
  ref: CertificateRef,
  locale: Locale,
): Promise<TakenFile> {
  const { db, actor, clock } = scope;
  const { cohortId } = ref;
  ensure(workshopPolicy.mayRead(actor, { cohortId }));
  const all = await gathering(scope, ref);
  if (ref.of === 'everyone') ensure(workshopPolicy.mayArrange(actor, { cohortId }));
  const me = ownPlace(scope, all);
  const present = await presentPeople(scope, ref, all);
  const people = present.filter(
    ({ membershipId, isGuest }) =>
      ref.of === 'everyone' || (membershipId === me?.membershipId && !isGuest),
  );
  const { workshop, timeZone } = all;
  if (workshop.state !== 'held' || people.length === 0)
    throw new AppError('participation_no_certificate');
  const { organisation } = await db.installation.findFirstOrThrow({
    select: { organisation: true },
  });
  const { name: cohortName } = await db.cohort.findFirstOrThrow({
    where: { id: cohortId },
    select: { name: true },
  });
  const topics = await topicsWorkedOn(scope, ref);
  const paper = certificatePaper(
    { organisation, cohortName, workshop, timeZone, topics, people },
    { locale, now: clock.now() },
  );
  return {
    content: Buffer.from(await renderPdf(template, paper)).toString('base64'),
    mediaType: 'application/pdf',
    fileName: fileNameOf(`${paper.heading} ${paper.name}`, 'pdf'),
  };
}
