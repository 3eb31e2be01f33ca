import type { DemoEvent } from './timeline';
import type { Feedback, Participation, SaidOnTheDay, Workshop } from './workshop';

/** What happened around one event of the series, in no order. */
export function workshopEvents(workshop: Workshop): DemoEvent[] {
  const { at, by, experts, search, agenda, participation, said, held, feedback } = workshop;
  const { proceedings, outcomes = [], agreements = [] } = workshop;
  const events: DemoEvent[] = [{ at, by, kind: 'workshop_planned', workshop }];
  if (experts) {
    const { people, ...act } = experts;
    events.push({ ...act, kind: 'experts_invited', workshop, people });
  }
  if (search) {
    events.push({ at: search.at, by: search.by, kind: 'dates_offered', workshop });
    for (const { answers, ...act } of search.answers)
      events.push({ ...act, kind: 'dates_answered', workshop, answers });
  }
  if (agenda) {
    const { at: plannedAt, by: planner, published } = agenda;
    events.push({ at: plannedAt, by: planner, kind: 'agenda_planned', workshop, agenda });
    if (published) events.push({ ...published, kind: 'agenda_published', workshop });
  }
  if (participation) events.push(...participationEvents(workshop, participation));
  if (said) events.push(...saidEvents(workshop, said));
  if (held) events.push({ ...held, kind: 'workshop_held', workshop });
  if (feedback) events.push(...feedbackEvents(workshop, feedback));
  if (proceedings) {
    const { published, revised } = proceedings;
    events.push({ ...published, kind: 'proceedings_published', workshop, proceedings });
    if (revised) {
      const { at: revisedAt, by: reviser } = revised;
      const about = { workshop, proceedings };
      events.push({ at: revisedAt, by: reviser, kind: 'proceedings_revised', ...about });
    }
    for (const { text, ...act } of proceedings.comments ?? [])
      events.push({ ...act, kind: 'proceedings_commented', workshop, text });
  }
  for (const outcome of outcomes)
    events.push({ at: outcome.at, by: outcome.by, kind: 'outcome_told', workshop, outcome });
  for (const agreement of agreements) {
    const { settled } = agreement;
    events.push({
      at: agreement.at,
      by: agreement.by,
      kind: 'agreement_made',
      workshop,
      agreement,
    });
    if (settled)
      events.push({
        at: settled.at,
        by: settled.by,
        kind: 'agreement_settled',
        workshop,
        agreement,
      });
  }
  return events;
}

function participationEvents(
  workshop: Workshop,
  { answers, needs = [], attendance }: Participation,
): DemoEvent[] {
  const events = [
    ...answers.map((answer): DemoEvent => ({
      at: answer.at,
      by: answer.by,
      kind: 'workshop_answered',
      workshop,
      answer,
    })),
    ...needs.map((need): DemoEvent => ({
      at: need.at,
      by: need.by,
      kind: 'need_told',
      workshop,
      need,
    })),
  ];
  if (attendance) {
    const { at, by } = attendance;
    events.push({ at, by, kind: 'attendance_recorded', workshop, attendance });
  }
  return events;
}

const saidEvents = (
  workshop: Workshop,
  { notes, parked, reactions }: SaidOnTheDay,
): DemoEvent[] => [
  ...notes.map((note): DemoEvent => ({
    at: note.at,
    by: note.by,
    kind: 'note_written',
    workshop,
    note,
  })),
  ...parked.map((entry): DemoEvent => ({
    at: entry.at,
    by: entry.by,
    kind: 'question_parked',
    workshop,
    parked: entry,
  })),
  ...reactions.map((reaction): DemoEvent => ({
    at: reaction.at,
    by: reaction.by,
    kind: 'topic_reacted_to',
    workshop,
    reaction,
  })),
];

const feedbackEvents = (workshop: Workshop, feedback: Feedback): DemoEvent[] => [
  { at: feedback.at, by: feedback.by, kind: 'feedback_opened', workshop, feedback },
  ...feedback.answers.map((answer): DemoEvent => ({
    at: answer.at,
    by: answer.by,
    kind: 'feedback_given',
    workshop,
    answer,
  })),
  { ...feedback.closed, kind: 'feedback_closed', workshop },
];
