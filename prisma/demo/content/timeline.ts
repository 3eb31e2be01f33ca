import type { ReleasedRung } from '$lib/practice/schema';
import type { Practice, PracticeAdoption, PracticeStep, PracticeText } from './practices/practice';
import type {
  Absence,
  Announcement,
  Ballot,
  Cast,
  Cohort,
  Comment,
  Consultation,
  ConsultationStep,
  Decision,
  KeyAct,
  Membership,
  MembershipChange,
  Merge,
  Moment,
  Objection,
  PersonKey,
  Support,
  Topic,
  TopicEdit,
} from './types';
import type {
  Agenda,
  BlockedDays,
  Feedback,
  FeedbackAnswer,
  Outcome,
  Participation,
  Proceedings,
  SaidOnTheDay,
  Workshop,
  WorkshopAgreement,
} from './workshop';
import { workshopEvents } from './workshop-timeline';

type DateAnswers = NonNullable<Workshop['search']>['answers'][number]['answers'];

type Coming = Participation['answers'][number];
type Need = NonNullable<Participation['needs']>[number];
type Attendance = NonNullable<Participation['attendance']>;
type Said = SaidOnTheDay['notes'][number];
type Reaction = SaidOnTheDay['reactions'][number];

/** One thing that somebody did in a cohort. `by` is the person who acts. */
export type DemoEvent = { at: Moment; by: PersonKey } & (
  | { kind: 'cohort_created' }
  | { kind: 'person_invited'; membership: Membership }
  | { kind: 'person_joined'; membership: Membership }
  | { kind: 'cohort_closed' }
  | { kind: 'cohort_concluded' }
  | { kind: 'people_changed'; change: MembershipChange }
  | { kind: 'announced'; announcement: Announcement }
  | { kind: 'topic_drafted'; topic: Topic }
  | { kind: 'topic_proposed'; topic: Topic }
  | { kind: 'topic_confirmed'; topic: Topic }
  | { kind: 'topic_edited'; topic: Topic; edit: TopicEdit }
  | { kind: 'topic_commented'; topic: Topic; comment: Comment }
  | { kind: 'topic_supported'; topic: Topic; support: Support }
  | { kind: 'topic_followed'; topic: Topic }
  | { kind: 'topic_pinned'; topic: Topic }
  | { kind: 'topic_noted'; topic: Topic; body: string }
  | { kind: 'topic_withdrawn'; topic: Topic; reason: string }
  | { kind: 'merge_proposed'; merge: Merge }
  | { kind: 'merge_agreed'; merge: Merge; agreement: Support }
  | { kind: 'ballot_created'; ballot: Ballot }
  | { kind: 'ballot_opened'; ballot: Ballot }
  | { kind: 'ballot_cast'; ballot: Ballot; cast: Cast }
  | { kind: 'ballot_closed'; ballot: Ballot }
  | { kind: 'ballot_decided'; ballot: Ballot; decision: Decision }
  | { kind: 'objection_raised'; ballot: Ballot; objection: Objection }
  | { kind: 'objection_answered'; ballot: Ballot; objection: Objection; text: string }
  | { kind: 'decision_final'; ballot: Ballot }
  | { kind: 'consultation_begun'; consultation: Consultation }
  | { kind: 'consultation_continued'; consultation: Consultation; step: ConsultationStep }
  | { kind: 'keys_used'; act: KeyAct }
  | { kind: 'absence_told'; absence: Absence }
  | { kind: 'practice_begun'; practice: Practice }
  | { kind: 'practice_edited'; practice: Practice; changes: PracticeText }
  | { kind: 'practice_proposed'; practice: Practice; rung: ReleasedRung }
  | { kind: 'practice_agreed'; practice: Practice; rung: ReleasedRung }
  | { kind: 'practice_due'; practice: Practice; rung: ReleasedRung }
  | { kind: 'practice_adopted'; practice: Practice; adoption: PracticeAdoption }
  | { kind: 'practice_commented'; practice: Practice; body: string }
  | { kind: 'practice_thanked'; practice: Practice }
  | { kind: 'workshop_planned'; workshop: Workshop }
  | { kind: 'experts_invited'; workshop: Workshop; people: readonly PersonKey[] }
  | { kind: 'dates_offered'; workshop: Workshop }
  | { kind: 'dates_answered'; workshop: Workshop; answers: DateAnswers }
  | { kind: 'days_blocked'; block: BlockedDays }
  | { kind: 'agenda_planned'; workshop: Workshop; agenda: Agenda }
  | { kind: 'agenda_published'; workshop: Workshop }
  | { kind: 'workshop_answered'; workshop: Workshop; answer: Coming }
  | { kind: 'need_told'; workshop: Workshop; need: Need }
  | { kind: 'attendance_recorded'; workshop: Workshop; attendance: Attendance }
  | { kind: 'note_written'; workshop: Workshop; note: Said }
  | { kind: 'question_parked'; workshop: Workshop; parked: Said }
  | { kind: 'topic_reacted_to'; workshop: Workshop; reaction: Reaction }
  | { kind: 'workshop_held'; workshop: Workshop }
  | { kind: 'proceedings_published'; workshop: Workshop; proceedings: Proceedings }
  | { kind: 'proceedings_revised'; workshop: Workshop; proceedings: Proceedings }
  | { kind: 'proceedings_commented'; workshop: Workshop; text: string }
  | { kind: 'outcome_told'; workshop: Workshop; outcome: Outcome }
  | { kind: 'feedback_opened'; workshop: Workshop; feedback: Feedback }
  | { kind: 'feedback_given'; workshop: Workshop; answer: FeedbackAnswer }
  | { kind: 'feedback_closed'; workshop: Workshop }
  | { kind: 'agreement_made'; workshop: Workshop; agreement: WorkshopAgreement }
  | { kind: 'agreement_settled'; workshop: Workshop; agreement: WorkshopAgreement }
);

/** The moment in minutes from midnight of the day of loading; for sorting and comparing. */
export function minutesFromToday([day, time]: Moment): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (day * 24 + hours) * 60 + minutes;
}

/** The topic as it stands after its edits up to and including the given number of them. */
export function topicAfterEdits(topic: Topic, edits: number): Topic {
  return (topic.edits ?? [])
    .slice(0, edits)
    .reduce((current, edit) => ({ ...current, ...edit.changes }), topic);
}

/**
 * Everything that has happened in a cohort, in the order of time; things of the same minute keep
 * the order in which they are told. A ballot that closes in the future yields no closing.
 */
export function timelineOf(cohort: Cohort): DemoEvent[] {
  const organiser = cohort.members.find(({ role }) => role === 'organiser')?.person;
  const created = { at: cohort.createdAt, by: cohort.createdBy };
  const events: DemoEvent[] = [
    { ...created, kind: 'cohort_created' },
    ...cohort.members.flatMap((membership) =>
      membershipEvents(cohort, membership, organiser ?? cohort.createdBy),
    ),
    { ...cohort.closed, kind: 'cohort_closed' },
    ...cohort.changes.map((change): DemoEvent => ({
      at: change.at,
      by: change.by,
      kind: 'people_changed',
      change,
    })),
    ...cohort.announcements.map((announcement): DemoEvent => ({
      at: announcement.at,
      by: announcement.by,
      kind: 'announced',
      announcement,
    })),
    ...cohort.workshops.flatMap(workshopEvents),
    ...cohort.blockedDays.map((block): DemoEvent => ({
      at: block.at,
      by: block.by,
      kind: 'days_blocked',
      block,
    })),
    ...cohort.topics.flatMap(topicEvents),
    ...cohort.merges.flatMap(mergeEvents),
    ...cohort.ballots.flatMap(ballotEvents),
    ...cohort.consultations.flatMap(consultationEvents),
    ...cohort.practices.flatMap(practiceEvents),
    ...cohort.keyActs.map((act): DemoEvent => ({ at: act.at, by: act.by, kind: 'keys_used', act })),
    ...cohort.absences.map((absence): DemoEvent => ({
      at: absence.at,
      by: absence.by,
      kind: 'absence_told',
      absence,
    })),
  ];
  if (cohort.concluded) events.push({ ...cohort.concluded, kind: 'cohort_concluded' });
  return events.sort((a, b) => minutesFromToday(a.at) - minutesFromToday(b.at));
}

/** Whoever came through a change of people was invited by that change, not by an invitation. */
function membershipEvents(
  cohort: Cohort,
  membership: Membership,
  organiser: PersonKey,
): DemoEvent[] {
  const cameLater = cohort.changes.some(({ coming }) => coming === membership.person);
  const by = membership.role === 'organiser' ? cohort.createdBy : organiser;
  const invited: DemoEvent[] = cameLater
    ? []
    : [{ at: membership.invitedAt, by, kind: 'person_invited', membership }];
  return [
    ...invited,
    { at: membership.joinedAt, by: membership.person, kind: 'person_joined', membership },
  ];
}

function topicEvents(topic: Topic): DemoEvent[] {
  const events: DemoEvent[] = [];
  const by = topic.entered?.by ?? topic.author;
  if (topic.draftedAt) events.push({ at: topic.draftedAt, by, kind: 'topic_drafted', topic });
  if (topic.proposedAt) events.push({ at: topic.proposedAt, by, kind: 'topic_proposed', topic });
  if (topic.entered) {
    const { confirmedAt, confirmedBy } = topic.entered;
    events.push({ at: confirmedAt, by: confirmedBy, kind: 'topic_confirmed', topic });
  }
  for (const edit of topic.edits ?? [])
    events.push({ at: edit.at, by: edit.by, kind: 'topic_edited', topic, edit });
  for (const comment of topic.comments ?? [])
    events.push({ at: comment.at, by: comment.by, kind: 'topic_commented', topic, comment });
  for (const support of topic.supports ?? [])
    events.push({ at: support.at, by: support.by, kind: 'topic_supported', topic, support });
  for (const follow of topic.follows ?? [])
    events.push({ ...follow, kind: 'topic_followed', topic });
  if (topic.pinned) events.push({ ...topic.pinned, kind: 'topic_pinned', topic });
  for (const { at, by: author, body } of topic.notes ?? [])
    events.push({ at, by: author, kind: 'topic_noted', topic, body });
  if (topic.withdrawn) events.push({ ...topic.withdrawn, kind: 'topic_withdrawn', topic });
  return events;
}

function mergeEvents(merge: Merge): DemoEvent[] {
  return [
    { at: merge.at, by: merge.by, kind: 'merge_proposed', merge },
    ...merge.agreements.map((agreement): DemoEvent => ({
      at: agreement.at,
      by: agreement.by,
      kind: 'merge_agreed',
      merge,
      agreement,
    })),
  ];
}

function ballotEvents(ballot: Ballot): DemoEvent[] {
  const by = ballot.createdBy;
  const events: DemoEvent[] = [
    { at: ballot.createdAt, by, kind: 'ballot_created', ballot },
    { at: ballot.opensAt, by, kind: 'ballot_opened', ballot },
    ...ballot.casts.map((cast): DemoEvent => ({
      at: cast.at,
      by: cast.by,
      kind: 'ballot_cast',
      ballot,
      cast,
    })),
  ];
  const hasClosed = ballot.closesAt[0] < 0;
  if (hasClosed) events.push({ at: ballot.closesAt, by, kind: 'ballot_closed', ballot });
  if (ballot.decision) {
    const { at, by: decider } = ballot.decision;
    events.push({ at, by: decider, kind: 'ballot_decided', ballot, decision: ballot.decision });
    events.push(...(ballot.decision.objections ?? []).flatMap(objectionEvents(ballot)));
    const { finalAt } = ballot.decision;
    if (finalAt) events.push({ at: finalAt, by: decider, kind: 'decision_final', ballot });
  }
  return events;
}

const objectionEvents =
  (ballot: Ballot) =>
  (objection: Objection): DemoEvent[] => {
    const { at, by, answer } = objection;
    const raised: DemoEvent = { at, by, kind: 'objection_raised', ballot, objection };
    if (!answer) return [raised];
    const { text, ...act } = answer;
    return [raised, { ...act, kind: 'objection_answered', ballot, objection, text }];
  };

function consultationEvents(consultation: Consultation): DemoEvent[] {
  const { at, by, steps } = consultation;
  return [
    { at, by, kind: 'consultation_begun', consultation },
    ...steps.map((step): DemoEvent => ({
      at: step.at,
      by: step.by,
      kind: 'consultation_continued',
      consultation,
      step,
    })),
  ];
}

function practiceEvents(practice: Practice): DemoEvent[] {
  const { author, begun, edits = [], shown, published } = practice;
  const { adoptions = [], comments = [], thanks = [] } = practice;
  return [
    { at: begun, by: author, kind: 'practice_begun', practice },
    ...edits.map(({ at, by, changes }): DemoEvent => ({
      at,
      by,
      kind: 'practice_edited',
      practice,
      changes,
    })),
    ...(shown ? stepEvents(practice, 'cohort', shown) : []),
    ...(published ? stepEvents(practice, 'public', published) : []),
    ...adoptions.map((adoption): DemoEvent => ({
      at: adoption.at,
      by: adoption.by,
      kind: 'practice_adopted',
      practice,
      adoption,
    })),
    ...comments.map(({ at, by, body }): DemoEvent => ({
      at,
      by,
      kind: 'practice_commented',
      practice,
      body,
    })),
    ...thanks.map((act): DemoEvent => ({ ...act, kind: 'practice_thanked', practice })),
  ];
}

function stepEvents(practice: Practice, rung: ReleasedRung, step: PracticeStep): DemoEvent[] {
  const { at, by, agreed, due } = step;
  const events: DemoEvent[] = [{ at, by, kind: 'practice_proposed', practice, rung }];
  if (agreed) events.push({ ...agreed, kind: 'practice_agreed', practice, rung });
  if (due) events.push({ at: due, by, kind: 'practice_due', practice, rung });
  return events;
}
