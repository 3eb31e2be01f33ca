import type { Locale } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';
import type { Phase, TopicFormat, TopicState } from './life';
import type { TopicSort } from './schema';

/** The words of the interface for what the code calls states, formats and orders. */

type Word = (facts?: object, options?: { locale: Locale }) => string;

const states: Record<TopicState, Word> = {
  draft: m.topic_state_draft,
  unconfirmed: m.topic_state_unconfirmed,
  proposed: m.topic_state_proposed,
  on_ballot: m.topic_state_on_ballot,
  chosen: m.topic_state_chosen,
  carried_over: m.topic_state_carried_over,
  scheduled: m.topic_state_scheduled,
  worked_on: m.topic_state_worked_on,
  outcome: m.topic_state_outcome,
  withdrawn: m.topic_state_withdrawn,
  merged: m.topic_state_merged,
};
export const stateLabel = (state: TopicState, options?: { locale: Locale }): string =>
  states[state]({}, options);

export function stateTone(state: TopicState): 'neutral' | 'accent' | 'mark' | 'success' {
  if (state === 'on_ballot' || state === 'unconfirmed') return 'mark';
  if (['chosen', 'scheduled', 'worked_on', 'outcome'].includes(state)) return 'success';
  return state === 'proposed' || state === 'carried_over' ? 'accent' : 'neutral';
}

const formats: Record<TopicFormat, Word> = {
  open: m.topic_format_open,
  input: m.topic_format_input,
  discussion: m.topic_format_discussion,
  group_work: m.topic_format_group_work,
  practice_example: m.topic_format_practice_example,
  peer_consultation: m.topic_format_peer_consultation,
};
export const formatLabel = (format: TopicFormat, options?: { locale: Locale }): string =>
  formats[format]({}, options);

const phases: Record<Phase, () => string> = {
  pool: m.topic_phase_pool,
  ballot: m.topic_phase_ballot,
  chosen: m.topic_phase_chosen,
  outcome: m.topic_phase_outcome,
  ended: m.topic_phase_ended,
  drafts: m.topic_phase_drafts,
};
export const phaseLabel = (phase: Phase): string => phases[phase]();

const sorts: Record<TopicSort, () => string> = {
  active: m.topic_sort_active,
  newest: m.topic_sort_newest,
  supported: m.topic_sort_supported,
};
export const sortLabel = (sort: TopicSort): string => sorts[sort]();
