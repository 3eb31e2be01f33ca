import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { optionId } from '../../../tests/factories/ballot';
import { ballotBox, putIntoBox, type BoxEntry } from './ballot-box';
import type { CastChoice } from './choice';

const yes: CastChoice = { kind: 'approval', approved: [optionId(1)] };
const abstention: CastChoice = { kind: 'abstention' };
const someId = fc.stringMatching(/^[0-9a-f]{32}$/);

const fill = (ids: readonly string[]) =>
  ids.reduce<BoxEntry[]>(
    (box, id) => putIntoBox(box, { id, choice: yes }, { hasVoted: false }),
    [],
  );

describe('the ballot box', () => {
  it('looks the same whoever voted first', () => {
    const ids = fc.uniqueArray(someId, { minLength: 2, maxLength: 12 });
    const casts = ids.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(casts, ([one, other]) => {
        expect(fill(other)).toEqual(fill(one));
        expect(fill(one).map(({ id }) => id)).toEqual([...one].sort());
        expect(ballotBox.parse(JSON.parse(JSON.stringify(fill(one))))).toEqual(fill(one));
      }),
    );
  });

  it('replaces a changed ballot in its place, and adds none', () => {
    const ids = fc.uniqueArray(someId, { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(ids, fc.nat(), (all, pick) => {
        const id = all[pick % all.length]!;
        const before = fill(all);
        const after = putIntoBox(before, { id, choice: abstention }, { hasVoted: true });
        expect(after.map((entry) => entry.id)).toEqual(before.map((entry) => entry.id));
        expect(after.find((entry) => entry.id === id)?.choice).toEqual(abstention);
        const again = putIntoBox(after, { id, choice: abstention }, { hasVoted: true });
        expect(again).toEqual(after);
      }),
    );
  });

  it('takes no second ballot from a voter, and nobody else’s place', () => {
    const [known, unknown] = ['a'.repeat(32), 'b'.repeat(32)];
    const box = fill([known]);
    expect(() => putIntoBox(box, { id: unknown, choice: yes }, { hasVoted: true })).toThrow(
      expect.objectContaining({ appCode: 'receipt_unknown' }),
    );
    expect(() => putIntoBox(box, { id: known, choice: yes }, { hasVoted: false })).toThrow(
      expect.objectContaining({ appCode: 'receipt_taken' }),
    );
  });
});
