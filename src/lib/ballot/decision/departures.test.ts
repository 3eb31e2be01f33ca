import { describe, expect, it } from 'vitest';
import { weigh } from './departures';

const measure = { optionIds: ['a', 'b', 'c'], chosen: ['a', 'b'] };
const adopt = [
  { optionId: 'a', isChosen: true, reason: '' },
  { optionId: 'b', isChosen: true, reason: '' },
  { optionId: 'c', isChosen: false, reason: '' },
];

describe('weighing a decision against the result', () => {
  it('adopts the result without any reason, and keeps none', () => {
    const talkative = adopt.map((item) => ({ ...item, reason: 'nevertheless' }));
    expect(weigh(talkative, measure)).toEqual(
      adopt.map((item) => ({ ...item, isDeparture: false })),
    );
  });

  it('asks for a reason for each departure, in both directions', () => {
    const turned = adopt.map((item) => ({ ...item, isChosen: !item.isChosen, reason: ' so ' }));
    expect(weigh(turned, measure).map(({ isDeparture, reason }) => [isDeparture, reason])).toEqual(
      Array(3).fill([true, 'so']),
    );
    for (const silent of turned) {
      const items = turned.map((item) => (item === silent ? { ...item, reason: '  ' } : item));
      expect(() => weigh(items, measure)).toThrow('decision_needs_reason');
    }
  });

  it('takes each option exactly once', () => {
    expect(() => weigh(adopt.slice(1), measure)).toThrow('decision_incomplete');
    expect(() => weigh([...adopt.slice(1), adopt[1]!], measure)).toThrow('decision_incomplete');
  });
});
