import { usualQuestions, type FeedbackQuestions } from '$lib/feedback/questions';
import { aWorkshop } from './workshop';
import type { World } from './world';

interface Said {
  cohortId?: string;
  title?: string;
  date?: string;
  questions?: FeedbackQuestions;
}

/** A workshop that was held, whose teams are asked until in two weeks. */
export async function aFeedback(
  world: World,
  { cohortId, title, date = '2026-03-13', questions = usualQuestions() }: Said = {},
): Promise<{ cohortId: string; workshopId: string }> {
  const workshop = await aWorkshop(world, {
    state: 'held',
    date,
    ...(cohortId && { cohortId }),
    ...(title && { title }),
  });
  const ref = { cohortId: workshop.cohortId, workshopId: workshop.workshopId };
  const openedAt = world.clock.now();
  const closesAt = new Date(openedAt.getTime() + 14 * 86_400_000);
  await world.owner.feedbackForm.create({ data: { ...ref, questions, openedAt, closesAt } });
  return ref;
}
