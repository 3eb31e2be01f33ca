import { m } from '$lib/paraglide/messages.js';
import type { HitKind } from './hit';

const names: Record<HitKind, () => string> = {
  topic: m.search_kind_topic,
  comment: m.search_kind_comment,
  practice: m.search_kind_practice,
  proceedings: m.search_kind_proceedings,
  outcome: m.search_kind_outcome,
  team: m.search_kind_team,
  membership: m.search_kind_membership,
  announcement: m.search_kind_announcement,
  ballot: m.search_kind_ballot,
};

const plurals: Record<HitKind, (count: { count: number }) => string> = {
  topic: m.search_kinds_topic,
  comment: m.search_kinds_comment,
  practice: m.search_kinds_practice,
  proceedings: m.search_kinds_proceedings,
  outcome: m.search_kinds_outcome,
  team: m.search_kinds_team,
  membership: m.search_kinds_membership,
  announcement: m.search_kinds_announcement,
  ballot: m.search_kinds_ballot,
};

/** "Themen", or "Thema" where there is one. */
export const nameOfKind = (kind: HitKind, count: number): string => plurals[kind]({ count });

/** "Thema · Ahlen" */
export const placeOfHit = ({ kind, place }: { kind: HitKind; place: string | null }): string =>
  place === null ? names[kind]() : `${names[kind]()} · ${place}`;
