/** Pages of a cohort on which nothing is read that does not stand elsewhere as well. */
const writing: [RegExp, string][] = [
  [/\/(?:new|edit|decide|manage|discard|merge|withdraw|import|letters|join-code)$/, ''],
  [/\/blocked-days$/, ''],
  [/\/methods\/write$/, '/methods'],
  [/\/board\/templates$/, '/board'],
  [/\/objections\/\[objection\]$/, ''],
  [/\/settings\/(?:cohort|charter|teams)$/, '/settings'],
  [/\/settings\/people\/\[membership\]$/, '/settings/people'],
];

/** Where somebody reads in an archived cohort who comes to write; null for pages that stay. */
export function readingInstead(
  route: string,
  params: Partial<Record<string, string>>,
): string | null {
  const rule = writing.find(([pattern]) => pattern.test(route));
  if (!rule) return null;
  return route.replace(...rule).replaceAll(/\[(\w+)\]/g, (_, name: string) => params[name] ?? '');
}
