import type { Api } from '../../../src/server/router';
import { newItem } from '$lib/agenda/document';
import { newId } from '$lib/platform/id';
import { minutesOf } from '$lib/workshop/days';
import type { DemoEvent } from '../content/timeline';
import type { PersonKey } from '../content/types';
import type { Workshop, WorkshopAgreement } from '../content/workshop';
import type { DemoCohort } from './cohort-stage';
import { sendFile } from './files';
import { dateOf, daysToWorkday, type Stage } from './stage';
import { topicId } from './topics';

type Of<Kind extends DemoEvent['kind']> = Extract<DemoEvent, { kind: Kind }>;

/** The days of a workshop; the first one falls on a day on which one would really begin. */
function daysOf(stage: Stage, cohort: DemoCohort, { key, days }: Workshop) {
  const first = days[0]?.on;
  const shift = first === undefined ? 0 : daysToWorkday(dateOf([first, '12:00'], stage.today));
  return days.map(({ on, from, to }, index) => ({
    id: cohort.workshopDay(key, index + 1),
    date: on === undefined ? null : stage.day(on + shift),
    startMinute: minutesOf(from)!,
    endMinute: minutesOf(to)!,
  }));
}

/** What is stored, as the form would send it again. */
async function storedWorkshop(api: Api, cohortId: string, workshopId: string) {
  const { stored } = await api.workshop.form({ cohortId, workshopId });
  const { version, kind, number, title, about, place, onlineUrl, seats, days, guestIds } = stored!;
  const text = { kind, number, title, about, place, onlineUrl, seats };
  return { cohortId, workshopId, version, ...text, days, guestIds };
}

async function membershipsOf(
  { owner, accountOf }: Stage,
  { id: cohortId }: DemoCohort,
  people: readonly PersonKey[],
): Promise<string[]> {
  const found = await owner.membership.findMany({
    where: { cohortId, accountId: { in: people.map(accountOf) } },
    select: { id: true },
  });
  return found.map(({ id }) => id);
}

const agreementId = (stage: Stage, cohort: DemoCohort, { by, at }: WorkshopAgreement): string =>
  stage.id(`agreement ${cohort.content.key} ${by} ${at.join(' ')}`);

/** Writes what the section with this heading says. */
async function writeSection(
  api: Api,
  ref: { cohortId: string; workshopId: string },
  title: string,
  text: string,
) {
  const { sections } = await api.proceedings.draft(ref);
  const { id: sectionId, body } = sections.find((section) => section.title === title)!;
  const changes = [{ field: 'body' as const, from: body, to: text }];
  await api.proceedings.saveSection({ ...ref, sectionId, changes });
}

export const workshopActs = {
  async workshop_planned(
    stage: Stage,
    cohort: DemoCohort,
    { by, workshop }: Of<'workshop_planned'>,
  ) {
    const api = await stage.as(by);
    const { key, kind, title, about, place, onlineUrl = '', seats = null } = workshop;
    await api.workshop.save({
      cohortId: cohort.id,
      workshopId: cohort.workshop(key),
      version: 0,
      ...{ kind, title, about, place, onlineUrl, seats },
      number: null,
      days: daysOf(stage, cohort, workshop),
    });
  },

  async experts_invited(
    stage: Stage,
    cohort: DemoCohort,
    { by, workshop, people }: Of<'experts_invited'>,
  ) {
    const api = await stage.as(by);
    const stored = await storedWorkshop(api, cohort.id, cohort.workshop(workshop.key));
    await api.workshop.save({ ...stored, guestIds: await membershipsOf(stage, cohort, people) });
  },

  async dates_offered(stage: Stage, cohort: DemoCohort, { by, workshop }: Of<'dates_offered'>) {
    const api = await stage.as(by);
    const { days, untilDay } = workshop.search!;
    await api.workshop.date.offer({
      cohortId: cohort.id,
      workshopId: cohort.workshop(workshop.key),
      offers: days.map((day) => ({
        date: stage.day(day + daysToWorkday(dateOf([day, '12:00'], stage.today))),
      })),
      answerUntil: stage.day(untilDay),
    });
  },

  async dates_answered(
    stage: Stage,
    cohort: DemoCohort,
    { by, workshop, answers }: Of<'dates_answered'>,
  ) {
    const api = await stage.as(by);
    const ref = { cohortId: cohort.id, workshopId: cohort.workshop(workshop.key) };
    const { options } = await api.workshop.date.view(ref);
    const inOrder = options.toSorted((one, other) => one.dates[0]!.localeCompare(other.dates[0]!));
    await api.workshop.date.answer({
      ...ref,
      answers: inOrder.map(({ id }, index) => ({ optionId: id, answer: answers[index]! })),
    });
  },

  async days_blocked(stage: Stage, cohort: DemoCohort, { by, block }: Of<'days_blocked'>) {
    const api = await stage.as(by);
    await api.workshop.date.block({
      cohortId: cohort.id,
      id: stage.id(`blocked days ${by} ${block.fromDay}`),
      from: stage.day(block.fromDay),
      until: stage.day(block.untilDay),
      reason: block.reason,
    });
  },

  async agenda_planned(
    stage: Stage,
    cohort: DemoCohort,
    { by, workshop, agenda }: Of<'agenda_planned'>,
  ) {
    const api = await stage.as(by);
    const tracks = (agenda.tracks ?? []).map((name) => ({ id: newId(), name }));
    const items = agenda.items.map((said, index) => {
      const { day, track, topic, method = null, pinnedAt, ...words } = said;
      const item = newItem({
        ...words,
        id: cohort.agendaItem(workshop.key, index),
        trackId: tracks.find(({ name }) => name === track)?.id ?? null,
        dayId: cohort.workshopDay(workshop.key, day),
        pinnedAt: pinnedAt === undefined ? null : minutesOf(pinnedAt),
        topicId: topic === undefined ? null : topicId(stage, topic),
        methodId: method,
      });
      return { type: 'insert_item' as const, item, beforeId: null };
    });
    await api.agenda.change({
      cohortId: cohort.id,
      workshopId: cohort.workshop(workshop.key),
      id: stage.id(`agenda ${cohort.content.key} ${workshop.key}`),
      since: 0,
      operations: [
        ...tracks.map((track) => ({ type: 'insert_track' as const, track, beforeId: null })),
        ...items,
      ],
    });
  },

  async agenda_published(
    stage: Stage,
    cohort: DemoCohort,
    { by, workshop }: Of<'agenda_published'>,
  ) {
    const api = await stage.as(by);
    const ref = { cohortId: cohort.id, workshopId: cohort.workshop(workshop.key) };
    await api.agenda.publish.publish({ ...ref, revision: 1, version: 1 });
  },

  /** The moderators say that it is over. */
  async workshop_held(stage: Stage, cohort: DemoCohort, { by, workshop }: Of<'workshop_held'>) {
    const api = await stage.as(by);
    await api.day.hold({ cohortId: cohort.id, workshopId: cohort.workshop(workshop.key) });
  },

  /** Begun, written and published in one go: the days between leave nothing to see. */
  async proceedings_published(
    stage: Stage,
    cohort: DemoCohort,
    { by, workshop, proceedings }: Of<'proceedings_published'>,
  ) {
    const api = await stage.as(by);
    const ref = { cohortId: cohort.id, workshopId: cohort.workshop(workshop.key) };
    await api.proceedings.begin(ref);
    for (const { title, text } of proceedings.sections) await writeSection(api, ref, title, text);
    const { photo } = proceedings;
    if (photo) {
      const { section, ...words } = photo;
      const photoRef = { ...ref, photoId: newId() };
      const fileId = await sendFile(stage, cohort, by, 'wall');
      await api.proceedings.addPhoto({ ...photoRef, fileId });
      const { sections } = await api.proceedings.draft(ref);
      const sectionId = sections.find(({ title }) => title === section)!.id;
      await api.proceedings.describePhoto({ ...photoRef, ...words, version: 1, sectionId });
    }
    const { revision } = await api.proceedings.draft(ref);
    await api.proceedings.publish({ ...ref, revision, version: 1 });
  },

  async proceedings_revised(
    stage: Stage,
    cohort: DemoCohort,
    { by, workshop, proceedings }: Of<'proceedings_revised'>,
  ) {
    const api = await stage.as(by);
    const ref = { cohortId: cohort.id, workshopId: cohort.workshop(workshop.key) };
    const { title, text, reason } = proceedings.revised!;
    await writeSection(api, ref, title, text);
    const { revision } = await api.proceedings.draft(ref);
    await api.proceedings.publish({ ...ref, revision, version: 2, reason });
  },

  async agreement_made(
    stage: Stage,
    cohort: DemoCohort,
    { by, workshop, agreement }: Of<'agreement_made'>,
  ) {
    const api = await stage.as(by);
    const { what, sites = [], people = [], dueDay } = agreement;
    const membershipIds = await membershipsOf(stage, cohort, people);
    await api.agreement.save({
      cohortId: cohort.id,
      agreementId: agreementId(stage, cohort, agreement),
      workshopId: cohort.workshop(workshop.key),
      what,
      teamIds: sites.map(cohort.team),
      membershipIds,
      dueOn: dueDay === undefined ? '' : stage.day(dueDay),
    });
  },

  async agreement_settled(
    stage: Stage,
    cohort: DemoCohort,
    { by, agreement }: Of<'agreement_settled'>,
  ) {
    const api = await stage.as(by);
    const why = agreement.settled?.why;
    await api.agreement.settle({
      cohortId: cohort.id,
      agreementId: agreementId(stage, cohort, agreement),
      ...(why ? { state: 'dropped', why } : { state: 'done' }),
    });
  },
};
