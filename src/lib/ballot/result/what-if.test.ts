import { expect, it } from 'vitest';
import { methodSettings, type MethodSettings } from '../method';
import { alternativesTo, settingsIf } from './what-if';

const limits = { places: 2, budgetMinutes: null };
const shares = {
  method: 'equal-shares',
  budgetMinutes: 240,
  utility: 'cost',
  points: null,
  pointsPerOption: null,
  completion: 'add1',
  incrementMinutesPerVoter: 3,
  isIntegral: true,
  tieBreaking: 'approvals-then-cost',
} as const;
const ballots: MethodSettings[] = [
  { method: 'approval', ...limits },
  { method: 'dots', points: 5, pointsPerOption: 3, ...limits },
  { method: 'score', ...limits },
  { method: 'ranked', ...limits },
  { method: 'resistance', statusQuoOptionId: crypto.randomUUID(), ...limits },
  shares,
  { ...shares, utility: 'points', points: 10, pointsPerOption: 6 },
];

it.each(ballots)('imagines only what a ballot could have been: %o', (settings) => {
  const ballot = { settings, options: [] };
  for (const method of alternativesTo(ballot))
    for (const budgetMinutes of [null, 0, 90, 1.5, 100_001])
      for (const places of [null, -1, 0, 1, 201]) {
        const imagined = settingsIf(ballot, { method, budgetMinutes, places });
        if (imagined) expect(methodSettings.parse(imagined)).toEqual(imagined);
        const isLimited = budgetMinutes === 90 || (places === 1 && method !== 'equal-shares');
        const isPossible =
          (budgetMinutes === null || budgetMinutes === 90) && (places === null || places === 1);
        expect([method, budgetMinutes, places, imagined !== null]).toEqual([
          method,
          budgetMinutes,
          places,
          isLimited && isPossible,
        ]);
      }
});

it('shares out no minutes that the options do not have', () => {
  const settings = ballots[0]!;
  const [some, none] = [{ minutes: 30 }, { minutes: null }];
  expect(alternativesTo({ settings, options: [some, some] })).toEqual(['approval', 'equal-shares']);
  expect(alternativesTo({ settings, options: [some, none] })).toEqual(['approval']);
});

it('keeps the details that the ballot had, where its own method is asked for again', () => {
  const asked = { method: 'equal-shares', budgetMinutes: 120, places: null };
  expect(settingsIf({ settings: shares, options: [] }, asked)).toEqual({
    ...shares,
    budgetMinutes: 120,
  });
});
