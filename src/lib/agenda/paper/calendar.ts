import type { Locale } from '$lib/access/actor';
import { shownTime } from '../publish/difference';
import type { PublishedAgenda } from '../published';
import { clockRange, itemTitle } from '../text';

/** What a day holds, a line each: "09:30–09:50 Uhr Ankommen". Pure. */
export const programmeLines = (agenda: PublishedAgenda, dayId: string, locale: Locale): string[] =>
  agenda.items
    .filter((item) => item.dayId === dayId)
    .map((item) => {
      const { from, until } = shownTime(agenda, item);
      return `${clockRange(from, until, locale)} ${itemTitle(item, locale)}`;
    });
