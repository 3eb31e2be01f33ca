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
