import { z } from 'zod';
import { endMinutesOf, minutesOf } from '../days';
import { asStored, rowOf, type OfferRow, type Times } from './offer';
import type { Offer } from './schema';

interface ReadOffers {
  /** All lines, the empty ones too, as they were typed. */
  rows: OfferRow[];
  offers: Offer[];
  /** Codes of error texts by field: "dates-0", "starts-0", "ends-0". */
  faults: Record<string, string>;
}

/**
 * Reads the lines of the form; one without a day says nothing.
 *
 * @param form fields "dates", and for a workshop of one day "starts" and "ends": what stands at the same
 *   place belongs together
 * @param planned the days of the workshop: their times go where none are typed differently
 * @param today "2026-03-13"
 */
export function readOffers(form: FormData, planned: readonly Times[], today: string): ReadOffers {
  const [dates, starts, ends] = ['dates', 'starts', 'ends'].map((name) =>
    form.getAll(name).map(String),
  ) as [string[], string[], string[]];
  const plan = rowOf(planned);
  const rows = dates.map((date, index) => ({
    date,
    start: starts[index] ?? plan.start,
    end: ends[index] ?? plan.end,
  }));
  const faults: Record<string, string> = {};
  const offers = rows.flatMap((row, index): Offer[] => {
    if (row.date === '') return [];
    if (!z.iso.date().safeParse(row.date).success) faults[`dates-${index}`] = 'field_invalid';
    else if (row.date <= today) faults[`dates-${index}`] = 'workshop_date_is_past';
    // What is planned may last over midnight, which a time of day does not tell.
    const isPlanned = row.start === plan.start && row.end === plan.end;
    if (planned.length > 1 || isPlanned)
      return [asStored({ date: row.date, startMinute: null, endMinute: null }, planned)];
    const [startMinute, endMinute] = [minutesOf(row.start), endMinutesOf(row.end)];
    if (startMinute === null) faults[`starts-${index}`] = 'field_required';
    if (endMinute === null) faults[`ends-${index}`] = 'field_required';
    else if (startMinute !== null && endMinute <= startMinute)
      faults[`ends-${index}`] = 'field_end_before_start';
    return [{ date: row.date, startMinute, endMinute }];
  });
  if (offers.length === 0) faults['dates-0'] = 'field_required';
  return { rows, offers, faults };
}
