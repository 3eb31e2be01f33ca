/** Whether a vote stands behind an option: for what comes after a decision, never for counting. Pure. */
import type { CastChoice, Choice } from '../choice';
import { weighted } from '../choice-rules';
import { HIGHEST_SCORE } from '../limits';

/** From a split ballot, one half is enough. */
export const isBehind = (cast: CastChoice, optionId: string): boolean =>
  weighted(cast).some(({ choice }) => isBehindOne(choice, optionId));

function isBehindOne(choice: Choice, optionId: string): boolean {
  switch (choice.kind) {
    case 'abstention':
      return false;
    case 'approval':
      return choice.approved.includes(optionId);
    case 'points':
      return (choice.points[optionId] ?? 0) > 0;
    case 'scores':
      return (choice.scores[optionId] ?? 0) > HIGHEST_SCORE / 2;
    case 'ranking':
      // In the better half of what was ranked at all.
      return choice.ranks
        .slice(0, Math.ceil(choice.ranks.length / 2))
        .flat()
        .includes(optionId);
    case 'resistance':
      return choice.resistance[optionId] === 0;
  }
}
