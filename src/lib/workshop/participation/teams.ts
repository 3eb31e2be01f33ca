import type { Participant } from './queries.server';

// Who comes, by team. Pure.

export interface TeamOfParticipants {
  teamId: string;
  name: string;
  people: Participant[];
  /** Whether somebody of it has a seat, waits for one, has not answered yet, or whether nobody comes. */
  standing: 'there' | 'waiting' | 'open' | 'missing';
}

export interface ByTeam {
  teams: TeamOfParticipants[];
  /** Moderators, the organiser and experts. */
  others: Participant[];
}

type Coming = Pick<Participant, 'answer' | 'guestName' | 'place'>;

/** Whether a person, or a guest instead, takes part: in the house, from afar, or waiting for a seat. */
export const comes = ({ answer, guestName }: Omit<Coming, 'place'>): boolean =>
  answer === 'in_person' || answer === 'online' || guestName !== '';

const standingOf = (people: readonly Coming[]): TeamOfParticipants['standing'] => {
  const coming = people.filter(comes);
  if (coming.some(({ place }) => place === null)) return 'there';
  if (coming.length > 0) return 'waiting';
  return people.some(({ answer }) => answer === null) ? 'open' : 'missing';
};

export function byTeam(people: readonly Participant[]): ByTeam {
  const teams = new Map<string, Participant[]>();
  for (const person of people)
    if (person.teamId) teams.set(person.teamId, [...(teams.get(person.teamId) ?? []), person]);
  return {
    teams: [...teams].map(([teamId, own]) => ({
      teamId,
      name: own[0]!.teamName ?? '',
      people: own,
      standing: standingOf(own),
    })),
    others: people.filter(({ teamId }) => teamId === null),
  };
}
