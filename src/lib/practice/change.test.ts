import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChanges } from './change';
import { emptyContent } from './fields';

test('writes what nobody else has changed, and shows both texts of what somebody has', () => {
  const now = { ...emptyContent(), gist: 'Ihr Satz', story: 'Alt' };
  const { content, applied, conflicts } = applyChanges(now, [
    { field: 'story', from: 'Alt', to: 'Neu' },
    { field: 'gist', from: '', to: 'Mein Satz' },
    { field: 'steps', from: [], to: [] },
  ]);
  expect(content).toEqual({ ...now, story: 'Neu' });
  expect(applied).toEqual(['story']);
  expect(conflicts).toEqual([{ field: 'gist', current: 'Ihr Satz', yours: 'Mein Satz' }]);
});

test('sent twice, a change is the same change', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (from, to) => {
      const once = applyChanges({ ...emptyContent(), goal: from }, [{ field: 'goal', from, to }]);
      const twice = applyChanges(once.content, [{ field: 'goal', from, to }]);
      expect(twice.content).toEqual(once.content);
      expect(twice.conflicts).toEqual([]);
    }),
  );
});
