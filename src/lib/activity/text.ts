import type { Locale } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';
import { answerSaid } from '$lib/topic/outcome/text';
import { formatDate, formatDateRange } from '$lib/ui/format';
import type { ActivityKind } from './kinds';
import type { ActivitySaying } from './subject';

interface Words {
  actor: string;
  title: string;
  team: string;
  person: string;
  successor: string;
  into: string;
  topics: string;
  workshop: string;
  answer: string;
  reason: string;
  date: string;
}

type Sentence = (words: Words, options: { locale: Locale }) => string;

const sentences: Record<ActivityKind, Sentence> = {
  cohort_closed: m.notice_activity_cohort_closed,
  cohort_reopened: m.notice_activity_cohort_reopened,
  cohort_archived: m.notice_activity_cohort_archived,
  erasure_asked: m.notice_activity_erasure_asked,
  erasure_withdrawn: m.notice_activity_erasure_withdrawn,
  person_joined: m.notice_activity_person_joined,
  person_left: m.notice_activity_person_left,
  person_replaced: m.notice_activity_person_replaced,
  role_given: m.notice_activity_role_given,
  charter_published: m.notice_activity_charter_published,
  announcement: m.notice_activity_announcement,
  date_changed: m.notice_activity_date_changed,
  site_changed: m.notice_activity_site_changed,
  topic_proposed: m.notice_activity_topic_proposed,
  topic_entered: m.notice_activity_topic_entered,
  topic_confirmed: m.notice_activity_topic_confirmed,
  topic_changed: m.notice_activity_topic_changed,
  topic_withdrawn: m.notice_activity_topic_withdrawn,
  topic_reopened: m.notice_activity_topic_reopened,
  topic_supported: m.notice_activity_topic_supported,
  topic_pinned: m.notice_activity_topic_pinned,
  topic_guest_invited: m.notice_activity_topic_guest_invited,
  topic_commented: m.notice_activity_topic_commented,
  merge_proposed: m.notice_activity_merge_proposed,
  merge_agreed: m.notice_activity_merge_agreed,
  merge_declined: m.notice_activity_merge_declined,
  topic_merged: m.notice_activity_topic_merged,
  merge_undone: m.notice_activity_merge_undone,
  ballot_opened: m.notice_activity_ballot_opened,
  ballot_changed: m.notice_activity_ballot_changed,
  ballot_reminder: m.notice_activity_ballot_reminder,
  ballot_closed: m.notice_activity_ballot_closed,
  ballot_cancelled: m.notice_activity_ballot_cancelled,
  ballot_decided: m.notice_activity_ballot_decided,
  ballot_provisional: m.notice_activity_ballot_provisional,
  ballot_final: m.notice_activity_ballot_final,
  objection_raised: m.notice_activity_objection_raised,
  objection_withdrawn: m.notice_activity_objection_withdrawn,
  objection_answered: m.notice_activity_objection_answered,
  vote_changed: m.notice_activity_vote_changed,
  vote_entered: m.notice_activity_vote_entered,
  vote_confirmed: m.notice_activity_vote_confirmed,
  vote_contested: m.notice_activity_vote_contested,
  vote_withdrawn: m.notice_activity_vote_withdrawn,
  topic_on_ballot: m.notice_activity_topic_on_ballot,
  topic_chosen: m.notice_activity_topic_chosen,
  topic_carried_over: m.notice_activity_topic_carried_over,
  topic_chosen_provisionally: m.notice_activity_topic_chosen_provisionally,
  topic_carried_over_provisionally: m.notice_activity_topic_carried_over_provisionally,
  topic_scheduled: m.notice_activity_topic_scheduled,
  topic_rescheduled: m.notice_activity_topic_rescheduled,
  topic_unscheduled: m.notice_activity_topic_unscheduled,
  agenda_published: m.notice_activity_agenda_published,
  topic_worked_on: m.notice_activity_topic_worked_on,
  topic_work_taken_back: m.notice_activity_topic_work_taken_back,
  topic_left_out: m.notice_activity_topic_left_out,
  topic_outcome_told: m.notice_activity_topic_outcome_told,
  topic_outcome_corrected: m.notice_activity_topic_outcome_corrected,
  topic_returned: m.notice_activity_topic_returned,
  topic_return_taken_back: m.notice_activity_topic_return_taken_back,
  practice_shown: m.notice_activity_practice_shown,
  practice_shown_again: m.notice_activity_practice_shown_again,
  practice_published: m.notice_activity_practice_published,
  practice_published_again: m.notice_activity_practice_published_again,
  practice_unpublished: m.notice_activity_practice_unpublished,
  practice_hidden: m.notice_activity_practice_hidden,
  practice_step_proposed: m.notice_activity_practice_step_proposed,
  practice_step_objected: m.notice_activity_practice_step_objected,
  practice_step_taken_back: m.notice_activity_practice_step_taken_back,
  practice_step_waits: m.notice_activity_practice_step_waits,
  practice_consent_withdrawn: m.notice_activity_practice_consent_withdrawn,
  practice_consent_ends: m.notice_activity_practice_consent_ends,
  practice_consent_over: m.notice_activity_practice_consent_over,
  practice_commented: m.notice_activity_practice_commented,
  practice_thanked: m.notice_activity_practice_thanked,
  practice_adopted: m.notice_activity_practice_adopted,
  practice_adoption_changed: m.notice_activity_practice_adoption_changed,
  practice_adoption_asked: m.notice_activity_practice_adoption_asked,
  workshop_planned: m.notice_activity_workshop_planned,
  workshop_fixed: m.notice_activity_workshop_fixed,
  workshop_moved: m.notice_activity_workshop_moved,
  workshop_changed: m.notice_activity_workshop_changed,
  workshop_cancelled: m.notice_activity_workshop_cancelled,
  workshop_resumed: m.notice_activity_workshop_resumed,
  workshop_guest_invited: m.notice_activity_workshop_guest_invited,
  workshop_dates_offered: m.notice_activity_workshop_dates_offered,
  workshop_dates_reminder: m.notice_activity_workshop_dates_reminder,
  proceedings_published: m.notice_activity_proceedings_published,
  proceedings_commented: m.notice_activity_proceedings_commented,
  agreement_made: m.notice_activity_agreement_made,
  agreement_changed: m.notice_activity_agreement_changed,
  agreement_done: m.notice_activity_agreement_done,
  agreement_dropped: m.notice_activity_agreement_dropped,
  agreement_reopened: m.notice_activity_agreement_reopened,
  agreement_due_soon: m.notice_activity_agreement_due_soon,
  agreement_due: m.notice_activity_agreement_due,
  feedback_opened: m.notice_activity_feedback_opened,
  feedback_closed: m.notice_activity_feedback_closed,
  feedback_reminder: m.notice_activity_feedback_reminder,
  participation_moved_up: m.notice_activity_participation_moved_up,
  participation_named: m.notice_activity_participation_named,
  participation_entered: m.notice_activity_participation_entered,
  participation_guest: m.notice_activity_participation_guest,
  participation_answer_missing: m.notice_activity_participation_answer_missing,
  consultation_asked: m.notice_activity_consultation_asked,
  consultation_planned: m.notice_activity_consultation_planned,
  consultation_reminder: m.notice_activity_consultation_reminder,
  consultation_answered: m.notice_activity_consultation_answered,
  consultation_began: m.notice_activity_consultation_began,
  consultation_turn: m.notice_activity_consultation_turn,
  consultation_contributed: m.notice_activity_consultation_contributed,
  consultation_end_asked: m.notice_activity_consultation_end_asked,
  consultation_time_soon: m.notice_activity_consultation_time_soon,
  consultation_time_over: m.notice_activity_consultation_time_over,
  consultation_role_given: m.notice_activity_consultation_role_given,
  consultation_left: m.notice_activity_consultation_left,
  consultation_keys_asked: m.notice_activity_consultation_keys_asked,
  consultation_closed: m.notice_activity_consultation_closed,
  consultation_cancelled: m.notice_activity_consultation_cancelled,
  consultation_follow_up: m.notice_activity_consultation_follow_up,
  consultation_destroyed: m.notice_activity_consultation_destroyed,
};

/** Which date, rather than who: those who may not know the person would read one line over and over. */
function dateSentence({ isNew, isRemoved }: ActivitySaying['facts']): Sentence {
  if (isNew === true) return m.notice_activity_date_entered;
  return isRemoved === true ? m.notice_activity_date_removed : m.notice_activity_date_changed;
}

type Fact = (name: string) => string | null;

/**
 * Days of the calendar as one reads them: "date" ("2026-03-13") and, where there are several, "lastDate"; of
 * one day "from" and "until" ("09:30"), where they are told.
 */
function whenText(fact: Fact, locale: Locale): string {
  const date = fact('date');
  if (date === null) return '';
  const [first, last] = [`${date}T12:00:00Z`, `${fact('lastDate') ?? date}T12:00:00Z`];
  if (first !== last) return formatDateRange(first, last, locale, 'UTC');
  const day = formatDate(first, locale, 'UTC', 'weekday');
  const [from, until] = [fact('from'), fact('until')];
  return from && until ? m.notice_activity_times({ day, from, until }, { locale }) : day;
}
/** A programme is new or has changed; and what that is for the reader, where it concerns her or him. */
function programmeSentence({ facts }: ActivitySaying, words: Words, locale: Locale): string {
  const isFirst = facts.version === 1;
  const forReader = facts[locale === 'de' ? 'forYouDe' : 'forYouEn'];
  const said = (isFirst ? m.notice_activity_agenda_published : m.notice_activity_agenda_changed)(
    words,
    { locale },
  );
  if (typeof forReader !== 'string') return said;
  const forYou = isFirst ? m.notice_activity_agenda_you_first : m.notice_activity_agenda_you;
  return `${said} ${forYou({ changes: forReader }, { locale })}`;
}

/** One sentence for what happened, in the reader's language; plain text. */
export function activityText(activity: ActivitySaying, locale: Locale): string {
  const { kind, facts, actorName, subjectTitle } = activity;
  const fact: Fact = (name) => {
    const value = facts[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const questions = Array.isArray(facts.topics) ? facts.topics : [];
  const isTakenBack = activity.subjectKind === 'practice' && subjectTitle === null;
  const unnamed = (isTakenBack ? m.notice_activity_not_shown : m.notice_activity_unnamed)(
    {},
    { locale },
  );
  const someone = m.notice_activity_someone({}, { locale });
  const words: Words = {
    actor: actorName ?? fact('byName') ?? someone,
    title: subjectTitle ?? fact('question') ?? fact('title') ?? unnamed,
    team: fact('teamName') ?? fact('team') ?? m.notice_activity_a_team({}, { locale }),
    person: fact('person') ?? actorName ?? someone,
    successor: fact('successor') ?? someone,
    into: fact('intoQuestion') ?? unnamed,
    reason: fact('reason') ?? '',
    date: whenText(fact, locale),
    workshop: fact('workshopTitle') ?? unnamed,
    answer: answerSaid(facts.answer, locale),
    topics: questions
      .map((question) => m.notice_activity_quoted({ question }, { locale }))
      .join(', '),
  };
  if (kind === 'person_joined' && questions.length > 0)
    return m.notice_activity_expert_joined(words, { locale });
  if (kind === 'date_changed') return dateSentence(facts)(words, { locale });
  if (kind === 'proceedings_published' && facts.version !== 1)
    return m.notice_activity_proceedings_changed(words, { locale });
  if (kind === 'workshop_dates_offered' && facts.isFurther === true)
    return m.notice_activity_workshop_dates_added(words, { locale });
  if (kind === 'agenda_published') return programmeSentence(activity, words, locale);
  return sentences[kind](words, { locale });
}
