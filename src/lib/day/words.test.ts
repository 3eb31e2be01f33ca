import { describe, expect, it } from 'vitest';
import { changedText } from './words';

describe('what an item was given or lost', () => {
  it('is told until it is over', () => {
    for (const state of ['waiting', 'running'] as const) {
      expect(changedText({ state, changedBy: 5 })).toBe('5 Minuten länger');
      expect(changedText({ state, changedBy: -5 })).toBe('5 Minuten kürzer');
      expect(changedText({ state, changedBy: 0 })).toBe('');
    }
    for (const state of ['done', 'skipped'] as const)
      expect(changedText({ state, changedBy: 5 })).toBe('');
  });
});
