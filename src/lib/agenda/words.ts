/** How an agenda is put into words, on the board, in a programme and on the day. */
import type { Locale } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';
import type { ItemKind } from './document';

type Word = (facts?: Record<string, never>, options?: { locale: Locale }) => string;

export const kindNames: Record<ItemKind, Word> = {
  welcome: m.agenda_kind_welcome,
  input: m.agenda_kind_input,
  group_work: m.agenda_kind_group_work,
  plenary: m.agenda_kind_plenary,
  consultation: m.agenda_kind_consultation,
  practice: m.agenda_kind_practice,
  break: m.agenda_kind_break,
  open_space: m.agenda_kind_open_space,
};

/** What stands for an item: its title, or what it is. */
export const titleOf = (item: { title: string; kind: ItemKind }): string =>
  item.title.trim() || kindNames[item.kind]();

/** 570 → "09:30": minutes after midnight as clocks show them; what goes into the next day too. */
export function clockText(shown: number): string {
  const minutes = ((shown % 1_440) + 1_440) % 1_440;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
