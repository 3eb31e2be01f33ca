import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockOf, elapsedMs } from './clock';
import { KINDS, type Form, type Kind, type Role } from './kinds';
import { act, type Action } from './machine';
import { hasSecretary, type Method } from './method';
import { METHODS, methodOf } from './methods';
import { MODULES } from './modules';
import { rightsOf } from './rights';
import { nextPlace, planned, type Consultation, type Person } from './state';
import { m } from '$lib/paraglide/messages.js';

const BEGIN = Date.UTC(2026, 8, 1, 8);

const person = (id: string, role: Role, facts: Partial<Person> = {}): Person => ({
  id,
  role,
  isSecretary: false,
  answer: 'joined',
  isAway: false,
  hasLeft: false,
  ...facts,
});

/** As many people as the method needs, one who was only asked, one who has left. */
function circleOf(method: Method): Person[] {
  const advisers = Array.from({ length: method.people.min - 1 }, (_, index) =>
    person(`adviser${index}`, 'adviser', { isSecretary: index === 0 && hasSecretary(method) }),
  );
  const moderated = method.hasModerator
    ? [{ ...advisers.at(-1)!, role: 'peer_moderator' as const }]
    : advisers.slice(-1);
  return [
    person('giver', 'case_giver'),
    ...advisers.slice(0, -1),
    ...moderated,
    person('asked', 'adviser', { answer: 'asked' }),
    person('gone', 'adviser', { hasLeft: true }),
  ];
}

const begun = (method: Method, form: Form): Consultation =>
  planned({ method: method.key, form, timeZone: 'Europe/Berlin', people: circleOf(method) });

/** Everything that can be tried: also what makes no sense. */
function everyAction({ people }: Consultation): Action[] {
  return [
    ...(
      [
        'start',
        'advance',
        'keep_floor',
        'back',
        'pause',
        'resume',
        'open_loop',
        'close',
        'cancel',
      ] as const
    ).map((type): Action => ({ type })),
    ...[-1, 0, 60_000, Infinity].map((ms): Action => ({ type: 'extend', ms })),
    ...[...MODULES.map(({ key }) => key), 'none'].map((moduleKey): Action => ({
      type: 'choose_module',
      moduleKey,
    })),
    ...[...people.map(({ id }) => id), 'nobody'].flatMap((to): Action[] => [
      { type: 'hand_over', to },
      { type: 'name_secretary', to },
    ]),
    ...KINDS.map((kind): Action => ({ type: 'contribute', kind })),
  ];
}

/** What the data alone says a role may write, without the engine's own reading of it. */
function writtenInData(consultation: Consultation, who: Person): Kind[] {
  const method = methodOf(consultation.method);
  const phase = method.phases[consultation.phase]!;
  const order = [...consultation.people].sort(
    (one, other) => Number(other.role === 'case_giver') - Number(one.role === 'case_giver'),
  );
  const isRotating = method.rounds === 'each';
  const role = isRotating
    ? order[consultation.round]!.id === who.id
      ? 'case_giver'
      : 'adviser'
    : who.role;
  return [
    ...(phase.kinds[role] ?? []),
    ...(consultation.isLoopOpen ? (phase.loop!.kinds[role] ?? []) : []),
    ...(who.isSecretary ? (phase.secretary ?? []) : []),
    ...(phase.usesModule && role === 'adviser'
      ? MODULES.find(({ key }) => key === consultation.moduleKey)!.kinds
      : []),
  ];
}

interface Step {
  who: number;
  what: number;
  /** Mostly people want to get on; sometimes they do what they just may, sometimes anything. */
  mood: 'onward' | 'allowed' | 'anything';
  waitMs: number;
}

const steps = fc.array(
  fc.record({
    who: fc.nat(),
    what: fc.nat(),
    mood: fc.constantFrom('onward', 'onward', 'allowed', 'anything'),
    // Clocks of servers are sometimes set back.
    waitMs: fc.integer({ min: -60_000, max: 4 * 3_600_000 }),
  }),
  { minLength: 100, maxLength: 240, size: 'max' },
) as fc.Arbitrary<Step[]>;

/** What brings a consultation on: what the phase still misses, then the next step. */
function leadsOn(state: Consultation, action: Action, now: number): boolean {
  const { missing } = rightsOf(state, 'giver', now);
  if (action.type === 'contribute') return (missing as Kind[]).includes(action.kind);
  return ['start', 'advance', 'close', 'choose_module'].includes(action.type);
}

/** What somebody in this mood picks from: kinds of action first, so that the many names do not crowd out the rest. */
function choiceOf(state: Consultation, who: Person, mood: Step['mood'], now: number, what: number) {
  const all = everyAction(state);
  if (mood === 'anything') return all;
  const allowed = all.filter(
    (action) => action.type !== 'cancel' && act(state, action, who.id, now).isAllowed,
  );
  const onward = allowed.filter((action) => leadsOn(state, action, now));
  const choice = mood === 'onward' && onward.length > 0 ? onward : allowed;
  const types = [...new Set(choice.map(({ type }) => type))];
  return choice.filter(({ type }) => type === types[what % types.length]);
}

interface Happened {
  from: Consultation;
  to: Consultation;
  action: Action;
  who: Person;
  now: number;
}

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
};

/** Lets a group play, and tells all that was accepted. What ends it early is seldom tried. */
function play(begin: Consultation, moves: readonly Step[]): Happened[] {
  let state = frozen(begin);
  let now = BEGIN;
  const happened: Happened[] = [];
  for (const { who, what, mood, waitMs } of moves) {
    now += waitMs;
    const one = state.people[who % state.people.length]!;
    const choice = choiceOf(state, one, mood, now, what);
    const action = choice[(what >> 3) % choice.length];
    if (!action) continue;
    const outcome = act(state, action, one.id, now);
    if (!outcome.isAllowed) {
      expect(m).toHaveProperty(`error_${outcome.reason}`);
      continue;
    }
    happened.push({ from: state, to: frozen(outcome.state), action, who: one, now });
    state = outcome.state;
  }
  return happened;
}

const begins = fc
  .record({ method: fc.constantFrom(...METHODS), form: fc.constantFrom('live', 'written') })
  .map(({ method, form }) => begun(method, form as Form));

/** For every accepted step of many random consultations. */
const always = (check: (step: Happened) => unknown, options: fc.Parameters<unknown> = {}): void =>
  fc.assert(
    fc.property(begins, steps, (begin, moves) => play(begin, moves).forEach(check)),
    { numRuns: 40, endOnFailure: true, ...options },
  );

const place = ({ phase, round }: { phase: number; round: number }) => ({ phase, round });

describe('a consultation, whatever its people try', { timeout: 30_000 }, () => {
  it('gets around: the random groups reach every phase, and the end', () => {
    const reached = new Set<string>();
    const note = ({ to }: Happened) =>
      reached.add(`${to.method} ${to.phase} ${to.state === 'closed'}`);
    always(note, { seed: 1, numRuns: 150 });
    const ends = METHODS.map(({ key, phases }) => `${key} ${phases.length - 1} true`);
    expect([...reached]).toEqual(expect.arrayContaining(ends));
  });

  it('takes no contribution that the method does not give to this role in this phase', () => {
    always(({ from, action, who }) => {
      if (action.type !== 'contribute' || action.kind === 'withdrawal') return;
      expect(who).toMatchObject({ answer: 'joined', hasLeft: false });
      if (from.state === 'planned')
        return expect([who.id, action.kind]).toEqual([
          'giver',
          expect.stringMatching(/title|summary/),
        ]);
      if (from.state === 'closed')
        return expect(['follow_up', 'passing_on']).toContain(action.kind);
      expect(from.state).toBe('running');
      expect(writtenInData(from, who)).toContain(action.kind);
      const phase = methodOf(from.method).phases[from.phase]!;
      expect(from.counts[action.kind] ?? 0).toBeLessThan(phase.limits?.[action.kind] ?? Infinity);
    });
  });

  it('leaves no phase out, and goes back one step at most, while nothing was written', () => {
    always(({ from, to, action }) => {
      const [here, there] = [place(from), place(to)];
      if (action.type === 'advance' && to.endAskedAt === null)
        return expect(there).toEqual(nextPlace(from));
      if (action.type === 'back') {
        expect(nextPlace({ ...from, ...there })).toEqual(here);
        expect(Object.values(from.counts).every((count) => count === 0)).toBe(true);
        return;
      }
      expect(there).toEqual(here);
      if (to.state === 'closed' && from.state !== 'closed') expect(nextPlace(from)).toBeNull();
    });
  });

  it('ends a phase only when it has yielded what it must, and the case giver agrees', () => {
    always(({ from, to, action, who }) => {
      const isEnd = ['advance', 'close'].includes(action.type) && to.endAskedAt === null;
      if (!isEnd) return;
      const rights = rightsOf(from, who.id, 0);
      expect(rights.missing).toEqual([]);
      if (methodOf(from.method).phases[from.phase]!.hasApproval)
        expect(rights.role).toBe('case_giver');
    });
  });

  it('has a clock that never runs backwards', () => {
    always(({ from, to, now }) => {
      const moments = [now, now + 1, now + 60_000];
      const elapsed = moments.map((moment) => elapsedMs(to, moment));
      expect(elapsed).toEqual([...elapsed].sort((one, other) => one - other));
      expect(clockOf(to, now).leftMs).toBeGreaterThanOrEqual(0);
      const isSamePhase = to.phase === from.phase && to.round === from.round;
      if (isSamePhase) expect(elapsedMs(to, now)).toBeGreaterThanOrEqual(elapsedMs(from, now));
      const [before, after] = [clockOf(from, now).endsAt, clockOf(to, now).endsAt];
      // Whatever happens in a phase gives it more time, never less.
      if (isSamePhase && before !== null && after !== null)
        expect(after).toBeGreaterThanOrEqual(before);
    });
  });

  it('looks the same after a reload, for everyone', () => {
    always(({ to, who, now }) => {
      const reloaded = JSON.parse(JSON.stringify(to)) as Consultation;
      expect(isDeepStrictEqual(reloaded, to)).toBe(true);
      for (const id of [who.id, 'giver'])
        expect(JSON.stringify(rightsOf(reloaded, id, now))).toBe(
          JSON.stringify(rightsOf(to, id, now)),
        );
    });
  });

  it('says nothing is possible that is then refused, and the other way round', () => {
    always(({ to, who, now }) => {
      for (const id of [who.id, 'giver']) {
        const { openKinds, actions } = rightsOf(to, id, now);
        const accepted = everyAction(to).filter((action) => act(to, action, id, now).isAllowed);
        const kinds = accepted.flatMap((action) =>
          action.type === 'contribute' && action.kind !== 'withdrawal' ? [action.kind] : [],
        );
        expect([...openKinds].sort()).toEqual(kinds.sort());
        const types = accepted.map(({ type }) => type).filter((type) => type !== 'contribute');
        expect([...actions].sort()).toEqual([...new Set(types)].sort());
      }
    });
  });

  it('names somebody for the minutes only where there are some, and never who moderates', () => {
    always(({ to }) => {
      const writes = to.people.filter(({ isSecretary }) => isSecretary);
      expect(writes.every(({ role }) => role === 'adviser')).toBe(true);
    });
    for (const method of METHODS.filter((one) => !hasSecretary(one))) {
      const action: Action = { type: 'name_secretary', to: 'adviser0' };
      expect(act(begun(method, 'live'), action, 'giver', BEGIN)).toEqual({
        isAllowed: false,
        reason: 'consultation_has_no_secretary',
      });
    }
  });

  it('always has one moderator at most, and keeps its case giver', () => {
    always(({ to }) => {
      const roles = to.people.map(({ role }) => role);
      expect(roles.filter((role) => role === 'case_giver')).toHaveLength(1);
      expect(roles.filter((role) => role === 'peer_moderator').length).toBeLessThanOrEqual(1);
    });
  });
});

/** What a well-behaved group does: yields what is missing, then goes on. */
function toTheEnd(begin: Consultation): string[] {
  let state = begin;
  const way: string[] = [];
  for (let turn = 0; turn < 200 && state.state !== 'closed'; turn += 1) {
    const everyone = state.people.filter(({ answer, hasLeft }) => answer === 'joined' && !hasLeft);
    const now = BEGIN + turn * 60_000;
    const [missing] = rightsOf(state, 'giver', now).missing;
    const wishes: Action[] =
      missing === undefined
        ? [{ type: 'start' }, { type: 'advance' }, { type: 'close' }]
        : [
            { type: 'contribute', kind: missing as Kind },
            { type: 'contribute', kind: 'question' },
            { type: 'choose_module', moduleKey: 'resonance' },
          ];
    const done = wishes
      .flatMap((action) => everyone.map(({ id }) => act(state, action, id, now)))
      .find((outcome) => outcome.isAllowed);
    if (!done?.isAllowed) throw new Error(`Stuck in ${way.at(-1)}, ${missing} is missing.`);
    const key = methodOf(state.method).phases[state.phase]!.key;
    if (way.at(-1) !== key) way.push(key);
    state = done.state;
  }
  return way;
}

const CASTING = METHODS.filter(({ phases }) => phases[0]!.castsRoles);

it.each(CASTING.map((method) => [method.key, method] as const))(
  '%s can be begun by the case giver alone, and goes on only with every role given',
  (_, method) => {
    const all = circleOf(method).filter(({ answer, hasLeft }) => answer === 'joined' && !hasLeft);
    const others = all
      .slice(1)
      .map((one) => ({ ...one, role: 'adviser' as const, isSecretary: false }));
    const alone = planned({
      ...{ method: method.key, form: 'written', timeZone: 'Europe/Berlin' },
      people: [all[0]!, ...others.map((one) => ({ ...one, answer: 'asked' as const }))],
    });
    const take = (state: Consultation, action: Action, who: string): Consultation => {
      const outcome = act(state, action, who, BEGIN);
      if (!outcome.isAllowed) throw new Error(outcome.reason);
      return outcome.state;
    };
    const goesOn = (state: Consultation) =>
      state.people.some(({ id }) => act(state, { type: 'advance' }, id, BEGIN).isAllowed);
    const join = (state: Consultation): Consultation => ({
      ...state,
      people: state.people.map((one) => ({ ...one, answer: 'joined' })),
    });

    const cast = take(alone, { type: 'start' }, 'giver');
    expect(rightsOf(cast, 'giver', BEGIN).missing).toEqual([
      'peer_moderator',
      'secretary',
      'people',
    ]);
    expect(goesOn(cast)).toBe(false);
    const complete = join(cast);
    expect(goesOn(complete)).toBe(false);
    const moderated = take(complete, { type: 'hand_over', to: others[0]!.id }, 'giver');
    expect(goesOn(moderated)).toBe(false);
    const given = take(moderated, { type: 'name_secretary', to: others[1]!.id }, 'giver');
    expect(goesOn(given)).toBe(true);
    // Whoever takes the minutes can moderate instead; then somebody else writes first.
    const handed = take(given, { type: 'hand_over', to: others[1]!.id }, 'giver');
    expect(rightsOf(handed, 'giver', BEGIN).missing).toEqual(['secretary']);
    expect(goesOn(handed)).toBe(false);
  },
);

describe.each(METHODS.map((method) => [method.key, method] as const))('%s', (_, method) => {
  it.each(['live', 'written'] as const)('comes to its end, %s', (form) => {
    const first = method.phases.map(({ key }) => key);
    const later = method.phases.filter(({ isOnce }) => !isOnce).map(({ key }) => key);
    const rounds = method.rounds === 'each' ? method.people.min - 1 : 0;
    expect(toTheEnd(begun(method, form))).toEqual([
      ...first,
      ...Array.from({ length: rounds }, () => later).flat(),
    ]);
  });
});
