import { m } from '$lib/paraglide/messages.js';
import type { HalfVotes } from '../count/turnout';

/** 13 half votes are "6½". */
export function votesText(halfVotes: number): string {
  const whole = Math.floor(halfVotes / 2);
  if (halfVotes % 2 === 0) return String(whole);
  return whole === 0 ? '½' : `${whole}½`;
}

/** Who answered, and as what. */
interface Answers {
  answered: HalfVotes;
  electorate: 'teams' | 'persons';
}

/** "7 von 10 Teams": of those who answered. */
export function votesOfText(approvals: HalfVotes, { answered, electorate }: Answers): string {
  const facts = {
    votes: votesText(approvals),
    total: votesText(answered),
    count: Math.ceil(answered / 2),
  };
  return electorate === 'teams'
    ? m.ballot_result_votes_teams(facts)
    : m.ballot_result_votes_persons(facts);
}
