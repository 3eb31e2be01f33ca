import type { Locale } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';
import type { AdoptionState } from './states';

type Word = (facts?: object, options?: { locale: Locale }) => string;

const states: Record<AdoptionState, Word> = {
  interested: m.practice_adoption_state_interested,
  planned: m.practice_adoption_state_planned,
  tried: m.practice_adoption_state_tried,
  adapted: m.practice_adoption_state_adapted,
  dropped: m.practice_adoption_state_dropped,
  established: m.practice_adoption_state_established,
};
export const adoptionLabel = (state: AdoptionState, options?: { locale: Locale }): string =>
  states[state]({}, options);

const hints: Record<AdoptionState, () => string> = {
  interested: m.practice_adoption_hint_interested,
  planned: m.practice_adoption_hint_planned,
  tried: m.practice_adoption_hint_tried,
  adapted: m.practice_adoption_hint_adapted,
  dropped: m.practice_adoption_hint_dropped,
  established: m.practice_adoption_hint_established,
};
export const adoptionHint = (state: AdoptionState): string => hints[state]();

export function adoptionTone(state: AdoptionState): 'neutral' | 'accent' | 'mark' | 'success' {
  if (state === 'established') return 'success';
  if (state === 'dropped') return 'mark';
  return state === 'interested' ? 'neutral' : 'accent';
}
