/**
 * What can happen in a cohort. Each kind has a sentence (messages/notice, `notice_activity_<kind>`),
 * and the notice room says who is told about it.
 */
export const activityKinds = [
  'cohort_closed',
  'cohort_reopened',
  'cohort_archived',
  'erasure_asked',
  'erasure_withdrawn',
  'person_joined',
  'person_left',
  'person_replaced',
  'role_given',
  'charter_published',
  'announcement',
  // No longer happens: of dates before they became events of the series.
  'date_changed',
  'site_changed',
  'topic_proposed',
  'topic_entered',
  'topic_confirmed',
  'topic_changed',
  'topic_withdrawn',
  'topic_reopened',
  'topic_supported',
  'topic_pinned',
  'topic_guest_invited',
  'topic_commented',
  'merge_proposed',
  'merge_agreed',
  'merge_declined',
  'topic_merged',
  'merge_undone',
  'ballot_opened',
  'ballot_changed',
  'ballot_reminder',
  'ballot_closed',
  'ballot_cancelled',
  'ballot_decided',
  'ballot_provisional',
  'ballot_final',
  'objection_raised',
  'objection_withdrawn',
  'objection_answered',
  'vote_changed',
  'vote_entered',
  'vote_confirmed',
  'vote_contested',
  'topic_on_ballot',
  'topic_chosen',
  'topic_carried_over',
  'topic_chosen_provisionally',
  'topic_carried_over_provisionally',
  'topic_scheduled',
  'topic_rescheduled',
  'topic_unscheduled',
  'agenda_published',
  'topic_worked_on',
  'topic_work_taken_back',
  'topic_left_out',
  'topic_outcome_told',
  'topic_outcome_corrected',
  'topic_returned',
  'topic_return_taken_back',
  'practice_shown',
  'practice_shown_again',
  'practice_published',
  'practice_published_again',
  'practice_unpublished',
  'practice_hidden',
  'practice_commented',
  'practice_thanked',
  'practice_adopted',
  'practice_adoption_changed',
  // Told to the people of a team alone: who reads an example is their own affair until it is shown.
  'practice_step_proposed',
  'practice_step_objected',
  'practice_step_taken_back',
  'practice_step_waits',
  'practice_consent_withdrawn',
  'practice_consent_ends',
  'practice_consent_over',
  // Told to the adopting team alone.
  'practice_adoption_asked',
  'workshop_planned',
  'workshop_fixed',
  'workshop_moved',
  'workshop_changed',
  'workshop_cancelled',
  'workshop_resumed',
  'workshop_guest_invited',
  'workshop_dates_offered',
  'workshop_dates_reminder',
  'agreement_made',
  'agreement_changed',
  'agreement_done',
  'agreement_dropped',
  'agreement_reopened',
  // Told to those whom it is up to alone.
  'agreement_due_soon',
  'agreement_due',
  'feedback_opened',
  'feedback_closed',
  // Told to those who have not answered alone.
  'feedback_reminder',
  // Told to single people: whether somebody comes to a workshop stands on its page.
  'participation_moved_up',
  'participation_named',
  'participation_entered',
  'participation_guest',
  'participation_answer_missing',
  // Told to those in the circle alone: they never stand in the log that the whole cohort reads.
  'consultation_asked',
  'consultation_planned',
  'consultation_reminder',
  'consultation_answered',
  'consultation_began',
  'consultation_turn',
  'consultation_contributed',
  'consultation_end_asked',
  'consultation_time_soon',
  'consultation_time_over',
  'consultation_role_given',
  'consultation_left',
  'consultation_keys_asked',
  'consultation_closed',
  'consultation_cancelled',
  'consultation_follow_up',
  'consultation_destroyed',
] as const;

export type ActivityKind = (typeof activityKinds)[number];

export type SubjectKind =
  | 'topic'
  | 'ballot'
  | 'team'
  | 'cohort'
  | 'announcement'
  | 'membership'
  | 'consultation'
  | 'practice'
  | 'workshop'
  | 'agreement';

/** Ids and plain words that the sentence needs. Never rich text: notices and mails are made of it. */
export type ActivityFacts = Record<string, string | number | boolean | null | string[]>;
