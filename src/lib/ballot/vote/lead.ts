import { m } from '$lib/paraglide/messages.js';
import type { MethodSettings } from '../method';

/** What to do with the paper, in two sentences. */
export function leadText(settings: MethodSettings): string {
  switch (settings.method) {
    case 'approval':
      return m.ballot_vote_lead();
    case 'equal-shares':
      return settings.utility === 'points' ? pointsLead(settings) : m.ballot_vote_lead_shares();
    case 'dots':
      return pointsLead(settings);
    case 'score':
      return m.ballot_vote_lead_scores();
    case 'ranked':
      return m.ballot_vote_lead_ranking();
    case 'resistance':
      return m.ballot_vote_lead_resistance();
  }
}

const pointsLead = ({
  points,
  pointsPerOption,
}: {
  points: number | null;
  pointsPerOption: number | null;
}) => m.ballot_vote_lead_points({ points: points ?? 0, most: pointsPerOption ?? 0 });
