import { byCalendar, type InCalendar } from './offer';

// Which of the days that were offered suits the group best. Pure.

export type Answer = 'yes' | 'if_need_be' | 'no';

export interface Voice {
  accountId: string;
  /** Null for whoever belongs to no team. */
  teamId: string | null;
}

export interface OfferedDay extends InCalendar {
  /** By account; whoever is not in it has not answered. */
  answers: ReadonlyMap<string, Answer>;
}

export interface Ranking {
  /** From 1; days that suit equally well share it. */
  rank: number;
  /** Teams of which at least one comes, if need be. */
  teamsCovered: number;
  teams: number;
  /** Teams of which everyone comes, if need be. */
  teamsComplete: number;
  yes: number;
  ifNeedBe: number;
  no: number;
  missing: number;
  /** Teams of which nobody can come: all have said no. */
  teamsWithout: string[];
}

/**
 * Ranks days: first by the teams that are covered, then by the teams that come complete, then by how many
 * come gladly. What is still the same is in the order of the calendar, on one rank.
 *
 * @param days what was offered, each with the answers of now
 * @param voices everyone who is asked; an answer of somebody else does not count
 */
export function rankDays<Day extends OfferedDay>(
  days: readonly Day[],
  voices: readonly Voice[],
): (Day & Ranking)[] {
  const teams = Map.groupBy(
    voices.filter(({ teamId }) => teamId !== null),
    ({ teamId }) => teamId!,
  );
  const sorted = days
    .map((day) => ({ ...day, ...measure(day, voices, teams) }))
    .toSorted((one, other) => compare(one, other) || byCalendar(one, other));
  return sorted.map((day) => ({
    ...day,
    rank: sorted.findIndex((other) => compare(other, day) === 0) + 1,
  }));
}

type Measures = Omit<Ranking, 'rank'>;

const compare = (one: Measures, other: Measures): number =>
  other.teamsCovered - one.teamsCovered ||
  other.teamsComplete - one.teamsComplete ||
  other.yes - one.yes;

function measure(
  { answers }: OfferedDay,
  voices: readonly Voice[],
  teams: ReadonlyMap<string, readonly Voice[]>,
): Measures {
  const count = (answer: Answer | undefined) =>
    voices.filter(({ accountId }) => answers.get(accountId) === answer).length;
  const comes = ({ accountId }: Voice) =>
    ['yes', 'if_need_be'].includes(answers.get(accountId) ?? 'no');
  const isOut = ({ accountId }: Voice) => answers.get(accountId) === 'no';
  const all = [...teams];
  return {
    teamsCovered: all.filter(([, people]) => people.some(comes)).length,
    teams: all.length,
    teamsComplete: all.filter(([, people]) => people.every(comes)).length,
    yes: count('yes'),
    ifNeedBe: count('if_need_be'),
    no: count('no'),
    missing: count(undefined),
    teamsWithout: all.flatMap(([teamId, people]) => (people.every(isOut) ? [teamId] : [])),
  };
}

/** What stands against any of these days, in order: "2026-03-13", both ends included. */
export const blockedOn = <Span extends { from: string; until: string }>(
  dates: readonly string[],
  blocked: readonly Span[],
): Span[] => blocked.filter(({ from, until }) => from <= dates.at(-1)! && until >= dates[0]!);
