/** A day of a programme as it is laid out: what is for everyone, and what runs beside each other. Pure. */
import type { PublishedAgenda, PublishedItem } from '../published';
import type { Track } from '../document';

export type Band =
  | { kind: 'everyone'; item: PublishedItem }
  | { kind: 'parallel'; tracks: { track: Track; items: PublishedItem[] }[] };

/** The items of a day, in the order in which they begin; tracks in theirs. */
export function bands({ items, tracks }: PublishedAgenda, dayId: string): Band[] {
  const all: Band[] = [];
  for (const item of items.filter((one) => one.dayId === dayId)) {
    const track = tracks.find(({ id }) => id === item.trackId);
    if (!track) {
      all.push({ kind: 'everyone', item });
      continue;
    }
    let band = all.at(-1);
    if (band?.kind !== 'parallel') {
      band = { kind: 'parallel', tracks: [] };
      all.push(band);
    }
    const own = band.tracks.find((one) => one.track.id === track.id);
    if (own) own.items.push(item);
    else band.tracks.push({ track, items: [item] });
  }
  for (const band of all)
    if (band.kind === 'parallel')
      band.tracks.sort((one, other) => tracks.indexOf(one.track) - tracks.indexOf(other.track));
  return all;
}
