import type { Choice } from '../choice';
import type { EqualSharesSettings } from '../count/equal-shares';
import type { MethodSettings } from '../method';
import type { Method } from '../limits';
import type { ElectionFile } from './election';

/** No file of another program says resistance. */
export type FileMethod = Exclude<Method, 'resistance'>;

/** How a file can be counted, the usual method first. */
export const METHODS_FOR: Record<ElectionFile['kind'], readonly FileMethod[]> = {
  approval: ['equal-shares', 'approval'],
  points: ['equal-shares', 'dots', 'approval'],
  scores: ['equal-shares', 'score', 'approval'],
  ranking: ['ranked'],
};

export type Wishes = Partial<
  Pick<EqualSharesSettings, 'utility' | 'completion' | 'incrementMinutesPerVoter' | 'tieBreaking'>
> & { isIntegral?: boolean };

/** The settings for counting a file; a budget is filled, without one the first place is. */
export function settingsFor(
  { kind, budget }: Pick<ElectionFile, 'kind' | 'budget'>,
  method: FileMethod,
  wishes: Wishes = {},
): MethodSettings {
  const limits =
    budget === null ? { places: 1, budgetMinutes: null } : { places: null, budgetMinutes: budget };
  if (method === 'dots')
    return {
      method,
      ...limits,
      points: Number.MAX_SAFE_INTEGER,
      pointsPerOption: Number.MAX_SAFE_INTEGER,
    };
  if (method !== 'equal-shares') return { method, ...limits };
  return {
    method,
    budgetMinutes: budget ?? 1,
    utility: wishes.utility ?? (kind === 'approval' ? 'cost' : 'points'),
    points: null,
    pointsPerOption: null,
    completion: wishes.completion ?? 'add1u',
    incrementMinutesPerVoter: wishes.incrementMinutesPerVoter ?? 1,
    isIntegral: wishes.isIntegral ?? false,
    tieBreaking: wishes.tieBreaking ?? 'cost-then-approvals',
  };
}

/** The votes of a file as a method reads them: scores are points, and whatever got some is approved. */
export function votesFor(votes: readonly Choice[], method: Method): Choice[] {
  const numbersOf = (vote: Choice) =>
    vote.kind === 'points' ? vote.points : vote.kind === 'scores' ? vote.scores : null;
  return votes.map((vote) => {
    const numbers = numbersOf(vote);
    if (numbers === null) return vote;
    if (method === 'equal-shares') return { kind: 'points', points: numbers };
    if (method !== 'approval') return vote;
    const approved = Object.entries(numbers).flatMap(([id, number]) => (number > 0 ? id : []));
    return { kind: 'approval', approved };
  });
}
