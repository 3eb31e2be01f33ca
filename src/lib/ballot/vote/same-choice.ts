import type { CastChoice } from '../choice';

/**
 * Whether a stored choice says the same as another one in canonical form. The database keeps the keys
 * of an object in an order of its own, so both are compared with sorted keys.
 */
export const isSameChoice = (stored: unknown, choice: CastChoice): boolean =>
  JSON.stringify(sortedKeys(stored)) === JSON.stringify(sortedKeys(choice));

function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortedKeys(inner)]));
}
