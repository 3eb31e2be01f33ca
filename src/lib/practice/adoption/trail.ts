/** Where the steps of a trail stand in its picture. Pure; places are percent of the width. */
import { dayIn } from '$lib/ui/format';
import { adoptionStates, type AdoptionState } from './states';

export interface TrailStep {
  state: AdoptionState;
  /** ISO string. */
  at: string;
}

/**
 * The steps that count: of each day the last one, so that a wrong press that is put right on the same
 * day leaves no trace, and none that says what the one before it said already.
 * @param steps in the order in which they were made
 * @param timeZone the cohort's, e.g. "Europe/Berlin"
 */
export function stepsThatCount(steps: readonly TrailStep[], timeZone: string): TrailStep[] {
  const lasts = steps.filter(({ at }, index) => {
    const next = steps[index + 1];
    return !next || dayIn(next.at, timeZone) !== dayIn(at, timeZone);
  });
  return lasts.filter(({ state }, index) => lasts[index - 1]?.state !== state);
}

export interface TrailRow {
  name: string;
  steps: { state: AdoptionState; x: number }[];
  from: number;
  to: number;
}

export interface Trail {
  originX: number;
  rows: TrailRow[];
  /** Moments that the picture names, from left to right. */
  ticks: { x: number; at: Date }[];
  statesShown: AdoptionState[];
}

/** Signs at the edges stay whole. */
const LEFT = 3;
const RIGHT = 97;
/** Signs that would cover one another are moved apart by so much. */
const GAP = 5;

/**
 * @param origin when the example was shown first
 * @param towns each with its steps, in the order in which they were made
 * @param now the right edge of the picture
 */
export function layOut(
  origin: Date,
  towns: readonly { name: string; steps: readonly { state: AdoptionState; at: string }[] }[],
  now: Date,
): Trail {
  const start = origin.getTime();
  const span = Math.max(now.getTime() - start, 1);
  const place = (at: string | Date): number => {
    const part = (new Date(at).getTime() - start) / span;
    return LEFT + Math.min(Math.max(part, 0), 1) * (RIGHT - LEFT);
  };
  const rows = towns.map(({ name, steps }): TrailRow => {
    const placed = apart(steps.map(({ at }) => place(at)));
    const hasEnded = steps.at(-1)?.state === 'dropped';
    return {
      name,
      steps: steps.map(({ state }, index) => ({ state, x: placed[index]! })),
      from: placed[0] ?? LEFT,
      to: hasEnded ? placed.at(-1)! : RIGHT,
    };
  });
  const made = new Set(towns.flatMap(({ steps }) => steps.map(({ state }) => state)));
  return {
    originX: LEFT,
    rows,
    ticks: [
      { x: LEFT, at: origin },
      { x: RIGHT, at: now },
    ],
    statesShown: adoptionStates.filter((state) => made.has(state)),
  };
}

/** The places, none nearer than the gap to the one before, and none beyond the right edge. */
function apart(places: number[]): number[] {
  const forth: number[] = [];
  for (const place of places) forth.push(Math.max(place, (forth.at(-1) ?? -GAP) + GAP));
  const back: number[] = [];
  for (const place of forth.reverse())
    back.push(Math.max(Math.min(place, (back.at(-1) ?? RIGHT + GAP) - GAP), LEFT));
  return back.reverse();
}
