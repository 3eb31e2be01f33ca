import type { SetUpStep } from '$lib/cohort/set-up';
import type { Waiting } from '$lib/consultation/turn';
import { m } from '$lib/paraglide/messages.js';

/** Something that waits for the reader, as the start page's statement finds it. */
export interface WaitingThing {
  kind:
    | 'vote'
    | 'team_vote'
    | 'entered_vote'
    | 'decide'
    | 'answer'
    | 'objection_round'
    | 'confirm'
    | 'consent'
    | 'practice_cohort'
    | 'practice_public'
    | 'adoption'
    | 'agreement'
    | 'feedback'
    | 'mentions'
    | 'invitations'
    | 'draft_ballot'
    | 'draft_topic'
    | `consultation_${Waiting}`
    | 'recovery'
    | 'answer_dates'
    | 'answer_workshop'
    | 'fix_date'
    | 'outcomes'
    | `set_up_${SetUpStep}`;
  /** The ballot, topic, example or consultation; null where it is about several things. */
  id: string | null;
  /** Of a consultation: who gives the case; null where the reader does. */
  title: string | null;
  /** Of a merge: the other topic. */
  intoTitle: string | null;
  count: number;
  until: Date | null;
}

export interface Task {
  href: string;
  title: string;
  text: string;
  /** What the button says: the deed. */
  action: string;
  /** Others wait for it, or it has an end. */
  isPressing: boolean;
}

const setUpWords: Record<SetUpStep, [path: string, title: () => string, text: () => string]> = {
  charter: ['/settings/charter', m.start_task_set_up_charter, m.start_task_set_up_charter_hint],
  teams: ['/settings/teams', m.start_task_set_up_teams, m.start_task_set_up_teams_hint],
  open: ['/settings', m.start_task_set_up_open, m.start_task_set_up_open_hint],
  invite: ['/settings/invitations', m.start_task_set_up_invite, m.start_task_set_up_invite_hint],
  dates: ['/workshops/new', m.start_task_set_up_dates, m.start_task_set_up_dates_hint],
  close: ['/settings', m.start_task_set_up_close, m.start_task_set_up_close_hint],
};

function setUpTask(step: SetUpStep, home: string): Task {
  const [path, title, text] = setUpWords[step];
  return pressing(`${home}${path}`, title(), text(), m.start_task_set_up_do());
}

function consultationTask(waiting: Waiting, href: string, name: string | null): Task {
  switch (waiting) {
    case 'answer':
      return pressing(
        href,
        m.start_task_consultation_answer({ name: name ?? '' }),
        m.start_task_consultation_answer_hint(),
        m.start_task_answer_do(),
      );
    case 'approve':
      return pressing(
        href,
        m.start_task_consultation_approve(),
        m.start_task_consultation_approve_hint(),
        m.start_task_decide_do(),
      );
    case 'begin':
      return pressing(
        href,
        m.start_task_consultation_begin(),
        m.start_task_consultation_begin_hint(),
        m.start_task_consultation_open_do(),
      );
    case 'lead':
      return pressing(
        href,
        m.start_task_consultation_lead(),
        m.start_task_consultation_lead_hint(),
        m.start_task_consultation_open_do(),
      );
    case 'write': {
      const title =
        name === null
          ? m.start_task_consultation_write_own()
          : m.start_task_consultation_write({ name });
      return pressing(href, title, '', m.start_task_consultation_open_do());
    }
    case 'follow_up':
      return quiet(
        href,
        m.start_task_consultation_follow_up(),
        m.start_task_consultation_follow_up_hint(),
        m.start_task_answer_do(),
      );
  }
}

/** What waits, as a sentence and a way to it. */
export function taskFor(
  thing: WaitingThing,
  {
    home,
    format,
  }: {
    home: string;
    format: {
      dateTime(moment: Date, style: 'weekday'): string;
      date(moment: Date, style: 'weekday'): string;
    };
  },
): Task {
  const { kind, id, count } = thing;
  const title = thing.title ?? '';
  const ballot = `${home}/ballots/${id}`;
  const topic = `${home}/topics/${id}`;
  const until = thing.until
    ? m.start_task_until({ moment: format.dateTime(thing.until, 'weekday') })
    : '';
  switch (kind) {
    case 'vote':
      return pressing(ballot, m.start_task_vote({ title }), until, m.start_task_vote_do());
    case 'team_vote':
      return pressing(ballot, m.start_task_team_vote({ title }), until, m.start_task_vote_do());
    case 'entered_vote':
      return pressing(
        ballot,
        m.start_task_entered_vote({ title }),
        until,
        m.start_task_entered_vote_do(),
      );
    case 'answer_dates':
      return pressing(
        `${home}/workshops/${id}/dates`,
        m.start_task_answer_dates({ title }),
        until,
        m.start_task_answer_dates_do(),
      );
    case 'answer_workshop':
      return pressing(
        `${home}/workshops/${id}#participation`,
        m.start_task_answer_workshop({ title }),
        m.start_task_answer_workshop_hint({
          moment: thing.until ? format.dateTime(thing.until, 'weekday') : '',
        }),
        m.start_task_answer_workshop_do(),
      );
    case 'fix_date':
      return pressing(
        `${home}/workshops/${id}/dates`,
        m.start_task_fix_date({ title }),
        m.start_task_fix_date_hint(),
        m.start_task_fix_date_do(),
      );
    case 'outcomes':
      return quiet(
        `${home}/workshops/${id}/outcomes`,
        m.start_task_outcomes({ title }),
        m.start_task_outcomes_hint({ count }),
        m.start_task_outcomes_do(),
      );
    case 'decide':
      return pressing(
        ballot,
        m.start_task_decide({ title }),
        m.start_task_decide_hint(),
        m.start_task_decide_do(),
      );
    case 'answer':
      return pressing(
        `${ballot}#objections`,
        m.start_task_answer({ title, count }),
        m.start_task_answer_hint(),
        m.start_task_answer_do(),
      );
    case 'objection_round':
      return quiet(
        `${ballot}#objections`,
        m.start_task_objection_round({ title }),
        until,
        m.start_task_objection_round_do(),
      );
    case 'confirm':
      return pressing(
        topic,
        m.start_task_confirm({ title }),
        m.start_task_confirm_hint(),
        m.start_task_confirm_do(),
      );
    case 'consent':
      return pressing(
        topic,
        m.start_task_consent({ title, into: thing.intoTitle ?? '' }),
        m.start_task_consent_hint(),
        m.start_task_consent_do(),
      );
    case 'practice_cohort':
    case 'practice_public':
      return pressing(
        `${home}/practices/${id}/share`,
        kind === 'practice_public'
          ? m.start_task_practice_public({ title })
          : m.start_task_practice_cohort({ title }),
        until,
        m.start_task_answer_do(),
      );
    case 'adoption':
      return quiet(
        `${home}/practices/${id}/adopt`,
        m.start_task_adoption({ title }),
        m.start_task_adoption_hint(),
        m.start_task_adoption_do(),
      );
    case 'agreement':
      return quiet(
        `${home}/agreements#${id}`,
        m.start_task_agreement({ title }),
        m.start_task_agreement_hint({
          day: thing.until ? format.date(thing.until, 'weekday') : '',
        }),
        m.start_task_agreement_do(),
      );
    case 'feedback':
      return pressing(
        `${home}/workshops/${id}/feedback`,
        m.start_task_feedback({ title }),
        m.start_task_feedback_hint({
          day: thing.until ? format.date(thing.until, 'weekday') : '',
        }),
        m.start_task_feedback_do(),
      );
    case 'mentions':
      return pressing(
        `${home}/notices`,
        m.start_task_mentions({ count }),
        '',
        m.start_task_mentions_do(),
      );
    case 'invitations':
      return quiet(
        `${home}/settings/invitations`,
        m.start_task_invitations({ count }),
        m.start_task_invitations_hint(),
        m.start_task_invitations_do(),
      );
    case 'draft_ballot':
      return quiet(ballot, m.start_task_draft_ballot({ title }), '', m.start_task_draft_do());
    case 'draft_topic':
      return quiet(
        topic,
        m.start_task_draft_topic({ title: title || m.topic_untitled() }),
        '',
        m.start_task_draft_do(),
      );
    case 'consultation_answer':
    case 'consultation_begin':
    case 'consultation_approve':
    case 'consultation_lead':
    case 'consultation_write':
    case 'consultation_follow_up':
      return consultationTask(
        kind.slice('consultation_'.length) as Waiting,
        `${home}/consultations/${id}`,
        thing.title,
      );
    case 'recovery':
      return quiet(
        '/account/recovery',
        m.start_task_recovery(),
        m.start_task_recovery_hint(),
        m.start_task_recovery_do(),
      );
    case 'set_up_charter':
    case 'set_up_teams':
    case 'set_up_open':
    case 'set_up_invite':
    case 'set_up_dates':
    case 'set_up_close':
      return setUpTask(kind.slice('set_up_'.length) as SetUpStep, home);
  }
}

const pressing = (href: string, title: string, text: string, action: string): Task => ({
  href,
  title,
  text,
  action,
  isPressing: true,
});

const quiet = (href: string, title: string, text: string, action: string): Task => ({
  ...pressing(href, title, text, action),
  isPressing: false,
});
