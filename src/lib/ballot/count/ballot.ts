import type { MethodSettings } from '../method';
import { countApprovals, type ApprovalResult } from './approval';
import { countDots, type DotsResult } from './dots';
import { countEqualShares, type EqualSharesResult } from './equal-shares';
import { countRankings, type RankedResult } from './ranked';
import type { Count } from './ranking';
import { countResistance, type ResistanceResult } from './resistance';
import { countScores, type ScoreResult } from './score';

export type BallotResult =
  ApprovalResult | DotsResult | ScoreResult | RankedResult | ResistanceResult | EqualSharesResult;

/**
 * Counts a ballot by its method; the same code on the server, in the browser and in the command.
 * @throws RangeError where options lack a lot, or minutes that are needed, or where there are more
 *   ballots than voters
 */
export function countBallot({ settings, ...rest }: Count<MethodSettings>): BallotResult {
  switch (settings.method) {
    case 'approval':
      return countApprovals({ ...rest, settings });
    case 'dots':
      return countDots({ ...rest, settings });
    case 'score':
      return countScores({ ...rest, settings });
    case 'ranked':
      return countRankings({ ...rest, settings });
    case 'resistance':
      return countResistance({ ...rest, settings });
    case 'equal-shares':
      return countEqualShares({ ...rest, settings });
  }
}
