import { m } from '$lib/paraglide/messages.js';
import type { mailStates } from './schema';

type MailState = (typeof mailStates)[number];

const states: Record<MailState, () => string> = {
  waiting: m.operations_state_waiting,
  sending: m.operations_state_sending,
  sent: m.operations_state_sent,
  failed: m.operations_state_failed,
};

const tones = {
  waiting: 'neutral',
  sending: 'neutral',
  sent: 'success',
  failed: 'danger',
} as const;

const kinds: Record<string, () => string> = {
  announcement: m.operations_kind_announcement,
  calendar: m.operations_kind_calendar,
  participation: m.operations_kind_participation,
  consent: m.operations_kind_consent,
  erasure: m.operations_kind_erasure,
  invitation: m.operations_kind_invitation,
  mail_test: m.operations_kind_mail_test,
  notice: m.operations_kind_notice,
  password_reset: m.operations_kind_password_reset,
};

export const mailStateName = (state: MailState): string => states[state]();
export const mailStateTone = (state: MailState) => tones[state];
/** The kinds that come often have a name; the rest is about an account. */
export const mailKindName = (kind: string): string => (kinds[kind] ?? m.operations_kind_account)();

const queues: Record<string, () => string> = {
  'account.tidy': m.operations_queue_account_tidy,
  'agreement.remind': m.operations_queue_agreement_remind,
  'ballot.clock': m.operations_queue_ballot_clock,
  'ballot.remind': m.operations_queue_ballot_remind,
  'calendar.catch-up': m.operations_queue_calendar_catch_up,
  'calendar.invite': m.operations_queue_calendar_invite,
  'cohort.erase': m.operations_queue_cohort_erase,
  'comment.clear': m.operations_queue_comment_clear,
  'consultation.clock': m.operations_queue_consultation_clock,
  'consultation.expire': m.operations_queue_consultation_expire,
  'consultation.follow-up': m.operations_queue_consultation_follow_up,
  'consultation.remind': m.operations_queue_consultation_remind,
  'consultation.tell': m.operations_queue_consultation_tell,
  'feedback.close': m.operations_queue_feedback_close,
  'feedback.remind': m.operations_queue_feedback_remind,
  'practice.remind': m.operations_queue_practice_remind,
  'mail.tidy': m.operations_queue_mail_tidy,
  'notice.fan-out': m.operations_queue_notice_fan_out,
  'notice.mail': m.operations_queue_notice_mail,
  'participation.care': m.operations_queue_participation_care,
  'participation.forget': m.operations_queue_participation_forget,
  'participation.tell': m.operations_queue_participation_tell,
  'participation.watch': m.operations_queue_participation_watch,
  'practice.clear': m.operations_queue_practice_clear,
  'practice.consent': m.operations_queue_practice_consent,
  'practice.ladder': m.operations_queue_practice_ladder,
  'practice.tell': m.operations_queue_practice_tell,
  'upload.discard': m.operations_queue_upload_discard,
  'upload.tidy': m.operations_queue_upload_tidy,
  'workshop.remind': m.operations_queue_workshop_remind,
};

/** What a queue's jobs do; one that has no words yet shows its name. */
export const queueName = (name: string): string => queues[name]?.() ?? name;
