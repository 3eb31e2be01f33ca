import { weighted, type CastChoice } from './choice';
import type { ApprovalSettings } from './method';
import { tieOrder, type OptionFacts, type Tie } from './tie';
import { countTurnout, type HalfVotes, type Turnout } from './turnout';

/** Why an option is in the outcome, or why not. */
export type ApprovalFate =
  'chosen' | 'places_full' | 'does_not_fit' | 'without_support' | 'quorum_missed';

export type RankedOption = {
  optionId: string;
  /** 1 for the first; each place once, ties being broken */
  place: number;
  approvals: HalfVotes;
  minutes: number | null;
  fate: ApprovalFate;
};

export type ApprovalOutcome = 'chosen' | 'quorum_missed' | 'nobody_voted' | 'nothing_approved';

export type ApprovalResult = {
  method: 'approval';
  outcome: ApprovalOutcome;
  turnout: Turnout;
  /** all options, from most approvals to fewest */
  ranking: RankedOption[];
  /** the chosen ones, in order of the ranking; empty where the outcome is not `chosen` */
  chosen: string[];
  /** minutes of the chosen ones together */
  chosenMinutes: number;
  /** only ties between options that somebody approved */
  ties: Tie[];
};

export type ApprovalCount = {
  options: readonly OptionFacts[];
  settings: Pick<ApprovalSettings, 'places' | 'budgetMinutes'>;
  /** one per voter who has voted, in any order */
  casts: readonly CastChoice[];
  eligible: number;
  quorumPercent: number | null;
  /** ids of all options, drawn when the ballot opened (lot.ts) */
  lotOrder: readonly string[];
};

/**
 * Approval voting: most approvals win (Brams and Fishburn, *Approval Voting*, 1983, chapter 1).
 * With several places the first ones of the ranking; with minutes to fill, down the ranking whatever
 * still fits; an option that nobody approves is never chosen. Ties: fewer minutes, then the lot.
 * Half votes and minutes are whole numbers, nothing is rounded.
 *
 * @throws RangeError where options lack a lot, or minutes although there are minutes to fill,
 *   or where there are more ballots than voters
 */
export function countApprovals(count: ApprovalCount): ApprovalResult {
  const { options, settings, casts } = count;
  const turnout = countTurnout(casts, count.eligible, count.quorumPercent);
  const approvals = sumApprovals(options, casts);
  const order = tieOrder(count.lotOrder);
  const ranked = [...options].sort(
    (a, b) => approvals.get(b.id)! - approvals.get(a.id)! || order.compare(a, b),
  );

  const isQuorumMissed = turnout.quorum !== null && !turnout.quorum.isReached;
  const fates = isQuorumMissed
    ? new Map(ranked.map(({ id }) => [id, 'quorum_missed' as const]))
    : choose(ranked, approvals, settings);
  const chosen = ranked.filter(({ id }) => fates.get(id) === 'chosen');

  return {
    method: 'approval',
    outcome: outcomeOf(turnout, isQuorumMissed, chosen.length),
    turnout,
    ranking: ranked.map(({ id, minutes }, index) => ({
      optionId: id,
      place: index + 1,
      approvals: approvals.get(id)!,
      minutes,
      fate: fates.get(id)!,
    })),
    chosen: chosen.map(({ id }) => id),
    chosenMinutes: chosen.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
    ties: findTies(ranked, approvals, new Set(chosen.map(({ id }) => id)), order),
  };
}

function sumApprovals(options: readonly OptionFacts[], casts: readonly CastChoice[]) {
  const approvals = new Map<string, HalfVotes>(options.map(({ id }) => [id, 0]));
  for (const { choice, halfVotes } of casts.flatMap(weighted)) {
    if (choice.kind !== 'approval') continue;
    for (const id of choice.approved) approvals.set(id, approvals.get(id)! + halfVotes);
  }
  return approvals;
}

function choose(
  ranked: readonly OptionFacts[],
  approvals: ReadonlyMap<string, HalfVotes>,
  { places, budgetMinutes }: ApprovalCount['settings'],
): Map<string, ApprovalFate> {
  const fates = new Map<string, ApprovalFate>();
  let placesLeft = places ?? Number.POSITIVE_INFINITY;
  let minutesLeft = budgetMinutes ?? Number.POSITIVE_INFINITY;

  for (const { id, minutes } of ranked) {
    if (minutes === null && budgetMinutes !== null) throw new RangeError(`No minutes for ${id}`);
    const cost = minutes ?? 0;
    if (approvals.get(id) === 0) fates.set(id, 'without_support');
    else if (placesLeft === 0) fates.set(id, 'places_full');
    else if (cost > minutesLeft) fates.set(id, 'does_not_fit');
    else {
      fates.set(id, 'chosen');
      placesLeft -= 1;
      minutesLeft -= cost;
    }
  }
  return fates;
}

function outcomeOf(turnout: Turnout, isQuorumMissed: boolean, chosen: number): ApprovalOutcome {
  if (turnout.takenPart === 0) return 'nobody_voted';
  if (isQuorumMissed) return 'quorum_missed';
  return chosen > 0 ? 'chosen' : 'nothing_approved';
}

function findTies(
  ranked: readonly OptionFacts[],
  approvals: ReadonlyMap<string, HalfVotes>,
  chosen: ReadonlySet<string>,
  order: ReturnType<typeof tieOrder>,
): Tie[] {
  const supported = ranked.filter(({ id }) => approvals.get(id)! > 0);
  const groups = Map.groupBy(supported, ({ id }) => approvals.get(id)!);
  return [...groups.values()]
    .filter((equals) => equals.length > 1)
    .map((equals) => {
      const chosenOnes = equals.filter(({ id }) => chosen.has(id)).length;
      return {
        optionIds: equals.map(({ id }) => id),
        brokenBy: equals.slice(1).map((next, index) => order.breaker(equals[index]!, next)),
        isDecisive: chosenOnes > 0 && chosenOnes < equals.length,
      };
    });
}
