import { clockText } from '../days';
import type { WorkshopDay } from '../schema';
import { datesFrom } from './holidays';
import type { Offer } from './schema';

// What an offered day says about when the workshop would be. Pure.

/** Minutes of a day: when the first day begins, and when the last one ends. */
export type Times = Pick<WorkshopDay, 'startMinute' | 'endMinute'>;
type TimedDate = Times & { date: string };

/** The days of the workshop if it were as offered, with what is planned where nothing else is offered. */
export function daysOf(offer: Offer, planned: readonly Times[]): TimedDate[] {
  const dates = datesFrom(offer.date, planned.length);
  return planned.map(({ startMinute, endMinute }, index) => ({
    date: dates[index]!,
    startMinute: (index === 0 ? offer.startMinute : null) ?? startMinute,
    endMinute: (index === planned.length - 1 ? offer.endMinute : null) ?? endMinute,
  }));
}

/** When the first of these days begins and the last one ends. */
export const timesOf = (days: readonly Times[]): Times => ({
  startMinute: days[0]!.startMinute,
  endMinute: days.at(-1)!.endMinute,
});

/** The offer with no times of its own where they are those of the plan, which may still change. */
export function asStored(offer: Offer, planned: readonly Times[]): Offer {
  const { startMinute, endMinute } = timesOf(daysOf(offer, planned));
  const plan = timesOf(planned);
  return startMinute === plan.startMinute && endMinute === plan.endMinute
    ? { date: offer.date, startMinute: null, endMinute: null }
    : { date: offer.date, startMinute, endMinute };
}

/** Whether no day would end before it has begun. */
export const canBe = (offer: Offer, planned: readonly Times[]): boolean =>
  daysOf(offer, planned).every(({ startMinute, endMinute }) => startMinute < endMinute);

/** When an offered workshop would be. */
export interface InCalendar extends Times {
  /** All its days, the first one first: "2026-03-13". */
  dates: string[];
}

/** The earlier one first. */
export const byCalendar = (one: InCalendar, other: InCalendar): number =>
  one.dates[0]!.localeCompare(other.dates[0]!) ||
  one.startMinute - other.startMinute ||
  one.endMinute - other.endMinute;

/** One line of the form in which days are offered, as its fields have it. */
export interface OfferRow {
  date: string;
  start: string;
  end: string;
}

/** A line that is still to be filled in: with the times of the plan. */
export function rowOf(planned: readonly Times[]): OfferRow {
  const { startMinute, endMinute } = timesOf(planned);
  return { date: '', start: clockText(startMinute), end: clockText(endMinute) };
}
