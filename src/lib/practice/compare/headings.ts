/** What stands above each example of a comparison, so that no two columns are called the same. Pure. */

/** Characters of a gist that are enough to tell it from another one: on a phone each row repeats them. */
const ENOUGH = 24;

function beginning(gist: string): string {
  if (gist.length <= ENOUGH) return gist;
  const end = gist.lastIndexOf(' ', ENOUGH);
  return `${gist.slice(0, end > 0 ? end : ENOUGH).replace(/[\s.,:;–-]+$/, '')} …`;
}

/** The town; where a town has several, what each is about; where that begins alike, its number too. */
export function headings(examples: readonly { teamName: string; gist: string }[]): string[] {
  const names = examples.map(({ teamName }) => teamName);
  const isShared = (all: readonly string[], one: string) =>
    all.filter((other) => other === one).length > 1;
  const told = examples.map(({ teamName, gist }) =>
    isShared(names, teamName) ? `${teamName}: ${beginning(gist)}` : teamName,
  );
  return told.map((label, index) => (isShared(told, label) ? `${label} (${index + 1})` : label));
}
