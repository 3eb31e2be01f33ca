import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyAgenda, newItem, type AgendaContent } from './document';
import { apply, type Operation } from './operations';

const letter = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const day = fc.constantFrom(null, 'one', 'two');
const track = fc.constantFrom(null, 'left', 'right');
const before = fc.option(letter);
const word = fc.constantFrom('', 'x', 'y');

const item = fc
  .record({ id: letter, dayId: day, trackId: track, minutes: fc.integer({ min: 1, max: 90 }) })
  .map((said) => newItem({ kind: 'input', ...said }));

const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ type: fc.constant('insert_item' as const), item, beforeId: before }),
  fc.record({ type: fc.constant('remove_item' as const), itemId: letter }),
  fc.record({
    type: fc.constant('move_item' as const),
    itemId: letter,
    dayId: day,
    trackId: track,
    beforeId: before,
  }),
  fc.record({
    type: fc.constant('set_item' as const),
    itemId: letter,
    field: fc.constant('title' as const),
    from: word,
    to: word,
  }),
  fc.record({
    type: fc.constant('insert_track' as const),
    track: fc.record({ id: fc.constantFrom('left', 'right'), name: word }),
    beforeId: fc.constantFrom(null, 'left', 'right'),
  }),
  fc.record({
    type: fc.constant('remove_track' as const),
    trackId: fc.constantFrom('left', 'right'),
  }),
  fc.record({
    type: fc.constant('rename_track' as const),
    trackId: fc.constantFrom('left', 'right'),
    from: word,
    to: word,
  }),
  fc.record({ type: fc.constant('set_reason' as const), topicId: letter, from: word, to: word }),
);
const operations = fc.array(operation, { maxLength: 30 });

const someAgenda = operations.map((list) => apply(emptyAgenda(), list).content);
const titled = (title: string): AgendaContent => ({
  ...emptyAgenda(),
  items: [newItem({ id: 'a', kind: 'input', minutes: 30, title })],
});

describe('operations', () => {
  it('are taken back whole, whatever they were', () => {
    fc.assert(
      fc.property(someAgenda, operations, (content, list) => {
        const done = apply(content, list);
        const undone = apply(done.content, done.inverses);
        expect(undone.refused).toEqual([]);
        expect(undone.content).toEqual(content);
      }),
    );
  });

  it('lead every open board to the same agenda', () => {
    fc.assert(
      fc.property(someAgenda, operations, (content, list) => {
        const { content: here, applied } = apply(content, list);
        expect(apply(content, applied).content).toEqual(here);
      }),
    );
  });

  it('lose and double no item', () => {
    fc.assert(
      fc.property(someAgenda, operations, (content, list) => {
        const { content: after, applied } = apply(content, list);
        const ids = after.items.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const came = applied.filter(({ type }) => type === 'insert_item').length;
        const went = applied.filter(({ type }) => type === 'remove_item').length;
        expect(ids).toHaveLength(content.items.length + came - went);
      }),
    );
  });

  it('overwrite nothing that somebody else has written meanwhile', () => {
    const mine: Operation = {
      type: 'set_item',
      itemId: 'a',
      field: 'title',
      from: 'Ankommen',
      to: 'Begrüßung',
    };
    const { content, refused } = apply(titled('Willkommen'), [mine]);
    expect(content).toEqual(titled('Willkommen'));
    expect(refused).toEqual([
      { operation: mine, refusal: { why: 'changed', current: 'Willkommen' } },
    ]);
  });

  it('are the same when they are sent twice', () => {
    const insert: Operation = {
      type: 'insert_item',
      item: newItem({ id: 'b', kind: 'break', minutes: 15 }),
      beforeId: null,
    };
    const once = apply(titled('Ankommen'), [insert]).content;
    expect(apply(once, [insert]).content).toEqual(once);
  });

  it('put an item whose track is gone across all tracks, so that all of it can be taken back', () => {
    const item = newItem({ id: 'b', kind: 'input', minutes: 30, trackId: 'left' });
    const done = apply(emptyAgenda(), [
      { type: 'insert_item', item, beforeId: null },
      { type: 'insert_track', track: { id: 'left', name: 'Links' }, beforeId: null },
    ]);
    expect(done.content.items).toMatchObject([{ trackId: null }]);
    expect(apply(done.content, done.inverses)).toMatchObject({
      content: emptyAgenda(),
      refused: [],
    });
  });
});
