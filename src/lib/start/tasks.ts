import { m } from '$lib/paraglide/messages.js';

/** Something that waits for the reader, as the start page's statement finds it. */
export interface WaitingThing {
  kind:
    | 'vote'
    | 'team_vote'
    | 'decide'
    | 'answer'
    | 'objection_round'
    | 'confirm'
    | 'consent'
    | 'mentions'
    | 'invitations'
    | 'draft_ballot'
    | 'draft_topic';
  /** The ballot or topic; null where it is about several things. */
  id: string | null;
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
}

/** What waits, as a sentence and a way to it. */
export function taskFor(
  thing: WaitingThing,
  { home, format }: { home: string; format: { dateTime(moment: Date, style: 'weekday'): string } },
): Task {
  const { kind, id, count } = thing;
  const title = thing.title ?? '';
  const until = thing.until
    ? m.start_task_until({ moment: format.dateTime(thing.until, 'weekday') })
    : '';
  switch (kind) {
    case 'vote':
      return { href: `${home}/ballots/${id}`, title: m.start_task_vote({ title }), text: until };
    case 'team_vote':
      return {
        href: `${home}/ballots/${id}`,
        title: m.start_task_team_vote({ title }),
        text: until,
      };
    case 'decide':
      return {
        href: `${home}/ballots/${id}`,
        title: m.start_task_decide({ title }),
        text: m.start_task_decide_hint(),
      };
    case 'answer':
      return {
        href: `${home}/ballots/${id}#objections`,
        title: m.start_task_answer({ title, count }),
        text: m.start_task_answer_hint(),
      };
    case 'objection_round':
      return {
        href: `${home}/ballots/${id}#objections`,
        title: m.start_task_objection_round({ title }),
        text: until,
      };
    case 'confirm':
      return {
        href: `${home}/topics/${id}`,
        title: m.start_task_confirm({ title }),
        text: m.start_task_confirm_hint(),
      };
    case 'consent':
      return {
        href: `${home}/topics/${id}`,
        title: m.start_task_consent({ title, into: thing.intoTitle ?? '' }),
        text: m.start_task_consent_hint(),
      };
    case 'mentions':
      return { href: `${home}/notices`, title: m.start_task_mentions({ count }), text: '' };
    case 'invitations':
      return {
        href: `${home}/settings/invitations`,
        title: m.start_task_invitations({ count }),
        text: m.start_task_invitations_hint(),
      };
    case 'draft_ballot':
      return {
        href: `${home}/ballots/${id}`,
        title: m.start_task_draft_ballot({ title }),
        text: '',
      };
    case 'draft_topic':
      return { href: `${home}/topics/${id}`, title: m.start_task_draft_topic({ title }), text: '' };
  }
}
