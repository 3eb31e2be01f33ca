import { secureRandomBytes, shuffled, type RandomBytes } from '$lib/platform/random';

/** How many bird names there are to stand for people (texts `consultation_bird_<number>`). */
export const BIRDS = 30;

/**
 * Draws a bird for each of so many people, none twice; the order of the circle says nothing about it.
 *
 * @param taken birds that stand for others already
 */
export function drawBirds(
  count: number,
  taken: readonly number[] = [],
  randomBytes: RandomBytes = secureRandomBytes,
): number[] {
  const birds = Array.from({ length: BIRDS }, (_, bird) => bird);
  const free = birds.filter((bird) => !taken.includes(bird));
  return shuffled(free, randomBytes).slice(0, count);
}
