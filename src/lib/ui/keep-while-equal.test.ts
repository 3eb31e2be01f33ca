import { expect, test } from 'vitest';
import { keepWhileEqual } from './keep-while-equal.svelte';

test('a list that is fetched again and holds the same is the same list', () => {
  const same = keepWhileEqual();
  const tags = same(['Recht', 'Vereine']);
  expect(same(['Recht', 'Vereine'])).toBe(tags);
  expect(same(['Vereine', 'Recht'])).toEqual(['Vereine', 'Recht']);
  expect(same([])).toEqual([]);
});
