import { AppError } from '$lib/platform/errors';
import type { OptionFacts } from './count/tie';
import type { MethodSettings } from './method';

export const BALLOT_STATES = [
  'draft',
  'open',
  'closed',
  'provisional',
  'decided',
  'cancelled',
] as const;
export type BallotState = (typeof BALLOT_STATES)[number];

/**
 * What the clock needs to know. A draft with `opensAt` opens by itself; every open ballot closes by
 * itself; a provisional decision becomes final by itself.
 */
export type BallotTimes = {
  state: BallotState;
  opensAt: Date | null;
  closesAt: Date;
  /** Of a provisional decision. */
  objectionsUntil: Date | null;
};

export type BallotAct =
  | 'open'
  | 'close'
  | 'prolong'
  | 'edit'
  | 'cast'
  | 'decide'
  | 'decide_provisionally'
  | 'finalise'
  | 'cancel';

/**
 * Which state allows an act, and where it leads. A ballot never opens twice: reopening after the
 * result was seen would be another vote.
 */
const ACTS: Record<BallotAct, Partial<Record<BallotState, BallotState>>> = {
  edit: { draft: 'draft' },
  open: { draft: 'open' },
  cast: { open: 'open' },
  prolong: { open: 'open' },
  close: { open: 'closed' },
  decide: { closed: 'decided' },
  decide_provisionally: { closed: 'provisional' },
  finalise: { provisional: 'decided' },
  cancel: { draft: 'cancelled', open: 'cancelled', closed: 'cancelled' },
};

/**
 * The state as everyone must treat it now: from closing time on a ballot is closed, even where the job
 * that closes it is late. (Opening waits for the job, since the lot has to be drawn first.)
 */
export function stateAt({ state, closesAt }: BallotTimes, now: Date): BallotState {
  return state === 'open' && now >= closesAt ? 'closed' : state;
}

/**
 * What the clock has to do with a ballot now. `open` still needs `openingObstacles` to be empty,
 * `finalise` every objection to be answered.
 */
export function dueAct(
  { state, opensAt, closesAt, objectionsUntil }: BallotTimes,
  now: Date,
): 'open' | 'close' | 'finalise' | null {
  if (state === 'draft' && opensAt !== null && opensAt <= now && now < closesAt) return 'open';
  if (state === 'open' && closesAt <= now) return 'close';
  if (state === 'provisional' && objectionsUntil !== null && objectionsUntil <= now)
    return 'finalise';
  return null;
}

/** The next moment at which `dueAct` may say something else; null where the clock has nothing to do. */
export function nextMoment(ballot: BallotTimes): Date | null {
  if (ballot.state === 'draft') return ballot.opensAt;
  if (ballot.state === 'provisional') return ballot.objectionsUntil;
  return ballot.state === 'open' ? ballot.closesAt : null;
}

/** Whether the votes are counted, and can be read. */
export const isCounted = (state: BallotState): boolean =>
  state === 'closed' || state === 'provisional' || state === 'decided';

/**
 * The state after an act.
 * @throws AppError `ballot_not_in_state` with `act` and `state` where the state (by the clock) forbids it
 */
export function after(act: BallotAct, times: BallotTimes, now: Date): BallotState {
  const state = stateAt(times, now);
  // Closing is allowed for a ballot that the clock has closed already: that is how it gets stored.
  const counted = act === 'close' && times.state === 'open' ? 'open' : state;
  const next = ACTS[act][counted];
  if (!next) throw new AppError('ballot_not_in_state', { act, state });
  return next;
}

/**
 * Whether a new closing time is a prolongation: later, and not over already. Shortening would cheat
 * those who count on the announced time; who is done earlier closes the ballot by hand.
 */
export function isProlongation(closesAt: Date, newClosesAt: Date, now: Date): boolean {
  return newClosesAt > closesAt && newClosesAt > now;
}

export type OpeningObstacle =
  | 'too_few_options'
  | 'nobody_may_vote'
  | 'closing_time_over'
  | 'closes_before_it_opens'
  | 'minutes_missing'
  | 'more_places_than_options'
  | 'status_quo_missing';

export type OpeningFacts = BallotTimes & {
  settings: MethodSettings;
  options: readonly OptionFacts[];
  eligible: number;
};

/** Everything that has to be put right before a ballot can open; empty where it can. */
export function openingObstacles(ballot: OpeningFacts, now: Date): OpeningObstacle[] {
  const { settings, options, opensAt, closesAt } = ballot;
  const hasBudget = 'budgetMinutes' in settings && settings.budgetMinutes !== null;
  const places = 'places' in settings ? settings.places : null;
  const isPlacesTooHigh = places !== null && places > options.length;
  const isStatusQuoMissing =
    settings.method === 'resistance' &&
    !options.some(({ id }) => id === settings.statusQuoOptionId);

  const obstacles: [OpeningObstacle, boolean][] = [
    ['too_few_options', options.length < 2],
    ['nobody_may_vote', ballot.eligible < 1],
    ['closing_time_over', closesAt <= now],
    ['closes_before_it_opens', opensAt !== null && closesAt <= opensAt],
    ['minutes_missing', hasBudget && options.some(({ minutes }) => !minutes)],
    ['more_places_than_options', isPlacesTooHigh],
    ['status_quo_missing', isStatusQuoMissing],
  ];
  return obstacles.filter(([, isThere]) => isThere).map(([obstacle]) => obstacle);
}
