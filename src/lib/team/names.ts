import type { Locale } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';

export type SiteKind = 'city' | 'municipality' | 'district' | 'other';

const kinds: Record<SiteKind, (facts?: object, options?: { locale: Locale }) => string> = {
  city: m.team_kind_city,
  municipality: m.team_kind_municipality,
  district: m.team_kind_district,
  other: m.team_kind_other,
};

export const siteKindName = (kind: SiteKind, options?: { locale: Locale }): string =>
  kinds[kind]({}, options);

const SHORT_LENGTH = 3;

/** What fits a small tile: "Ahlen" → "Ahl", "Kreis Siegen-Wittgenstein" → "KSW". */
export function shortName(name: string): string {
  const words = name.split(/[\s-]+/).filter(Boolean);
  const initials = words.map((word) => word[0]).join('');
  return words.length > 1 ? initials.slice(0, SHORT_LENGTH) : name.slice(0, SHORT_LENGTH);
}
