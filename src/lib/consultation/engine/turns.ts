import { allow, deny, type Decision } from '$lib/access/decision';
import type { Kind, Role } from './kinds';
import type { Phase } from './method';
import { methodOf } from './methods';
import { moduleOf } from './modules';
import { phaseOf, roleNow, takesPart, type Consultation, type Person } from './state';

/** What the case giver may write before it begins, and once it is closed. */
const BEFORE: readonly Kind[] = ['title', 'summary'];
const AFTERWARDS: readonly Kind[] = ['follow_up', 'passing_on'];

/** What a role may write in a phase, with what an open loop and the module add. */
export function kindsOfRole(consultation: Consultation, phase: Phase, role: Role): readonly Kind[] {
  const own = phase.kinds[role] ?? [];
  const loop = consultation.isLoopOpen ? (phase.loop?.kinds[role] ?? []) : [];
  const isAdvising = phase.usesModule && role === 'adviser';
  const ofModule = isAdvising ? (moduleOf(consultation.moduleKey)?.kinds ?? []) : [];
  return [...new Set([...own, ...loop, ...ofModule])];
}

/**
 * What someone may write as things stand, in the phase's own order. `withdrawal` is not among them: it is
 * always allowed for one's own words.
 */
export function turnOf(consultation: Consultation, person: Person): readonly Kind[] {
  if (!takesPart(person)) return [];
  const role = roleNow(consultation, person);
  const { state } = consultation;
  if (state === 'planned') return role === 'case_giver' ? BEFORE : [];
  if (state === 'closed') {
    const gaveCase =
      person.role === 'case_giver' || methodOf(consultation.method).rounds === 'each';
    return gaveCase ? AFTERWARDS : [];
  }
  if (state !== 'running') return [];
  const phase = phaseOf(consultation);
  const asSecretary = person.isSecretary ? (phase.secretary ?? []) : [];
  return [...new Set([...kindsOfRole(consultation, phase, role), ...asSecretary])];
}

const stateReason: Partial<Record<Consultation['state'], string>> = {
  planned: 'consultation_not_begun',
  paused: 'consultation_paused',
  cancelled: 'consultation_ended',
  closed: 'consultation_ended',
};

/** Whether someone may write something of this kind at this moment, or why not. */
export function mayContribute(consultation: Consultation, person: Person, kind: Kind): Decision {
  if (person.hasLeft) return deny('not_found');
  if (!takesPart(person)) return deny('consultation_not_joined');
  // One's own words can be taken back at any time.
  if (kind === 'withdrawal') return allow;

  const kinds = turnOf(consultation, person);
  if (!kinds.includes(kind)) {
    const reason = stateReason[consultation.state];
    if (reason) return deny(reason);
    return deny(kinds.length === 0 ? 'consultation_listens' : 'consultation_not_this_kind');
  }
  if (consultation.state !== 'running') return allow;

  const phase = phaseOf(consultation);
  const { counts, moduleKey } = consultation;
  const after = phase.usesModule ? moduleOf(moduleKey)?.after : phase.after;
  const waitsFor = after?.[kind];
  if (waitsFor && !counts[waitsFor])
    return deny(
      waitsFor === 'question' ? 'consultation_only_after_question' : 'consultation_only_after_idea',
    );
  const limit = phase.limits?.[kind];
  if (limit !== undefined && (counts[kind] ?? 0) >= limit)
    return deny('consultation_stands_already');
  return allow;
}
