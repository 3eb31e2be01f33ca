import { describe, expect, it } from 'vitest';
import type { Participant } from './queries.server';
import { byTeam } from './teams';

type Said = Pick<Participant, 'answer' | 'place' | 'guestName'>;

const standingOf = (...said: Partial<Said>[]) => {
  const people = said.map((one) => ({
    ...{ teamId: 't1', teamName: 'Ahlen', answer: null, place: null, guestName: '' },
    ...one,
  }));
  return byTeam(people as Participant[]).teams[0]!.standing;
};

describe('a team', () => {
  it('is there as soon as one of it has a seat or comes online', () => {
    expect(standingOf({ answer: 'in_person' }, {})).toBe('there');
    expect(standingOf({ answer: 'in_person', place: 1 }, { answer: 'online' })).toBe('there');
    expect(standingOf({ answer: 'no', guestName: 'Gustav Gast' })).toBe('there');
  });

  it('is not there while all that want to come wait for a seat', () => {
    expect(standingOf({ answer: 'in_person', place: 1 }, {})).toBe('waiting');
    expect(standingOf({ answer: 'no', guestName: 'Gustav Gast', place: 2 })).toBe('waiting');
  });

  it('is open while one has not answered, and missing when all have declined', () => {
    expect(standingOf({ answer: 'no' }, {})).toBe('open');
    expect(standingOf({ answer: 'no' }, { answer: 'no' })).toBe('missing');
  });
});
