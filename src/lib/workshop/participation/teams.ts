import type { Participant } from './queries.server';

// Who comes, by team. Pure.

export interface TeamOfParticipants {
  teamId: string;
  name: string;
  people: Participant[];
  /** Whether somebody of it is there, whether that is open, or whether nobody comes. */
  standing: 'there' | 'open' | 'missing';
}

export interface ByTeam {
  teams: TeamOfParticipants[];
  /** Moderators, the organiser and experts. */
  others: Participant[];
}

type Coming = Pick<Participant, 'answer' | 'guestName'>;

/** Whether a person, or a guest instead, takes part: in the house, from afar, or waiting for a seat. */
export const comes = ({ answer, guestName }: Coming): boolean =>
  answer === 'in_person' || answer === 'online' || guestName !== '';

const standingOf = (people: readonly Coming[]): TeamOfParticipants['standing'] => {
  if (people.some(comes)) return 'there';
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
