import type { Form, Kind, Role } from './kinds';
import type { Phase } from './method';
import { methodOf } from './methods';

export const STATES = ['planned', 'running', 'paused', 'closed', 'cancelled'] as const;
export type State = (typeof STATES)[number];

/** How many contributions of each kind stand in the present phase and round; withdrawn ones do not count. */
export type Counts = Partial<Record<Kind, number>>;

/** Where a consultation is. All moments are milliseconds since 1970, so that it survives JSON as it is. */
export interface Progress {
  /** Index into the method's phases. */
  phase: number;
  round: number;
  phaseStartedAt: number | null;
  /**
   * How long this phase has rested so far, without the pause that runs now. Can be more than the 24 days
   * that 32 bits hold.
   */
  pausedMs: number;
  /** What was added to the time box of this phase. */
  extraMs: number;
  isLoopOpen: boolean;
  /** When someone proposed to end this phase, and the case giver has not agreed yet. */
  endAskedAt: number | null;
  counts: Counts;
}

export interface Person {
  id: string;
  /** As given. In a method where everyone is the case giver once, `roleNow` says who it is now. */
  role: Role;
  isSecretary: boolean;
  answer: 'asked' | 'joined' | 'declined';
  isAway: boolean;
  hasLeft: boolean;
}

/** All that the engine knows of a consultation: nothing of what anybody wrote. */
export interface Consultation extends Progress {
  method: string;
  moduleKey: string | null;
  form: Form;
  /** Whose working days the written form counts, e.g. "Europe/Berlin". */
  timeZone: string;
  state: State;
  pausedAt: number | null;
  /** Where it was before the last step, as long as nothing was written since: a mistaken step can be undone. */
  before: Progress | null;
  /** In the order in which they came into the circle, the case giver first. */
  people: readonly Person[];
}

/** A consultation at its very beginning. */
export function planned(
  consultation: Pick<Consultation, 'method' | 'form' | 'timeZone' | 'people'>,
): Consultation {
  return {
    ...consultation,
    moduleKey: null,
    state: 'planned',
    phase: 0,
    round: 0,
    phaseStartedAt: null,
    pausedAt: null,
    pausedMs: 0,
    extraMs: 0,
    isLoopOpen: false,
    endAskedAt: null,
    counts: {},
    before: null,
  };
}

/** Whether someone takes part: was asked, said yes, and is still there. */
export const takesPart = ({ answer, hasLeft }: Person): boolean => answer === 'joined' && !hasLeft;

export const phaseOf = ({ method, phase }: Pick<Consultation, 'method' | 'phase'>): Phase =>
  methodOf(method).phases[phase]!;

/**
 * Who gives the case in which round. All people stand here, also those who are not there (their round is
 * left out): so nobody's leaving shifts whose turn it is.
 */
function caseGivers({ method, people }: Pick<Consultation, 'method' | 'people'>): Person[] {
  const [givers, others] = [true, false].map((isGiver) =>
    people.filter(({ role }) => (role === 'case_giver') === isGiver),
  ) as [Person[], Person[]];
  return methodOf(method).rounds === 'one' ? givers : [...givers, ...others];
}

export const caseGiverNow = (consultation: Consultation): Person | undefined =>
  caseGivers(consultation)[consultation.round];

/** The role that someone has in this round. */
export function roleNow(consultation: Consultation, person: Person): Role {
  if (methodOf(consultation.method).rounds === 'one') return person.role;
  return caseGiverNow(consultation)?.id === person.id ? 'case_giver' : 'adviser';
}

/** The place after this one; null at the very end. */
export function nextPlace(consultation: Consultation): Pick<Progress, 'phase' | 'round'> | null {
  const { phases } = methodOf(consultation.method);
  const { phase, round } = consultation;
  if (phase + 1 < phases.length) return { phase: phase + 1, round };
  const next = caseGivers(consultation).findIndex(
    (person, index) => index > round && takesPart(person),
  );
  return next < 0 ? null : { phase: phases.findIndex(({ isOnce }) => !isOnce), round: next };
}
