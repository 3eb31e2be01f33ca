/** Moves what would cover one another on the map a little apart, and finds each name a free side. Pure. */

export type Side = 'right' | 'left' | 'above' | 'below';

interface Placed {
  name: string;
  x: number;
  y: number;
}

/** In kilometres, as the map is drawn on a wide screen. */
const DOT = 13;
const NAME_HEIGHT = 9;
const LETTER = 3.6;
const ROUNDS = 60;

/** Of the map, in kilometres. */
interface Size {
  width: number;
  height: number;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const boxOf = ({ name, x, y }: Placed, side: Side): Box => {
  const width = name.length * LETTER;
  const half = DOT / 2;
  if (side === 'right' || side === 'left') {
    const left = side === 'right' ? x + half : x - half - width;
    return { left, right: left + width, top: y - NAME_HEIGHT / 2, bottom: y + NAME_HEIGHT / 2 };
  }
  const top = side === 'below' ? y + half : y - half - NAME_HEIGHT;
  return { left: x - width / 2, right: x + width / 2, top, bottom: top + NAME_HEIGHT };
};

const dotBox = ({ x, y }: Placed): Box => ({
  left: x - DOT / 2,
  right: x + DOT / 2,
  top: y - DOT / 2,
  bottom: y + DOT / 2,
});

const overlap = (one: Box, other: Box): number =>
  Math.max(0, Math.min(one.right, other.right) - Math.max(one.left, other.left)) *
  Math.max(0, Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top));

/**
 * The places, none nearer to another one than a dot is wide, and no dot half outside.
 *
 * @param dot how wide a dot is, in kilometres: on a small screen it covers more of the land
 */
function apart<Town extends Placed>(
  towns: readonly Town[],
  { width, height }: Size,
  dot: number,
): Town[] {
  const moved = towns.map((town) => ({ ...town }));
  const within = (value: number, most: number) =>
    Math.min(Math.max(value, dot / 2), most - dot / 2);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, one] of moved.entries())
      for (const other of moved.slice(index + 1)) {
        const [dx, dy] = [other.x - one.x, other.y - one.y];
        const distance = Math.hypot(dx, dy) || 0.01;
        const missing = (dot - distance) / 2;
        if (missing <= 0) continue;
        // Two in one place part to the left and to the right.
        const [ux, uy] = distance < 0.1 ? [1, 0] : [dx / distance, dy / distance];
        one.x -= ux * missing;
        one.y -= uy * missing;
        other.x += ux * missing;
        other.y += uy * missing;
      }
    for (const town of moved) {
      town.x = within(town.x, width);
      town.y = within(town.y, height);
    }
  }
  return moved;
}

/** On a telephone a dot is as wide as a finger needs at least, 24 pixels of a map of 288. */
const NARROW_DOT = 21.5;

/** The same on a small screen, where the dots have no names beside them. */
export const layOutNarrow = <Town extends Placed>(towns: readonly Town[], size: Size): Town[] =>
  apart(towns, size, NARROW_DOT);

/** @param size names that would leave the map stand on the other side of their dots */
export function layOutTowns<Town extends Placed>(
  towns: readonly Town[],
  size: Size,
): (Town & { side: Side })[] {
  const { width } = size;
  const placed = apart(towns, size, DOT);
  const taken: Box[] = placed.map(dotBox);
  return placed.map((town) => {
    const costOf = (side: Side): number => {
      const box = boxOf(town, side);
      const outside = Math.max(0, -box.left) + Math.max(0, box.right - width);
      return taken.reduce((sum, one) => sum + overlap(one, box), outside * NAME_HEIGHT * 4);
    };
    const sides: Side[] =
      town.x > width * 0.6
        ? ['left', 'right', 'below', 'above']
        : ['right', 'left', 'below', 'above'];
    const side = sides.reduce((best, next) => (costOf(next) < costOf(best) ? next : best));
    taken.push(boxOf(town, side));
    return { ...town, side };
  });
}
