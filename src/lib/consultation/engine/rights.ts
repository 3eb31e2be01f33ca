import { clockOf, MINUTE_MS, type PhaseClock } from './clock';
import type { Kind, Role } from './kinds';
import { act, mayAct, type Action } from './machine';
import type { Phase } from './method';
import { methodOf } from './methods';
import { MODULES } from './modules';
import { missingIn, missingToStart, type Missing } from './needs';
import { nextPlace, phaseOf, roleNow, type Consultation, type Progress } from './state';
import { mayContribute, turnOf } from './turns';

/** What someone can do about the words of others and the own: write, only ask, or only listen. */
export type Stance = 'writes' | 'asks' | 'listens';

/** An action without what it is about: whether it is possible at all. */
export type ActionType = Action['type'];

/** What somebody may do at this moment: the whole page follows from it. */
export interface Rights {
  role: Role;
  isSecretary: boolean;
  stance: Stance;
  /** What the phase has for this person; some may still wait for something (`openKinds` are accepted now). */
  kinds: readonly Kind[];
  openKinds: readonly Kind[];
  actions: readonly ActionType[];
  /** What the phase must still yield; before it begins: what is missing to begin. */
  missing: readonly Missing[];
  /** Whether ending the phase is, for this person, a proposal that the case giver agrees to. */
  asksToEnd: boolean;
  next: Pick<Progress, 'phase' | 'round'> | null;
  clock: PhaseClock;
  /** Keys of what can be said now (texts `consultation_cue_…`): to begin with, and when something goes wrong. */
  cues: { toBegin: readonly string[]; forTrouble: readonly string[] };
}

const SIMPLE = [
  'start',
  'advance',
  'keep_floor',
  'back',
  'pause',
  'resume',
  'open_loop',
  'close',
  'cancel',
] as const satisfies ActionType[];

function stanceOf(kinds: readonly Kind[]): Stance {
  if (kinds.length === 0) return 'listens';
  return kinds.every((kind) => kind === 'question') ? 'asks' : 'writes';
}

/** Every action that is possible for someone, one example of each kind being enough. */
function examples({ people }: Consultation): Action[] {
  return [
    ...SIMPLE.map((type): Action => ({ type })),
    { type: 'extend', ms: MINUTE_MS },
    { type: 'choose_module', moduleKey: MODULES[0]!.key },
    ...people.flatMap(({ id }): Action[] => [
      { type: 'hand_over', to: id },
      { type: 'name_secretary', to: id },
    ]),
  ];
}

/** Whether this is the phase in which ideas are given. */
export const advises = ({ usesModule, kinds }: Phase): boolean =>
  usesModule === true || kinds.adviser?.includes('advice') === true;

function cuesOf(consultation: Consultation, now: number): Rights['cues'] {
  const { method, state, moduleKey, isLoopOpen } = consultation;
  if (state !== 'running') return { toBegin: [], forTrouble: [] };
  const phase = phaseOf(consultation);
  const isAdviceLater = methodOf(method)
    .phases.slice(consultation.phase + 1)
    .some(advises);
  const isAdviceHere = advises(phase);
  const speaks = (role: Role): boolean => (phase.kinds[role] ?? []).length > 0;
  const isTurnedAway = !speaks('case_giver') && (speaks('adviser') || isAdviceHere);

  const fitting = (cues: [string, boolean][]) =>
    cues.filter(([, isFitting]) => isFitting).map(([cue]) => cue);
  const toBegin = fitting([
    [`${method}_${phase.key}`, true],
    [`module_${moduleKey}`, phase.usesModule === true && moduleKey !== null],
    ['loop', isLoopOpen],
  ]);
  const forTrouble = fitting([
    ['time_over', clockOf(consultation, now).overMs > 0],
    ['early_advice', !isAdviceHere && !phase.castsRoles && isAdviceLater],
    ['no_advice', !isAdviceHere && !isAdviceLater],
    ['giver_explains', isTurnedAway],
    ['silence', isTurnedAway],
    ['much_talk', speaks('adviser') || isAdviceHere],
  ]);
  return { toBegin, forTrouble };
}

/**
 * What a person may do at a moment. From the state alone: a reload shows the same.
 *
 * @throws Error where the person is not in the circle
 */
export function rightsOf(consultation: Consultation, personId: string, now: number): Rights {
  const person = consultation.people.find(({ id }) => id === personId);
  if (!person) throw new Error('Rights are asked for somebody who is not in the circle.');
  const kinds = turnOf(consultation, person);
  const actions = examples(consultation)
    .filter((action) => mayAct(consultation, action, personId, now).isAllowed)
    .map(({ type }) => type);
  const ending = act(
    consultation,
    { type: nextPlace(consultation) ? 'advance' : 'close' },
    personId,
    now,
  );
  return {
    role: roleNow(consultation, person),
    isSecretary: person.isSecretary,
    stance: stanceOf(kinds),
    kinds,
    openKinds: kinds.filter((kind) => mayContribute(consultation, person, kind).isAllowed),
    actions: [...new Set(actions)],
    missing:
      consultation.state === 'planned' ? missingToStart(consultation) : missingIn(consultation),
    asksToEnd: ending.isAllowed && ending.state.endAskedAt !== null,
    next: nextPlace(consultation),
    clock: clockOf(consultation, now),
    cues: cuesOf(consultation, now),
  };
}
