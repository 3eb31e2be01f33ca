/**
 * The address of a list with these parameters. Pure.
 *
 * @param usual what is meant without saying, e.g. { sort: 'newest' }: left out, as empty values are
 */
export function listAddress(
  base: string,
  parameters: Iterable<[string, string | null]>,
  usual: Record<string, string>,
): string {
  const said = [...parameters].filter(
    (pair): pair is [string, string] => Boolean(pair[1]) && usual[pair[0]] !== pair[1],
  );
  const query = new URLSearchParams(said).toString();
  return query ? `${base}?${query}` : base;
}
