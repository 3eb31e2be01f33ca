import { newId } from '$lib/platform/id';
import { standardScales, usualQuestions, type FeedbackAnswers } from '$lib/feedback/questions';
import { USUAL_DAYS } from '$lib/feedback/schema';
import type { DemoEvent } from '../content/timeline';
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

/** What was said on the day of a workshop, and of it afterwards. */
export const workshopDayActs = {
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
};
