/** What a hand does on the board, as operations. Pure. */
import type { AgendaContent, AgendaItem } from '../document';
import type { Operation } from '../operations';
import type { DayPlan, Slot } from '../timing';

/** Pinned times and lengths snap to these minutes when they are drawn. */
export const STEP = 5;
export const snapped = (minutes: number): number => Math.round(minutes / STEP) * STEP;

/** A place on the board. Lane null: for everyone, across all tracks. */
export interface Place {
  dayId: string;
  trackId: string | null;
  beforeId: string | null;
}

/** The track that an item stands on; one that is gone counts as none. */
export const laneOf = (item: Pick<AgendaItem, 'trackId'>, content: AgendaContent): string | null =>
  content.tracks.some(({ id }) => id === item.trackId) ? item.trackId : null;

const move = (
  item: AgendaItem,
  place: Omit<Place, 'dayId'> & { dayId: string | null },
): Operation => ({
  type: 'move_item',
  itemId: item.id,
  ...place,
});

/** What runs one after the other with this item: its own track, and what is for everyone. */
function isBeside(item: AgendaItem, other: AgendaItem, content: AgendaContent): boolean {
  const [own, lane] = [laneOf(item, content), laneOf(other, content)];
  return own === null || lane === null || own === lane;
}

/** The items of the same day, in their order. */
const ofDay = (content: AgendaContent, dayId: string | null) =>
  content.items.filter((item) => item.dayId === dayId);

/**
 * One place earlier or later among what runs one after the other with it. What is for everyone steps over
 * everything that runs at the same time. Null where it is the first or the last one.
 */
export function step(
  content: AgendaContent,
  item: AgendaItem,
  direction: 'earlier' | 'later',
): Operation | null {
  const { dayId, trackId } = item;
  if (dayId === null) return null;
  const list = ofDay(content, dayId);
  const at = list.indexOf(item);
  const isLater = direction === 'later';
  const ahead = isLater ? list.slice(at + 1) : list.slice(0, at).reverse();
  const next = ahead.findIndex((other) => isBeside(item, other, content));
  if (next === -1) return null;
  const isForAll = (other: AgendaItem) => laneOf(other, content) === null;
  let last = next;
  if (isForAll(item) && !isForAll(ahead[next]!))
    while (ahead[last + 1] && !isForAll(ahead[last + 1]!)) last += 1;
  const beforeId = isLater ? (ahead[last + 1]?.id ?? null) : ahead[last]!.id;
  return move(item, { dayId, trackId, beforeId });
}

/** To the end of another day. */
export const toDay = (item: AgendaItem, dayId: string): Operation =>
  move(item, { dayId, trackId: item.trackId, beforeId: null });

/** To another track, at the same place in the order. */
export function toTrack(
  content: AgendaContent,
  item: AgendaItem,
  trackId: string | null,
): Operation {
  const next = content.items[content.items.indexOf(item) + 1];
  return move(item, { dayId: item.dayId, trackId, beforeId: next?.id ?? null });
}

/** Off all days, to be taken up again later. */
export const aside = (item: AgendaItem): Operation =>
  move(item, { dayId: null, trackId: null, beforeId: null });

/**
 * Where something belongs that is let go at a moment of a day on one lane: before the first item there
 * whose middle comes later.
 *
 * @param minute minutes of the day that have gone by
 */
export function placeAt(
  content: AgendaContent,
  plan: DayPlan,
  trackId: string | null,
  minute: number,
  itemId: string | null = null,
): Place {
  const byId = new Map(content.items.map((item) => [item.id, item]));
  const isOnLane = ({ itemId: id }: Slot) => {
    const lane = laneOf(byId.get(id)!, content);
    return id !== itemId && (trackId === null || lane === null || lane === trackId);
  };
  const later = plan.slots.find((slot) => isOnLane(slot) && (slot.start + slot.end) / 2 > minute);
  return { dayId: plan.dayId, trackId, beforeId: later?.itemId ?? null };
}

/** Whether it stands there already: letting it go changes nothing. */
export function isThere(content: AgendaContent, item: AgendaItem, place: Place): boolean {
  if (item.dayId !== place.dayId || laneOf(item, content) !== place.trackId) return false;
  const list = ofDay(content, item.dayId);
  const next = list[list.indexOf(item) + 1]?.id ?? null;
  return place.beforeId === item.id || place.beforeId === next;
}

export const set = <Field extends Exclude<keyof AgendaItem, 'id' | 'dayId' | 'trackId'>>(
  item: AgendaItem,
  field: Field,
  to: AgendaItem[Field],
): Extract<Operation, { type: 'set_item' }> => ({
  type: 'set_item',
  itemId: item.id,
  field,
  from: item[field],
  to,
});

/** Puts a new item on the board. */
export const insert = (item: AgendaItem, place: Place): Operation => ({
  type: 'insert_item',
  item: { ...item, dayId: place.dayId, trackId: place.trackId },
  beforeId: place.beforeId,
});
