import { m } from '$lib/paraglide/messages.js';
import type { MethodSettings } from '../method';
import type { Marks, Paper } from './paper';

interface Asked {
  settings: MethodSettings;
  options: readonly { id: string }[];
  isCast: boolean;
}

/** What a paper says so far, and what is left or still open, in one line: "Zugestimmt: 3 von 8". */
export function paperSummary({ kind, marks }: Paper, asked: Asked): string {
  if (marks.length === 1) return summaryOf(kind, marks[0]!, asked);
  return marks
    .map(
      (half, index) =>
        `${m.ballot_vote_half({ number: index + 1 })}: ${summaryOf(kind, half, asked)}`,
    )
    .join('. ');
}

function summaryOf(kind: Paper['kind'], first: Marks, asked: Asked): string {
  if (first.isAbstention) return m.ballot_vote_abstained();
  const total = asked.options.length;
  switch (kind) {
    case 'approval': {
      const count = first.approved.length;
      if (count > 0) return m.ballot_vote_count({ count, total });
      return asked.isCast ? m.ballot_vote_none_cast() : m.ballot_vote_none();
    }
    case 'points':
      return pointsText(first, asked);
    case 'scores':
      return m.ballot_vote_scored({ count: Object.keys(first.numbers).length, total });
    case 'resistance': {
      const open = total - Object.keys(first.numbers).length;
      return open === 0 ? m.ballot_vote_all_answered() : m.ballot_vote_still_open({ count: open });
    }
    case 'ranking':
      return m.ballot_vote_ranked({ count: first.ranks.flat().length, total });
  }
}

function pointsText({ numbers }: Marks, { settings }: Asked): string {
  const points = ('points' in settings && settings.points) || 0;
  const given = Object.values(numbers).reduce((sum, number) => sum + number, 0);
  const left = points - given;
  if (left < 0) return m.ballot_vote_points_over({ count: -left, points });
  return m.ballot_vote_points_left({ count: left, points });
}
