/** What keeps a plan from being published. Pure. */
import type { PublishedAgenda } from '../published';
import { isSame } from '$lib/platform/same';
import type { Departure } from './departure';

export type Obstacle =
  /** Nothing stands on any day. */
  | 'agenda_is_empty'
  /** Everyone reads it already. */
  | 'agenda_is_unchanged'
  /** A chosen topic gets less than decided, and nobody has said why. */
  | 'agenda_departure_needs_reason'
  /** From the second version on, everyone is told why it changes. */
  | 'agenda_change_needs_reason';

interface Said {
  before: PublishedAgenda | null;
  after: PublishedAgenda;
  departures: readonly Departure[];
  reason: string;
}

/** The first one in the way; null where it can be published. */
export function obstacle({ before, after, departures, reason }: Said): Obstacle | null {
  if (after.items.length === 0) return 'agenda_is_empty';
  if (before && isSame(before, after)) return 'agenda_is_unchanged';
  if (departures.some((departure) => departure.reason === ''))
    return 'agenda_departure_needs_reason';
  return before && reason === '' ? 'agenda_change_needs_reason' : null;
}
