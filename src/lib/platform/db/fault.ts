/**
 * What PostgreSQL refused, seen from whoever asked: `collision` where two requests met in the same
 * rows (the same request twice, two people at once), and trying again finds what the other one left;
 * `nonsense` where a value cannot be stored at all (a zero byte in a text, a number beyond all bounds).
 */
export type DatabaseFault = 'collision' | 'nonsense';

const COLLISIONS = new Set(['23505', '40001', '40P01']);
/** Class 22: data exceptions. */
const isNonsense = (state: string) => state.startsWith('22');

/** Finds PostgreSQL's code in what Prisma makes of it. */
export function databaseFaultOf(error: unknown): DatabaseFault | undefined {
  const { meta } = (error ?? {}) as {
    meta?: { driverAdapterError?: { cause?: { originalCode?: string } } };
  };
  const state = meta?.driverAdapterError?.cause?.originalCode;
  if (state === undefined) return undefined;
  if (COLLISIONS.has(state)) return 'collision';
  return isNonsense(state) ? 'nonsense' : undefined;
}
