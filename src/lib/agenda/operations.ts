/**
 * How several people change one agenda at once. Every change is a list of operations; the server applies
 * them in the order in which they come, open boards apply the same ones, and each can be turned round.
 */
import { isSame } from '$lib/platform/same';
import type { AgendaContent, AgendaItem, Availability, Track } from './document';

/** What is set on its own; where an item stands is moved. */
export type ItemField = Exclude<keyof AgendaItem, 'id' | 'dayId' | 'trackId'>;

interface Place {
  dayId: string | null;
  trackId: string | null;
  /** The item that comes after it; null, or one that is gone: the end. */
  beforeId: string | null;
}

export type Operation =
  | { type: 'insert_item'; item: AgendaItem; beforeId: string | null }
  | { type: 'remove_item'; itemId: string }
  | ({ type: 'move_item'; itemId: string } & Place)
  /** `from`: what the writer saw. */
  | { type: 'set_item'; itemId: string; field: ItemField; from: unknown; to: unknown }
  | { type: 'insert_track'; track: Track; beforeId: string | null }
  | { type: 'remove_track'; trackId: string }
  | { type: 'rename_track'; trackId: string; from: string; to: string }
  | { type: 'insert_availability'; availability: Availability }
  | { type: 'remove_availability'; id: string }
  | { type: 'set_reason'; topicId: string; from: string; to: string };

/** Why an operation did not take effect. */
export type Refusal =
  /** What it is about is there no more. */
  | { why: 'gone' }
  /** Somebody else has written something else meanwhile. */
  | { why: 'changed'; current: unknown }
  /** There is one with this id already: it was sent twice. */
  | { why: 'exists' }
  /** Items still stand on the track. */
  | { why: 'in_use' };

type Outcome = AgendaContent | Refusal;

const isRefusal = (outcome: Outcome): outcome is Refusal => 'why' in outcome;

const hasId = (id: string) => (one: { id: string }) => one.id === id;

/** The list with one more; at the end where the one after it is not there. */
function withInserted<T extends { id: string }>(list: T[], one: T, beforeId: string | null): T[] {
  const found = beforeId === null ? -1 : list.findIndex(hasId(beforeId));
  const at = found === -1 ? list.length : found;
  return [...list.slice(0, at), one, ...list.slice(at)];
}

const without = <T extends { id: string }>(list: T[], id: string): T[] =>
  list.filter((one) => one.id !== id);

const replaced = <T extends { id: string }>(list: T[], changed: T): T[] =>
  list.map((one) => (one.id === changed.id ? changed : one));

/** Sets one thing if it still says what the writer saw, or says the new thing already. */
function set<T>(current: T, from: T, to: T, change: () => AgendaContent): Outcome {
  return isSame(current, from) || isSame(current, to) ? change() : { why: 'changed', current };
}

function applyOne(content: AgendaContent, operation: Operation): Outcome {
  const { items, tracks, availability, reasons } = content;
  /** A track that somebody has removed meanwhile is none: the item is for everyone. */
  const known = (trackId: string | null) => tracks.find(({ id }) => id === trackId)?.id ?? null;
  switch (operation.type) {
    case 'insert_item': {
      if (items.some(hasId(operation.item.id))) return { why: 'exists' };
      const item = { ...operation.item, trackId: known(operation.item.trackId) };
      return { ...content, items: withInserted(items, item, operation.beforeId) };
    }
    case 'remove_item':
      if (!items.some(hasId(operation.itemId))) return { why: 'gone' };
      return { ...content, items: without(items, operation.itemId) };
    case 'move_item': {
      const item = items.find(hasId(operation.itemId));
      if (!item) return { why: 'gone' };
      const { dayId, beforeId } = operation;
      const trackId = known(operation.trackId);
      // Before itself: it stays where it is among the others.
      const next = beforeId === item.id ? (items[items.indexOf(item) + 1]?.id ?? null) : beforeId;
      const moved = { ...item, dayId, trackId };
      return { ...content, items: withInserted(without(items, item.id), moved, next) };
    }
    case 'set_item': {
      const item = items.find(hasId(operation.itemId));
      if (!item) return { why: 'gone' };
      const { field, from, to } = operation;
      return set<unknown>(item[field], from, to, () => ({
        ...content,
        items: replaced(items, { ...item, [field]: to } as AgendaItem),
      }));
    }
    case 'insert_track':
      if (tracks.some(hasId(operation.track.id))) return { why: 'exists' };
      return { ...content, tracks: withInserted(tracks, operation.track, operation.beforeId) };
    case 'remove_track':
      if (!tracks.some(hasId(operation.trackId))) return { why: 'gone' };
      if (items.some(({ trackId }) => trackId === operation.trackId)) return { why: 'in_use' };
      return { ...content, tracks: without(tracks, operation.trackId) };
    case 'rename_track': {
      const track = tracks.find(hasId(operation.trackId));
      if (!track) return { why: 'gone' };
      const { from, to } = operation;
      return set(track.name, from, to, () => ({
        ...content,
        tracks: replaced(tracks, { ...track, name: to }),
      }));
    }
    case 'insert_availability':
      if (availability.some(hasId(operation.availability.id))) return { why: 'exists' };
      return { ...content, availability: [...availability, operation.availability] };
    case 'remove_availability':
      if (!availability.some(hasId(operation.id))) return { why: 'gone' };
      return { ...content, availability: without(availability, operation.id) };
    case 'set_reason': {
      const { topicId, from, to } = operation;
      return set(reasons[topicId] ?? '', from, to, () => {
        const { [topicId]: _, ...others } = reasons;
        return { ...content, reasons: to === '' ? others : { ...others, [topicId]: to } };
      });
    }
  }
}

/** The operation that takes this one back, on the content before it; null where there is nothing to take back. */
export function inverse(content: AgendaContent, operation: Operation): Operation | null {
  const { items, tracks, availability, reasons } = content;
  /** What comes after this one. */
  const after = (list: { id: string }[], id: string) =>
    list[list.findIndex(hasId(id)) + 1]?.id ?? null;
  switch (operation.type) {
    case 'insert_item':
      return { type: 'remove_item', itemId: operation.item.id };
    case 'remove_item': {
      const item = items.find(hasId(operation.itemId));
      return item ? { type: 'insert_item', item, beforeId: after(items, item.id) } : null;
    }
    case 'move_item': {
      const item = items.find(hasId(operation.itemId));
      if (!item) return null;
      const { id: itemId, dayId, trackId } = item;
      return { type: 'move_item', itemId, dayId, trackId, beforeId: after(items, itemId) };
    }
    // Back to what it said, which is not always what the writer saw: somebody may have written the same.
    case 'set_item': {
      const item = items.find(hasId(operation.itemId));
      return item ? { ...operation, from: operation.to, to: item[operation.field] } : null;
    }
    case 'rename_track': {
      const track = tracks.find(hasId(operation.trackId));
      return track ? { ...operation, from: operation.to, to: track.name } : null;
    }
    case 'set_reason': {
      const current = reasons[operation.topicId] ?? '';
      return { ...operation, from: operation.to, to: current };
    }
    case 'insert_track':
      return { type: 'remove_track', trackId: operation.track.id };
    case 'remove_track': {
      const track = tracks.find(hasId(operation.trackId));
      return track ? { type: 'insert_track', track, beforeId: after(tracks, track.id) } : null;
    }
    case 'insert_availability':
      return { type: 'remove_availability', id: operation.availability.id };
    case 'remove_availability': {
      const found = availability.find(hasId(operation.id));
      return found ? { type: 'insert_availability', availability: found } : null;
    }
  }
}

export interface Applied {
  content: AgendaContent;
  /** Those that took effect. */
  applied: Operation[];
  /** Those that take all of it back, in the order in which they are to be done. */
  inverses: Operation[];
  refused: { operation: Operation; refusal: Refusal }[];
}

/** Applies one after the other. What is refused changes nothing, and stops none of the others. */
export function apply(content: AgendaContent, operations: readonly Operation[]): Applied {
  const result: Applied = { content, applied: [], inverses: [], refused: [] };
  for (const operation of operations) {
    const outcome = applyOne(result.content, operation);
    if (isRefusal(outcome)) {
      result.refused.push({ operation, refusal: outcome });
      continue;
    }
    const back = inverse(result.content, operation);
    if (back) result.inverses.unshift(back);
    result.applied.push(operation);
    result.content = outcome;
  }
  return result;
}
