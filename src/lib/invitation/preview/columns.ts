import type { Role } from '$lib/access/actor';

/** Which column of a pasted or uploaded table says what. */
export interface Columns {
  email: number | null;
  name: number | null;
  firstName: number | null;
  lastName: number | null;
  team: number | null;
  role: number | null;
}

const HEADINGS: Record<keyof Columns, string[]> = {
  email: [
    'e-mail',
    'email',
    'mail',
    'e-mail-adresse',
    'emailadresse',
    'mailadresse',
    'e-mail address',
  ],
  name: [
    'name',
    'person',
    'teilnehmer',
    'teilnehmerin',
    'teilnehmende',
    'vor- und nachname',
    'full name',
  ],
  firstName: ['vorname', 'first name', 'given name'],
  lastName: ['nachname', 'familienname', 'zuname', 'last name', 'surname', 'family name'],
  team: [
    'ort',
    'standort',
    'projektstandort',
    'kommune',
    'stadt',
    'gemeinde',
    'stadt/gemeinde',
    'team',
    'entwicklungsteam',
    'site',
    'town',
    'municipality',
  ],
  role: ['rolle', 'funktion im durchgang', 'role'],
};

const ROLES: Record<Role, string[]> = {
  member: ['', 'mitglied', 'teilnehmer', 'teilnehmerin', 'teilnehmende', 'member', 'participant'],
  moderator: ['moderation', 'moderator', 'moderatorin'],
  organiser: ['projektleitung', 'organiser', 'organizer'],
  expert: ['fachperson', 'referent', 'referentin', 'expert'],
  partner: ['kooperationspartner', 'partner'],
};

/** "  E-Mail: " and "e-mail" are the same heading, "Siegen-Wittgenstein " and the site too. */
export const plainWord = (text: string): string =>
  text
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[:*]+$/, '');

/** The role that a cell names; null where it names none. */
export const roleFrom = (cell: string): Role | null =>
  (Object.keys(ROLES) as Role[]).find((role) => ROLES[role].includes(plainWord(cell))) ?? null;

const looksLikeMail = (cell: string): boolean => cell.includes('@');

/** The columns that a heading row names; null where the row is no heading row. */
export function columnsFromHeading(cells: string[]): Columns | null {
  if (cells.some(looksLikeMail)) return null;
  const words = cells.map(plainWord);
  const find = (key: keyof Columns): number | null => {
    const index = words.findIndex((word) => HEADINGS[key].includes(word));
    return index === -1 ? null : index;
  };
  const columns: Columns = {
    email: find('email'),
    name: find('name'),
    firstName: find('firstName'),
    lastName: find('lastName'),
    team: find('team'),
    role: find('role'),
  };
  return columns.email === null ? null : columns;
}

/**
 * Where no heading tells: the address is the column with "@", the site the one whose words are known
 * sites, the name the first that is left.
 */
export function columnsFromContent(rows: string[][], teamNames: string[]): Columns {
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  const indexes = Array.from({ length: width }, (_, index) => index);
  const teams = new Set(teamNames.map(plainWord));
  const countIn = (index: number, matches: (cell: string) => boolean) =>
    rows.filter((cells) => matches(cells[index] ?? '')).length;
  const best = (free: number[], matches: (cell: string) => boolean): number | null => {
    const ranked = free
      .map((index) => ({ index, count: countIn(index, matches) }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count);
    return ranked[0]?.index ?? null;
  };
  const email = best(indexes, looksLikeMail);
  const team = best(
    indexes.filter((index) => index !== email),
    (cell) => teams.has(plainWord(cell)),
  );
  const taken = [email, team];
  const role = best(
    indexes.filter((index) => !taken.includes(index)),
    (cell) => cell !== '' && roleFrom(cell) !== null,
  );
  const name = best(
    indexes.filter((index) => ![...taken, role].includes(index)),
    (cell) => cell !== '',
  );
  return { email, name, firstName: null, lastName: null, team, role };
}
