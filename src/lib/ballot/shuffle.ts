/**
 * The options in an order of the voter's own: whoever comes first on a list gets more votes, and this
 * spreads it evenly. The same voter sees the same order again, on every device.
 *
 * @param voterKey id of the voter's entry in the electorate; both partners of a team share it
 */
export async function shuffledFor<Option extends { id: string }>(
  options: readonly Option[],
  { ballotId, voterKey }: { ballotId: string; voterKey: string },
): Promise<Option[]> {
  const marked = await Promise.all(
    options.map(async (option) => ({
      option,
      mark: await markOf(['option-order', ballotId, voterKey, option.id]),
    })),
  );
  return marked.sort((a, b) => (a.mark < b.mark ? -1 : 1)).map(({ option }) => option);
}

/** A number that looks random but always comes out the same; sorting by it shuffles fairly. */
async function markOf(parts: readonly string[]): Promise<bigint> {
  const bytes = new TextEncoder().encode(JSON.stringify(parts));
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return new DataView(digest).getBigUint64(0);
}
