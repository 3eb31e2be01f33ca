/** The methods that every cohort begins with. Pure. */
import type { Locale } from '$lib/access/actor';
import { english } from './english';
import { german } from './german';
import type { Method } from './method';

export type MethodWords = Pick<Method, 'name' | 'purpose' | 'material' | 'steps'>;

/** From how many minutes until how many, from how many people until how many; null: as many as come. */
const SIZES = {
  flashlight: [5, 20, 3, 25],
  buzz_groups: [5, 15, 4, null],
  one_two_four_all: [12, 25, 8, null],
  card_survey: [30, 60, 6, 25],
  dotmocracy: [10, 20, 5, 60],
  placemat: [30, 60, 6, 40],
  speed_dating: [20, 45, 8, 40],
  fishbowl: [30, 60, 10, 50],
  gallery_walk: [25, 50, 8, 60],
  world_cafe: [60, 120, 12, null],
  pro_action_cafe: [90, 150, 8, 60],
  open_space: [120, 480, 15, null],
} as const satisfies Record<string, readonly [number, number, number, number | null]>;

export type OurKey = keyof typeof SIZES;

/** Ours, in the reader's language; roughly from the shortest to the longest. */
export const ourMethods = (locale: Locale): Method[] =>
  (Object.keys(SIZES) as OurKey[]).map((key) => {
    const [minutesFrom, minutesUntil, peopleFrom, peopleUntil] = SIZES[key];
    const words = (locale === 'de' ? german : english)[key];
    return { id: key, isOurs: true, minutesFrom, minutesUntil, peopleFrom, peopleUntil, ...words };
  });
