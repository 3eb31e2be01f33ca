import type { CastChoice } from '../choice';
import { tieAmong, tieOrder, type OptionFacts, type Tie, type TieOrder } from './tie';
import { countTurnout, type Turnout } from './turnout';

/** How much is done, 0 to 1; said by counts that can take long. */
export type OnProgress = (fraction: number) => void;

/** What every method counts. */
export type Count<Settings> = {
  options: readonly OptionFacts[];
  settings: Settings;
  /** one per voter who has voted, in any order */
  casts: readonly CastChoice[];
  eligible: number;
  quorumPercent: number | null;
  /** ids of all options, drawn when the ballot opened (lot.ts) */
  lotOrder: readonly string[];
  onProgress?: OnProgress;
};

/** How much is taken from a ranking: so many options, so many minutes, or both. */
export type Limits = { places: number | null; budgetMinutes: number | null };

/** Why an option is in the outcome, or why not. */
export type Fate =
  | 'chosen'
  | 'places_full'
  | 'does_not_fit'
  | 'without_support'
  | 'behind_status_quo'
  | 'quorum_missed';

/** An option at its place, with what it got. */
export type Placed<Measure> = Measure & {
  optionId: string;
  /** 1 for the first; each place once, ties being broken */
  place: number;
  minutes: number | null;
  fate: Fate;
};

export type Outcome = 'chosen' | 'quorum_missed' | 'nobody_voted' | 'nothing_approved';

/** The result of a method that puts the options into an order and takes the first ones. */
export type RankingResult<Name extends string, Measure> = {
  method: Name;
  outcome: Outcome;
  turnout: Turnout;
  /** all options, best first */
  ranking: Placed<Measure>[];
  /** the chosen ones, in order of the ranking; empty where the outcome is not `chosen` */
  chosen: string[];
  /** minutes of the chosen ones together */
  chosenMinutes: number;
  /** only ties between options that somebody supports */
  ties: Tie[];
};

/** What a method says of the options. */
export type Judgement<Name extends string, Measure> = {
  method: Name;
  measures: ReadonlyMap<string, Measure>;
  /** Below 0 where the first is better, 0 where both got the same. */
  compare: (one: Measure, other: Measure) => number;
  /** An option without support is never chosen. */
  isSupported: (measure: Measure) => boolean;
  /** "All stays as it is": what stands behind it is never chosen. */
  statusQuoId?: string;
};

/**
 * Puts the options into their order, breaks ties (fewer minutes, then the lot), and takes from the top
 * whatever the places and the minutes allow: with minutes to fill, down the ranking whatever still fits.
 *
 * @throws RangeError where options lack a lot, or minutes although there are minutes to fill,
 *   or where there are more ballots than voters
 */
export function rankAndTake<Name extends string, Measure>(
  count: Count<Limits>,
  judgement: Judgement<Name, Measure>,
): RankingResult<Name, Measure> {
  const { method, measures, compare } = judgement;
  const turnout = countTurnout(count.casts, count.eligible, count.quorumPercent);
  const measureOf = ({ id }: OptionFacts) => measures.get(id)!;
  const order = tieOrder(count.lotOrder);
  const ranked = [...count.options].sort(
    (a, b) => compare(measureOf(a), measureOf(b)) || order.compare(a, b),
  );
  const isQuorumMissed = turnout.quorum !== null && !turnout.quorum.isReached;
  const fates = isQuorumMissed
    ? new Map(ranked.map(({ id }) => [id, 'quorum_missed' as const]))
    : take(ranked, count.settings, judgement);
  const chosen = ranked.filter(({ id }) => fates.get(id) === 'chosen');

  return {
    method,
    outcome: outcomeOf(turnout, chosen.length),
    turnout,
    ranking: ranked.map((option, index) => ({
      optionId: option.id,
      place: index + 1,
      ...measureOf(option),
      minutes: option.minutes,
      fate: fates.get(option.id)!,
    })),
    chosen: chosen.map(({ id }) => id),
    chosenMinutes: chosen.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
    ties: findTies(ranked, judgement, new Set(chosen.map(({ id }) => id)), order),
  };
}

function take<Name extends string, Measure>(
  ranked: readonly OptionFacts[],
  { places, budgetMinutes }: Limits,
  { measures, isSupported, statusQuoId }: Judgement<Name, Measure>,
): Map<string, Fate> {
  const fates = new Map<string, Fate>();
  let placesLeft = places ?? Number.POSITIVE_INFINITY;
  let minutesLeft = budgetMinutes ?? Number.POSITIVE_INFINITY;
  let isBehindStatusQuo = false;

  for (const { id, minutes } of ranked) {
    if (minutes === null && budgetMinutes !== null && id !== statusQuoId)
      throw new RangeError(`No minutes for ${id}`);
    const cost = minutes ?? 0;
    if (!isSupported(measures.get(id)!)) fates.set(id, 'without_support');
    else if (isBehindStatusQuo) fates.set(id, 'behind_status_quo');
    else if (placesLeft === 0) fates.set(id, 'places_full');
    else if (cost > minutesLeft) fates.set(id, 'does_not_fit');
    // Behind something better, "all stays as it is" is no longer a choice.
    else if (id === statusQuoId && fates.size > 0) fates.set(id, 'places_full');
    else {
      fates.set(id, 'chosen');
      placesLeft -= 1;
      minutesLeft -= cost;
    }
    if (id === statusQuoId) isBehindStatusQuo = true;
  }
  return fates;
}

/** What came out, in one word. */
export function outcomeOf(turnout: Turnout, chosen: number): Outcome {
  if (turnout.takenPart === 0) return 'nobody_voted';
  if (turnout.quorum !== null && !turnout.quorum.isReached) return 'quorum_missed';
  return chosen > 0 ? 'chosen' : 'nothing_approved';
}

function findTies<Name extends string, Measure>(
  ranked: readonly OptionFacts[],
  { measures, compare, isSupported }: Judgement<Name, Measure>,
  chosen: ReadonlySet<string>,
  order: TieOrder,
): Tie[] {
  const measureOf = ({ id }: OptionFacts) => measures.get(id)!;
  const groups: OptionFacts[][] = [];
  for (const option of ranked.filter((candidate) => isSupported(measureOf(candidate)))) {
    const group = groups.at(-1);
    const isSame = group && compare(measureOf(group[0]!), measureOf(option)) === 0;
    if (isSame) group.push(option);
    else groups.push([option]);
  }
  return groups
    .filter((equals) => equals.length > 1)
    .map((equals) => {
      const chosenOnes = equals.filter(({ id }) => chosen.has(id)).length;
      return tieAmong(equals, order, chosenOnes > 0 && chosenOnes < equals.length);
    });
}
