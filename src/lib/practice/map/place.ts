/** Where a site stands on the map of North Rhine-Westphalia. Pure. */
import { towns } from './towns';

export interface MapPlace {
  /** Kilometres from the left and the upper edge. */
  x: number;
  y: number;
}

/** A name as it is looked up: "Stadt Menden (Sauerland)" is Menden. */
const plain = (name: string): string =>
  name
    .toLocaleLowerCase('de')
    .replace(/\(.*?\)/g, '')
    .replace(/^(hansestadt|kreisstadt|stadt|gemeinde|landkreis)\s+/, '')
    .replace(/[\s/-]+/g, ' ')
    .trim();

const places = new Map(
  towns
    .trim()
    .split(/,\s*/)
    .map((line): [string, MapPlace] => {
      const [, name = '', x, y] = /^(.+) (\d+) (\d+)$/.exec(line) ?? [];
      return [plain(name), { x: Number(x), y: Number(y) }];
    }),
);

/** Null for what does not lie in North Rhine-Westphalia, or is not known by this name. */
export function placeOf(name: string): MapPlace | null {
  const looked = plain(name);
  return places.get(looked) ?? places.get(looked.replace(/ (am|an der|in|bei|im) .*$/, '')) ?? null;
}
