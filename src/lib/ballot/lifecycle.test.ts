import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { optionId } from '../../../tests/factories/ballot';
import {
  after,
  BALLOT_STATES,
  dueAct,
  isProlongation,
  nextMoment,
  openingObstacles,
  stateAt,
  type BallotAct,
  type BallotState,
  type OpeningFacts,
} from './lifecycle';

const at = (hour: number) => new Date(Date.UTC(2026, 2, 1, hour));
const times = (state: BallotState) => ({
  state,
  opensAt: at(9),
  closesAt: at(17),
  objectionsUntil: at(22),
});
const acts: BallotAct[] = [
  'edit',
  'open',
  'cast',
  'prolong',
  'close',
  'decide',
  'decide_provisionally',
  'finalise',
  'cancel',
];

const allowed: Record<BallotState, BallotAct[]> = {
  draft: ['edit', 'open', 'cancel'],
  open: ['cast', 'prolong', 'close', 'cancel'],
  closed: ['decide', 'decide_provisionally', 'cancel'],
  provisional: ['finalise'],
  decided: [],
  cancelled: [],
};

describe('a ballot', () => {
  it.each(BALLOT_STATES)('%s allows what its state allows, and nothing else', (state) => {
    for (const act of acts) {
      const attempt = () => after(act, times(state), at(12));
      if (allowed[state].includes(act)) expect(attempt).not.toThrow();
      else {
        expect(attempt).toThrow(
          expect.objectContaining({ appCode: 'ballot_not_in_state', facts: { act, state } }),
        );
      }
    }
  });

  it('goes its way from draft to decided', () => {
    expect(after('open', times('draft'), at(9))).toBe('open');
    expect(after('cast', times('open'), at(10))).toBe('open');
    expect(after('close', times('open'), at(17))).toBe('closed');
    expect(after('decide', times('closed'), at(18))).toBe('decided');
  });

  it('can be decided provisionally, and becomes final by itself after the time for objections', () => {
    expect(after('decide_provisionally', times('closed'), at(18))).toBe('provisional');
    expect(nextMoment(times('provisional'))).toEqual(at(22));
    expect(dueAct(times('provisional'), at(21))).toBeNull();
    expect(dueAct(times('provisional'), at(22))).toBe('finalise');
    expect(after('finalise', times('provisional'), at(22))).toBe('decided');
  });

  it('is closed from closing time on, even where the clockwork is late', () => {
    const justBefore = new Date(at(17).getTime() - 1);
    expect(stateAt(times('open'), justBefore)).toBe('open');
    expect(stateAt(times('open'), at(17))).toBe('closed');
    expect(() => after('cast', times('open'), at(17))).toThrow();
    expect(() => after('prolong', times('open'), at(17))).toThrow();
    expect(after('close', times('open'), at(20))).toBe('closed');
    expect(() => after('close', times('closed'), at(20))).toThrow();
  });

  it('opens and closes by itself', () => {
    expect(dueAct(times('draft'), at(8))).toBeNull();
    expect(dueAct(times('draft'), at(9))).toBe('open');
    expect(dueAct(times('draft'), at(17))).toBeNull();
    expect(dueAct({ ...times('draft'), opensAt: null }, at(12))).toBeNull();
    expect(dueAct(times('open'), at(16))).toBeNull();
    expect(dueAct(times('open'), at(17))).toBe('close');
    for (const state of ['closed', 'decided', 'cancelled'] as const) {
      expect(dueAct(times(state), at(20))).toBeNull();
      expect(nextMoment(times(state))).toBeNull();
    }
    expect(nextMoment(times('draft'))).toEqual(at(9));
    expect(nextMoment(times('open'))).toEqual(at(17));
  });

  it('never comes back from closed to open, whatever is tried', () => {
    const step = fc.record({
      act: fc.constantFrom(...acts),
      hour: fc.integer({ min: 0, max: 23 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let state: BallotState = 'draft';
        let wasClosed = false;
        for (const { act, hour } of steps.sort((one, other) => one.hour - other.hour)) {
          try {
            state = after(act, times(state), at(hour));
          } catch {
            continue;
          }
          wasClosed ||= state !== 'draft' && state !== 'open';
          if (wasClosed) expect(['closed', 'provisional', 'decided', 'cancelled']).toContain(state);
        }
      }),
    );
  });

  it('can be prolonged, not shortened', () => {
    expect(isProlongation(at(17), at(18), at(12))).toBe(true);
    expect(isProlongation(at(17), at(16), at(12))).toBe(false);
    expect(isProlongation(at(17), at(17), at(12))).toBe(false);
    expect(isProlongation(at(10), at(11), at(12))).toBe(false);
  });
});

describe('a ballot can open', () => {
  const ready: OpeningFacts = {
    ...times('draft'),
    settings: { method: 'approval', places: 2, budgetMinutes: null },
    options: [
      { id: optionId(1), minutes: null },
      { id: optionId(2), minutes: 60 },
    ],
    eligible: 10,
  };

  it('when everything is there', () => expect(openingObstacles(ready, at(8))).toEqual([]));

  it.each([
    [
      'too_few_options',
      {
        options: ready.options.slice(0, 1),
        settings: { method: 'score', places: 1, budgetMinutes: null },
      },
    ],
    ['nobody_may_vote', { eligible: 0 }],
    ['closes_before_it_opens', { opensAt: at(18) }],
    ['minutes_missing', { settings: { method: 'approval', places: null, budgetMinutes: 240 } }],
    [
      'more_places_than_options',
      { settings: { method: 'approval', places: 3, budgetMinutes: null } },
    ],
    [
      'status_quo_missing',
      {
        settings: {
          method: 'resistance',
          statusQuoOptionId: optionId(3),
          places: 1,
          budgetMinutes: null,
        },
      },
    ],
  ] as [string, Partial<OpeningFacts>][])('not with %s', (obstacle, change) => {
    expect(openingObstacles({ ...ready, ...change }, at(8))).toEqual([obstacle]);
  });

  it('not after its closing time', () => {
    expect(openingObstacles(ready, at(17))).toEqual(['closing_time_over']);
  });
});
