import { expect, it } from 'vitest';
import { isWellFormed } from './well-formed';

it('finds half an emoji wherever it stands', () => {
  expect(isWellFormed({ tags: ['Jugend 😀'], minutes: 60, at: new Date(0), none: null })).toBe(
    true,
  );
  expect(isWellFormed('\ud83d')).toBe(false);
  expect(isWellFormed({ tags: ['Jugend', '\ude00'] })).toBe(false);
  expect(isWellFormed({ '\ud83d': 1 })).toBe(false);
});

it('bears whatever depth comes from outside', () => {
  const deep = JSON.parse('['.repeat(200_000) + ']'.repeat(200_000)) as unknown;
  expect(isWellFormed(deep)).toBe(true);
});
