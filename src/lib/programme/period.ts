import { m } from '$lib/paraglide/messages.js';
import type { formatter } from '$lib/ui/formatter';

type Format = Pick<ReturnType<typeof formatter>, 'date' | 'dateRange'>;

/** From when to when, as far as it is known; empty where nothing is. */
export function periodText(
  { startsOn, endsOn }: { startsOn: string | null; endsOn: string | null },
  format: Format,
): string {
  if (startsOn && endsOn) return format.dateRange(startsOn, endsOn);
  if (startsOn) return m.programme_cohort_from({ date: format.date(startsOn) });
  return endsOn ? m.programme_cohort_until({ date: format.date(endsOn) }) : '';
}
