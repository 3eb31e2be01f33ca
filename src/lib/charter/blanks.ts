/** What stands in square brackets and waits to be filled in, once each: "[Telefonnummer]", "[…]". */
export function blanksIn(html: string): string[] {
  const words = html.replaceAll(/<[^<>]*>/g, '');
  const found = words.match(/\[[^[\]]{0,80}\]/g) ?? [];
  // "[1]" and "[2026]" are references, not blanks.
  return [...new Set(found)].filter((blank) => !/^\[[\d\s,–-]*\d[\d\s,–-]*\]$/.test(blank));
}
