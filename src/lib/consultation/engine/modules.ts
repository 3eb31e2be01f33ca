import type { Module } from './method';

/** The nine modules from which the case giver chooses in Tietze's method (kollegiale-beratung.de). */
export const MODULES: readonly Module[] = [
  { key: 'brainstorming', kinds: ['advice'] },
  // First how it would surely fail, then each idea is turned round.
  { key: 'upside_down', kinds: ['advice', 'turned_idea'], after: { turned_idea: 'advice' } },
  { key: 'act_storming', kinds: ['advice'] },
  { key: 'find_question', kinds: ['candidate_question'] },
  { key: 'hypotheses', kinds: ['advice'] },
  { key: 'resonance', kinds: ['advice'] },
  { key: 'good_advice', kinds: ['advice'] },
  { key: 'first_step', kinds: ['advice'] },
  { key: 'sharing', kinds: ['advice'] },
];

export const moduleOf = (key: string | null): Module | null =>
  MODULES.find((module) => module.key === key) ?? null;
