import type { Locale } from '$lib/access/actor';
import type { PersonScope } from '$lib/access/scope.server';
import { writeList, type ListFile } from '$lib/cohort/download/queries.server';
import type { Download } from '$lib/cohort/schema';
import { m } from '$lib/paraglide/messages.js';
import { kindText } from '$lib/workshop/words';
import { feedbackSeries, type FeedbackOfWorkshop } from '../queries.server';
import { countSteps } from '../questions';
import { askedQuestions, stepLabel } from '../words';

/** What the group said over the series: how often each step of a scale was chosen, and each text. */
export async function downloadFeedback(
  scope: PersonScope,
  input: Download,
  locale: Locale,
): Promise<ListFile> {
  const series = await feedbackSeries(scope, input);
  const options = { locale };
  return writeList(scope, input, locale, {
    title: m.feedback_title({}, options),
    columns: [
      { heading: m.feedback_file_event({}, options), width: 36 },
      { heading: m.feedback_file_question({}, options), width: 48 },
      { heading: m.feedback_file_answer({}, options), width: 60 },
      { heading: m.feedback_file_count({}, options), width: 10 },
    ],
    rows: series.flatMap((event) => rowsOf(event, locale)),
  });
}

const rowsOf = (event: FeedbackOfWorkshop, locale: Locale) =>
  askedQuestions(event.questions, locale).flatMap((question) => {
    const name = `${kindText(event, locale)}: ${event.title}`;
    const said = event.results[question.id] ?? [];
    if (question.kind === 'text') return said.map((text) => [name, question.text, text, 1]);
    return countSteps(said.map(Number)).map((count, index) => [
      name,
      question.text,
      stepLabel(index + 1, locale),
      count,
    ]);
  });
