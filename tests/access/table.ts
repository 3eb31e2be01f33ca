import type { World, ActorKind } from '../factories/world';

/** 'ok', or the code of the refusal. */
export type Outcome = string;

export interface AccessRow {
  /** An input that would succeed for whoever may; made anew for each actor. */
  input: (world: World) => unknown | Promise<unknown>;
  /** What each kind of actor gets; `rest` for all that are not named. */
  expected: Partial<Record<ActorKind, Outcome>> & { rest: Outcome };
}

/** Path of a procedure ("topic.list") to what it gives to whom. */
export type AccessTable = Record<string, AccessRow>;
