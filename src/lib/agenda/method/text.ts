/** Time and group size of a method in words. Pure. */
import type { Locale } from '$lib/access/actor';
import { m } from '$lib/paraglide/messages.js';
import type { Method } from './method';

/** "30–60 Minuten · 6–25 Personen" */
export function sizeText(
  { minutesFrom, minutesUntil, peopleFrom, peopleUntil }: Method,
  locale: Locale,
): string {
  const time =
    minutesFrom === minutesUntil
      ? m.agenda_method_minutes({ count: minutesFrom }, { locale })
      : m.agenda_method_minutes_range({ from: minutesFrom, until: minutesUntil }, { locale });
  const people =
    peopleUntil === null
      ? m.agenda_method_people_from({ count: peopleFrom }, { locale })
      : m.agenda_method_people_range({ from: peopleFrom, until: peopleUntil }, { locale });
  return `${time} · ${people}`;
}
