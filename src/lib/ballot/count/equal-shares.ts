import type { CastChoice } from '../choice';
import { weighted } from '../choice-rules';
import type { MethodSettings } from '../method';
import { rational, rationalText, type Rational } from './rational';
import { outcomeOf, type Count, type Fate, type OnProgress, type Outcome } from './ranking';
import { sameShopping, type Trace } from './same-shopping';
import {
  inLowestTerms,
  projectOf,
  shop,
  type Project,
  type Shopping,
  type ShoppingTrip,
} from './shares';
import { tieAmong, tieOrder, type OptionFacts, type Tie, type TieOrder } from './tie';
import { countTurnout, type HalfVotes, type Turnout } from './turnout';

export type EqualSharesSettings = Extract<MethodSettings, { method: 'equal-shares' }>;

/** Numbers as text are exact fractions of minutes: `15`, `100/3`. */
export type SharesRound = {
  optionId: string;
  /** paid by its supporters, or added at the end because it still fits */
  by: 'shares' | 'approvals';
  /** minutes for each unit of utility; null where it was added */
  price: string | null;
  /** who pays the same, by their places in `voters`; whoever has nothing left is not named */
  payments: { minutes: string; voters: number[] }[];
  /** the options that it was tied with */
  tie: Tie | null;
};

export type SharedOption = {
  optionId: string;
  /** 1 for the most approved */
  place: number;
  /** half votes; where voters give points: their sum in halves */
  approvals: HalfVotes;
  minutes: number | null;
  fate: Fate | 'supporters_short';
  /** what its supporters had left together at the end of the rounds */
  heldMinutes: string;
};

/** One paying voter: a whole ballot, or a half of a split one. */
export type SharesVoter = {
  /** place among the cast ballots */
  cast: number;
  half: 0 | 1 | null;
  /** minutes at the beginning of the rounds, and what is left at their end */
  endowment: string;
  left: string;
};

export type EqualSharesResult = {
  method: 'equal-shares';
  outcome: Outcome;
  turnout: Turnout;
  ranking: SharedOption[];
  chosen: string[];
  chosenMinutes: number;
  /** an equal share of the minutes; null where nobody answered */
  share: string | null;
  /** what each voter had in the rounds shown, after completion */
  endowment: string | null;
  /** what an equal share alone would have bought */
  withoutCompletion: string[];
  /** why the endowment was not raised further; null where completion does not raise it */
  stoppedBy: 'exhaustive' | 'over_budget' | null;
  /** what the next higher endowment would have cost */
  nextMinutes: number | null;
  voters: SharesVoter[];
  /** of each cast ballot, where whoever counts knows it: what it is published under */
  voterKeys?: string[];
  rounds: SharesRound[];
  ties: Tie[];
};

/** A paying voter before the rounds: the weight in half votes, and what each option is worth. */
type Payer = {
  cast: number;
  half: 0 | 1 | null;
  weight: 1 | 2;
  worth: ReadonlyMap<string, number>;
};

type Election = {
  settings: EqualSharesSettings;
  payers: Payer[];
  projects: Project[];
  approvals: ReadonlyMap<string, HalfVotes>;
  order: TieOrder;
  factsOf: (project: Project) => OptionFacts;
};

/**
 * The Method of Equal Shares, in minutes: every voter gets an equal share of the workshop, and pays
 * topics from it together with those who want them too (Peters, Pierczyński and Skowron, *Proportional
 * Participatory Budgeting with Additive Utilities*, arXiv 2008.13276, section 3; completion by raising
 * the endowment, "Add1", and by approvals, "U": equalshares.net/implementation/completion).
 *
 * A voter is a ballot that answered; abstentions leave their time to the others. Half a ballot has half
 * a share, and its wishes weigh half: the same as if every whole ballot stood there twice.
 *
 * @throws RangeError where options lack a lot or minutes, or where there are more ballots than voters
 */
export function countEqualShares(count: Count<EqualSharesSettings>): EqualSharesResult {
  const turnout = countTurnout(count.casts, count.eligible, count.quorumPercent);
  const election = prepare(count);
  const isQuorumMissed = turnout.quorum !== null && !turnout.quorum.isReached;
  const { endowment, shopping, ...completed } = complete(election, count.onProgress);
  const added = isAddingByApprovals(count.settings)
    ? addByApprovals(election, shopping)
    : { projects: [], ties: [] };
  const bought = [...shopping.bought, ...added.projects];
  const chosen = isQuorumMissed ? [] : bought.map(({ id }) => id);
  const rounds = [
    ...shopping.rounds.map((round) => describeRound(round, election, chosen)),
    ...added.projects.map(({ id }) => ({
      optionId: id,
      by: 'approvals' as const,
      price: null,
      payments: [],
      tie: null,
    })),
  ];
  const share = shareOf(election);
  const left = inLowestTerms(shopping.purses, shopping.scale);
  return {
    method: 'equal-shares',
    outcome: outcomeOf(turnout, chosen.length),
    turnout,
    ranking: rankOptions(count, election, { chosen, shopping, isQuorumMissed }),
    chosen,
    chosenMinutes: chosen.length === 0 ? 0 : Number(costOf(bought)),
    share: share && rationalText(share),
    endowment: endowment && rationalText(endowment),
    ...completed,
    voters: election.payers.map(({ cast, half, weight }, index) => ({
      cast,
      half,
      endowment: rationalText(endowmentOf(endowment!, weight)),
      left: rationalText(left[index]!),
    })),
    rounds,
    ties: [...rounds.flatMap(({ tie }) => tie ?? []), ...added.ties],
  };
}

const costOf = (projects: readonly Project[]) => projects.reduce((sum, { cost }) => sum + cost, 0n);
const isAddingByApprovals = ({ completion }: EqualSharesSettings) =>
  completion === 'add1u' || completion === 'utilitarian';
const isRaising = ({ completion }: EqualSharesSettings) =>
  completion === 'add1u' || completion === 'add1';

function prepare({ options, settings, casts, lotOrder }: Count<EqualSharesSettings>): Election {
  const minutes = new Map(options.map(({ id, minutes: cost }) => [id, cost]));
  const worthOf = {
    points: (points: number) => points,
    count: () => 1,
    cost: (_points: number, id: string) => minutes.get(id) ?? 0,
  }[settings.utility];
  const payers = casts.flatMap((cast, place) => payersOf(cast, place, worthOf));
  const supporters = new Map<string, number[]>(options.map(({ id }) => [id, []]));
  const approvals = new Map<string, HalfVotes>(options.map(({ id }) => [id, 0]));
  const isByPoints = settings.utility === 'points';
  payers.forEach(({ worth, weight }, voter) => {
    for (const [id, value] of worth) {
      supporters.get(id)!.push(voter);
      approvals.set(id, approvals.get(id)! + weight * (isByPoints ? value : 1));
    }
  });
  const projects = options.flatMap(({ id }): Project[] => {
    const cost = minutes.get(id) ?? null;
    if (cost === null) throw new RangeError(`No minutes for ${id}`);
    const voters = supporters.get(id)!;
    if (cost === 0 || voters.length === 0) return [];
    const utilities = voters.map((voter) => {
      const { weight, worth } = payers[voter]!;
      return BigInt(weight * worth.get(id)!);
    });
    return [projectOf({ id, cost: BigInt(cost), supporters: voters, utilities })];
  });
  const order = tieOrder(lotOrder, {
    breakers:
      settings.tieBreaking === 'cost-then-approvals'
        ? ['minutes', 'approvals']
        : ['approvals', 'minutes'],
    approvalsOf: (id) => approvals.get(id)!,
  });
  const factsOf = ({ id }: Project) => ({ id, minutes: minutes.get(id)! });
  return { settings, payers, projects, approvals, order, factsOf };
}

/** A ballot that answered pays once, a split one with each half that answered. */
function payersOf(
  cast: CastChoice,
  place: number,
  worthOf: (points: number, optionId: string) => number,
): Payer[] {
  return weighted(cast).flatMap(({ choice, halfVotes }, index): Payer[] => {
    if (choice.kind !== 'approval' && choice.kind !== 'points') return [];
    const named =
      choice.kind === 'approval'
        ? choice.approved.map((id) => [id, 1] as const)
        : Object.entries(choice.points).filter(([, points]) => points > 0);
    const worth = new Map(named.map(([id, points]) => [id, worthOf(points, id)]));
    const half = cast.kind === 'split' ? (index as 0 | 1) : null;
    return [{ cast: place, half, weight: halfVotes, worth }];
  });
}

/** An equal share of the minutes for a whole ballot; null where nobody answered. */
function shareOf({ payers, settings }: Election): Rational | null {
  const halfVotes = payers.reduce((sum, { weight }) => sum + weight, 0);
  if (halfVotes === 0) return null;
  return rational(2n * BigInt(settings.budgetMinutes), BigInt(halfVotes));
}

const endowmentOf = ({ numerator, denominator }: Rational, weight: 1 | 2): Rational =>
  rational(numerator * BigInt(weight), 2n * denominator);

type Completed = Pick<EqualSharesResult, 'stoppedBy' | 'nextMinutes' | 'withoutCompletion'> & {
  endowment: Rational | null;
  shopping: Shopping;
};

/**
 * Raises what each voter has, step by step, until nothing more fits or the next step costs too much;
 * the last outcome that fits counts. Without that completion: an equal share, once.
 */
function complete(election: Election, onProgress: OnProgress = () => {}): Completed {
  const { settings } = election;
  const share = shareOf(election);
  if (!share) {
    const shopping = { bought: [], prices: [], cost: 0n, rounds: [], purses: [], scale: 1n };
    const untouched = { stoppedBy: null, nextMinutes: null, withoutCompletion: [] };
    return { ...untouched, endowment: null, shopping };
  }
  const start = settings.isIntegral ? rational(share.numerator / share.denominator) : share;
  const plain = shop(tripWith(election, start));
  const raised = isRaising(settings)
    ? raise(election, { start, plain }, onProgress)
    : { endowment: start, stoppedBy: null, nextMinutes: null };
  return {
    ...raised,
    withoutCompletion: plain.bought.map(({ id }) => id),
    shopping: shop({ ...tripWith(election, raised.endowment), isRecorded: true }),
  };
}

/**
 * The largest endowment of the row start, start + 1 step, start + 2 steps … before one that costs too much,
 * or the first that leaves no room. Where an outcome stays the same over many steps, they are taken at
 * once: as many as `sameShopping` can tell, twice as many the next time, half as many where it cannot.
 */
function raise(
  election: Election,
  { start, plain }: { start: Rational; plain: Shopping },
  onProgress: OnProgress,
): Pick<Completed, 'stoppedBy' | 'nextMinutes'> & { endowment: Rational } {
  const { settings } = election;
  const budget = BigInt(settings.budgetMinutes);
  const step = BigInt(settings.incrementMinutesPerVoter);
  let steps = 0n;
  const afterwards = (more: bigint): Rational =>
    rational(start.numerator + (steps + more) * step * start.denominator, start.denominator);
  let fitting: Trace & { cost: bigint } = plain;
  let reach = 1n;
  while (!isExhaustive(election, fitting)) {
    onProgress(Math.min(1, Number(fitting.cost) / settings.budgetMinutes));
    const same = reach > 1n && sameShopping(fitting, tripWith(election, afterwards(reach)));
    if (same) {
      fitting = { ...fitting, ...same };
      steps += reach;
      reach *= 2n;
    } else if (reach > 1n) reach /= 2n;
    else {
      const next = shop({ ...tripWith(election, afterwards(1n)), budget });
      if (next.cost > budget) {
        const nextMinutes = Number(shop(tripWith(election, afterwards(1n))).cost);
        return { endowment: afterwards(0n), stoppedBy: 'over_budget', nextMinutes };
      }
      fitting = next;
      steps += 1n;
      reach = 2n;
    }
  }
  return { endowment: afterwards(0n), stoppedBy: 'exhaustive', nextMinutes: null };
}

/** Shopping with one endowment for each whole ballot, not written down. */
function tripWith(
  { payers, projects, order, factsOf }: Election,
  endowment: Rational,
): ShoppingTrip {
  return {
    projects,
    endowments: payers.map(({ weight }) => endowment.numerator * BigInt(weight)),
    denominator: 2n * endowment.denominator,
    compareTied: (one, other) => order.compare(factsOf(one), factsOf(other)),
    isRecorded: false,
  };
}

/** Nothing that anybody supports fits into what is left of the minutes. */
function isExhaustive(
  { projects, settings }: Election,
  { bought, cost }: Pick<Shopping, 'bought' | 'cost'>,
): boolean {
  const left = BigInt(settings.budgetMinutes) - cost;
  const isBought = new Set(bought);
  return projects.every((project) => isBought.has(project) || project.cost > left);
}

/** Adds what still fits, the most approved first. */
function addByApprovals(election: Election, shopping: Shopping) {
  const { projects, approvals, order, factsOf, settings } = election;
  const isBought = new Set(shopping.bought);
  const groups = Map.groupBy(
    projects.filter((project) => !isBought.has(project)),
    ({ id }) => approvals.get(id)!,
  );
  let left = BigInt(settings.budgetMinutes) - shopping.cost;
  const added: Project[] = [];
  const ties: Tie[] = [];
  for (const votes of [...groups.keys()].sort((one, other) => other - one)) {
    const equals = groups.get(votes)!.sort((a, b) => order.compare(factsOf(a), factsOf(b)));
    const leftBefore = left;
    const leftOut: Project[] = [];
    for (const project of equals) {
      const isFitting = project.cost <= left;
      (isFitting ? added : leftOut).push(project);
      if (isFitting) left -= project.cost;
    }
    // Whoever would have fitted before its equals was left out by their order alone.
    const isDecisive = leftOut.some(({ cost }) => cost <= leftBefore);
    if (isDecisive) ties.push(tieAmong(equals.map(factsOf), order, true));
  }
  return { projects: added, ties };
}

function describeRound(
  round: Shopping['rounds'][number],
  { order, factsOf }: Election,
  chosen: readonly string[],
): SharesRound {
  const { project, price, payments, tied } = round;
  const byMinutes = new Map<string, number[]>();
  payments.forEach((payment, index) => {
    if (payment.numerator === 0n) return;
    const minutes = rationalText(payment);
    const voter = project.supporters[index]!;
    byMinutes.set(minutes, [...(byMinutes.get(minutes) ?? []), voter]);
  });
  const isDecisive = tied.some(({ id }) => !chosen.includes(id));
  return {
    optionId: project.id,
    by: 'shares',
    // Utilities are weighed in half votes, so the price for whole ones is twice as high.
    price: rationalText(rational(2n * price.numerator, price.denominator)),
    payments: [...byMinutes].map(([minutes, voters]) => ({ minutes, voters })),
    tie: tied.length > 1 ? tieAmong(tied.map(factsOf), order, isDecisive) : null,
  };
}

/** All options, the most approved first, each with what became of it. */
function rankOptions(
  { options }: Count<EqualSharesSettings>,
  { projects, approvals, order, settings }: Election,
  outcome: { chosen: readonly string[]; shopping: Shopping; isQuorumMissed: boolean },
): SharedOption[] {
  const { chosen, isQuorumMissed } = outcome;
  const { purses, scale } = outcome.shopping;
  const projectWith = new Map(projects.map((project) => [project.id, project]));
  const used = chosen.reduce((sum, id) => sum + projectWith.get(id)!.cost, 0n);
  const minutesLeft = BigInt(settings.budgetMinutes) - used;
  const fateOf = (id: string): SharedOption['fate'] => {
    const project = projectWith.get(id);
    if (isQuorumMissed) return 'quorum_missed';
    if (!project) return 'without_support';
    if (chosen.includes(id)) return 'chosen';
    return project.cost > minutesLeft ? 'does_not_fit' : 'supporters_short';
  };
  const heldBy = (id: string) =>
    rational(
      (projectWith.get(id)?.supporters ?? []).reduce((sum, voter) => sum + purses[voter]!, 0n),
      scale,
    );
  return [...options]
    .sort((a, b) => approvals.get(b.id)! - approvals.get(a.id)! || order.compare(a, b))
    .map(({ id, minutes }, index) => ({
      optionId: id,
      place: index + 1,
      approvals: approvals.get(id)!,
      minutes,
      fate: fateOf(id),
      heldMinutes: rationalText(heldBy(id)),
    }));
}
