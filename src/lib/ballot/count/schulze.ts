/** Whole numbers for every pair of options: row against column. */
export type Matrix = number[][];

export type Paths = {
  /** strength of the strongest path from row to column; 0 where there is none */
  strength: Matrix;
  /** the option before the column on that path; -1 where there is none */
  before: Matrix;
};

/**
 * The strongest path between each two options (Schulze 2011, section 2.3.1, the algorithm of Floyd and
 * Warshall): a path is as strong as its weakest link, a link as strong as the votes that win it.
 *
 * @param pairwise votes that prefer the row to the column, whole numbers
 */
export function strongestPaths(pairwise: Matrix): Paths {
  const size = pairwise.length;
  const strength = pairwise.map((row, from) =>
    row.map((votes, to) => (votes > pairwise[to]![from]! ? votes : 0)),
  );
  const before = strength.map((row, from) => row.map((votes) => (votes > 0 ? from : -1)));
  for (let middle = 0; middle < size; middle += 1) {
    const onwards = strength[middle]!;
    for (let from = 0; from < size; from += 1) {
      const row = strength[from]!;
      const first = row[middle]!;
      if (from === middle || first === 0) continue;
      for (let to = 0; to < size; to += 1) {
        if (to === from) continue;
        const through = Math.min(first, onwards[to]!);
        if (through <= row[to]!) continue;
        row[to] = through;
        before[from]![to] = before[middle]![to]!;
      }
    }
  }
  return { strength, before };
}

/** The options along the strongest path, both ends included; null where there is none. */
export function pathBetween({ before }: Paths, from: number, to: number): number[] | null {
  if (before[from]![to] === -1) return null;
  const path = [to];
  while (path[0] !== from) path.unshift(before[from]![path[0]!]!);
  return path;
}

/**
 * The order of Schulze (2011, section 2.2): an option beats another one where its path is stronger than
 * the way back. That order is transitive (section 4.1), but two options may beat neither each other nor
 * differ otherwise: they stand in one layer, and are tied.
 *
 * @returns the layer of each option, 1 for the potential winners
 */
export function layersOf(strength: Matrix): number[] {
  const layers = strength.map(() => 0);
  let left = strength.map((_, index) => index);
  for (let layer = 1; left.length > 0; layer += 1) {
    const isBeaten = (one: number) =>
      left.some((other) => strength[other]![one]! > strength[one]![other]!);
    const unbeaten = left.filter((one) => !isBeaten(one));
    for (const one of unbeaten) layers[one] = layer;
    left = left.filter((one) => layers[one] === 0);
  }
  return layers;
}
