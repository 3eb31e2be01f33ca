import { listAddress } from '$lib/ui/list-address';
import { listFilter, type ListFilter } from './schema';

/** What the list's address leaves out, because it is meant without saying. */
export const usual: Record<string, string> = { sort: 'newest', view: 'cards' };

/** What an address of the list can say: its filters, its order and its view. */
export const parameterNames: readonly string[] = [...Object.keys(listFilter.shape), 'view'];

/** The address of the list with these parameters. Pure. */
export const addressOf = (base: string, parameters: Iterable<[string, string | null]>): string =>
  listAddress(base, parameters, usual);

/** Whether anything but the order narrows the list. */
export const isNarrowed = ({ q, sort: _sort, ...rest }: ListFilter): boolean =>
  q !== '' || Object.values(rest).some((value) => value !== null);
