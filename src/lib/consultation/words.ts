import { m } from '$lib/paraglide/messages.js';
import type { Form, Role, Wish } from './engine/kinds';
import type { Reason } from './engine/recommend';
import type { State } from './engine/state';
import type { Waiting } from './turn';

type Tone = 'neutral' | 'accent' | 'mark' | 'success' | 'warning' | 'danger';

export const stateWords: Record<State, { label: () => string; tone: Tone }> = {
  planned: { label: m.consultation_state_planned, tone: 'neutral' },
  running: { label: m.consultation_state_running, tone: 'accent' },
  paused: { label: m.consultation_state_paused, tone: 'warning' },
  closed: { label: m.consultation_state_closed, tone: 'success' },
  cancelled: { label: m.consultation_state_cancelled, tone: 'neutral' },
};

export const waitingWords: Record<Waiting, () => string> = {
  answer: m.consultation_waiting_answer,
  begin: m.consultation_waiting_begin,
  approve: m.consultation_waiting_approve,
  lead: m.consultation_waiting_lead,
  write: m.consultation_waiting_write,
  follow_up: m.consultation_waiting_follow_up,
};

export const roleWords: Record<Role, () => string> = {
  case_giver: m.consultation_role_case_giver,
  peer_moderator: m.consultation_role_peer_moderator,
  adviser: m.consultation_role_adviser,
};

export const formWords: Record<Form, { name: () => string; text: () => string }> = {
  live: { name: m.consultation_form_live, text: m.consultation_form_live_text },
  written: { name: m.consultation_form_written, text: m.consultation_form_written_text },
};

export const wishWords: Record<Wish, () => string> = {
  way_forward: m.consultation_wish_way_forward,
  understanding: m.consultation_wish_understanding,
  relationship: m.consultation_wish_relationship,
  quick_ideas: m.consultation_wish_quick_ideas,
  act: m.consultation_wish_act,
};

/** Why a method fits or does not, as a sentence. */
export function reasonText({ key, facts }: Reason): string {
  const { min = 0, max = 0, people = 0 } = facts;
  const sentences: Record<Reason['key'], () => string> = {
    size_fits: () => m.consultation_reason_size_fits({ min, max, people }),
    size_too_small: () => m.consultation_reason_size_too_small({ min, people }),
    size_too_large: () => m.consultation_reason_size_too_large({ max, people }),
    time_fits: m.consultation_reason_time_fits,
    time_too_short: m.consultation_reason_time_too_short,
    wish_fits: m.consultation_reason_wish_fits,
    wish_differs: m.consultation_reason_wish_differs,
  };
  return sentences[key]();
}
