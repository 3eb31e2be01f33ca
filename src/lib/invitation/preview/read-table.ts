import { z } from 'zod';
import type { Role } from '$lib/access/actor';
import { normaliseMailAddress } from '$lib/platform/mail-address';
import {
  columnsFromContent,
  columnsFromHeading,
  plainWord,
  roleFrom,
  type Columns,
} from './columns';

/** What is wrong with a row; its sentence is `invitation_problem_<code>`. */
export type RowProblem =
  | 'mail_missing'
  | 'mail_invalid'
  | 'name_too_long'
  | 'role_unknown'
  | 'team_missing'
  | 'team_unknown'
  | 'team_full'
  | 'double_in_list'
  | 'already_invited'
  | 'already_joined';

export interface PreviewRow {
  /** The line of the file, as a text editor counts. */
  line: number;
  email: string;
  name: string;
  role: Role;
  /** As written in the table; the site it means has `teamId`. */
  teamName: string;
  teamId: string | null;
  problems: RowProblem[];
}

export interface TableFacts {
  teams: { id: string; name: string; freePlaces: number }[];
  taken: { email: string; role: Role; isJoined: boolean }[];
}

const MAXIMUM_NAME = 120;
const isMailAddress = (text: string): boolean => z.email().max(254).safeParse(text).success;

/** "Müller, Maria" → "Maria Müller". */
const inReadingOrder = (name: string): string => {
  const [last, first, ...rest] = name.split(',').map((part) => part.trim());
  return first && last && rest.length === 0 ? `${first} ${last}` : name;
};

function nameOf(cells: string[], { name, firstName, lastName }: Columns): string {
  const at = (index: number | null) => (index === null ? '' : (cells[index] ?? ''));
  const parts = [at(firstName), lastName === null ? at(name) : at(lastName)].filter(Boolean);
  return inReadingOrder(parts.join(' ') || at(name)).replace(/\s+/g, ' ');
}

/**
 * Reads a table of people to invite, with or without a heading row, and says of every row what is
 * wrong with it. Places are counted as the rows come: the third of a team of two is the one too many.
 */
export function readTable(
  rows: { line: number; cells: string[] }[],
  { teams, taken }: TableFacts,
): PreviewRow[] {
  const heading = rows[0] ? columnsFromHeading(rows[0].cells) : null;
  const content = heading ? rows.slice(1) : rows;
  const teamNames = teams.map(({ name }) => name);
  const columns =
    heading ??
    columnsFromContent(
      content.map(({ cells }) => cells),
      teamNames,
    );
  const freePlaces = new Map(teams.map(({ id, freePlaces: free }) => [id, free]));
  const seen = new Set<string>();
  const at = (cells: string[], index: number | null) =>
    index === null ? '' : (cells[index] ?? '');

  return content.map(({ line, cells }) => {
    const email = normaliseMailAddress(at(cells, columns.email).replace(/^mailto:/i, ''));
    const name = nameOf(cells, columns);
    const teamName = at(cells, columns.team);
    const foundRole = roleFrom(at(cells, columns.role));
    const role = foundRole ?? 'member';
    const team = teams.find((one) => plainWord(one.name) === plainWord(teamName));
    const problems: RowProblem[] = [];

    if (email === '') problems.push('mail_missing');
    else if (!isMailAddress(email)) problems.push('mail_invalid');
    if (name.length > MAXIMUM_NAME) problems.push('name_too_long');
    if (foundRole === null) problems.push('role_unknown');

    const key = `${email} ${role}`;
    if (email !== '' && seen.has(key)) problems.push('double_in_list');
    seen.add(key);
    const double = taken.find((one) => one.email === email && one.role === role);
    if (double) problems.push(double.isJoined ? 'already_joined' : 'already_invited');

    if (role === 'member') {
      if (teamName === '') problems.push('team_missing');
      else if (!team) problems.push('team_unknown');
    }
    const teamId = role === 'member' ? (team?.id ?? null) : null;
    if (teamId !== null && problems.length === 0) {
      const free = freePlaces.get(teamId) ?? 0;
      if (free <= 0) problems.push('team_full');
      freePlaces.set(teamId, free - 1);
    }
    return { line, email, name, role, teamName, teamId, problems };
  });
}
