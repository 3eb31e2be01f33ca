import { clockText } from '../days';
import type { WorkshopDay } from '../schema';
import { datesFrom } from './holidays';
import type { Offer } from './schema';

// What an offered day says about when the workshop would be. Pure.

/** When a day begins and ends, in minutes after midnight. */
export type Times = Pick<WorkshopDay, 'startMinute' | 'endMinute'>;

/** When an offered workshop would be. */
export interface InCalendar {
  /** All its days, the first one first: "2026-03-13". */
  dates: string[];
  /** Null where it lasts several days: they are those of the plan. */
  times: Times | null;
}

/**
 * The offer with all that it says: its times, too, where it lasts one day. People answer what they read,
 * and the plan may change.
 */
export function asStored(offer: Offer, planned: readonly Times[]): Offer {
  const { date, startMinute, endMinute } = offer;
  if (planned.length > 1) return { date, startMinute: null, endMinute: null };
  const [day] = planned;
  return {
    date,
    startMinute: startMinute ?? day!.startMinute,
    endMinute: endMinute ?? day!.endMinute,
  };
}

/** When the workshop would be, as it is told. */
export function whenOf(offer: Offer, planned: readonly Times[]): InCalendar {
  const dates = datesFrom(offer.date, planned.length);
  const { startMinute, endMinute } = asStored(offer, planned);
  const times = startMinute === null || endMinute === null ? null : { startMinute, endMinute };
  return { dates, times };
}

/** The days of the workshop once the offer is fixed. */
export function daysOf(offer: Offer, planned: readonly Times[]): (Times & { date: string })[] {
  const { dates, times } = whenOf(offer, planned);
  return planned.map(({ startMinute, endMinute }, index) => ({
    date: dates[index]!,
    ...(times ?? { startMinute, endMinute }),
  }));
}

/** The earlier one first. */
export const byCalendar = (one: InCalendar, other: InCalendar): number =>
  one.dates[0]!.localeCompare(other.dates[0]!) ||
  (one.times?.startMinute ?? 0) - (other.times?.startMinute ?? 0) ||
  (one.times?.endMinute ?? 0) - (other.times?.endMinute ?? 0);

/** One line of the form in which days are offered, as its fields have it. */
export interface OfferRow {
  date: string;
  start: string;
  end: string;
}

/** A line that is still to be filled in: with the times of the plan. */
export function rowOf([day]: readonly Times[]): OfferRow {
  return { date: '', start: clockText(day!.startMinute), end: clockText(day!.endMinute) };
}
