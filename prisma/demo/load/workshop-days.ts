import { newId } from '$lib/platform/id';
import { standardScales, usualQuestions, type FeedbackAnswers } from '$lib/feedback/questions';
import { USUAL_DAYS } from '$lib/feedback/schema';
import type { DemoEvent } from '../content/timeline';
import type { PersonKey } from '../content/types';
import type { Workshop } from '../content/workshop';
import type { DemoCohort } from './cohort-stage';
import type { Stage } from './stage';
import { topicId } from './topics';

type Of<Kind extends DemoEvent['kind']> = Extract<DemoEvent, { kind: Kind }>;

const refOf = (cohort: DemoCohort, { key }: Workshop) => ({
  cohortId: cohort.id,
  workshopId: cohort.workshop(key),
});

/** The item of the programme with this title. */
function itemOf(cohort: DemoCohort, { key, agenda }: Workshop, title: string): string {
  const index = agenda?.items.findIndex((item) => item.title === title) ?? -1;
  if (index < 0) throw new Error(`${key} has no item "${title}"`);
  return cohort.agendaItem(key, index);
}

/** Who came to a workshop, what was said on its day, and what came of it. */
export const workshopDayActs = {
  async workshop_answered(stage: Stage, cohort: DemoCohort, event: Of<'workshop_answered'>) {
    const { by, workshop, answer } = event;
    const { participation } = (await stage.as(by)).workshop;
    const ref = refOf(cohort, workshop);
    await participation.answer({ ...ref, answer: answer.answer });
    if (answer.guest)
      await participation.replace({ ...ref, replacedById: '', guestName: answer.guest });
  },

  async need_told(stage: Stage, cohort: DemoCohort, { by, workshop, need }: Of<'need_told'>) {
    const { choices, allergy = '', other = '' } = need;
    const { participation } = (await stage.as(by)).workshop;
    await participation.saveNeed({ ...refOf(cohort, workshop), choices, allergy, other });
  },

  async attendance_recorded(stage: Stage, cohort: DemoCohort, event: Of<'attendance_recorded'>) {
    const { by, workshop, attendance } = event;
    const present = await stage.owner.membership.findMany({
      where: { cohortId: cohort.id, role: { in: ['member', 'moderator'] }, endedAt: null },
      select: { id: true, accountId: true },
    });
    const accountsOf = (people: readonly PersonKey[]) => people.map(stage.accountOf);
    const [online, absent] = [accountsOf(attendance.online), accountsOf(attendance.absent)];
    const attendedBy = (accountId: string) => {
      if (absent.includes(accountId)) return 'absent';
      return online.includes(accountId) ? 'online' : 'in_person';
    };
    const { participation } = (await stage.as(by)).workshop;
    await participation.record({
      ...refOf(cohort, workshop),
      entries: present.map(({ id, accountId }) => ({
        membershipId: id,
        attended: attendedBy(accountId!),
      })),
    });
  },

  async note_written(stage: Stage, cohort: DemoCohort, event: Of<'note_written'>) {
    const { by, workshop, note } = event;
    await (
      await stage.as(by)
    ).day.writeNote({
      ...refOf(cohort, workshop),
      id: newId(),
      itemId: itemOf(cohort, workshop, note.item),
      body: note.body,
      version: 0,
    });
  },

  async question_parked(stage: Stage, cohort: DemoCohort, event: Of<'question_parked'>) {
    const { by, workshop, parked } = event;
    await (
      await stage.as(by)
    ).day.writeParked({
      ...refOf(cohort, workshop),
      id: newId(),
      itemId: itemOf(cohort, workshop, parked.item),
      body: parked.body,
      version: 0,
    });
  },

  async topic_reacted_to(stage: Stage, cohort: DemoCohort, event: Of<'topic_reacted_to'>) {
    const { by, workshop, reaction } = event;
    const { topic, answer, sentence } = reaction;
    await (
      await stage.as(by)
    ).day.react({
      ...refOf(cohort, workshop),
      topicId: topicId(stage, topic),
      answer,
      sentence,
      version: 0,
    });
  },

  async feedback_opened(stage: Stage, cohort: DemoCohort, event: Of<'feedback_opened'>) {
    const { by, workshop, feedback } = event;
    const { own = [] } = feedback;
    await (
      await stage.as(by)
    ).feedback.open({
      ...refOf(cohort, workshop),
      questions: {
        ...usualQuestions(),
        own: own.map((question) => ({ id: newId(), ...question })),
      },
      days: USUAL_DAYS,
    });
  },

  async feedback_given(stage: Stage, cohort: DemoCohort, event: Of<'feedback_given'>) {
    const { by, workshop, answer } = event;
    const { steps, best, better, own = [] } = answer;
    const api = await stage.as(by);
    const ref = refOf(cohort, workshop);
    const { questions } = await api.feedback.page(ref);
    const answers: FeedbackAnswers = {
      ...Object.fromEntries(standardScales.map((id, index) => [id, steps[index]!])),
      ...Object.fromEntries(own.map((said, index) => [questions!.own[index]!.id, said])),
      ...(best && { best }),
      ...(better && { better }),
    };
    await api.feedback.give({ ...ref, answers });
  },

  async feedback_closed(stage: Stage, cohort: DemoCohort, { by, workshop }: Of<'feedback_closed'>) {
    await (await stage.as(by)).feedback.close(refOf(cohort, workshop));
  },

  async proceedings_commented(
    stage: Stage,
    cohort: DemoCohort,
    event: Of<'proceedings_commented'>,
  ) {
    const { by, workshop, text } = event;
    const { comment } = await stage.as(by);
    await comment.create({ ...refOf(cohort, workshop), id: newId(), body: text });
  },

  async outcome_told(stage: Stage, cohort: DemoCohort, event: Of<'outcome_told'>) {
    const { by, workshop, outcome } = event;
    const { topic, answer, text: body } = outcome;
    const api = await stage.as(by);
    await api.outcome.tell({
      ...refOf(cohort, workshop),
      topicId: topicId(stage, topic),
      ...{ told: 0, version: 0, answer, body },
    });
  },
};
