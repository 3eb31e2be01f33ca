import type { CastChoice } from '../choice';
import { weighted } from '../choice-rules';

/** Votes counted in halves, since a team can split its ballot: 13 are 6½ votes. Always whole numbers. */
export type HalfVotes = number;

export type Turnout = {
  eligible: number;
  /** voters who have cast a ballot, abstaining or not */
  takenPart: number;
  quorum: { percent: number; needed: number; isReached: boolean } | null;
  abstained: HalfVotes;
  /** ballots that say something */
  answered: HalfVotes;
};

/**
 * Who has taken part. An abstention takes part: it counts for the quorum and for nothing else.
 * @param casts one per voter who has voted
 * @param eligible number of voters, at least as many as have voted
 * @param quorumPercent smallest share of voters, 0 to 100; null where there is none
 */
export function countTurnout(
  casts: readonly CastChoice[],
  eligible: number,
  quorumPercent: number | null,
): Turnout {
  if (casts.length > eligible) throw new RangeError('More ballots than voters');
  const answers = casts.flatMap(weighted);
  const sum = (isAbstention: boolean) =>
    answers
      .filter(({ choice }) => (choice.kind === 'abstention') === isAbstention)
      .reduce((total, { halfVotes }) => total + halfVotes, 0);
  return {
    eligible,
    takenPart: casts.length,
    quorum: quorumPercent === null ? null : quorumOf(casts.length, eligible, quorumPercent),
    abstained: sum(true),
    answered: sum(false),
  };
}

/** Whole numbers throughout: 50 % of 9 voters is 5, and no rounding error makes it 4. */
function quorumOf(takenPart: number, eligible: number, percent: number) {
  const needed = Math.floor((eligible * percent + 99) / 100);
  return { percent, needed, isReached: takenPart >= needed };
}
