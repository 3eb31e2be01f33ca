import { m } from '$lib/paraglide/messages.js';

const birds = [
  m.consultation_bird_0,
  m.consultation_bird_1,
  m.consultation_bird_2,
  m.consultation_bird_3,
  m.consultation_bird_4,
  m.consultation_bird_5,
  m.consultation_bird_6,
  m.consultation_bird_7,
  m.consultation_bird_8,
  m.consultation_bird_9,
  m.consultation_bird_10,
  m.consultation_bird_11,
  m.consultation_bird_12,
  m.consultation_bird_13,
  m.consultation_bird_14,
  m.consultation_bird_15,
  m.consultation_bird_16,
  m.consultation_bird_17,
  m.consultation_bird_18,
  m.consultation_bird_19,
  m.consultation_bird_20,
  m.consultation_bird_21,
  m.consultation_bird_22,
  m.consultation_bird_23,
  m.consultation_bird_24,
  m.consultation_bird_25,
  m.consultation_bird_26,
  m.consultation_bird_27,
  m.consultation_bird_28,
  m.consultation_bird_29,
];

/** The bird that stands for somebody (pseudonyms.ts draws them). */
export const birdName = (bird: number): string => birds[bird % birds.length]!();
