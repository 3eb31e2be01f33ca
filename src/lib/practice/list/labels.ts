import { m } from '$lib/paraglide/messages.js';
import type { PracticeSort, View } from './schema';

const views: Record<View, () => string> = {
  cards: m.practice_view_cards,
  table: m.practice_view_table,
  map: m.practice_view_map,
};
export const viewLabel = (view: View): string => views[view]();

const sorts: Record<PracticeSort, () => string> = {
  newest: m.practice_sort_newest,
  evidence: m.practice_sort_evidence,
  adopted: m.practice_sort_adopted,
};
export const sortLabel = (sort: PracticeSort): string => sorts[sort]();
