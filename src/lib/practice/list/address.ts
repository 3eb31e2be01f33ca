import type { ListFilter } from './schema';

/** What an address leaves out, because it is meant without saying. */
const unsaid: Record<string, string> = { sort: 'newest', view: 'cards' };

/** The address of the list with these parameters; empty and usual ones are left out. Pure. */
export function addressOf(base: string, parameters: Iterable<[string, string | null]>): string {
  const said = [...parameters].filter(
    (pair): pair is [string, string] => Boolean(pair[1]) && unsaid[pair[0]] !== pair[1],
  );
  const query = new URLSearchParams(said).toString();
  return query ? `${base}?${query}` : base;
}

/** Whether anything but the order narrows the list. */
export const isNarrowed = ({ q, sort: _sort, ...rest }: ListFilter): boolean =>
  q !== '' || Object.values(rest).some((value) => value !== null);
