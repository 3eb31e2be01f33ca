import type { Locale } from '$lib/access/actor';
import { ensure } from '$lib/access/decision';
import { openAgreements } from '$lib/agreement/queries.server';
import type { PersonScope } from '$lib/access/scope.server';
import { notFound } from '$lib/platform/errors';
import { fileNameOf, type TakenFile } from '$lib/platform/file-response';
import { renderPdf } from '$lib/platform/pdf.server';
import { isSame } from '$lib/platform/same';
import { workshopCalendar } from '$lib/workshop/calendar/queries.server';
import { listMethods } from '../method/queries.server';
import { mayReadPlan } from '../policy';
import type { WorkshopRef } from '../publish/schema';
import {
  departuresOf,
  namesIn,
  programmeOf,
  versionOf,
  workshopOf,
} from '../publish/queries.server';
import { storedAgenda } from '../queries.server';
import cardsTemplate from './cards.typ?raw';
import { programmeLines } from './calendar';
import daysTemplate from './days.typ?raw';
import { cardsPaper, programmePaper, runSheetPaper, type Paper, type PaperSource } from './paper';
import type { OfSheet } from './schema';

/** The published programme; before there is one, there is no paper of it. */
async function published(scope: PersonScope, ref: OfSheet): Promise<PaperSource> {
  const workshop = await workshopOf(scope, ref);
  const found = await versionOf(scope, { cohortId: ref.cohortId, workshopId: ref.workshopId });
  if (!found) throw notFound();
  const { version, content: agenda } = found;
  const names = await namesIn(scope, ref.cohortId, [agenda]);
  return { workshop, agenda, version, ...names, openAgreements: null, notes: {}, methods: {} };
}

/** The plan as it stands, which may be ahead of what is published: the paper says so. */
async function planned(scope: PersonScope, ref: OfSheet, locale: Locale): Promise<PaperSource> {
  const workshop = await workshopOf(scope, ref);
  ensure(mayReadPlan(scope.actor, ref));
  const { content } = await storedAgenda(scope.db, ref);
  const agenda = programmeOf(workshop, content, await departuresOf(scope, workshop, content));
  const last = await versionOf(scope, { cohortId: ref.cohortId, workshopId: ref.workshopId });
  const methods = await listMethods(scope, ref, locale);
  return {
    workshop,
    agenda,
    version: last && isSame(last.content, agenda) ? last.version : null,
    ...(await namesIn(scope, ref.cohortId, [agenda])),
    openAgreements: await openAgreements(scope, ref),
    notes: Object.fromEntries(content.items.map(({ id, notes }) => [id, notes])),
    methods: Object.fromEntries(methods.map(({ id, name }) => [id, name])),
  };
}

/** What stands on a paper, in the reader's language. */
export async function readSheet(scope: PersonScope, ref: OfSheet, locale: Locale): Promise<Paper> {
  const place = { locale, now: scope.clock.now() };
  if (ref.sheet === 'programme') return programmePaper(await published(scope, ref), place);
  const source = await planned(scope, ref, locale);
  return ref.sheet === 'cards' ? cardsPaper(source, place) : runSheetPaper(source, place);
}

/** The same as an accessible PDF. */
export async function sheetPdf(
  scope: PersonScope,
  ref: OfSheet,
  locale: Locale,
): Promise<TakenFile> {
  const paper = await readSheet(scope, ref, locale);
  const pdf = await renderPdf(paper.sheet === 'cards' ? cardsTemplate : daysTemplate, paper);
  return {
    content: Buffer.from(pdf).toString('base64'),
    mediaType: 'application/pdf',
    fileName: fileNameOf(paper.title, 'pdf'),
  };
}

/** The days of a workshop for a calendar program, each with what is published of its programme. */
export async function programmeCalendar(
  scope: PersonScope,
  ref: WorkshopRef,
  locale: Locale,
  origin: string,
): Promise<TakenFile> {
  const programme = (await versionOf(scope, ref))?.content;
  const linesOf = (dayId: string) => (programme ? programmeLines(programme, dayId, locale) : []);
  return workshopCalendar(scope, ref, { locale, origin, linesOf });
}
