import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMS, WISHES } from './kinds';
import { METHODS, methodOf } from './methods';
import { durationOf, recommend } from './recommend';

const first = (situation: Parameters<typeof recommend>[0]) => recommend(situation)[0];

describe('a method', () => {
  it('takes as long as its source says', () => {
    const minutes = METHODS.map((method) => [
      method.key,
      durationOf(method, 'live', method.people.min),
    ]);
    expect(Object.fromEntries(minutes)).toEqual({
      // And five more where the key question is looked for together.
      tietze: 40,
      heilsbronn: 65,
      troika: 34,
      wise_crowds: 15,
      balint: 45,
      action_learning: 34,
    });
  });
});

describe('recommending a method', () => {
  it('knows what three people, a small round and a relationship need', () => {
    const live = { form: 'live', time: null } as const;
    expect(first({ ...live, people: 3, wish: 'way_forward' })?.method).toBe('troika');
    expect(first({ ...live, people: 6, wish: 'way_forward' })?.method).toBe('tietze');
    expect(first({ ...live, people: 8, wish: 'relationship' })?.method).toBe('balint');
    expect(first({ ...live, people: 5, wish: 'understanding' })?.method).toBe('heilsbronn');
    expect(first({ ...live, people: 4, wish: 'quick_ideas' })?.method).toBe('wise_crowds');
    expect(first({ ...live, people: 5, wish: 'act' })?.method).toBe('action_learning');
    expect(first({ ...live, people: 5, wish: null, time: 20 })?.method).toBe('wise_crowds');
    expect(first({ ...live, people: 6, wish: null })?.method).toBe('tietze');
  });

  it('never recommends what is not possible before what is, and gives a reason for everything', () => {
    const situations = fc.record({
      people: fc.integer({ min: 2, max: 12 }),
      form: fc.constantFrom(...FORMS),
      time: fc.option(fc.integer({ min: 1, max: 120 })),
      wish: fc.option(fc.constantFrom(...WISHES)),
    });
    fc.assert(
      fc.property(situations, (situation) => {
        const all = recommend(situation);
        expect(all.map(({ method }) => method).sort()).toEqual(
          METHODS.map(({ key }) => key).sort(),
        );
        const possible = all.map(({ isPossible }) => isPossible);
        expect(possible).toEqual([...possible].sort((one, other) => Number(other) - Number(one)));
        for (const { method, isPossible, reasons } of all) {
          const { min, max } = methodOf(method).people;
          const hasSize = situation.people >= min && situation.people <= max;
          if (isPossible) expect(hasSize).toBe(true);
          else expect(reasons.some(({ isFor }) => !isFor)).toBe(true);
        }
      }),
    );
  });
});
