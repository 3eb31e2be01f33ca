import { expect, it } from 'vitest';
import { purposeOf } from './purpose';

it('tells what a draft is about by its method, or by what it is to choose', () => {
  const open = { places: null, budgetMinutes: null };
  expect(purposeOf({ ...open, method: 'equal-shares' })).toBe('workshop');
  expect(purposeOf({ ...open, method: 'ranked', places: 3 })).toBe('question');
  expect(purposeOf({ ...open, method: 'resistance' })).toBe('resistance');
  expect(purposeOf({ ...open, method: 'dots', places: 1 })).toBe('question');
  expect(purposeOf({ ...open, method: 'approval', budgetMinutes: 240 })).toBe('workshop');
  expect(purposeOf({ ...open, method: 'score', places: 2 })).toBe('other');
});
