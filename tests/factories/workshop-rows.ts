import { newId } from '$lib/platform/id';
import { fillDay } from './day-rows';
import { fileRow } from './files';
import type { Place } from './every-table';
import { fillProceedings } from './proceedings';
import { aDateSearch, aWorkshop, publishProgramme, someItems } from './workshop';
import type { World } from './world';

/** One workshop with everything that hangs on it. */
export async function fillWorkshops(world: World, place: Place): Promise<void> {
  const { owner, clock, cohortA, people } = world;
  const { cohortId, teamId, accountId, expertMembershipId } = place;
  const at = clock.now();
  const workshop = await aWorkshop(world, { cohortId, date: '2026-03-13' });
  const { workshopId } = workshop;
  await owner.workshopGuest.create({
    data: { cohortId, workshopId, membershipId: expertMembershipId, at },
  });
  await owner.calendarEntry.create({
    data: {
      cohortId,
      workshopId,
      membershipId: expertMembershipId,
      dayId: workshop.dayId,
      sequence: 1,
      title: '-',
      place: '',
      onlineUrl: '',
      startsAt: at,
      endsAt: at,
    },
  });
  await publishProgramme(world, workshop, someItems(workshop));
  await owner.agendaChange.create({
    data: { cohortId, workshopId, revision: 1, id: newId(), operations: [], byId: accountId, at },
  });
  const { id: fileId } = await owner.storedFile.create({ data: fileRow(world, place) });
  for (const isPublished of [false, true])
    await owner.agendaFile.create({ data: { cohortId, workshopId, fileId, isPublished } });
  await owner.agendaMethod.create({
    data: {
      cohortId,
      id: newId(),
      name: 'Stadtspaziergang',
      minutesFrom: 30,
      minutesUntil: 60,
      peopleFrom: 4,
      createdById: accountId,
      createdAt: at,
      changedAt: at,
    },
  });
  await owner.agendaTemplate.create({
    data: {
      cohortId,
      id: newId(),
      name: 'Tag',
      content: {},
      createdById: accountId,
      createdAt: at,
    },
  });
  const topicId = newId();
  await owner.topic.create({
    data: {
      cohortId,
      id: topicId,
      teamId,
      state: 'scheduled',
      question: '-',
      createdAt: at,
      changedAt: at,
      activeAt: at,
    },
  });
  const search = await aDateSearch(world, { cohortId });
  await owner.dateOptionAnswer.create({
    data: { ...search.ref, optionId: search.optionIds[0]!, accountId, answer: 'yes', at },
  });
  await owner.teamBlockedDay.create({
    data: { cohortId, id: newId(), teamId, from: at, until: at, createdAt: at },
  });
  await owner.topicSlot.create({ data: { cohortId, topicId, workshopId, minutes: 60 } });
  await fillDay(world, place, { workshopId, topicId });
  const moderatorId = cohortId === cohortA ? people.moderator.accountId : accountId;
  const outcome = { cohortId, topicId, workshopId, answer: 'partly' as const, body: '<p>-</p>' };
  await owner.topicOutcome.create({
    data: { ...outcome, version: 1, toldById: moderatorId, toldAt: at },
  });
  await owner.topicOutcomeDraft.create({
    data: { ...outcome, changedById: accountId, changedAt: at },
  });
  const form = { questions: {}, openedAt: at, closesAt: at, createdById: moderatorId };
  await owner.feedbackForm.create({ data: { cohortId, workshopId, ...form } });
  await owner.feedbackBox.create({ data: { cohortId, workshopId, entries: [] } });
  await owner.feedbackAnswered.create({ data: { cohortId, workshopId, accountId } });
  await fillParticipation(world, place, workshopId);
  await fillProceedings(world, place, { workshopId });
  const agreementId = newId();
  await owner.agreement.create({
    data: {
      cohortId,
      id: agreementId,
      what: '-',
      workshopId,
      createdById: accountId,
      createdAt: at,
      changedAt: at,
    },
  });
  await owner.agreementResponsible.create({ data: { cohortId, id: newId(), agreementId, teamId } });
}

/** Somebody's answer, needs and attendance, and that she or he was reminded. */
async function fillParticipation(
  { owner, clock }: World,
  { cohortId, accountId, expertMembershipId }: Place,
  workshopId: string,
): Promise<void> {
  const at = clock.now();
  const { id: membershipId } = await owner.membership.findFirstOrThrow({
    where: { cohortId, accountId },
  });
  const person = { cohortId, workshopId, membershipId };
  await owner.participation.create({
    data: { ...person, answer: 'in_person', forDate: at, answeredById: accountId, answeredAt: at },
  });
  const { accountId: moderatorId } = await owner.membership.findFirstOrThrow({
    where: { cohortId, role: 'moderator' },
  });
  await owner.participation.create({
    data: {
      ...{ cohortId, workshopId, membershipId: expertMembershipId, answer: 'no', forDate: at },
      ...{ answeredById: moderatorId, answeredAt: at },
    },
  });
  await owner.participationNeed.create({
    data: { ...person, choices: ['vegan'], allergy: 'Nüsse', changedAt: at },
  });
  await owner.attendance.create({
    data: { ...person, attended: 'in_person', recordedById: moderatorId, recordedAt: at },
  });
  await owner.participationReminder.create({
    data: { ...person, kind: 'answer', forDate: at, at },
  });
}
