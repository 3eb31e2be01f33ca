import type { Locale } from '$lib/access/actor';

const BROWSERS = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const;
const SYSTEMS = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS', 'macOS'],
  ['Linux', 'Linux'],
] as const;

/** "Firefox, Windows": enough to recognise one's own device, too little to follow anyone. */
export function deviceName(userAgent: string | undefined): string {
  const agent = userAgent ?? '';
  const named = (table: readonly (readonly [string, string])[]) =>
    table.find(([mark]) => agent.includes(mark))?.[1];
  return [named(BROWSERS), named(SYSTEMS)].filter(Boolean).join(', ');
}

/** German unless the browser prefers English. */
export function preferredLocale(acceptLanguage: string | undefined): Locale {
  const wishes = (acceptLanguage ?? '').toLowerCase().split(',');
  const first = wishes.find((wish) => /^\s*(de|en)\b/.test(wish))?.trim();
  return first?.startsWith('en') ? 'en' : 'de';
}
