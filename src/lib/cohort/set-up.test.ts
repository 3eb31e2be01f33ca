import { expect, test } from 'vitest';
import { doneSteps, nextSetUpStep, type SetUpFacts } from './set-up';

const empty: SetUpFacts = {
  state: 'draft',
  charterVersion: 0,
  siteSeats: 10,
  teams: 0,
  members: 0,
  waitingInvitations: 0,
  eventCount: 0,
};

test('leads from an empty cohort to a closed group, one step after the other', () => {
  const way: [Partial<SetUpFacts>, ReturnType<typeof nextSetUpStep>][] = [
    [{}, 'charter'],
    [{ charterVersion: 1 }, 'teams'],
    [{ teams: 10 }, 'open'],
    [{ state: 'forming' }, 'invite'],
    [{ waitingInvitations: 20 }, 'dates'],
    [{ eventCount: 1 }, 'invite'],
    [{ waitingInvitations: 0, members: 20 }, 'close'],
    [{ state: 'closed' }, null],
    [{ state: 'archived' }, null],
  ];
  let facts = empty;
  for (const [change, next] of way) {
    facts = { ...facts, ...change };
    expect(nextSetUpStep(facts)).toBe(next);
  }
});

test('asks for the charter first, however far the rest has come', () => {
  expect(nextSetUpStep({ ...empty, state: 'forming', teams: 10, eventCount: 3 })).toBe('charter');
});

test('takes the sites as entered once somebody is invited to them', () => {
  expect(doneSteps({ ...empty, teams: 9 }).teams).toBe(false);
  expect(doneSteps({ ...empty, teams: 9, waitingInvitations: 1 }).teams).toBe(true);
});
