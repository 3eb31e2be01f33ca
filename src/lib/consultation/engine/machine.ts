import { allow, deny, type Decision } from '$lib/access/decision';
import type { Kind, Role } from './kinds';
import { hasSecretary } from './method';
import { methodOf } from './methods';
import { moduleOf } from './modules';
import { missingIn, missingToStart } from './needs';
import {
  caseGiverNow,
  nextPlace,
  phaseOf,
  roleNow,
  takesPart,
  type Consultation,
  type Person,
  type Progress,
} from './state';
import { DAY_MS, MINUTE_MS } from './clock';
import { mayContribute } from './turns';

export type Action =
  | { type: 'start' }
  /** On to the next phase; where the case giver has to agree, somebody else's is a proposal. */
  | { type: 'advance' }
  /** The case giver does not agree that the phase ends. */
  | { type: 'keep_floor' }
  /** Undoes a mistaken step, as long as nothing was written since. */
  | { type: 'back' }
  | { type: 'extend'; ms: number }
  | { type: 'pause' }
  | { type: 'resume' }
  | { type: 'open_loop' }
  | { type: 'choose_module'; moduleKey: string }
  | { type: 'hand_over'; to: string }
  | { type: 'name_secretary'; to: string }
  /** `of`: what a withdrawal takes back. */
  | { type: 'contribute'; kind: Kind; of?: { kind: Kind; phase: number; round: number } }
  | { type: 'close' }
  | { type: 'cancel' };

export type Outcome =
  { isAllowed: true; state: Consultation } | { isAllowed: false; reason: string };

/** The most that one extension adds. */
export const EXTENSION_LIMIT_MS = { live: 60 * MINUTE_MS, written: 14 * DAY_MS };

interface Deed {
  consultation: Consultation;
  person: Person;
  role: Role;
  now: number;
}

const refuse = (reason: string): Outcome => ({ isAllowed: false, reason });
const become = (state: Consultation): Outcome => ({ isAllowed: true, state });
const decided = (decision: Decision, state: () => Consultation): Outcome =>
  decision.isAllowed ? become(state()) : decision;

const isUnderWay = ({ state }: Consultation): boolean => state === 'running' || state === 'paused';

/** Whoever watches over the phases: the moderator, or the advisers together where there is none. */
function leads({ consultation, role }: Deed): boolean {
  return role === (methodOf(consultation.method).hasModerator ? 'peer_moderator' : 'adviser');
}

const leadsOrGives = (deed: Deed): boolean => leads(deed) || deed.role === 'case_giver';

const freshPhase = (place: Pick<Progress, 'phase' | 'round'>, now: number): Progress => ({
  ...place,
  phaseStartedAt: now,
  pausedMs: 0,
  extraMs: 0,
  isLoopOpen: false,
  endAskedAt: null,
  counts: {},
});

function progressOf(consultation: Consultation): Progress {
  const { phase, round, phaseStartedAt, pausedMs, extraMs, isLoopOpen, endAskedAt, counts } =
    consultation;
  return { phase, round, phaseStartedAt, pausedMs, extraMs, isLoopOpen, endAskedAt, counts };
}

function start({ consultation, role, now }: Deed): Outcome {
  if (consultation.state !== 'planned') return refuse('consultation_begun_already');
  if (role === 'adviser') return refuse('consultation_only_moderator');
  if (missingToStart(consultation).length > 0) return refuse('consultation_roles_missing');
  return become({
    ...consultation,
    ...freshPhase({ phase: 0, round: 0 }, now),
    state: 'running',
    before: null,
  });
}

/** Whether the phase ends now, or waits for the case giver, or may not end. */
function ending(deed: Deed): 'ends' | 'asks' | { refused: string } {
  const { consultation, role } = deed;
  if (consultation.state === 'planned') return { refused: 'consultation_not_begun' };
  if (consultation.state === 'paused') return { refused: 'consultation_paused' };
  if (consultation.state !== 'running') return { refused: 'consultation_ended' };
  const giver = caseGiverNow(consultation);
  const isGiverThere = giver !== undefined && takesPart(giver);
  const needsApproval = phaseOf(consultation).hasApproval === true && isGiverThere;
  const isOwnSay = needsApproval && role === 'case_giver';
  if (!leads(deed) && !isOwnSay) return { refused: 'consultation_only_moderator' };
  if (missingIn(consultation).length > 0) return { refused: 'consultation_phase_needs_more' };
  if (!needsApproval || isOwnSay) return 'ends';
  return consultation.endAskedAt === null ? 'asks' : { refused: 'consultation_end_asked' };
}

function end(deed: Deed, done: () => Consultation): Outcome {
  const how = ending(deed);
  if (how === 'asks') return become({ ...deed.consultation, endAskedAt: deed.now });
  return how === 'ends' ? become(done()) : refuse(how.refused);
}

function advance(deed: Deed): Outcome {
  const { consultation, now } = deed;
  const next = nextPlace(consultation);
  if (!next) return refuse('consultation_last_phase');
  return end(deed, () => ({
    ...consultation,
    ...freshPhase(next, now),
    before: progressOf(consultation),
  }));
}

function close(deed: Deed): Outcome {
  const { consultation } = deed;
  if (isUnderWay(consultation) && nextPlace(consultation))
    return refuse('consultation_not_last_phase');
  return end(deed, () => ({
    ...consultation,
    state: 'closed',
    endAskedAt: null,
    before: null,
  }));
}

function keepFloor({ consultation, role }: Deed): Outcome {
  if (role !== 'case_giver') return refuse('consultation_only_case_giver');
  if (!isUnderWay(consultation) || consultation.endAskedAt === null)
    return refuse('consultation_end_not_asked');
  return become({ ...consultation, endAskedAt: null });
}

function back(deed: Deed): Outcome {
  const { consultation } = deed;
  const { before, pausedMs } = consultation;
  if (!leadsOrGives(deed)) return refuse('consultation_only_moderator');
  if (consultation.state !== 'running' || before === null)
    return refuse('consultation_nothing_to_undo');
  // The mistaken step took time of the phase that goes on; only pauses in between did not.
  return become({
    ...consultation,
    ...before,
    endAskedAt: null,
    pausedMs: before.pausedMs + pausedMs,
    before: null,
  });
}

function extend(deed: Deed, ms: number): Outcome {
  const { consultation } = deed;
  if (!leadsOrGives(deed)) return refuse('consultation_only_moderator');
  if (!isUnderWay(consultation)) return refuse('consultation_not_under_way');
  const isSensible = Number.isInteger(ms) && ms > 0 && ms <= EXTENSION_LIMIT_MS[consultation.form];
  if (!isSensible) return refuse('consultation_extension_invalid');
  return become({ ...consultation, extraMs: consultation.extraMs + ms });
}

function pause(deed: Deed): Outcome {
  const { consultation, now } = deed;
  if (!leadsOrGives(deed)) return refuse('consultation_only_moderator');
  if (consultation.state !== 'running') return refuse('consultation_not_under_way');
  return become({ ...consultation, state: 'paused', pausedAt: now });
}

function resume(deed: Deed): Outcome {
  const { consultation, now } = deed;
  if (!leadsOrGives(deed)) return refuse('consultation_only_moderator');
  if (consultation.state !== 'paused') return refuse('consultation_not_paused');
  // Negative where the server's clock was set back meanwhile: the phase goes on exactly where it rested.
  const restedMs = now - consultation.pausedAt!;
  return become({
    ...consultation,
    state: 'running',
    pausedAt: null,
    pausedMs: consultation.pausedMs + restedMs,
  });
}

function openLoop(deed: Deed): Outcome {
  const { consultation } = deed;
  if (!leadsOrGives(deed)) return refuse('consultation_only_moderator');
  const isOpenable =
    consultation.state === 'running' && phaseOf(consultation).loop && !consultation.isLoopOpen;
  if (!isOpenable) return refuse('consultation_no_loop_here');
  return become({ ...consultation, isLoopOpen: true });
}

function chooseModule({ consultation, role }: Deed, moduleKey: string): Outcome {
  if (role !== 'case_giver') return refuse('consultation_only_case_giver');
  if (consultation.state !== 'running' || !phaseOf(consultation).choosesModule)
    return refuse('consultation_module_not_now');
  if (!moduleOf(moduleKey)) return refuse('consultation_module_unknown');
  return become({ ...consultation, moduleKey });
}

/** Whether an adviser may take over, since whoever moderated is not there. */
const isModeratorMissing = ({ people }: Consultation): boolean =>
  !people.some((one) => one.role === 'peer_moderator' && takesPart(one) && !one.isAway);

function handOver(deed: Deed, to: string): Outcome {
  const { consultation, person, role } = deed;
  if (!methodOf(consultation.method).hasModerator) return refuse('consultation_has_no_moderator');
  if (consultation.state === 'closed' || consultation.state === 'cancelled')
    return refuse('consultation_ended');
  const takesOver = to === person.id && role === 'adviser' && isModeratorMissing(consultation);
  if (!leadsOrGives(deed) && !takesOver) return refuse('consultation_only_moderator');
  const next = consultation.people.find(({ id }) => id === to);
  if (!next || !takesPart(next) || next.role !== 'adviser')
    return refuse('consultation_person_cannot');

  const people = consultation.people.map((one): Person => {
    // One of the advisers takes the minutes: whoever moderates now has enough to do.
    if (one.id === to) return { ...one, role: 'peer_moderator', isSecretary: false };
    return one.role === 'peer_moderator' ? { ...one, role: 'adviser' } : one;
  });
  return become({ ...consultation, people });
}

function nameSecretary(deed: Deed, to: string): Outcome {
  const { consultation, person } = deed;
  if (!hasSecretary(methodOf(consultation.method))) return refuse('consultation_has_no_secretary');
  if (consultation.state === 'closed' || consultation.state === 'cancelled')
    return refuse('consultation_ended');
  const isVacant = !consultation.people.some((one) => one.isSecretary && takesPart(one));
  const volunteers = to === person.id && isVacant;
  if (!leadsOrGives(deed) && !volunteers) return refuse('consultation_only_moderator');
  const next = consultation.people.find(({ id }) => id === to);
  if (!next || !takesPart(next) || next.role !== 'adviser')
    return refuse('consultation_person_cannot');
  const people = consultation.people.map((one) => ({ ...one, isSecretary: one.id === to }));
  return become({ ...consultation, people });
}

function contribute(
  { consultation, person }: Deed,
  { kind, of }: Extract<Action, { type: 'contribute' }>,
): Outcome {
  return decided(mayContribute(consultation, person, kind), () => {
    if (consultation.state !== 'running' && kind !== 'withdrawal') return consultation;
    const { counts, phase, round } = consultation;
    const isHere = of !== undefined && of.phase === phase && of.round === round;
    if (kind === 'withdrawal')
      return isHere
        ? {
            ...consultation,
            counts: { ...counts, [of.kind]: Math.max(0, (counts[of.kind] ?? 0) - 1) },
          }
        : consultation;
    return {
      ...consultation,
      counts: { ...counts, [kind]: (counts[kind] ?? 0) + 1 },
      before: null,
    };
  });
}

function cancel({ consultation, person }: Deed): Outcome {
  const { state, people } = consultation;
  if (state === 'closed' || state === 'cancelled') return refuse('consultation_ended');
  // Who gave the case can always take it back; if she or he has gone, the moderator clears up.
  const isGiverThere = people.some((one) => one.role === 'case_giver' && takesPart(one));
  const mayCancel = person.role === 'case_giver' || (!isGiverThere && person.role !== 'adviser');
  if (!mayCancel) return refuse('consultation_only_case_giver');
  return become({ ...consultation, state: 'cancelled', endAskedAt: null, before: null });
}

function perform(deed: Deed, action: Action): Outcome {
  switch (action.type) {
    case 'start':
      return start(deed);
    case 'advance':
      return advance(deed);
    case 'keep_floor':
      return keepFloor(deed);
    case 'back':
      return back(deed);
    case 'extend':
      return extend(deed, action.ms);
    case 'pause':
      return pause(deed);
    case 'resume':
      return resume(deed);
    case 'open_loop':
      return openLoop(deed);
    case 'choose_module':
      return chooseModule(deed, action.moduleKey);
    case 'hand_over':
      return handOver(deed, action.to);
    case 'name_secretary':
      return nameSecretary(deed, action.to);
    case 'contribute':
      return contribute(deed, action);
    case 'close':
      return close(deed);
    case 'cancel':
      return cancel(deed);
  }
}

/** The latest moment that the state knows: a clock that is behind it must not turn anything back. */
const latestMoment = ({ phaseStartedAt, pausedAt, endAskedAt }: Consultation): number =>
  Math.max(phaseStartedAt ?? 0, pausedAt ?? 0, endAskedAt ?? 0);

/**
 * What becomes of a consultation when someone does something; the same in the server, which decides, and
 * in the browser, which shows what will be accepted.
 *
 * @param now milliseconds since 1970
 * @returns the new state, or the reason of the refusal: an error code (messages/error)
 */
export function act(
  consultation: Consultation,
  action: Action,
  personId: string,
  now: number,
): Outcome {
  const person = consultation.people.find(({ id }) => id === personId);
  if (!person || person.hasLeft) return refuse('not_found');
  if (!takesPart(person)) return refuse('consultation_not_joined');
  const role = roleNow(consultation, person);
  const moment = action.type === 'resume' ? now : Math.max(now, latestMoment(consultation));
  return perform({ consultation, person, role, now: moment }, action);
}

/** As a decision: allowed, or the reason why not. */
export function mayAct(
  consultation: Consultation,
  action: Action,
  personId: string,
  now: number,
): Decision {
  const outcome = act(consultation, action, personId, now);
  return outcome.isAllowed ? allow : deny(outcome.reason);
}
